"""The night's count of a kabupaten, check by check, set-wise."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.foundation.areas.placed import DIVISORS
from satupintu.reports.quality import questions
from satupintu.reports.quality.models import PEOPLE, Counting, Tally
from satupintu.reports.quality.rules import CASES
from satupintu.reports.quality.words import Check


@action("quality.count")
def count(*, by: Any, kabupaten: int, today: date) -> Counting:
    """Count a kabupaten (ten digits) anew for the month of ``today``; what earlier months ended with stays."""
    month, number = today.replace(day=1), kabupaten // 10**6
    rows = list(_rows(kabupaten, month, today))
    Tally.objects.filter(kabupaten=number, month=month).delete()
    Tally.objects.bulk_create(rows, batch_size=5000)
    counting, _new = Counting.objects.update_or_create(kabupaten=number, defaults={"counted_on": today})
    record("quality.counted", counting, by=by, month=f"{month:%m-%Y}")
    return counting


def _rows(kabupaten: int, month: date, today: date) -> Iterator[Tally]:
    for village, people in questions.people_by_village(kabupaten).items():
        yield Tally(village_id=village, sought_in=village, check_code=PEOPLE, month=month, count=people)
    for check in Check:
        paired = CASES[check].paired
        for level in (4, 3, 2) if paired else (4,):
            found = questions.by_village(questions.found(check, kabupaten, today, within=level))
            for village, many in found.items():
                sought = village - village % DIVISORS[level]
                yield Tally(
                    village_id=village, sought_in=sought, paired=paired, check_code=check, month=month, count=many
                )
