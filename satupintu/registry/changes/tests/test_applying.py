"""Applying each kind of proposal: what the register says afterwards, and what it never says."""

from typing import Any

import pytest

from satupintu.engine.actions import Conflict
from satupintu.registry.changes import actions
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.tests.conftest import ARA, SENT, paper, sent_by_form
from satupintu.registry.people.actions import register
from satupintu.registry.people.models import CardMember, Departure, Household, HouseholdMember, Person
from satupintu.registry.people.rules import Particulars


def test_who_died_has_departed(applied: Any, family: Any, cast: Any, under: Any) -> None:
    applied("death")
    with under(cast.ara_koordinator):
        gone = Departure.objects.standing().get()
        assert (gone.person_id, gone.kind, gone.basis, str(gone.happened_on)) == (
            family[2].pk, "died", "certificate", "2026-11-01",
        )  # fmt: skip


def test_who_moved_out_left_with_those_who_went_along(applied: Any, family: Any, cast: Any, under: Any) -> None:
    applied("moving_out", along=[str(family[1].pk)])
    with under(cast.ara_koordinator):
        assert set(Departure.objects.standing().values_list("person_id", "kind")) == {
            (family[1].pk, "moved"), (family[2].pk, "moved"),
        }  # fmt: skip


@pytest.mark.parametrize(("kind", "name"), [("new_member", "Bayi Nurbaya"), ("moving_in", "Sitti Rahma")])
def test_a_newcomer_lives_in_the_household(
    kind: str, name: str, applied: Any, family: Any, cast: Any, under: Any
) -> None:
    one = applied(kind)
    with under(cast.ara_koordinator):
        person = Person.objects.get(name=name)
        assert one.person_id == person.pk and person.village_id == ARA
        seat = HouseholdMember.objects.now().get(person=person)
        assert (seat.household_id, seat.relationship) == (family[0].pk, SENT[kind]["relationship"])


def test_a_new_household_comes_with_everybody(applied: Any, cast: Any, under: Any) -> None:
    one = applied("new_household")
    with under(cast.ara_koordinator):
        home = Household.objects.get(pk=one.household_id)
        assert home.head is not None and home.head.name == "Baso Tahir" and home.rt == "001"
        assert {seat.relationship for seat in home.members.now()} == {"head", "spouse"}
        assert CardMember.objects.now().filter(card__kk_number="7302030101200077").count() == 2


def test_a_split_moves_those_who_leave_to_a_card_and_a_home_of_their_own(
    applied: Any, family: Any, cast: Any, under: Any
) -> None:
    home, head, child = family
    applied("split_card", **{f"member_{child.pk}": "head"})
    with under(cast.ara_koordinator):
        seat = HouseholdMember.objects.now().get(person=child)
        assert seat.household_id != home.pk and seat.household.head_id == child.pk and seat.household.rt == "003"
        assert CardMember.objects.now().get(person=child).card.kk_number == "7302030101200099"
        assert HouseholdMember.objects.now().get(person=head).household_id == home.pk
        assert CardMember.objects.now().get(person=head).card.kk_number == "7302030101200001"


def test_that_a_household_is_poor_no_longer_changes_nobody(applied: Any, family: Any, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        before = list(Person.objects.order_by("pk").values())
    one = applied("not_poor")
    with under(cast.ara_koordinator):
        assert list(Person.objects.order_by("pk").values()) == before
        assert (one.status, one.after) == ("applied", {"welfare": "able"})


def test_a_correction_of_card_and_codes_is_applied(applied: Any, family: Any, cast: Any, under: Any) -> None:
    child = family[2]
    shown = {"name": "Nurbaya", "nik": child.nik, "sex": "female", "birth_year": "1995", "rt": "1", "rw": "2"}
    one = applied("correction", **shown, dusun="Lembanna", kk_number="7302030101200055", disability="02", sure="1")
    assert set(one.after) == {"kk_number", "traits"}
    with under(cast.ara_koordinator):
        person = Person.objects.get(pk=child.pk)
        assert person.traits["disability"] == ["bdt", "2015", "02"]
        assert CardMember.objects.now().get(person=person).card.kk_number == "7302030101200055"


@pytest.mark.parametrize("kind", ["new_member", "new_household"])
def test_a_newcomer_whom_the_register_knows_by_now_is_not_made_twice(
    kind: str, carried: Any, cast: Any, under: Any
) -> None:
    name = {"new_member": "Bayi Nurbaya", "new_household": "Baso Tahir"}[kind]
    one = carried(kind)
    with under(cast.ara_koordinator):
        year = 2026 if kind == "new_member" else None
        nik = "7302031211800007" if kind == "new_household" else ""
        register(by=cast.ara_koordinator, who=Particulars(village=ARA, name=name, birth_year=year, nik=nik))
    with under(cast.bulukumba_belakang), pytest.raises(Conflict):
        actions.apply(one, by=cast.bulukumba_belakang)
    with under(cast.bulukumba_belakang):
        assert Person.objects.filter(name=name).count() == 1


def test_when_one_part_fails_nothing_of_it_is_applied(
    carried: Any, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from satupintu.registry.changes.actions import applying

    one = carried("new_household")

    def breaks(**_words: Any) -> None:
        raise ValueError("putus di tengah")

    monkeypatch.setattr(applying.people, "register_household", breaks)
    with under(cast.bulukumba_belakang), pytest.raises(ValueError, match="putus"):
        actions.apply(one, by=cast.bulukumba_belakang)
    with under(cast.bulukumba_belakang):
        assert not Person.objects.filter(name="Baso Tahir").exists()
        assert ChangeRequest.objects.get(pk=one.pk).status == "ratified"


def test_the_pages_show_old_and_new_and_the_next_step(family: Any, cast: Any, under: Any, desk: Any) -> None:
    _home, _head, child = family
    village, kecamatan = desk(cast.ara_fasilitator), desk(cast.bontobahari_supervisor)
    number = sent_by_form("death", family, village, basis="sptjm", evidence=_upload())
    path = f"/usulan/{number}/"
    page = village.get(path).content.decode()
    assert "tinggal di sini" in page and "Meninggal" in page and "Unggah SPTJM" in page and "bukti.pdf" in page
    assert "Unggah SPTJM" not in kecamatan.get(path).content.decode()
    sent = {"signed_by": "Sila", "position": "Kades", "signed_on": "2026-11-02", "paper": _upload()}
    assert village.post(f"{path}pernyataan/", sent).status_code == 302
    assert number in kecamatan.get("/").content.decode(), "it stands on the worklist of who verifies"
    assert "Catat verifikasi" in kecamatan.get(path).content.decode()
    assert village.get(f"{path}verifikasi/").status_code == 403
    for stranger, status in (("bira_koordinator", 404), ("gowa_manajer", 404), ("bulukumba_dukcapil", 403)):
        assert desk(getattr(cast, stranger)).get(path).status_code == status
    person = desk(cast.ara_koordinator).get(f"/orang/{child.pk}/").content.decode()
    assert number in person and "Disepakati" in person
    assert village.post("/cari/", {"q": number})["Location"] == path


def _upload() -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("bukti.pdf", paper().original)


def test_a_decree_page_applies_all_and_shows_what_clashes(
    carried: Any, family: Any, cast: Any, under: Any, desk: Any
) -> None:
    from satupintu.registry.changes import frozen
    from satupintu.registry.people.actions import change

    shown = {"name": "Nurbaya Baru", "nik": family[2].nik, "sex": "female", "birth_year": "1995", "rt": "1", "rw": "2"}
    one = carried("correction", **shown, dusun="Lembanna", kk_number="7302030101200001", sure="1")
    with under(cast.ara_koordinator):
        person = Person.objects.get(pk=family[2].pk)
        newer = frozen.particulars(frozen.of_person(person) | {"name": "Nurbaya Lain"}, ARA)
        change(person, by=cast.ara_koordinator, who=newer)
    office = desk(cast.bulukumba_manajer)
    path = f"/pengesahan/{one.ratification_id}/"
    assert "Terapkan semua" in office.get(path).content.decode()
    answer = office.post(f"{path}penerapan/", {"key": ""})
    assert "Sebagian tidak diterapkan" in answer.content.decode()
    page = office.get(one.address).content.decode()
    assert all(word in page for word in ("Data sudah berubah sejak diusulkan", "Nurbaya Lain", "Nurbaya Baru"))
    assert office.post(f"{one.address}penerapan/", {"key": ""}).status_code == 409
    with under(cast.ara_koordinator):
        assert Person.objects.get(pk=family[2].pk).name == "Nurbaya Lain"
    assert desk(cast.gowa_manajer).get(path).status_code == 404
    assert desk(cast.ara_koordinator).get(path).status_code == 403


def test_nobody_changes_a_person_between_comparison_and_application(
    carried: Any, family: Any, cast: Any, under: Any, django_assert_max_num_queries: Any
) -> None:
    """The person is held before anything is compared: a change that comes meanwhile waits, and is not written over."""
    one = carried("death")
    with under(cast.bulukumba_belakang), django_assert_max_num_queries(200) as asked:
        actions.apply(one, by=cast.bulukumba_belakang)
    said = [query["sql"] for query in asked.captured_queries]
    held = next(at for at, sql in enumerate(said) if "people_person" in sql and "FOR UPDATE" in sql)
    compared = next(at for at, sql in enumerate(said) if "people_departure" in sql)
    assert held < compared
