"""The catalogue: what is offered where and when, which list of papers counts, and who may publish one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from satupintu.engine.actions import Conflict, Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.catalogue import actions
from satupintu.work.catalogue.actions import Line
from satupintu.work.catalogue.models import RequirementSet, Service

ARA, BIRA, BULUKUMBA, GOWA = 7302032006, 7302032005, 7302000000, 7306072008
DAY = date(2026, 11, 20)
LINES = [Line("KTP"), Line("KK", note="Yang terbaru."), Line("Kartu sekolah", obligatory=False)]


def draft(area: int | None = BULUKUMBA, code: str = "rekomendasi-kip-kuliah", on: date = DAY) -> RequirementSet:
    service = Service.objects.get(code=code)
    return RequirementSet(service=service, area=Area.objects.get(pk=area) if area else None, valid_from=on)


def fresh(area: int | None = BULUKUMBA, **more: Any) -> Service:
    place = Area.objects.get(pk=area) if area else None
    usual = {"code": "kartu-tani", "name": "Kartu tani", "field": ServiceField.ECONOMY, "valid_from": DAY}
    return Service(area=place, **(usual | more))


def papers(found: RequirementSet | None) -> list[str]:
    return [line.document for line in found.lines.all()] if found else []


@pytest.fixture
def did(under: Any) -> Callable[..., Any]:
    """``did(actions.publish, …, by=…)`` acts in the scope of ``by``."""

    def act(action: Callable[..., Any], *args: Any, by: Any, **rest: Any) -> Any:
        with under(by):
            return action(*args, by=by, **rest)

    return act


@pytest.mark.django_db
def test_thirteen_daily_services_are_there_from_the_beginning() -> None:
    offered = Service.objects.offered(ARA, DAY)
    daily = [service.name for service in offered if service.daily]
    assert len(daily) == 13
    assert daily[0] == "Pengaktifan BPJS" and daily[12] == "Penerbitan surat kematian (ahli waris)"
    assert all(service.source for service in offered)
    with translation.override("en"):
        assert offered[0].label == "BPJS activation"


@pytest.mark.django_db
def test_every_service_to_begin_with_says_what_to_bring_and_where_that_is_from() -> None:
    for service in Service.objects.all():
        found = RequirementSet.objects.in_force(service, DAY)
        assert found is not None and found.source and papers(found)
    health = RequirementSet.objects.in_force(Service.objects.get(code="rekomendasi-kesehatan"), DAY)
    assert papers(health) == ["KTP", "KK", "SKTM", "Surat rujukan Puskesmas atau surat rawat inap RSUD"]


def test_a_service_is_offered_in_its_area_and_its_days_only(cast: Any, did: Any) -> None:
    did(actions.create_service, fresh(valid_to=DAY + timedelta(days=9)), by=cast.bulukumba_manajer)

    def there(place: int | None, day: date) -> bool:
        return Service.objects.offered(place, day).filter(code="kartu-tani").exists()

    assert there(ARA, DAY) and there(BIRA, DAY + timedelta(days=9)) and there(BULUKUMBA, DAY)
    assert not there(GOWA, DAY) and not there(None, DAY)
    assert not there(ARA, DAY - timedelta(days=1)) and not there(ARA, DAY + timedelta(days=10))


def test_a_new_version_counts_from_its_day_and_the_old_one_stays(cast: Any, did: Any) -> None:
    by, asked = cast.bulukumba_manajer, draft()
    before = RequirementSet.objects.in_force(asked.service, DAY, ARA)
    published = did(actions.publish, asked, by=by, lines=LINES)
    assert published.version == 2 and published.by_label == by.label
    assert RequirementSet.objects.in_force(asked.service, DAY - timedelta(days=1), ARA) == before
    now = RequirementSet.objects.in_force(asked.service, DAY, ARA)
    assert papers(now) == ["KTP", "KK", "Kartu sekolah"]
    assert [line.obligatory for line in now.lines.all()] == [True, True, False]
    assert RequirementSet.objects.of(asked.service).count() == 2


def test_the_nearest_list_counts(cast: Any, did: Any) -> None:
    national = did(actions.publish, draft(None), by=cast.nasional_admin, lines=LINES)
    local = did(actions.publish, draft(on=DAY - timedelta(days=300)), by=cast.bulukumba_manajer, lines=LINES[:1])
    in_force = RequirementSet.objects.in_force
    assert in_force(national.service, DAY, ARA) == local
    assert in_force(national.service, DAY, GOWA) == national
    assert in_force(national.service, DAY) == national


def test_of_one_day_the_latest_version_counts(cast: Any, did: Any) -> None:
    did(actions.publish, draft(), by=cast.bulukumba_manajer, lines=LINES)
    put_right = did(actions.publish, draft(), by=cast.bulukumba_manajer, lines=LINES[:2])
    assert RequirementSet.objects.in_force(put_right.service, DAY, ARA) == put_right


@pytest.mark.parametrize("who", ["gowa_manajer", "ara_koordinator", "bulukumba_kadis", "bulukumba_dukcapil"])
def test_strangers_and_roles_without_the_verb_are_refused(who: str, cast: Any, did: Any) -> None:
    by = getattr(cast, who)
    service = did(actions.create_service, fresh(), by=cast.bulukumba_manajer)
    for act in (
        lambda: did(actions.create_service, fresh(code="lain"), by=by),
        lambda: did(actions.change_service, service, by=by, changes={"name": "Lain"}),
        lambda: did(actions.publish, draft(), by=by, lines=LINES),
    ):
        with pytest.raises(Refused):
            act()
    assert not Service.objects.filter(code="lain").exists()
    assert RequirementSet.objects.filter(by=by).count() == 0


def test_what_counts_for_the_country_is_changed_from_there_only(cast: Any, did: Any) -> None:
    national = Service.objects.get(code="pengaktifan-bpjs")
    with pytest.raises(Refused):
        did(actions.change_service, national, by=cast.bulukumba_manajer, changes={"name": "Lain"})
    with pytest.raises(Refused):
        did(actions.publish, draft(None), by=cast.bulukumba_manajer, lines=LINES)
    did(actions.change_service, national, by=cast.nasional_admin, changes={"valid_to": DAY})
    assert not Service.objects.offered(ARA, DAY + timedelta(days=1)).filter(pk=national.pk).exists()


def test_a_local_service_is_asked_for_where_it_is_offered_only(cast: Any, did: Any) -> None:
    did(actions.create_service, fresh(), by=cast.bulukumba_manajer)
    with pytest.raises(Refused):
        did(actions.publish, draft(None, "kartu-tani"), by=cast.nasional_admin, lines=LINES)
    assert did(actions.publish, draft(ARA, "kartu-tani"), by=cast.bulukumba_manajer, lines=LINES).version == 1


@pytest.mark.parametrize("lines", [[], [Line("KTP"), Line("ktp")]])
def test_an_empty_list_and_a_paper_twice_are_refused(lines: list[Line], cast: Any, did: Any) -> None:
    with pytest.raises(Refused):
        did(actions.publish, draft(), by=cast.bulukumba_manajer, lines=lines)


def test_each_leaves_its_event_and_twice_is_once(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        for _again in range(2):
            service = actions.create_service(fresh(), by=by, key="satu")
            actions.change_service(service, by=by, changes={"position": 3}, key="dua")
            published = actions.publish(draft(BULUKUMBA, "kartu-tani"), by=by, lines=LINES, key="tiga")
        assert [event.name for event in Event.objects.about(service).order_by("id")] == [
            "service.created",
            "service.changed",
        ]
        assert [event.name for event in Event.objects.about(published)] == ["requirement.published"]
    assert RequirementSet.objects.filter(service=service).count() == 1


def test_who_was_overtaken_is_told(cast: Any, did: Any) -> None:
    by = cast.bulukumba_manajer
    service = did(actions.create_service, fresh(), by=by)
    did(actions.change_service, service, by=by, changes={"position": 3}, seen=1)
    with pytest.raises(Conflict):
        did(actions.change_service, service, by=by, changes={"position": 4}, seen=1)
