"""A saved batch is taken back: every table as it was, or nothing at all, with the reason."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.imports import jobs, staging
from satupintu.registry.imports.models import AppliedRow, Batch, FormerRow
from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.imports.undoing import undo
from satupintu.registry.people.actions import Kind, Reachable, add_ppks, change, record_contact
from satupintu.registry.people.models import Contact, Household, ListEdition, Person, Ppks
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import PpksBasis, SafeContact

TABLES = (
    *("person", "household", "householdmember", "familycard", "cardmember", "departure", "listmembership", "nametoken"),
    "consent",
)
SECOND = (
    FAMILY[0].replace("Muh. Rahmatullah", "Muhammad Rahmatullah").replace("L,12", "L,12").replace(",SMA", ",SMP"),
    FAMILY[1].replace("7302031201100007", "7302031201100008"),
    "7302031201100008,,Baso,Anak,L,01-02-2021,73.02.03.2006,1,",
)


def everything(under: Any, cast: Any) -> dict[str, list[Any]]:
    """Every row of every table about people, as it stands."""
    with under(cast.bulukumba_manajer), connection.cursor() as cursor:
        found = {}
        for table in TABLES:
            cursor.execute(f"select to_jsonb(t) from people_{table} t order by to_jsonb(t)::text")
            found[table] = [row[0] for row in cursor.fetchall()]
        return found


def test_what_came_goes_and_nothing_else_is_touched(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    before = everything(under, cast)
    batch = take_back(save(bring(csv(*FAMILY))))
    assert batch.state == "undone"
    assert everything(under, cast) == before
    with under(cast.ara_koordinator):
        event = Event.objects.about(batch).first()
        assert event is not None
        assert (event.name, event.facts) == ("import.undone", {"removed": 3, "restored": 0})
        assert Event.objects.filter(name="person.import_undone").count() == 3
        assert not (AppliedRow.objects.exists() or FormerRow.objects.exists())


def test_what_was_changed_moved_and_listed_is_as_it_was_to_the_last_column(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    save(bring(csv(*FAMILY)))
    before = everything(under, cast)
    batch = save(bring(csv(*SECOND)))
    assert (batch.counts["new"], batch.counts["changed"]) == (1, 2)
    assert everything(under, cast) != before
    assert take_back(batch).state == "undone"
    assert everything(under, cast) == before


def test_the_same_file_goes_in_again_after_it_was_taken_back(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    take_back(save(bring(csv(*FAMILY))))
    assert save(bring(csv(*FAMILY))).counts["new"] == 3
    with under(cast.ara_koordinator):
        assert Person.objects.count() == 3


def test_a_batch_stays_when_somebody_was_changed_since_and_it_says_who(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    by = cast.ara_koordinator
    batch = save(bring(csv(*FAMILY)))
    with under(by):
        person = Person.objects.get(name="Caya")
        change(person, by=by, who=Particulars(village=7302032006, name="Caya Baru"))
    after = everything(under, cast)
    with pytest.raises(WrongState) as refused:
        take_back(batch)
    assert refused.value.sentence.startswith("1 orang dari berkas ini sudah diubah")
    assert list(refused.value.possible) == [f"Periksa O-{person.pk}."]
    assert everything(under, cast) == after


def test_a_batch_stays_when_a_later_file_changed_its_people_and_the_later_one_goes_first(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    first = save(bring(csv(*FAMILY)))
    second = save(bring(csv(*SECOND)))
    with pytest.raises(WrongState):
        take_back(first)
    assert take_back(second).state == "undone"


def test_a_batch_stays_when_somebody_is_changed_while_it_waits(bring: Any, save: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    batch = save(bring(csv(*FAMILY)))
    with under(by):
        undo(batch, by=by, queued=False)
        change(Person.objects.get(name="Caya"), by=by, who=Particulars(village=7302032006, name="Caya Baru"))
    jobs.undo(batch.pk)
    with under(by):
        assert Batch.objects.get().state == "applied"
        assert Person.objects.count() == 3
        assert Event.objects.about(batch).first().name == "import.undo_refused"  # type: ignore[union-attr]


def test_only_what_is_saved_is_taken_back_by_those_who_may(bring: Any, save: Any, cast: Any, under: Any) -> None:
    batch = bring(csv(*FAMILY))
    with under(cast.ara_koordinator), pytest.raises(WrongState):
        undo(batch, by=cast.ara_koordinator, queued=False)
    batch = save(batch)
    for stranger in (cast.ara_depan, cast.bira_koordinator):
        with under(stranger), pytest.raises(Refused):
            undo(batch, by=stranger, queued=False)


def test_taking_back_twice_is_once(bring: Any, save: Any, cast: Any, under: Any) -> None:
    batch = save(bring(csv(*FAMILY)))
    with under(cast.ara_koordinator):
        for _time in (1, 2):
            undo(batch, by=cast.ara_koordinator, queued=False, key="tarik")
    for _time in (1, 2):
        jobs.undo(batch.pk)
    with staging.as_house(batch, "uji"):
        assert Event.objects.filter(name="import.undone").count() == 1


def test_a_batch_stays_when_somebody_in_it_was_said_to_be_in_need_even_where_that_is_sealed(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    batch = save(bring(csv(*FAMILY)))
    with under(cast.bulukumba_manajer):
        person = Person.objects.get(name="Caya")
        add_ppks(person, by=cast.bulukumba_manajer, kind=Kind("16", date(2025, 3, 4), PpksBasis.ASSESSMENT))
    after = everything(under, cast)
    assert take_back(batch).state == "applied"
    assert everything(under, cast) == after
    with under(cast.ara_koordinator):
        told = Event.objects.about(batch).first()
        assert told is not None
        assert (told.name, told.facts) == ("import.undo_refused", {"changed": 1}), "whose it is is not told"


def test_what_was_said_of_those_registered_before_stays_when_a_batch_is_taken_back(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    by = cast.ara_koordinator
    save(bring(csv(*FAMILY)))
    before = everything(under, cast)
    batch = save(bring(csv(*SECOND)))
    with under(by):
        person = Person.objects.get(name="Caya")
        need = add_ppks(person, by=by, kind=Kind("24", date(2025, 3, 4), PpksBasis.ASSESSMENT))
        how = record_contact(person, by=by, how=Reachable(SafeContact.NONE))
        home = Household.objects.get()
        add_ppks(home, by=by, kind=Kind("25", date(2025, 3, 4), PpksBasis.ASSESSMENT))
    assert take_back(batch).state == "undone"
    assert everything(under, cast) == before
    with under(by):
        assert Ppks.objects.of(person).get() == need
        assert Contact.objects.now().get() == how
        assert Ppks.objects.of(home).exists()


def test_a_batch_stays_when_the_household_that_it_brought_was_said_to_be_in_need(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    by = cast.ara_koordinator
    batch = save(bring(csv(*FAMILY)))
    with under(by):
        add_ppks(Household.objects.get(), by=by, kind=Kind("25", date(2025, 3, 4), PpksBasis.ASSESSMENT))
    after = everything(under, cast)
    assert take_back(batch).state == "applied"
    assert everything(under, cast) == after


HOME = "No Rumah Tangga,NIK,Nama,SHDK,JK,Tanggal Lahir,Kode Desa,Desil"
PAIR = (
    "6,7302031211870001,Muh. Rahmatullah,Famili Lain,L,12-11-1987,73.02.03.2006,1",
    "{home},7302034508900002,St. Aminah,{role},P,05-08-1990,73.02.03.2006,{desil}",
)


@pytest.mark.parametrize(
    "told",
    [
        {"home": "6"},
        {"home": "6", "role": "Kepala Keluarga"},
        {"role": "Kepala Keluarga"},
        {"role": "Anak"},
        {"desil": "2"},
        {"edition": "2026-2"},
    ],
    ids=["another household", "head of another", "head of the same", "relationship", "desil", "edition"],
)
def test_what_is_written_of_somebody_whose_own_particulars_stay_is_taken_back_as_well(
    told: dict[str, str], bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    def brought(home: str = "7", role: str = "Istri", desil: str = "1", edition: str = "2026-1") -> Batch:
        with house("uji", quietly=True):
            listed = ListEdition.known(f"dtsen {edition}", date(2026, 3, 1))
        file = csv(PAIR[0], PAIR[1].format(home=home, role=role, desil=desil), headings=HOME)
        return save(bring(file, edition=listed))  # type: ignore[no-any-return]

    brought()
    before = everything(under, cast)
    batch = brought(**told)
    assert batch.counts["unchanged"] == 2
    assert everything(under, cast) != before
    assert take_back(batch).state == "undone"
    assert everything(under, cast) == before


def test_of_whom_a_file_says_nothing_new_nothing_is_written_and_nothing_kept(
    bring: Any, save: Any, take_back: Any, cast: Any, under: Any
) -> None:
    with house("uji", quietly=True):
        listed = ListEdition.known("dtsen 2026-1", date(2026, 3, 1))
    same, more = csv(*FAMILY), csv(*FAMILY, FAMILY[2].replace("Caya", "Hasan").replace(",P,", ",L,"))
    save(bring(same, edition=listed))
    before = everything(under, cast)
    batch = save(bring(same, edition=listed))
    assert everything(under, cast) == before
    with under(cast.ara_koordinator):
        assert [row.touched for row in AppliedRow.objects.filter(batch=batch)] == [False] * 3
        assert not FormerRow.objects.filter(batch=batch).exists()
        later = save(bring(more, edition=listed))
        assert AppliedRow.objects.filter(batch=later, touched=True).get().was_new
    assert take_back(later).state == "undone"
    assert everything(under, cast) == before
    assert take_back(batch).state == "undone"
    assert everything(under, cast) == before


def test_the_same_file_gives_a_household_the_head_that_it_has_lost(
    bring: Any, save: Any, cast: Any, under: Any
) -> None:
    save(bring(csv(*FAMILY)))
    with house("uji", quietly=True):
        Household.objects.update(head=None)
    assert save(bring(csv(*FAMILY))).counts["unchanged"] == 3
    with under(cast.ara_koordinator):
        assert Household.objects.get().head == Person.objects.get(name="Muh. Rahmatullah")
