"""The night's count of a kabupaten, set-wise: what a table then reads is small, whatever the register holds."""

from typing import Any

from django.db import connection
from django.utils import timezone

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import CAPITAL
from satupintu.reports.sorting import questions
from satupintu.reports.sorting.models import EVERY_AGE, Snapshot, Tally

_INSERT = """
insert into sorting_tally (village, age, sex, disabled, "column", "table", people, estimated)
select q.village_id, greatest(q.years, -1), q.sex_number, q.is_disabled, q.place, %s, q.people, q.estimated from ({}) q
order by 1, 2
"""
_TOGETHER = """
insert into sorting_tally (village, age, sex, disabled, "column", "table", people, estimated)
select village, %s, sex, disabled, "column", "table", sum(people), sum(estimated) from sorting_tally
where kabupaten = %s group by village, sex, disabled, "column", "table" order by 1, 6
"""


@action("sorting.count")
def count(*, by: Any, kabupaten: int) -> Snapshot:
    """Count the people of a kabupaten (ten digits) anew, as of today in the capital; readers see the old count till then."""
    today = timezone.localdate(timezone=CAPITAL)
    number = kabupaten // 10**6
    Tally.objects.filter(kabupaten=number).delete()
    with connection.cursor() as cursor:
        for kind in questions.NIGHTLY:
            inner, values = questions.nightly(kind, kabupaten, today).query.sql_with_params()
            cursor.execute(_INSERT.format(inner), [questions.table_number(kind), *values])
        cursor.execute(_TOGETHER, [EVERY_AGE, number])
    snapshot, _new = Snapshot.objects.update_or_create(
        kabupaten=number, defaults={"as_of": today, "taken_at": timezone.now()}
    )
    record("sorting.counted", snapshot, by=by)
    return snapshot
