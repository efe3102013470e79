"""What helps is entered, kept true, seen in its kabupaten and written from its own area only."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from satupintu.cast import resources as demo
from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.work.partners import actions
from satupintu.work.partners.models import Resource
from satupintu.work.partners.words import EndReason, Kind

ARA, BIRA, BONTOBAHARI, BULUKUMBA = 7302032006, 7302032005, 7302030000, 7302000000


def youth(village: int = ARA, **more: Any) -> Resource:
    return Resource(village_id=village, kind=Kind.YOUTH, name="Karang Taruna Ara", offers="Les sore", **more)


@pytest.fixture
def known(cast: Any, under: Any) -> Resource:
    with under(cast.ara_koordinator):
        return actions.register(youth(), by=cast.ara_koordinator)


def names(resource: Resource) -> list[str]:
    return [event.name for event in Event.objects.about(resource)]


def test_there_are_twelve_kinds_with_the_regulation_s_numbers() -> None:
    assert [kind.number for kind in Kind] == [f"{number:02}" for number in range(1, 13)]


def test_it_is_registered_with_an_event_and_once(cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        assert actions.register(youth(), by=by, key="k") == actions.register(youth(), by=by, key="k")
        one = Resource.objects.get()
        assert (one.confirmed_on, names(one)) == (timezone.localdate(), ["resource.registered"])


def test_it_is_changed_confirmed_and_ended(cast: Any, under: Any, known: Resource) -> None:
    by = cast.ara_koordinator
    with under(by):
        actions.change(known, by=by, changes={"capacity": 25, "offers": "Les sore"})
        actions.confirm(known, by=by)
        actions.end(known, by=by, reason=EndReason.STOPPED)
        known.refresh_from_db()
        assert (known.capacity, known.end_reason) == (25, "stopped")
        assert names(known) == ["resource.ended", "resource.confirmed", "resource.changed", "resource.registered"]
        for act in (
            lambda: actions.change(known, by=by, changes={}),
            lambda: actions.confirm(known, by=by),
            lambda: actions.end(known, by=by, reason=EndReason.MOVED),
        ):
            with pytest.raises(WrongState):
                act()


def test_what_somebody_else_changed_meanwhile_is_told(cast: Any, under: Any, known: Resource) -> None:
    by = cast.ara_koordinator
    with under(by):
        seen = known.version
        actions.change(known, by=by, changes={"capacity": 25}, seen=seen)
        with pytest.raises(Conflict):
            actions.change(known, by=by, changes={"capacity": 30}, seen=seen)


@pytest.mark.parametrize("act", ["change", "confirm", "end"])
def test_the_next_village_sees_it_and_keeps_its_hands_off(act: str, cast: Any, under: Any, known: Resource) -> None:
    more: dict[str, Any] = {"change": {"changes": {"capacity": 1}}, "end": {"reason": EndReason.MOVED}}.get(act, {})
    with under(cast.bira_koordinator):
        assert Resource.objects.get() == known
        with pytest.raises(Refused):
            getattr(actions, act)(known, by=cast.bira_koordinator, **more)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Resource.objects.create(village_id=ARA, kind=Kind.YOUTH, name="X", confirmed_on=date.today())
    with under(cast.ara_fasilitator), pytest.raises(Refused):
        getattr(actions, act)(known, by=cast.ara_fasilitator, **more)


def test_another_kabupaten_and_whoever_sees_no_people_see_nothing(cast: Any, under: Any, known: Resource) -> None:
    for stranger in (cast.gowa_manajer, cast.bulukumba_dukcapil, cast.sulsel_pemantau, cast.nasional_auditor):
        with under(stranger):
            assert list(Resource.objects.all()) == []


def test_the_nearest_come_first_and_those_that_ended_not_at_all(cast: Any, under: Any, known: Resource) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        far = actions.register(youth(BULUKUMBA, phone="0811"), by=by)
        middle = actions.register(youth(BONTOBAHARI), by=by)
        other = actions.register(youth(BIRA), by=by)
        actions.end(actions.register(youth(ARA), by=by), by=by, reason=EndReason.MISTAKEN)
        assert list(Resource.objects.serving(ARA)) == [known, middle, far]
        assert other in Resource.objects.around(cast.ara_koordinator)


def test_what_nobody_confirmed_for_a_year_or_whose_permit_ran_out_is_stale(known: Resource) -> None:
    today = timezone.localdate()
    with house("uji", quietly=True):
        assert not known.is_stale(today) and not Resource.objects.stale(today).exists()
        assert known.is_stale(today + timedelta(days=366))
        Resource.objects.update(legal_until=today - timedelta(days=1))
        known.refresh_from_db()
        assert known.is_stale(today) and Resource.objects.stale(today).get() == known


TYPED = {
    "coordinates": "-5.546120, 120.453210",
    "kind": "tksk",
    "name": "Suardi",
    "village": "7302032006",
    "offers": "Rujukan",
    "capacity": "12",
}


def test_the_pages_from_entering_to_the_end(cast: Any, desk: Callable[[Any], Any], under: Any) -> None:
    client = desk(cast.ara_koordinator)
    assert client.post("/psks/baru/", {**TYPED, "phone": "x"}).status_code == 422
    assert client.post("/psks/baru/", {**TYPED, "coordinates": "-5.5"}).status_code == 422
    elsewhere = desk(cast.bulukumba_manajer).post("/psks/baru/", {**TYPED, "village": "7306072008"})
    assert elsewhere.status_code == 422, "not the own kabupaten"
    assert client.post("/psks/baru/", TYPED).status_code == 302
    with under(cast.ara_koordinator):
        one = Resource.objects.get()
    assert str(one.latitude) == "-5.546120"
    page = client.get("/psks/?kind=tksk&name=ruju").content.decode()
    assert "Suardi" in page and "Suardi" not in client.get("/psks/?state=ended").content.decode()
    assert "Rujukan" in client.get(f"/psks/{one.pk}/").content.decode()
    changed = client.post(f"/psks/{one.pk}/perubahan/", {**TYPED, "capacity": "15", "seen": one.version})
    assert changed.status_code == 302
    assert client.post(f"/psks/{one.pk}/konfirmasi/").status_code == 302
    assert client.post(f"/psks/{one.pk}/pengakhiran/", {"reason": "stopped"}).status_code == 302
    assert client.post(f"/psks/{one.pk}/pengakhiran/", {"reason": "stopped"}).status_code == 409
    assert "Suardi" in client.get("/psks/?state=ended").content.decode()
    assert desk(cast.gowa_manajer).get(f"/psks/{one.pk}/").status_code == 404
    assert "Suardi" not in desk(cast.gowa_manajer).get("/psks/?state=ended").content.decode()
    assert desk(cast.bira_koordinator).post(f"/psks/{one.pk}/konfirmasi/").status_code == 403


def test_the_page_of_a_person_says_who_can_help_nearby(cast: Any, desk: Any, under: Any, known: Resource) -> None:
    from satupintu.registry.people.actions import register
    from satupintu.registry.people.rules import Particulars

    with under(cast.ara_koordinator):
        person = register(by=cast.ara_koordinator, who=Particulars(village=ARA, name="Caya"))
    assert "Karang Taruna Ara" in desk(cast.ara_koordinator).get(f"/orang/{person.pk}/").content.decode()


def test_the_demo_knows_every_kind(cast: Any) -> None:
    assert not demo.are_known()
    assert demo.enter(lambda line: None) == "13 orang, kelompok, dan lembaga"
    assert demo.are_known()
    with house("uji", quietly=True):
        assert set(Resource.objects.values_list("kind", flat=True)) == set(Kind.codes())
        assert Resource.objects.stale(timezone.localdate()).count() == 1
