"""The night lists whom a sign means, once, ends what is no longer so, and never tells of what is kept from some."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.registry.people.actions import change
from satupintu.registry.people.models import Departure, Person
from satupintu.registry.people.rules import Particulars
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity
from satupintu.work.detection import actions
from satupintu.work.detection.jobs import search_all, search_kabupaten
from satupintu.work.detection.models import Night, Outreach, Sharing, Sign
from satupintu.work.detection.tests.conftest import AT_SCHOOL, BIRA, GOWA, KABUPATEN, alone, born, listed, night

GOWA_KABUPATEN = 7306000000
pytestmark = pytest.mark.django_db


def everything() -> list[Outreach]:
    with house("uji", quietly=True):
        return list(Outreach.objects.select_related("person").order_by("pk"))


def found_names() -> list[tuple[str, str]]:
    return sorted((one.code, one.person.name) for one in everything() if one.closed_on is None)


def test_each_first_sign_finds_whom_it_means(cast: Any) -> None:
    with house("uji", quietly=True):
        born(name="Sekolah")
        born(name="Akta", age=3, traits={"identity_papers": ["regsosek", "2022", "0"]})
        born(name="Kawin", age=16, traits={"marital_status": ["bdt", "2015", "2"], "schooling": AT_SCHOOL})
        born(name="Netra", age=40, traits={"disability": ["bdt", "2015", "02"]})
        aided = born(name="Daksa", age=40, traits={"disability": ["bdt", "2015", "01"]})
        listed(aided, "pkh")
        old, looked_after, helper = (born(name=name, age=71, traits={}) for name in ("Tua", "Dijaga", "Anak"))
        for one in (old, looked_after):
            listed(one, desil=2)
        alone(old)
        alone(looked_after, helper)
    told = night()
    assert (told.found, told.lapsed) == (5, 0)
    assert found_names() == [
        ("child_married", "Kawin"),
        ("disability_no_aid", "Netra"),
        ("elderly_alone", "Tua"),
        ("no_certificate", "Akta"),
        ("out_of_school", "Sekolah"),
    ]


def test_nobody_is_listed_twice_whatever_happens(child: Person) -> None:
    assert [night().found for _turn in range(3)] == [1, 0, 0]
    one = everything()[0]
    with house("uji", quietly=True), pytest.raises(IntegrityError), transaction.atomic():
        Outreach.objects.create(
            person=child, sign=one.sign, code=one.code, topic="education", village_id=child.village_id,
            found_on=timezone.localdate(),
        )  # fmt: skip


def test_it_leaves_an_event_and_twice_is_once(child: Person) -> None:
    with house("uji", quietly=True):
        first = night(key="k")
        with house("uji", quietly=True) as by:
            assert actions.find(by=by, kabupaten=KABUPATEN, today=timezone.localdate(), key="k2").found == 0
        assert first.found == 1
        names = Event.objects.filter(name="outreach.found").values_list("facts__found", flat=True)
        assert list(names.order_by("id")) == [1, 0]


def test_what_is_no_longer_so_ends_by_itself(child: Person) -> None:
    night()
    with house("uji", quietly=True):
        Person.objects.filter(pk=child.pk).update(traits={"schooling": AT_SCHOOL})
    assert night().lapsed == 1
    (one,) = everything()
    assert (one.state, one.result, one.closed_on) == ("closed", "changed", timezone.localdate())
    with house("uji", quietly=True):
        Person.objects.filter(pk=child.pk).update(traits={"schooling": ["bdt", "2015", "0"]})
    assert night().found == 1, "nobody was there, so the sign is not silent"


def test_who_died_is_listed_no_more(child: Person) -> None:
    night()
    with house("uji", quietly=True):
        Departure.objects.create(person=child, village_id=child.village_id, kind="died", basis="family")
    assert (night().lapsed, found_names()) == (1, [])


def test_another_kabupaten_is_searched_in_its_own_night(child: Person) -> None:
    with house("uji", quietly=True):
        born(GOWA, "Sari")
    night(GOWA_KABUPATEN)
    assert found_names() == [("out_of_school", "Sari")]


def complain(cast: Any, under: Callable[[Any], Any], person: Person, **more: Any) -> None:
    told = Intake(
        village_id=person.village_id, channel=Channel.WALK_IN, kind=Kind.GRIEVANCE, nature=Nature.NEED,
        text="Ingin sekolah lagi", person=person, **more,
    )  # fmt: skip
    with under(cast.ara_koordinator):
        register(told, by=cast.ara_koordinator)


@pytest.mark.parametrize(
    ("field", "sensitivity", "silence", "listed"),
    [
        ("education", Sensitivity.ORDINARY, "same_field", 0),
        ("health", Sensitivity.ORDINARY, "same_field", 1),
        ("health", Sensitivity.ORDINARY, "any", 0),
        ("education", Sensitivity.ORDINARY, "none", 1),
        ("education", Sensitivity.RESTRICTED, "any", 1),
        ("education", Sensitivity.SECRET, "any", 1),
    ],
)
def test_an_ordinary_complaint_keeps_a_sign_silent_and_no_other_is_told_by_a_gap(
    field: str, sensitivity: Sensitivity, silence: str, listed: int, cast: Any, under: Any, child: Person
) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        first = Sign.objects.get(code="out_of_school")
        first.pk, first.area_id, first.silence = None, KABUPATEN, silence
        actions.publish(first, by=by)
    complain(cast, under, child, field=field, sensitivity=sensitivity)
    assert night().found == listed


@pytest.mark.parametrize(("result", "days", "again"), [("helped", 30, 0), ("helped", 200, 1), ("not_found", 40, 1)])
def test_a_result_keeps_a_sign_silent_for_a_while(result: str, days: int, again: int, child: Person) -> None:
    night()
    with house("uji", quietly=True):
        Outreach.objects.update(state="closed", result=result, closed_on=timezone.localdate() - timedelta(days=days))
    assert night().found == again


def test_a_kabupaten_s_own_sign_takes_the_place_of_the_nation_s_and_one_switched_off_ends_what_it_found(
    child: Person, cast: Any, under: Any
) -> None:
    night()
    by = cast.bulukumba_manajer
    with under(by):
        own = Sign.objects.get(code="out_of_school")
        own.pk, own.area_id, own.age_from = None, KABUPATEN, 15
        actions.publish(own, by=by)
    assert night().lapsed == 1 and found_names() == []
    with house("uji", quietly=True):
        born(name="Anak Besar", age=16)
        born(GOWA, "Sari", age=8)
    night()
    night(GOWA_KABUPATEN)
    assert [name for _code, name in found_names()] == ["Anak Besar", "Sari"]
    with under(by):
        own.pk, own.active = None, False
        actions.publish(own, by=by)
    assert night().lapsed == 1
    assert [name for _code, name in found_names()] == ["Sari"]


def test_who_moves_is_listed_in_the_new_village_and_nobody_is_to_go_yet(
    shared: Outreach, child: Person, cast: Any, under: Any
) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        told = Particulars(village=BIRA, name=child.name, birth_date=child.birth_date, traits=child.traits)
        change(Person.objects.get(pk=child.pk), by=by, who=told)
    (one,) = everything()
    assert (one.village_id, one.state, one.assignee_id) == (BIRA, "found", None)
    with under(cast.ara_koordinator):
        assert not Outreach.objects.exists()


def test_who_moved_unheard_is_followed_at_night(shared: Outreach, child: Person) -> None:
    with house("uji", quietly=True):
        Person.objects.filter(pk=child.pk).update(village_id=BIRA)
    told = night()
    (one,) = everything()
    assert (told.found, told.lapsed) == (0, 0)
    assert (one.village_id, one.state, one.assignee_id) == (BIRA, "found", None)


def test_the_clock_asks_for_each_kabupaten_and_one_without_people_is_left_alone(child: Person) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    search_all.func(0)
    assert (
        ProcrastinateJob.objects.filter(task_name="detection.search_kabupaten").count()
        == Area.objects.current().at_level(2).count()
        > 1
    )
    today = f"{timezone.localdate():%Y-%m-%d}"
    for kabupaten in (KABUPATEN, KABUPATEN, 7404000000):
        search_kabupaten.func(kabupaten, today)
    with house("uji", quietly=True):
        assert list(Night.objects.values_list("pk", "found")) == [(7302, 1)]


def test_a_village_with_another_code_keeps_its_list(shared: Outreach, cast: Any, under: Any) -> None:
    from satupintu.registry.people.tests.test_listeners import NEW_ARA, adopted

    adopted((shared.village_id, NEW_ARA))
    with under(cast.bulukumba_manajer):
        assert set(Outreach.objects.values_list("village_id", flat=True)) == {NEW_ARA}
        assert set(Sharing.objects.values_list("village_id", flat=True)) == {NEW_ARA}
