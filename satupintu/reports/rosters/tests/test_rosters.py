"""Two editions of a list beside each other: who came, fell off, moved a desil; by village and by name."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Household, ListEdition, ListMembership, Person
from satupintu.reports.rosters.questions import by_village, moved
from satupintu.reports.rosters.words import Movement
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.words import Channel, Kind, Nature

ARA, BIRA = 7302032006, 7302032005
PEOPLE = {"Masuk": (None, 2), "Keluar": (3, None), "Turun": (4, 1), "Naik": (1, 4), "Tetap": (2, 2)}


@pytest.fixture
def editions(cast: Any) -> tuple[ListEdition, ListEdition]:
    """Two editions; in Ara one of each movement and a household that came, in Bira one who fell off."""
    with house("uji", quietly=True):
        old = ListEdition.objects.create(list="dtsen", edition="uji-1", as_of=date(2026, 1, 1))
        new = ListEdition.objects.create(list="dtsen", edition="uji-2", as_of=date(2026, 4, 1))
        for name, (before, after) in PEOPLE.items():
            one = Person.objects.create(name=f"Warga {name}", village_id=ARA)
            _list(old, one, before)
            _list(new, one, after)
        _list(old, Person.objects.create(name="Orang Bira", village_id=BIRA), 5)
        home = Household.objects.create(head=Person.objects.get(name="Warga Masuk"), village_id=ARA)
        ListMembership.objects.create(edition=new, household=home, village_id=ARA, desil=1)
    return old, new


def _list(edition: ListEdition, person: Person, desil: int | None) -> None:
    if desil is not None:
        ListMembership.objects.create(edition=edition, person=person, village_id=person.village_id, desil=desil)


def test_each_village_is_counted_once(cast: Any, under: Any, editions: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        bira, ara = by_village(*editions, by.span)
    assert (bira.village, bira.before, bira.after, bira.fell) == (BIRA, 1, 0, 1)
    assert (ara.before, ara.after, ara.came, ara.fell) == (4, 5, 2, 1)
    assert (ara.poorer, ara.better, ara.same) == (1, 1, 1)


def test_the_next_village_counts_nobody_of_ours(cast: Any, under: Any, editions: Any) -> None:
    by = cast.bira_koordinator
    with under(by):
        assert [line.village for line in by_village(*editions, (0, 10**10))] == [BIRA]
        assert moved(*editions, ARA, None) == []


def test_behind_a_number_stand_names_with_both_ranks_and_their_complaints(cast: Any, under: Any, editions: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        found = moved(*editions, ARA, Movement.POORER)
        assert [(one.name, one.old_desil, one.new_desil, one.complaints) for one in found] == [
            ("Warga Turun", 4, 1, ())
        ]
        assert {one.movement for one in moved(*editions, ARA, None)} == set(Movement) - {Movement.SAME}
        homes = [one for one in moved(*editions, ARA, Movement.CAME) if not one.is_person]
        assert [one.name for one in homes] == ["Keluarga Warga Masuk"]


def test_the_pages_show_and_hand_over(cast: Any, desk: Any, editions: Any) -> None:
    old, new = editions
    browser = desk(cast.ara_koordinator)
    keys = f"lama={old.pk}&baru={new.pk}"
    assert (
        "Warga"
        not in browser.get(f"/edisi-daftar/?{keys}").content.decode().partition("<main")[2].partition("<table")[2]
    )
    page = browser.get(f"/edisi-daftar/warga/?{keys}&desa={ARA}&gerak=fell").content.decode()
    assert "Warga Keluar" in page
    assert "Warga Masuk" not in page
    book = browser.get(f"/edisi-daftar/?{keys}&unduh=xlsx")
    content = b"".join(book.streaming_content) if book.streaming else book.content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert any("Ara" in str(row) for row in rows)


def test_names_of_another_village_are_not_there(cast: Any, desk: Any, editions: Any) -> None:
    old, new = editions
    answer = desk(cast.bira_koordinator).get(f"/edisi-daftar/warga/?lama={old.pk}&baru={new.pk}&desa={ARA}")
    assert answer.status_code == 404


def test_whoever_only_takes_complaints_down_has_no_such_page(cast: Any, desk: Any, editions: Any) -> None:
    assert desk(cast.ara_depan).get("/edisi-daftar/").status_code == 403
    assert desk(cast.ara_depan).get("/edisi-daftar/warga/").status_code == 403


def test_complaints_of_somebody_who_fell_off_stand_beside_the_name(
    cast: Any, under: Any, desk: Any, editions: Any
) -> None:
    old, new = editions
    by = cast.ara_koordinator
    with under(by):
        told = Intake(
            village_id=ARA, channel=Channel.WALK_IN, kind=Kind.GRIEVANCE, nature=Nature.NEED, text="Tidak terdaftar lagi.",
            field=ServiceField.SOCIAL, person=Person.objects.get(name="Warga Keluar"),
        )  # fmt: skip
        complaint = register(told, by=by)
        (fell,) = moved(old, new, ARA, Movement.FELL)
        assert fell.complaints == (complaint.number,)
    page = desk(by).get(f"/edisi-daftar/warga/?lama={old.pk}&baru={new.pk}&desa={ARA}").content.decode()
    assert f"/keluhan/{complaint.number}/" in page
