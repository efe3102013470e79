"""That the data of a household are still right: said at its own page, once a day, by whoever works in its area."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.people.actions import confirm_household
from satupintu.registry.people.confirming import last_confirmed
from satupintu.registry.people.models import Household, HouseholdMember, Person
from satupintu.registry.people.words import SaidBy

pytestmark = pytest.mark.django_db
Desk = Callable[[Any], Client]
ARA = 7302032006
TODAY = timezone.localdate()


@pytest.fixture
def home(cast: Any) -> Household:
    """A household of Ara with a head."""
    with house("uji", quietly=True):
        head = Person.objects.create(village_id=ARA, name="Daeng Manai", birth_year=1970)
        made = Household.objects.create(village_id=ARA, head=head)
        HouseholdMember.objects.create(household=made, person=head, relationship="head", village_id=ARA)
    return made


def confirm(home: Household, by: Any, **more: Any) -> Household:
    words = {"said_by": SaidBy.HEAD, "on": TODAY} | more
    done: Household = confirm_household(home, by=by, **words)
    return done


@pytest.mark.parametrize("who", ["ara_fasilitator", "ara_depan", "ara_koordinator", "bontobahari_tksk"])
def test_whoever_visits_may_say_so_and_it_is_told_once_a_day(home: Household, cast: Any, under: Any, who: str) -> None:
    by = getattr(cast, who)
    with under(by):
        assert last_confirmed(home) is None
        confirm(home, by, on=TODAY - timedelta(days=3), key="k")
        confirm(home, by, on=TODAY - timedelta(days=3), key="k")
        confirm(home, by, said_by=SaidBy.NEIGHBOUR)
        (event,) = Event.objects.about(home)
        assert (event.name, event.facts) == (
            "household.confirmed",
            {"said_by": "head", "on": (TODAY - timedelta(days=3)).isoformat()},
        )
        last = last_confirmed(home)
        assert last is not None and (last.on, last.said_by) == (TODAY - timedelta(days=3), SaidBy.HEAD)
        assert by.office.name in last.who and by.account.name in last.who


@pytest.mark.parametrize(
    "who", ["bira_koordinator", "bira_fasilitator", "gowa_manajer", "bulukumba_dukcapil", "bontobahari_supervisor"]
)
def test_a_stranger_and_who_goes_to_nobody_may_not(home: Household, cast: Any, under: Any, who: str) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        confirm(home, by)
    with house("uji", quietly=True):
        assert last_confirmed(home) is None


@pytest.mark.parametrize("days", [-1, 32])
def test_a_day_to_come_or_long_past_confirms_nothing(home: Household, cast: Any, under: Any, days: int) -> None:
    by = cast.ara_koordinator
    with under(by):
        with pytest.raises(WrongState, match="31 hari"):
            confirm(home, by, on=timezone.localdate(timezone=by.office.zone) - timedelta(days=days))
        assert not Event.objects.about(home).exists()


def test_a_household_in_which_nobody_lives_is_not_confirmed(home: Household, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        HouseholdMember.objects.filter(household=home).update(until=TODAY)
        with pytest.raises(WrongState, match="Tidak ada lagi"):
            confirm(home, by)


def test_the_officer_confirms_at_the_page_of_the_household(home: Household, cast: Any, desk: Desk) -> None:
    browser, path = desk(cast.ara_depan), f"/keluarga/{home.pk}/pemastian/"
    assert path in browser.get(f"/keluarga/{home.pk}/").content.decode()
    page = browser.get(path)
    assert "Daeng Manai" in page.content.decode() and page.status_code == 200
    sent = {"key": page.context["form"].key, "said_by": "member", "on": TODAY.isoformat()}
    assert browser.post(path, sent | {"said_by": ""}).status_code == 422
    for _turn in range(2):
        assert browser.post(path, sent)["Location"] == f"/keluarga/{home.pk}/"
    shown = browser.get(f"/keluarga/{home.pk}/").content.decode()
    assert "Memastikan data keluarga masih sama, kata Anggota keluarga lain." in shown
    long_ago = (TODAY - timedelta(days=60)).isoformat()
    assert browser.post(path, {"said_by": "head", "on": long_ago}).status_code == 409
    assert path not in desk(cast.bontobahari_supervisor).get(f"/keluarga/{home.pk}/").content.decode()
    for stranger in (cast.bira_koordinator, cast.panakkukang_koordinator):
        assert desk(stranger).get(path).status_code == 404 == desk(stranger).post(path, sent).status_code
    assert desk(cast.bulukumba_dukcapil).get(path).status_code == 403
