"""Who hears what about a letter: its other end, and an office that has a mailbox there too."""

from typing import Any

import pytest

from satupintu.engine.notifications.models import Envelope, Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.tests.test_letters import ACTS, bring, own_end
from tests.walls.canaries import found, word

SENDERS = {"ara.koordinator", "ara.belakang"}


def who_heard(name: str) -> set[str]:
    """Who was told of events of that name, by username."""
    with house("uji", quietly=True):
        to = list(Notice.objects.filter(name=name).values_list("appointment_id", flat=True))
        return set(Appointment.objects.filter(pk__in=to).values_list("account__username", flat=True))


def test_a_letter_that_arrives_is_told_to_who_answers_there(letter: Referral, cast: Any, under: Any) -> None:
    assert who_heard("referral.sent") == {"bulukumba.dukcapil"}
    with under(cast.bulukumba_dukcapil):
        notice = Notice.objects.get()
        assert (notice.sentence, notice.path) == (f"Surat rujukan {letter.number} masuk.", f"/rujukan/{letter.number}/")


@pytest.mark.parametrize(
    ("verb", "event", "expected"),
    [
        ("referral.accept", "referral.accepted", SENDERS),
        ("referral.ask", "referral.asked", SENDERS),
        ("referral.explain", "referral.explained", {"bulukumba.dukcapil"}),
        ("referral.reject", "referral.rejected", {"ara.koordinator"}),
        ("referral.serve", "referral.served", {"ara.koordinator"}),
        ("referral.not_serve", "referral.not_served", {"ara.koordinator"}),
    ],
)
def test_an_answer_is_told_to_the_other_end(
    verb: str, event: str, expected: set[str], letter: Referral, cast: Any, under: Any
) -> None:
    bring(letter, verb, cast, under)
    with under(own_end(verb, cast)):
        ACTS[verb](letter, own_end(verb, cast))
    assert who_heard(event) == expected


def test_the_letter_of_a_complaint_leaves_the_end_to_the_complaint(letter: Referral, cast: Any, under: Any) -> None:
    with house("uji", quietly=True):
        Referral.objects.update(origin_type="complaint")
    with under(cast.bulukumba_dukcapil):
        ACTS["referral.reject"](letter, cast.bulukumba_dukcapil)
    assert who_heard("referral.rejected") == set()


@pytest.fixture
def mailbox(db: None) -> None:
    """Dukcapil has a mailbox."""
    Office.objects.filter(code="D7302DUKCAPIL").update(email="dukcapil@contoh.go.id")


def test_an_office_with_a_mailbox_is_written_to_without_a_name(mailbox: None, letter: Referral) -> None:
    with house("uji", quietly=True):
        envelope = Envelope.objects.get()
        assert (envelope.address, envelope.subject) == ("dukcapil@contoh.go.id", f"Surat rujukan {letter.number}")
        assert "Caya" not in envelope.text and letter.number in envelope.text


def test_an_office_without_one_is_told_by_the_bell_alone(letter: Referral) -> None:
    with house("uji", quietly=True):
        assert not Envelope.objects.exists()


def test_a_sealed_letter_is_told_to_the_cleared_alone(letter: Referral, cast: Any, under: Any) -> None:
    with house("uji", quietly=True):
        Referral.objects.update(clearance=2)
    with under(cast.bulukumba_dukcapil):
        ACTS["referral.ask"](letter, cast.bulukumba_dukcapil)
    assert who_heard("referral.asked") == set(), "nobody in the village is"


def test_what_a_receiver_writes_is_in_no_notice(letter: Referral, cast: Any, under: Any) -> None:
    from satupintu.work.referrals.actions import ask

    with under(cast.bulukumba_dukcapil):
        ask(letter, by=cast.bulukumba_dukcapil, text=word("pertanyaan"))
    with house("uji", quietly=True):
        assert not found("".join(notice.sentence + str(notice.facts) for notice in Notice.objects.all()))
