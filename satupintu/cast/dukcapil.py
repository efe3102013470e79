"""What the civil registry answered about the people of the demo, and how good their data are, month by month.

Nine of ten persons with a NIK were answered, most of them matched; a few died there and not here, a few are born on
another day. A handful of numbers outside the named villages were written wrong here, as hands do. The same people every
time: chance is a hash.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.foundation.access import House, house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.lib.rupiah import format_number
from satupintu.registry.civil.models import AnswerFile
from satupintu.reports.quality import actions as quality

REASON = "memadankan orang contoh dengan Dukcapil"
KABUPATEN = (7302000000, 7306000000)
NAMED = (7302032006, 7302032005)
"""Villages whose people other parts of the demo count on."""
MONTHS_BACK = 5

_SLIPS = """
update people_person set nik = case mod(abs(hashtext(id || 'salah')), 3)
    when 0 then left(nik, 12) || '0000' when 1 then left(nik, 8) || '13' || right(nik, 6)
    else (select other.nik from people_person other
          where other.village = people_person.village and other.nik is not null order by other.id limit 1) end
where nik is not null and village <> all(%(named)s) and mod(abs(hashtext(id || 'slip')), 1500) = 0
"""
_ANSWERS = """
insert into civil_civilanswer (person_id, file_id, answered_on, source, current, verdict, presence, nik, kk_number, name,
    relationship, rt, rw, birth_place, birth_date, sex, marital_status, father_name, mother_name, occupation, education)
select p.id, %(file)s, %(on)s::date, %(source)s, true,
    case when chance < 60 then 'not_matched' else 'matched' end,
    case when chance < 20 then 'not_confirmed' when chance < 45 then 'duplicate' when chance < 60 then 'no_papers'
        when chance < 64 then 'died' else 'confirmed' end,
    case when chance between 20 and 59 then '' else p.nik end, '', upper(p.name), '', p.rt, p.rw, upper(p.birth_place),
    case when chance between 64 and 80 then p.birth_date + 1 else p.birth_date end, p.sex, '', '',
    case when chance between 80 and 95 then upper(split_part(p.mother_name, ' ', 1)) else upper(p.mother_name) end,
    upper(p.occupation), ''
from (select *, mod(abs(hashtext(id || 'dukcapil')), 1000) as chance from people_person) p
where p.kabupaten = %(kabupaten)s and p.nik is not null and mod(abs(hashtext(id || 'dijawab')), 10) < 9
"""
_EARLIER = """
insert into quality_tally (village, sought_in, paired, check_code, month, count)
select village, sought_in, paired, check_code, (month - make_interval(months => back))::date,
    case when check_code = '' then count else ceil(count * (1 + 0.06 * back))::int end
from quality_tally, generate_series(1, %(back)s) back
where month = %(month)s and kabupaten = %(kabupaten)s
"""


def has_answered() -> bool:
    """Whether the civil registry has answered already."""
    with house(REASON, quietly=True):
        return Event.objects.filter(village=0, name="house.entered", facts__reason=REASON).exists()


def answer(tell: Callable[[str], None]) -> str:
    """Write some slips, the answers of both kabupaten, and count how good the data are, today and in earlier months."""
    tell("memadankan dengan Dukcapil dan menghitung mutu data …")
    today, people = timezone.localdate(timezone=CAPITAL), 0
    with house(REASON) as by:
        with connection.cursor() as cursor:
            cursor.execute(_SLIPS, {"named": list(NAMED)})
        for kabupaten in KABUPATEN:
            people += _answered(by, kabupaten, today)
            quality.count(by=by, kabupaten=kabupaten, today=today)
            values: dict[str, Any] = {
                "back": MONTHS_BACK,
                "month": today.replace(day=1),
                "kabupaten": kabupaten // 10**6,
            }
            with connection.cursor() as cursor:
                cursor.execute(_EARLIER, values)
    return f"{format_number(people)} orang dijawab Dukcapil"


def _answered(by: House, kabupaten: int, on: date) -> int:
    """The answers of one kabupaten, as a file that came on a day."""
    name = f"padan-{kabupaten // 10**6}-{on:%Y-%m}.csv"
    file = AnswerFile.objects.create(
        area=kabupaten, name=name, sha256=f"{kabupaten:064}", answered_on=on, loaded_by=by.label
    )
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERS, {"file": file.pk, "on": on, "source": name, "kabupaten": kabupaten // 10**6})
        people: int = cursor.rowcount
    matched = file.answers.filter(verdict="matched").count()
    file.counts = {"rows": people, "matched": matched, "not_matched": people - matched}
    file.save()
    record("civil.loaded", file, by=by, rows=people, matched=matched, not_matched=people - matched, refused=0)
    return people
