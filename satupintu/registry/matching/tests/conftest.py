"""Two records of one man in Ara, one of the next village, and everything that may hang on a person."""

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from satupintu.foundation.access import house
from satupintu.foundation.access.walls import declared
from satupintu.lib.walls import Wall
from satupintu.registry.matching.actions import report
from satupintu.registry.matching.models import Pair
from satupintu.registry.people.actions import register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars

ARA, BIRA = 7302032006, 7302032005
KK = "7302031201100007"
MOVING = {"events_event", "people_formervalue", "actions_done", "matching_pair", "matching_merge", "matching_movedrow"}
"""What tells of a merge itself, and so is not the same afterwards."""


@pytest.fixture
def who() -> Callable[..., Particulars]:
    """A man of Ara; anything can be said otherwise."""

    def describe(**words: Any) -> Particulars:
        usual: dict[str, Any] = {
            "village": ARA,
            "name": "Muh. Rahmatullah",
            "nik": "7302031211870001",
            "sex": "male",
            "birth_date": date(1987, 11, 12),
        }
        return Particulars(**(usual | words))

    return describe


@pytest.fixture
def people(cast: Any, under: Any, who: Any) -> tuple[Person, Person]:
    """One man, twice in the register of Ara."""
    with under(cast.ara_koordinator):
        one = register(by=cast.ara_koordinator, who=who(), kk_number=KK, consent="spoken")
        other = register(
            by=cast.ara_koordinator,
            who=who(name="Rahmatullah Dg. Mattawang", nik="", occupation="Nelayan", mother_name="Hania"),
            kk_number=KK,
            consent="spoken",
        )
    return one, other


@pytest.fixture
def apart(cast: Any, under: Any, who: Any) -> tuple[Person, Person]:
    """One man, in the registers of two villages."""
    with under(cast.ara_koordinator):
        one = register(by=cast.ara_koordinator, who=who(), kk_number=KK)
    with under(cast.bira_koordinator):
        other = register(by=cast.bira_koordinator, who=who(village=BIRA), kk_number="7302031201100008")
    return one, other


@pytest.fixture
def pair(cast: Any, under: Any, people: Any) -> Pair:
    """The two of Ara, told by the coordinator."""
    with under(cast.ara_koordinator):
        return report(by=cast.ara_koordinator, one=people[0], other=people[1])


@pytest.fixture
def across(cast: Any, under: Any, apart: Any) -> Pair:
    """The two of Ara and Bira, told by the supervisor of the kecamatan."""
    with under(cast.bontobahari_supervisor):
        return report(by=cast.bontobahari_supervisor, one=apart[0], other=apart[1])


def prints(leave: frozenset[str] = frozenset({"version"})) -> dict[str, str]:
    """Table → hash of all its rows, through every wall. Versions are left out: they only ever go up."""
    found = {}
    for item in declared():
        if not isinstance(item, Wall) or "select" not in item.grants or item.table in MOVING:
            continue
        with house("uji", quietly=True), connection.cursor() as cursor:
            less = " ".join(f"- '{column}'" for column in leave)
            cursor.execute(f"select (to_jsonb(t) {less})::text from {item.table} t")
            rows = sorted(row for (row,) in cursor.fetchall())
        found[item.table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


@pytest.fixture
def complaint_of(under: Any) -> Callable[..., Any]:
    """``complaint_of(by, village, person)``: a sealed complaint about somebody."""
    from satupintu.foundation.offices.words import ServiceField
    from satupintu.work.complaints.actions import register as take_down
    from satupintu.work.complaints.intake import Intake
    from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity

    def make(by: Any, village: int, person: Person) -> Any:
        intake = Intake(
            village_id=village,
            channel=Channel.WALK_IN,
            kind=Kind.GRIEVANCE,
            nature=Nature.NEED,
            field=ServiceField.CIVIL_REGISTRATION,
            text="Belum punya akta.",
            person=person,
            sensitivity=Sensitivity.SECRET,
        )
        with under(by):
            return take_down(intake, by=by)

    return make
