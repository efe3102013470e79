"""What may be done with numbers: close a month. Only the house does."""

from collections.abc import Iterator
from datetime import date

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.lib.periods import month_of
from satupintu.lib.rollup import TOTAL, Published
from satupintu.reports.editions import rules
from satupintu.reports.editions.counting import COUNTED
from satupintu.reports.editions.models import Cell, Edition
from satupintu.reports.editions.words import Subject


@action("edition.close")
def close(subject: Subject, *, by: House, month: date, today: date) -> Edition:
    """Count a month, veil it as one picture of the whole nation, and keep that for good.

    Raises WrongState before the day on which the month is closed; a month that is closed already stays as it is.
    """
    first = month_of(month).start
    if today < rules.closes_on(first):
        raise WrongState("Bulan ini belum ditutup.")
    edition, fresh = Edition.objects.get_or_create(subject=subject, month=first)
    if fresh:
        published = rules.veiled(COUNTED[subject](month_of(first)))
        Cell.objects.bulk_create(_cells(edition, published), batch_size=5000)
        record("edition.closed", edition, by=by, of=subject, month=f"{first:%m-%Y}")
    return edition


def _cells(edition: Edition, published: Published) -> Iterator[Cell]:
    """Every count that is hidden or not nought; the totals are the same in all tables and kept once."""
    for place, (what, table) in enumerate(published.tables.items()):
        for area, row in table.items():
            for code, count in row.items():
                if count != 0 and (code != TOTAL or not place):
                    yield Cell(
                        edition=edition, what=what if code != TOTAL else TOTAL, area=area, code=code, count=count
                    )
