"""From a number to the rows that it counts: the address of the list of complaints, narrowed alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from satupintu.lib.periods import month_of
from satupintu.reports.indicators.words import Dimension

NARROWED = {
    Dimension.FIELD: "field",
    Dimension.PROGRAMME: "programme",
    Dimension.NATURE: "nature",
    Dimension.OUTCOME: "outcome",
    Dimension.AREA: "place",
    Dimension.OFFICE: "office",
}
"""The filter of the list of complaints that shows the rows of one value; of months it is the days."""


@dataclass(frozen=True)
class Behind:
    """Addresses of the complaints of a period, both days included."""

    since: date
    until: date

    def those(self, values: Mapping[Dimension, Any]) -> str:
        """The list of those with some values; "" where the list cannot be narrowed to them (a value that is none)."""
        first, last, asked = self.since, self.until, {}
        for dimension, value in values.items():
            if not value:
                return ""
            if dimension == Dimension.MONTH:
                month = month_of(value.date())
                first, last = max(first, month.start), min(last, month.end - timedelta(days=1))
            else:
                asked[NARROWED[dimension]] = value
        return "/keluhan/?" + urlencode({**asked, "since": first.isoformat(), "until": last.isoformat()})
