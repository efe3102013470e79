"""Two editions of a list compared by village, everybody on both, against the bare full join of the same rows."""

from statistics import median
from typing import Any

import psycopg

from bench.cases import Figure, _milliseconds
from bench.ground import SEE_ALL
from bench.measure import in_turn
from satupintu.foundation.access import house
from satupintu.registry.people.models import ListEdition
from satupintu.reports.rosters.questions import by_village

SECONDS, TIMES = 30.0, 2.0
"""The most that a comparison may take, and how many times as long as the bare join."""
TURNS = 5
EDITION = "insert into people_listedition (list, edition, as_of) values ('dtsen', %s, %s) returning id"
LISTED = """
insert into people_listmembership (edition_id, person_id, village, member_id, desil, raw)
select %(edition)s, id, village, 'D' || id, 1 + (id + %(moved)s * (id %% 7 / 6)) %% 10, '{}'
from people_person where id %% 30 <> %(without)s
"""
BARE = """
select coalesce(a.village, b.village), count(a.person_id), count(b.person_id),
    count(*) filter (where a.person_id is null), count(*) filter (where b.person_id is null),
    count(*) filter (where b.desil < a.desil), count(*) filter (where b.desil > a.desil)
from (select person_id, village, desil from people_listmembership where edition_id = %s) a
full join (select person_id, village, desil from people_listmembership where edition_id = %s) b using (person_id)
group by 1
"""


def figures(owner: psycopg.Connection[Any]) -> list[Figure]:
    """Ours as the application's role behind the walls, over the whole country; theirs as the owner with the walls open."""
    owner.execute(SEE_ALL)
    old, new = (_edition(owner, name, as_of) for name, as_of in (("2026-2", "2026-06-30"), ("2026-3", "2026-09-30")))
    owner.execute("vacuum analyze people_listmembership")
    editions = ListEdition.objects.get(pk=old), ListEdition.objects.get(pk=new)

    def ours() -> object:
        with house("mengukur", quietly=True):
            lines = by_village(*editions, (0, 10**10))
        assert sum(line.came for line in lines) and sum(line.fell for line in lines)
        return lines

    pair = in_turn(ours, lambda: owner.execute(BARE, [old, new]).fetchall(), turns=TURNS, warm=1)
    name = "beda edisi per desa, semua orang"
    return [
        Figure(name, "full join telanjang atas baris yang sama", pair.at_median, TIMES, _milliseconds(pair)),
        Figure(f"{name}: detik", "satu detik", median(pair.ours), SECONDS, f"{max(pair.ours):.1f} s paling lama"),
    ]


def _edition(owner: psycopg.Connection[Any], name: str, as_of: str) -> int:
    """One edition with all but each thirtieth person on it; each seventh stands on another desil in the later one."""
    (number,) = owner.execute(EDITION, [name, as_of]).fetchone() or (0,)
    later = name.endswith("3")
    owner.execute(LISTED, {"edition": number, "moved": 1 if later else 0, "without": 1 if later else 0})
    return int(number)
