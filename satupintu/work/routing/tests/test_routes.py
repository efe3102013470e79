"""Keeping rules, asking them, and their pages."""

from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Office
from satupintu.work.routing import actions
from satupintu.work.routing.directory import offices_above, suggestions
from satupintu.work.routing.models import Route
from satupintu.work.routing.rules import Matter
from satupintu.work.routing.start import START

ARA, BULUKUMBA, GOWA = 7302032006, 7302000000, 7306000000
TODAY = date(2026, 11, 20)
TYPED = {
    "field": "health", "nature": "", "programme": "", "asked_from": "", "to_kind": "hospital", "to_level": "kabupaten",
    "reason": "Di sini langsung ke RSUD.", "source": "SK Bupati (contoh)", "order": "5",
}  # fmt: skip


def rule(area: int | None = BULUKUMBA, **more: Any) -> Route:
    place = Area.objects.get(pk=area) if area else None
    words = {"field": "health", "to_kind": "hospital", "to_level": "kabupaten", "reason": "Langsung ke RSUD."}
    return Route(area=place, **(words | more))


def asked(matter: Matter) -> list[str]:
    return [one.office.code for one in suggestions(matter, Office.objects.receiving(matter.field, matter.village))]


def test_an_installation_begins_with_the_national_rules(cast: Any) -> None:
    assert Route.objects.in_force().filter(area=None).count() == len(START)
    assert asked(Matter(field="education", village=ARA, asked_from=4, schooling="primary")) == ["D7302DIKBUD"]


def test_a_kabupaten_publishes_its_own_which_is_asked_first(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        route = actions.publish(rule(), by=by)
        assert asked(Matter(field="health", village=ARA, asked_from=4))[0] == "H7302RSUD"
        assert asked(Matter(field="health", village=GOWA + 2008, asked_from=4)) == []
        event = Event.objects.about(route).get()
        assert (event.name, event.appointment_id) == ("route.published", by.pk)


def test_a_rule_is_replaced_never_changed(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        old = actions.publish(rule(), by=by)
        new = actions.publish(rule(reason="Lewat dinas dulu.", to_kind="agency"), by=by, replaces=old)
        old.refresh_from_db()
        assert old.ended_at is not None
        assert new.replaces == old
        assert asked(Matter(field="health", village=ARA, asked_from=4)) == ["D7302DINKES"]
        with pytest.raises(WrongState):
            actions.publish(rule(), by=by, replaces=old)


def test_a_withdrawn_rule_is_asked_no_more_and_is_withdrawn_once(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        route = actions.publish(rule(), by=by)
        assert actions.withdraw(route, by=by, key="cabut") == actions.withdraw(route, by=by, key="cabut")
        assert asked(Matter(field="health", village=ARA, asked_from=4)) == ["D7302DINKES"]
        assert [event.name for event in Event.objects.about(route)] == ["route.withdrawn", "route.published"]
        with pytest.raises(WrongState):
            actions.withdraw(route, by=by)


def test_publishing_twice_with_one_key_publishes_once(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        assert actions.publish(rule(), by=by, key="dua") == actions.publish(rule(), by=by, key="dua")
        assert Route.objects.filter(area=BULUKUMBA).count() == 1


@pytest.mark.parametrize("name", ["gowa_manajer", "ara_koordinator"])
def test_a_stranger_keeps_no_rule_of_another_area(name: str, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        route = actions.publish(rule(), by=cast.bulukumba_manajer)
    stranger = getattr(cast, name)
    with under(stranger):
        for act in (lambda: actions.publish(rule(), by=stranger), lambda: actions.withdraw(route, by=stranger)):
            with pytest.raises(Refused):
                act()


def test_a_kabupaten_keeps_no_rule_of_the_nation(cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        with pytest.raises(Refused):
            actions.publish(rule(None), by=cast.bulukumba_manajer)
        with pytest.raises(Refused):
            actions.withdraw(Route.objects.filter(area=None).first(), by=cast.bulukumba_manajer)


def test_above_a_village_stands_the_kecamatan_then_the_kabupaten_then_the_provinsi(cast: Any) -> None:
    ara = Office.objects.get(code="P7302032006")
    assert [one.code for one in offices_above(ara, today=TODAY)] == ["K730203", "S7302", "V73"]
    assert offices_above(Office.objects.get(code="V73"), today=TODAY) == []
    assert offices_above(Office.objects.get(code="N00"), today=TODAY) == []


def test_a_closed_office_is_passed_over(cast: Any) -> None:
    Office.objects.filter(code="K730203").update(closed_on=TODAY)
    above = offices_above(Office.objects.get(code="P7302032006"), today=TODAY)
    assert above[0].code == "S7302"


def test_everybody_reads_the_rules_and_only_keepers_are_offered_to_change_them(cast: Any, desk: Any) -> None:
    page = desk(cast.ara_depan).get("/aturan-rute/").content.decode()
    assert "SMA/SMK diurus provinsi." in page
    assert "/aturan-rute/baru/" not in page
    assert desk(cast.ara_depan).get("/aturan-rute/baru/").status_code == 403
    assert "/aturan-rute/baru/" in desk(cast.bulukumba_manajer).get("/aturan-rute/").content.decode()


def test_a_manager_publishes_replaces_and_withdraws_in_the_browser(cast: Any, desk: Any) -> None:
    manager = desk(cast.bulukumba_manajer)
    national = Route.objects.get(area=None, field="health")
    assert "Aturan Anda akan didahulukan" in manager.get(f"/aturan-rute/{national.pk}/").content.decode()
    assert manager.post(f"/aturan-rute/{national.pk}/", TYPED).status_code == 302
    own = Route.objects.get(area=BULUKUMBA)
    assert manager.post(f"/aturan-rute/{own.pk}/", TYPED | {"reason": "Alasan baru."}).status_code == 302
    newer = Route.objects.in_force().get(area=BULUKUMBA)
    assert newer.replaces == own
    assert "Alasan baru." in manager.get("/aturan-rute/").content.decode()
    assert manager.post(f"/aturan-rute/{own.pk}/pencabutan/").status_code == 409
    assert manager.post(f"/aturan-rute/{newer.pk}/pencabutan/").status_code == 302
    assert Route.objects.in_force().filter(area=None).count() == len(START)


def test_schooling_without_education_comes_back_with_a_sentence(cast: Any, desk: Any) -> None:
    answer = desk(cast.bulukumba_manajer).post("/aturan-rute/baru/", TYPED | {"schooling": ["senior"]})
    assert answer.status_code == 422
    assert "Jenjang sekolah hanya untuk bidang pendidikan." in answer.content.decode()
