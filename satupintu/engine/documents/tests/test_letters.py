"""Letters: who drafts, initials, signs, returns and revokes them, and who never sees them."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import follow, letters
from satupintu.engine.documents.models import Letter, LetterPaper, Signature
from satupintu.engine.documents.tests.conftest import SITE, TYPED
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import trait
from satupintu.registry.people.words import Variable
from satupintu.work.complaints.models import Complaint

Under = Callable[..., Any]


def names_of(letter: Letter) -> list[str]:
    return list(Event.objects.about(letter).order_by("id").values_list("name", flat=True))


def fresh(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_a_draft_freezes_what_is_known_and_waits_for_the_coordinator(drafted: Letter, cast: Any, under: Under) -> None:
    with under(cast.ara_koordinator):
        letter = fresh(drafted)
        assert (letter.state, letter.waits_for, letter.waits_role) == ("drafted", "sign", "coordinator")
        assert letter.facts["nama"] == "Andi Muhammad Rahmatullah Dg. Mattawang" and letter.facts["desil"] == "2"
        assert letter.number is None and not LetterPaper.objects.exists()
        assert names_of(letter) == ["letter.drafted"]


def test_the_coordinator_signs_and_the_letter_is_issued(drafted: Letter, cast: Any, under: Under) -> None:
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE, nip="19800101 200501 1 001")
        letter = fresh(drafted)
        assert letter.state == "issued" and letter.waits_for == "nothing"
        assert letter.number.startswith("0001/SK/P7302032006/") and letter.number.endswith(str(letter.year))
        paper = letter.paper
        pdf = bytes(paper.pdf)
        assert pdf.startswith(b"%PDF") and paper.sha256 == hashlib.sha256(pdf).hexdigest()
        assert names_of(letter) == ["letter.drafted", "letter.signed", "letter.issued"]
        assert Signature.objects.get().role == "coordinator"


def test_signing_twice_is_once(drafted: Letter, cast: Any, under: Under) -> None:
    with under(cast.ara_koordinator):
        first = letters.sign(drafted, by=cast.ara_koordinator, site=SITE, key="sekali")
        again = letters.sign(drafted, by=cast.ara_koordinator, site=SITE, key="sekali")
        assert first == again and LetterPaper.objects.count() == 1
        with pytest.raises(WrongState):
            letters.sign(drafted, by=cast.ara_koordinator, site=SITE)


def test_drafting_twice_with_one_key_is_once(complaint: Complaint, cast: Any, under: Under, version: Any) -> None:
    by = cast.ara_belakang
    words = {"kind": "certificate", "version_id": version("certificate", "puskesos"), "typed": TYPED}
    with under(by):
        assert letters.draft(complaint, by=by, key="k", **words) == letters.draft(complaint, by=by, key="k", **words)
        assert Letter.objects.count() == 1


def test_the_kabupaten_initials_and_then_the_head_signs(recommended: Letter, cast: Any, under: Under) -> None:
    manager, head = cast.bulukumba_manajer, cast.bulukumba_kadis
    with under(head), pytest.raises(WrongState):
        letters.sign(recommended, by=head, site=SITE)
    with under(manager):
        letters.initial(recommended, by=manager)
        assert fresh(recommended).waits_role == "head"
        with pytest.raises(WrongState):
            letters.initial(recommended, by=manager)
    with under(head):
        letters.sign(recommended, by=head, site=SITE)
        assert fresh(recommended).number.startswith("0001/REK/S7302/")
        assert names_of(recommended)[1:] == ["letter.initialled", "letter.signed", "letter.issued"]


def test_nobody_initials_their_own_letter(at_slrt: Complaint, cast: Any, under: Under, version: Any) -> None:
    by = cast.bulukumba_manajer
    typed = {"tujuan": "Kepala Dinas Kesehatan", "keperluan": "PBI-JK"}
    with under(by):
        letter = letters.draft(
            at_slrt, by=by, kind="recommendation", version_id=version("recommendation", "slrt"), typed=typed
        )
        with pytest.raises(Refused, match="orang lain"):
            letters.initial(letter, by=by)


def test_a_returned_letter_is_repaired_and_its_initials_no_longer_count(
    recommended: Letter, cast: Any, under: Under
) -> None:
    drafter, manager, head = cast.bulukumba_belakang, cast.bulukumba_manajer, cast.bulukumba_kadis
    with under(manager):
        letters.initial(recommended, by=manager)
    with under(head):
        back = letters.return_(recommended, by=head, reason="Tujuan surat keliru.")
        assert back.reason and fresh(recommended).waits_for == "repair"
        with pytest.raises(WrongState):
            letters.sign(recommended, by=head, site=SITE)
    with under(drafter):
        letters.change(recommended, by=drafter, typed={"tujuan": "Direktur RSUD", "keperluan": "PBI-JK"})
        letter = fresh(recommended)
        assert (letter.waits_for, letter.round, letter.typed["tujuan"]) == ("initial", 2, "Direktur RSUD")
    with under(manager):
        letters.initial(recommended, by=manager)
    with under(head):
        letters.sign(recommended, by=head, site=SITE)
        assert fresh(recommended).state == "issued"


def test_what_has_been_initialled_is_not_changed_any_more(recommended: Letter, cast: Any, under: Under) -> None:
    with under(cast.bulukumba_manajer):
        letters.initial(recommended, by=cast.bulukumba_manajer)
    with under(cast.bulukumba_belakang), pytest.raises(WrongState):
        letters.change(recommended, by=cast.bulukumba_belakang, typed={"tujuan": "x", "keperluan": "y"})


def test_an_issued_letter_is_revoked_with_a_reason_and_keeps_its_number(
    drafted: Letter, cast: Any, under: Under
) -> None:
    by = cast.ara_koordinator
    with under(by):
        with pytest.raises(WrongState):
            letters.revoke(drafted, by=by, reason="Salah orang.")
        letters.sign(drafted, by=by, site=SITE)
        letters.revoke(drafted, by=by, reason="Salah orang.")
        letter = fresh(drafted)
        assert letter.state == "revoked" and letter.number and letter.revocation.reason
        with pytest.raises(WrongState):
            letters.return_(drafted, by=by, reason="x")


def test_a_receipt_is_handed_out_at_once_without_keeping_its_code(
    complaint: Complaint, cast: Any, under: Under, version: Any
) -> None:
    by = cast.ara_depan
    with under(by):
        words = {"kind": "receipt", "version_id": version("receipt"), "typed": {}}
        letter = letters.hand_out(complaint, by=by, site=SITE, **words)
        assert letter.state == "issued" and "kode_lacak" not in letter.facts
        assert names_of(letter) == ["letter.issued"]
        with pytest.raises(Refused):
            letters.draft(complaint, by=by, **words)


def test_what_must_be_signed_is_not_handed_out(complaint: Complaint, cast: Any, under: Under, version: Any) -> None:
    by = cast.ara_depan
    with under(by), pytest.raises(WrongState):
        letters.hand_out(
            complaint,
            by=by,
            kind="certificate",
            version_id=version("certificate", "puskesos"),
            typed=TYPED,
            site=SITE,
        )


def test_a_sentence_with_a_hole_is_not_written(complaint: Complaint, cast: Any, under: Under, version: Any) -> None:
    by = cast.ara_belakang
    with under(by), pytest.raises(WrongState, match="Untuk keperluan"):
        letters.draft(complaint, by=by, kind="certificate", version_id=version("certificate", "puskesos"), typed={})


def test_another_office_of_the_same_place_uses_only_its_own_wording(
    complaint: Complaint, cast: Any, under: Under, version: Any
) -> None:
    by = cast.ara_belakang
    with under(by), pytest.raises(Refused, match="Naskah"):
        letters.draft(complaint, by=by, kind="certificate", version_id=version("certificate", "slrt"), typed=TYPED)


STEPS: dict[str, Callable[[Letter, Any], object]] = {
    "letter.change": lambda letter, by: letters.change(letter, by=by, typed=TYPED),
    "letter.sign": lambda letter, by: letters.sign(letter, by=by, site=SITE),
    "letter.return": lambda letter, by: letters.return_(letter, by=by, reason="x"),
    "letter.revoke": lambda letter, by: letters.revoke(letter, by=by, reason="x"),
}


@pytest.mark.parametrize("verb", STEPS)
def test_the_stranger_of_the_next_village_may_do_nothing(verb: str, drafted: Letter, cast: Any, under: Under) -> None:
    with under(cast.bira_koordinator), pytest.raises(Refused):
        STEPS[verb](drafted, cast.bira_koordinator)


def test_the_stranger_drafts_nothing_about_another_village(
    complaint: Complaint, cast: Any, under: Under, version: Any
) -> None:
    by = cast.bira_koordinator
    with under(by), pytest.raises(Refused):
        letters.draft(complaint, by=by, kind="certificate", version_id=version("certificate", "puskesos"), typed=TYPED)


def test_initials_are_refused_to_the_manager_of_another_kabupaten(recommended: Letter, cast: Any, under: Under) -> None:
    with under(cast.gowa_manajer), pytest.raises(Refused):
        letters.initial(recommended, by=cast.gowa_manajer)


def test_a_role_that_the_wording_does_not_name_does_not_sign(drafted: Letter, cast: Any, under: Under) -> None:
    """The manager sees the letter of the village, but it is the coordinator's to sign."""
    with under(cast.bulukumba_manajer):
        assert Letter.objects.filter(pk=drafted.pk).exists()
        with pytest.raises(Refused):
            letters.sign(drafted, by=cast.bulukumba_manajer, site=SITE)


def seen(under: Under, by: Any) -> tuple[int, int, int]:
    with under(by):
        return Letter.objects.count(), LetterPaper.objects.count(), Signature.objects.count()


def test_who_sees_a_letter(drafted: Letter, cast: Any, under: Under) -> None:
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
    for by in (cast.ara_depan, cast.bontobahari_tksk, cast.bulukumba_manajer):
        assert seen(under, by) == (1, 1, 1)
    for by in (cast.bira_koordinator, cast.gowa_manajer, cast.sulsel_pemantau, cast.bulukumba_dukcapil):
        assert seen(under, by) == (0, 0, 0)
    assert Letter.objects.count() == 0


def test_a_letter_follows_its_row_behind_a_higher_wall(
    drafted: Letter, complaint: Complaint, cast: Any, under: Under
) -> None:
    with under(cast.bulukumba_manajer):
        found = Complaint.objects.get(pk=complaint.pk)
        found.clearance = 2
        follow(found)
    with under(cast.ara_koordinator):
        assert not Letter.objects.exists()
    with under(cast.ara_belakang):
        assert Letter.objects.exists(), "whoever drafted it still sees it"


def test_the_other_end_of_a_referral_sees_the_letter_only_when_it_is_issued(
    complaint: Complaint, cast: Any, under: Under, version: Any
) -> None:
    from django.utils import timezone

    from satupintu.work.complaints.actions import refer

    by, receiver = cast.ara_koordinator, cast.bulukumba_dukcapil
    with under(by):
        referral = refer(complaint, by=by, to=receiver.office, need="Akta belum ada.", due_at=timezone.now())
        letter = letters.draft(referral, by=by, kind="referral", version_id=version("referral", "puskesos"), typed={})
    assert seen(under, receiver)[0] == 0
    with under(by):
        letters.sign(letter, by=by, site=SITE)
    assert seen(under, receiver)[:2] == (1, 1)
    assert seen(under, cast.gowa_dukcapil) == (0, 0, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from documents_letter",
        "update documents_letterpaper set pdf = ''",
        "delete from documents_letterpaper",
        "update documents_signature set name = 'x'",
        "delete from documents_letterreturn",
        "update documents_letterrevocation set reason = ''",
        "delete from documents_lettertemplate",
        "update documents_lettertemplate set name = 'x'",
        "delete from documents_templateversion",
    ],
)
def test_the_application_cannot_undo_a_letter(statement: str, drafted: Letter, cast: Any, under: Under) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied")
    with under(cast.bulukumba_manajer), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_when_the_press_fails_the_number_is_given_back(
    drafted: Letter, cast: Any, under: Under, monkeypatch: pytest.MonkeyPatch
) -> None:
    from satupintu.engine.documents.paper import printing

    by = cast.ara_koordinator
    with under(by):
        with monkeypatch.context() as broken:
            broken.setattr(printing, "_PRESS", "/nonexistent")
            with pytest.raises(WrongState, match="belum dapat dicetak"):
                letters.sign(drafted, by=by, site=SITE)
        assert fresh(drafted).number is None and not Signature.objects.exists()
        letters.sign(drafted, by=by, site=SITE)
        assert fresh(drafted).sequence == 1


def test_a_secret_letter_is_not_opened_by_colleagues_who_are_not_cleared(
    drafted: Letter, complaint: Complaint, cast: Any, under: Under
) -> None:
    """Being of the office that wrote it opens nothing: only the other end of a referral comes in that way."""
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
    with under(cast.bulukumba_manajer):
        found = Complaint.objects.get(pk=complaint.pk)
        found.clearance = 2
        follow(found)
    for colleague in (cast.ara_koordinator, cast.ara_depan):
        assert seen(under, colleague) == (0, 0, 0)
    assert seen(under, cast.bulukumba_manajer) == (1, 1, 1)


@pytest.mark.parametrize("who", ["bulukumba_manajer", "bontobahari_tksk"])
def test_offices_above_read_a_letter_of_the_village_and_leave_it_alone(
    who: str, drafted: Letter, cast: Any, under: Under
) -> None:
    """They see it and hold the verb, but it is another office's, in another place."""
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
    by = getattr(cast, who)
    with under(by):
        assert Letter.objects.filter(pk=drafted.pk).exists()
        with pytest.raises(Refused):
            letters.revoke(drafted, by=by, reason="x")
        with pytest.raises(Refused):
            letters.change(drafted, by=by, typed=TYPED)


def test_a_letter_is_hidden_from_who_works_on_another_field_and_so_is_what_happened_to_it(
    drafted: Letter, complaint: Complaint, cast: Any, under: Under, desk: Any
) -> None:
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
    other = cast.ara_pendidikan
    assert seen(under, other) == (0, 0, 0) and seen(under, cast.ara_belakang) == (1, 1, 1)
    for appointment, count in ((other, 0), (cast.ara_depan, 3)):
        with under(appointment):
            assert Event.objects.filter(subject_type="letter").count() == count
    browser = desk(other)
    for part in ("", "gambar/", "berkas/"):
        assert browser.get(f"/surat/{drafted.pk}/{part}").status_code == 404
    assert fresh_number(under, cast.ara_depan, drafted) not in browser.get("/surat/").content.decode()


def fresh_number(under: Under, by: Any, letter: Letter) -> str:
    with under(by):
        return str(fresh(letter).number)


def test_a_letter_changes_its_field_with_its_row(
    drafted: Letter, complaint: Complaint, cast: Any, under: Under
) -> None:
    with under(cast.ara_koordinator):
        found = Complaint.objects.get(pk=complaint.pk)
        found.field = "education"
        follow(found)
    assert seen(under, cast.ara_pendidikan)[0] == 1


def test_a_letter_is_indonesian_whatever_the_screen_speaks(
    complaint: Complaint, resident: Person, cast: Any, under: Under, version: Any
) -> None:
    by, words = cast.ara_belakang, {"kind": "certificate", "version_id": version("certificate", "puskesos")}
    with house("uji", quietly=True):
        Person.objects.filter(pk=resident.pk).update(traits={"marital_status": trait(Variable.MARITAL_STATUS, "2")})
    with under(by), translation.override("en"):
        assert Person.objects.get(pk=resident.pk).trait(Variable.MARITAL_STATUS) == "Married"
        letter = letters.draft(complaint, by=by, typed=TYPED, **words)
        assert fresh(letter).facts["status_kawin"] == "Kawin/nikah"
