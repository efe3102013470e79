"""The night's search through a kabupaten: for each sign two statements, whatever the register holds."""

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, Subquery

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.registry.people.models import Person
from satupintu.work.detection import questions
from satupintu.work.detection.actions.following import follow
from satupintu.work.detection.models import Night, Outreach, Sign
from satupintu.work.detection.words import Result, State

_LAPSE = """
update detection_outreach t set state = 'closed', result = %s, closed_on = %s, closed_label = %s, version = version + 1
where t.kabupaten = %s and t.code = %s and t.closed_on is null
  and not exists (select from ({}) q where q.id = t.person_id)
"""
_ADD = """
insert into detection_outreach (version, village, person_id, sign_id, code, topic, facts, found_on)
select 1, q.village_id, q.id, %s, %s, %s, q.facts, %s from ({}) q
on conflict do nothing
"""


@action("outreach.find")
def find(*, by: Any, kabupaten: int, today: date) -> Night:
    """Search a kabupaten (ten digits) as of a day: list whom a sign means, end what is no longer so. Nobody stands twice."""
    number = kabupaten // 10**6
    _follow_moved(number)
    signs = [one for one in Sign.objects.counting(kabupaten) if one.active]
    lapsed = _switched_off(number, signs, today, by)
    found = 0
    with connection.cursor() as cursor:
        for sign in signs:
            inner, values = questions.matching(sign.asks, kabupaten, today).values("id").query.sql_with_params()
            closing = [Result.CHANGED, today, by.label, number, sign.code]
            cursor.execute(_LAPSE.format(inner), [*closing, *values])
            lapsed += cursor.rowcount
            inner, values = questions.to_list(sign, kabupaten, today).query.sql_with_params()
            cursor.execute(_ADD.format(inner), [sign.pk, sign.code, sign.field, today, *values])
            found += cursor.rowcount
    told = {"searched_on": today, "found": found, "lapsed": lapsed}
    night, _new = Night.objects.update_or_create(kabupaten=number, defaults=told)
    record("outreach.found", night, by=by, found=found, lapsed=lapsed)
    return night


def _switched_off(number: int, signs: list[Sign], today: date, by: Any) -> int:
    """End what signs found that are not looked for any more."""
    gone = Outreach.objects.open().filter(kabupaten=number).exclude(code__in=[one.code for one in signs])
    told = {"state": State.CLOSED, "result": Result.CHANGED, "closed_on": today, "closed_label": by.label}
    return int(gone.update(**told, version=F("version") + 1))


def _follow_moved(number: int) -> None:
    """Whoever lives in another village of the kabupaten by now is listed there, for somebody there to share out."""
    place = Person.everyone.filter(pk=OuterRef("person")).order_by().values("village_id")[:1]
    moved = Outreach.objects.open().filter(kabupaten=number).annotate(_place=Subquery(place))
    follow(moved.filter(_place__isnull=False).exclude(_place=F("village_id")), Subquery(place))
