"""A file comes in: what is saved, what is refused, and what is never done by half."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection
from django.utils import timezone

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.imports import actions, jobs, staging
from satupintu.registry.imports.actions import File, apply, cancel, upload
from satupintu.registry.imports.models import Batch, StagedRow, Upload
from satupintu.registry.imports.tests.conftest import FAMILY, by_letter, csv
from satupintu.registry.people.models import FamilyCard, Household, HouseholdMember, NameToken, Person
from satupintu.registry.people.search import find

ARA, BIRA = 7302032006, 7302032005


def told(batch: Batch) -> dict[int, list[str]]:
    """Row → codes of its errors and cautions."""
    with staging.as_house(batch, "uji"):
        return {row.number: [one[0] for one in row.errors + row.cautions] for row in batch.rows.to_look_at()}


def test_a_family_becomes_persons_a_household_and_a_card(bring: Any, save: Any, cast: Any, under: Any) -> None:
    batch = save(bring(csv(*FAMILY)))
    assert batch.counts["new"] == 3
    with under(cast.ara_depan):
        head = Person.objects.with_nik("7302031211870001").get()
        home = Household.objects.of(head).get()
        assert home.head == head
        assert list(home.members.now().order_by("pk").values_list("relationship", flat=True)) == [
            "head",
            "spouse",
            "child",
        ]
        assert FamilyCard.objects.get().members.count() == 3
        assert head.traits == {"education": ["register", "siak", "5"]}
        assert (head.rt, head.birth_year, head.sex) == ("001", 1987, "male")
        assert find("sitti aminah 1990", cast.ara_depan).people[0].person.name == "St. Aminah"


def test_each_person_and_household_leaves_an_event_and_the_batch_one_with_counts(
    bring: Any, save: Any, cast: Any, under: Any
) -> None:
    batch = save(bring(csv(*FAMILY)))
    with under(cast.ara_koordinator):
        people = Event.objects.filter(name="person.registered")
        assert people.count() == 3
        assert people[0].facts == {"batch": batch.pk}
        assert Event.objects.get(name="household.registered").facts == {"batch": batch.pk, "members": 3}
        assert Event.objects.get(name="import.applied").facts["new"] == 3
        assert [event.name for event in Event.objects.about(batch)] == [
            "import.applied",
            "import.started",
            "import.uploaded",
        ]


def test_the_same_file_twice_changes_nothing(bring: Any, save: Any, cast: Any, under: Any) -> None:
    save(bring(csv(*FAMILY)))
    again = save(bring(csv(*FAMILY)))
    assert (again.counts["new"], again.counts["unchanged"]) == (0, 3)
    with under(cast.ara_koordinator):
        assert (Person.objects.count(), Household.objects.count(), FamilyCard.objects.count()) == (3, 1, 1)
        assert HouseholdMember.objects.count() == 3


def test_a_changed_cell_changes_the_person_and_an_empty_one_erases_nothing(
    bring: Any, save: Any, cast: Any, under: Any
) -> None:
    save(bring(csv(*FAMILY)))
    head = FAMILY[0].replace("Muh. Rahmatullah", "Muhammad Rahmatullah Dg. Mattawang").replace("SMA", "")
    batch = save(bring(csv(head)))
    assert (batch.counts["changed"], batch.counts["new"]) == (1, 0)
    with under(cast.ara_koordinator):
        person = Person.objects.with_nik("7302031211870001").get()
        assert person.name == "Muhammad Rahmatullah Dg. Mattawang"
        assert person.traits == {"education": ["register", "siak", "5"]}
        assert person.version == 2
        assert NameToken.objects.filter(person=person).count() == 4
        event = Event.objects.about(person).first()
        assert event is not None
        assert event.facts["fields"] == ["name"]
        assert event.sentence == "Mengubah nama."


def test_a_row_from_outside_the_own_area_is_refused(bring: Any) -> None:
    batch = bring(csv(*FAMILY, FAMILY[0].replace("2006", "2005"), FAMILY[1].replace("73.02.03.2006", "73.06.07.2008")))
    assert (batch.counts["new"], batch.counts["refused"]) == (3, 2)
    assert told(batch) == {5: ["outside"], 6: ["outside"]}


@pytest.mark.parametrize(
    ("cell", "bad", "code"),
    [
        ("7302031211870001", "730203121187000", "number_length"),
        ("7302031211870001", "73020312118700O1", "number_letter"),
        ("7302031211870001", "7.30203121187E+15", "number_spreadsheet"),
        ("7302031201100007", "12345", "number_length"),
        ("12-11-1987", "12-31-1987", "date"),
        ("12-11-1987", "12-11-2987", "date"),
        (",L,", ",X,", "code"),
        ("Muh. Rahmatullah", "123", "name"),
        ("Muh. Rahmatullah", "", "name"),
        ("73.02.03.2006", "73.02.03.2999", "outside"),
        ("73.02.03.2006", "Desa Ara", "village_code"),
        (",1,SMA", ",RT satu,SMA", "rt"),
        ("Kepala Keluarga", "Juragan", "code"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_says_what_to_do(cell: str, bad: str, code: str, bring: Any) -> None:
    batch = bring(csv(FAMILY[0].replace(cell, bad), *FAMILY[1:]))
    assert (batch.counts["refused"], batch.counts["new"]) == (1, 2)
    assert told(batch) == {2: [code]}


def test_the_same_person_twice_in_a_file_is_refused_once(bring: Any) -> None:
    batch = bring(csv(*FAMILY, FAMILY[2]))
    assert told(batch) == {5: ["same_row"]}


def test_one_nik_under_two_names_and_a_second_head_are_cautions(bring: Any, save: Any, cast: Any, under: Any) -> None:
    other = FAMILY[0].replace("Muh. Rahmatullah", "Baso")
    batch = bring(csv(*FAMILY, other))
    assert told(batch) == {5: ["nik_in_file", "two_heads"]}
    save(batch)
    with under(cast.ara_koordinator):
        assert Person.objects.count() == 4
        assert HouseholdMember.objects.get(person__name="Baso").relationship == "other"


def test_a_nik_that_somebody_else_of_the_area_bears_is_a_caution(bring: Any, save: Any) -> None:
    save(bring(csv(FAMILY[0])))
    batch = bring(csv(FAMILY[0].replace("Muh. Rahmatullah", "Sitti Halimah")))
    assert (batch.counts["new"], told(batch)) == (1, {2: ["nik_used"]})


def test_a_nik_of_another_area_is_never_betrayed(bring: Any, save: Any, cast: Any) -> None:
    save(bring(csv(FAMILY[0])))
    batch = bring(csv(FAMILY[0].replace("2006", "2005").replace("Muh. Rahmatullah", "Baso")), by=cast.bira_koordinator)
    assert (batch.counts["new"], told(batch)) == (1, {})


def test_bare_relation_codes_under_a_vague_heading_are_not_guessed(bring: Any) -> None:
    batch = bring(csv("Muh. Rahmatullah,L,1", "Caya,P,3", headings="Nama,JK,Hubungan"))
    assert told(batch) == {3: ["two_lists"]}
    batch = bring(csv("Muh. Rahmatullah,L,1", "Caya,P,3", headings="Nama,JK,SHDK"))
    assert told(batch) == {}


def test_a_file_without_headings_is_not_read_and_says_so(bring: Any) -> None:
    batch = bring(b"a,b,c\n1,2,3\n")
    assert batch.state == "failed"
    assert batch.why.startswith("Judul kolom tidak ditemukan.")
    batch = bring(b"%PDF-1.7 bukan tabel")
    assert batch.why == "Berkas ini bukan tabel. Kirim berkas XLSX, XLS, ODS, atau CSV."


def test_columns_can_be_chosen_by_hand(bring: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    batch = bring(csv("Caya,5-5-2019,Rahmatullah", headings="Nama,JK,Julukan"))
    assert told(batch) == {2: ["code"]}
    with under(by):
        upload(batch, by=by, layout=by_letter(A="name", B="birth_date", C="mother_name"), queued=False)
    batch = staging.check(batch.pk)
    assert told(batch) == {}
    with under(by):
        assert batch.rows.get().mother_name == "Rahmatullah"


def test_titles_above_the_headings_are_passed_over(bring: Any) -> None:
    batch = bring(b"Daftar Keluarga Desa Ara,,\n,,\nNIK,Nama Lengkap,Jenis Kelamin\n,Caya,P\n")
    assert (batch.heading_row, batch.counts["new"]) == (3, 1)


def test_a_stranger_does_not_see_the_batch_its_file_or_its_rows(bring: Any, cast: Any, under: Any) -> None:
    bring(csv(*FAMILY, FAMILY[0]))
    for stranger in (cast.bira_koordinator, cast.gowa_manajer, cast.bulukumba_dukcapil):
        with under(stranger):
            assert not (Batch.objects.exists() or StagedRow.objects.exists() or Upload.objects.exists())
    with under(cast.bulukumba_manajer):
        assert Batch.objects.exists() and StagedRow.objects.exists()


def test_strangers_and_roles_without_the_verb_are_refused(bring: Any, cast: Any, under: Any) -> None:
    batch = bring(csv(*FAMILY))
    for officer in (cast.ara_depan, cast.bira_koordinator):
        with under(officer):
            with pytest.raises(Refused):
                apply(batch, by=officer, queued=False)
            with pytest.raises(Refused):
                cancel(batch, by=officer)
    with under(cast.ara_depan), pytest.raises(Refused):
        upload(by=cast.ara_depan, file=File("a.csv", b"x"), queued=False)


def test_a_batch_is_saved_once_and_not_cancelled_afterwards(bring: Any, save: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    batch = save(bring(csv(*FAMILY)))
    with under(by):
        with pytest.raises(WrongState):
            apply(batch, by=by, queued=False)
        with pytest.raises(WrongState):
            cancel(batch, by=by)
        with pytest.raises(WrongState):
            upload(batch, by=by, layout=by_letter(A="name"), queued=False)
        assert not Upload.objects.exists()
        assert not StagedRow.objects.exists()


def test_a_file_with_nothing_to_save_is_not_saved(bring: Any, cast: Any, under: Any) -> None:
    batch = bring(csv(FAMILY[0].replace("Muh. Rahmatullah", "")))
    with under(cast.ara_koordinator), pytest.raises(WrongState):
        apply(batch, by=cast.ara_koordinator, queued=False)


def test_uploading_and_asking_twice_with_one_key_is_once(cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        first = upload(by=by, file=File("a.csv", csv(*FAMILY)), queued=False, key="unggah")
        again = upload(by=by, file=File("a.csv", csv(*FAMILY)), queued=False, key="unggah")
        assert first == again
        assert Batch.objects.count() == 1
    staging.check(first.pk)
    with under(by):
        for _time in (1, 2):
            apply(first, by=by, queued=False, key="simpan")
        with pytest.raises(Conflict):
            cancel(first, by=by, key="simpan")


def test_cancelling_removes_the_file_and_the_rows(bring: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    batch = bring(csv(*FAMILY))
    with under(by):
        for _time in (1, 2):
            cancel(batch, by=by, key="batal")
        assert not (StagedRow.objects.exists() or Upload.objects.exists())
        assert Event.objects.about(batch).filter(name="import.cancelled").count() == 1


def test_a_check_that_ends_after_the_cancelling_leaves_nothing(bring: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        batch = upload(by=by, file=File("a.csv", csv(*FAMILY)), queued=False)
        cancel(batch, by=by)
    assert staging.check(batch.pk).state == "cancelled"
    with under(by):
        assert not StagedRow.objects.exists()


@pytest.mark.parametrize("step", staging.steps("apply"))
def test_a_save_that_breaks_at_any_step_leaves_nothing_and_can_be_run_again(
    step: str, bring: Any, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.ara_koordinator
    batch = bring(csv(*FAMILY))
    with under(by):
        apply(batch, by=by, queued=False)
    whole = staging.run

    def broken(name: str, values: dict[str, Any]) -> int:
        if name == step:
            raise ProgrammingError("the cable was pulled")
        return whole(name, values)

    monkeypatch.setattr(actions, "run", broken)
    with pytest.raises(ProgrammingError):
        jobs.apply(batch.pk)
    with under(by):
        assert not Person.objects.exists()
    monkeypatch.setattr(actions, "run", whole)
    for _time in (1, 2):
        jobs.apply(batch.pk)
    with under(by):
        assert Person.objects.count() == 3
        assert Event.objects.filter(name="person.registered").count() == 3


def test_rows_lie_where_their_file_says_under_the_wall_of_postgresql(
    bring: Any, save: Any, cast: Any, under: Any
) -> None:
    manager = cast.bulukumba_manajer
    save(bring(csv(FAMILY[0], FAMILY[1].replace("2006", "2005")), by=manager), by=manager)
    with under(cast.bira_koordinator), connection.cursor() as cursor:
        cursor.execute("select name from people_person")
        assert cursor.fetchall() == [("St. Aminah",)]


def test_files_that_nobody_saved_are_discarded_after_their_time(bring: Any, save: Any, cast: Any, under: Any) -> None:
    kept, saved, forgotten = bring(csv(*FAMILY)), save(bring(csv(*FAMILY))), bring(csv(*FAMILY))
    long_ago = timezone.now() - timedelta(days=100)
    with house("uji", quietly=True):
        Batch.objects.filter(pk__in=(saved.pk, forgotten.pk)).update(uploaded_at=long_ago)
    for _night in range(2):
        jobs.discard(0)
    with under(cast.ara_koordinator):
        states = dict(Batch.objects.values_list("pk", "state"))
        assert states == {kept.pk: "checked", saved.pk: "applied", forgotten.pk: "cancelled"}
        assert not Upload.objects.filter(pk=forgotten.pk).exists() and Upload.objects.filter(pk=kept.pk).exists()
        assert not StagedRow.objects.filter(batch=forgotten).exists()
        event = Event.objects.about(forgotten).filter(name="import.cancelled").get()
        assert "membuang berkas impor" in event.actor
