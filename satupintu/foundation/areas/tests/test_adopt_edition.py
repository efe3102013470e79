"""Adopting the next edition."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.actions import adopt_edition
from satupintu.foundation.areas.models import Area, Edition, FormerName, Succession
from satupintu.foundation.areas.tests.lists import changed
from satupintu.foundation.areas.words import Kind

pytestmark = pytest.mark.django_db

ARA, BIRA, BONTO_BAHARI = 7302032006, 7302032005, 7302030000


@pytest.fixture
def by(db: None) -> Iterator[Any]:
    """The house, which may adopt."""
    with house("uji") as actor:
        yield actor


@pytest.fixture
def newest(db: None) -> Edition:
    """The edition in force."""
    found = Edition.objects.newest()
    assert found is not None
    return found


def test_an_ended_area_stays_and_its_successor_is_known(by: Any, newest: Edition) -> None:
    edition = adopt_edition(newest, changed({ARA: None, 7302032016: "Ara"}), by=by)
    old = Area.objects.get(pk=ARA)
    assert old.ended == edition and old.full_name.startswith("Desa Ara, Kec. Bonto Bahari")
    assert not Area.objects.current().filter(pk=ARA).exists()
    assert Area.objects.get(pk=7302032016).began == edition
    assert edition.successions.numbers() == {ARA: 7302032016}
    assert list(Succession.objects.since(newest).values_list("old_id", "new_id")) == [(ARA, 7302032016)]


def test_a_renamed_area_keeps_its_former_name(by: Any, newest: Edition) -> None:
    edition = adopt_edition(newest, changed({ARA: "Ara Lestari"}), by=by)
    area = Area.objects.get(pk=ARA)
    assert (area.name, area.name_key, area.began) == ("Ara Lestari", "ara lestari", newest)
    assert list(area.former_names.values_list("name", "until")) == [("Ara", edition.pk)]


def test_a_name_written_otherwise_leaves_no_former_name(by: Any, newest: Edition) -> None:
    adopt_edition(newest, changed({BONTO_BAHARI: "Bontobahari"}), by=by)
    assert Area.objects.get(pk=BONTO_BAHARI).name == "Bontobahari"
    assert not FormerName.objects.exists()


def test_a_code_that_comes_back_begins_anew(by: Any, newest: Edition) -> None:
    first = adopt_edition(newest, changed({ARA: None}), by=by)
    second = adopt_edition(first, changed({ARA: "Ara Baru"}, "Kepmendagri uji 3", date(2031, 1, 1)), by=by)
    area = Area.objects.get(pk=ARA)
    assert (area.name, area.began, area.ended) == ("Ara Baru", second, None)
    assert area.former_names.get().name == "Ara"


def test_a_person_decides_what_no_rule_can(by: Any, newest: Edition) -> None:
    draft = changed({ARA: None, 7302032011: "Timur", 7302032012: "Barat"})
    draft.decided[ARA] = [7302032011, 7302032012]
    edition = adopt_edition(newest, draft, by=by)
    assert set(edition.successions.values_list("new_id", "reason")) == {
        (7302032011, "decided"),
        (7302032012, "decided"),
    }
    assert edition.successions.numbers() == {}


@pytest.mark.parametrize("decided", [{BIRA: [ARA]}, {ARA: [7302032099]}])
def test_a_decision_about_codes_that_did_not_change_is_refused(by: Any, newest: Edition, decided: Any) -> None:
    draft = changed({ARA: None})
    draft.decided.update(decided)
    with pytest.raises(WrongState):
        adopt_edition(newest, draft, by=by)


def test_it_leaves_an_event_with_its_counts(by: Any, newest: Edition) -> None:
    edition = adopt_edition(newest, changed({ARA: None, 7302032016: "Ara", BIRA: "Bira Jaya"}), by=by)
    event = Event.objects.about(edition).get()
    assert (event.name, event.facts["began"], event.facts["ended"], event.facts["renamed"]) == (
        "area.edition_adopted",
        1,
        1,
        1,
    )
    assert "1 kode baru, 1 berakhir, 1 berganti nama" in event.sentence


def test_doing_it_twice_does_it_once(by: Any, newest: Edition) -> None:
    draft = changed({ARA: None})
    first = adopt_edition(newest, draft, by=by, key="sekali")
    assert adopt_edition(newest, draft, by=by, key="sekali") == first
    assert Event.objects.filter(name="area.edition_adopted", subject_id=first.pk).count() == 1


def test_an_edition_adopted_meanwhile_is_a_conflict(by: Any, newest: Edition) -> None:
    adopt_edition(newest, changed({ARA: None}), by=by)
    with pytest.raises(Conflict):
        adopt_edition(newest, changed({BIRA: None}, "Kepmendagri uji 3", date(2031, 1, 1)), by=by)


def test_an_older_edition_is_refused(by: Any, newest: Edition) -> None:
    with pytest.raises(WrongState, match="tidak lebih baru"):
        adopt_edition(newest, changed({ARA: None}, day=newest.decree_date), by=by)


def test_the_same_decree_is_not_adopted_again(by: Any, newest: Edition) -> None:
    with pytest.raises(WrongState, match="sudah pernah"):
        adopt_edition(newest, changed({ARA: None}, decree=newest.decree), by=by)


def test_a_part_of_the_list_is_refused(by: Any, newest: Edition) -> None:
    many = changed({7302030000 + 2100 + place: f"Dusun {place}" for place in range(150)})
    first = adopt_edition(newest, many, by=by)
    with pytest.raises(WrongState, match="tidak lengkap"):
        adopt_edition(
            first,
            changed({7302030000 + 2100 + place: None for place in range(150)}, "Sebagian", date(2031, 1, 1)),
            by=by,
        )
    assert Edition.objects.newest() == first


def test_a_stranger_is_refused(cast: SimpleNamespace, under: Any, newest: Edition) -> None:
    draft = changed({ARA: None})
    for name in ("ara_koordinator", "bulukumba_manajer", "nasional_auditor"):
        with under(getattr(cast, name)), pytest.raises(Refused):
            adopt_edition(newest, draft, by=getattr(cast, name))


def test_the_national_administrator_adopts_but_a_local_one_does_not(
    cast: SimpleNamespace, under: Any, newest: Edition
) -> None:
    admin = cast.nasional_admin
    with under(admin):
        assert adopt_edition(newest, changed({ARA: None}), by=admin).pk
        admin.area = Area.objects.get(pk=7302000000)
        with pytest.raises(Refused):
            adopt_edition(Edition.objects.newest(), changed({BIRA: None}, "Lain", date(2031, 1, 1)), by=admin)


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 7302032050, "name": "Tanpa induk", "kind": Kind.DESA, "parent_id": 7302000000},
        {"number": 7302040000, "name": "Salah jenis", "kind": Kind.DESA, "parent_id": 7302000000},
        {"number": 730204, "name": "Pendek", "kind": Kind.KECAMATAN, "parent_id": None},
        {"number": 7302040000, "name": "", "kind": Kind.KECAMATAN, "parent_id": 7302000000},
    ],
)
def test_no_wrong_area_whoever_writes_it(newest: Edition, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.bulk_create([Area(began=newest, name_key=wrong["name"].lower(), **wrong)])


def test_the_number_decides_code_level_and_span(newest: Edition) -> None:
    kecamatan = Area(number=7302040000, name="Bonto Tiro", kind=Kind.KECAMATAN, began=newest)
    kecamatan.save()
    assert (kecamatan.code, kecamatan.level, kecamatan.parent_id) == ("73.02.04", 3, 7302000000)
    assert (kecamatan.span_start, kecamatan.span_end) == kecamatan.span == (7302040000, 7302050000)
