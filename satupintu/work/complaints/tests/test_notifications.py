"""Who hears what about a complaint: the right officers by the bell, the reporter only where a message is safe."""

from typing import Any

import pytest
from django.db import transaction

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Envelope, Message, Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, notifications
from satupintu.work.complaints.models import Complaint, Reporter
from satupintu.work.complaints.tests.test_actions import bring, refer, settle
from satupintu.work.complaints.tests.test_secrecy import make_secret
from satupintu.work.complaints.words import Advice, Relation, SafeContact, Sensitivity, Urgency
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.words import Reason
from tests.walls.canaries import found, number, word

PHONE = {"reporter_phone": "0812 3456-7890", "reporter_name": "Daeng Caya"}


def who_heard(name: str) -> set[str]:
    """Who was told of events of that name, by username."""
    with house("uji", quietly=True):
        to = Notice.objects.filter(name=name).values_list("appointment_id", flat=True)
        return set(Appointment.objects.filter(pk__in=list(to)).values_list("account__username", flat=True))


def written() -> list[tuple[str, str]]:
    """(address, text) of every message in the outbox."""
    with house("uji", quietly=True):
        return list(Envelope.objects.order_by("pk").values_list("address", "text"))


@pytest.fixture
def register(cast: Any, under: Any, told: Any) -> Any:
    """Take a complaint down at Ara."""

    def take(by: Any = None, **words: Any) -> Complaint:
        by = by or cast.ara_depan
        with under(by):
            return actions.register(told(**words), by=by)

    return take


def test_a_new_complaint_is_told_to_whose_turn_it_is_there_and_to_nobody_else(
    complaint: Complaint, under: Any, cast: Any
) -> None:
    assert who_heard("complaint.registered") == {"ara.belakang"}
    with under(cast.ara_belakang):
        notice = Notice.objects.get()
        assert notice.sentence == f"Keluhan {complaint.number} masuk dan menunggu kantor Anda."
        assert notice.path == f"/keluhan/{complaint.number}/"


def test_who_takes_it_down_is_not_told_of_it(register: Any, cast: Any) -> None:
    register(by=cast.ara_koordinator, field=ServiceField.OTHER)
    assert who_heard("complaint.registered") == set()


def test_a_secret_one_is_told_to_the_kabupaten_alone(register: Any) -> None:
    register(sensitivity=Sensitivity.SECRET)
    assert who_heard("complaint.registered") == {"bulukumba.manajer"}


def test_one_that_becomes_secret_is_told_to_the_kabupaten_whose_it_then_is(
    register: Any, under: Any, cast: Any
) -> None:
    by = cast.ara_koordinator
    complaint = register(by=by)
    with under(by):
        make_secret(complaint, by)
    assert who_heard("complaint.classified") == {"bulukumba.manajer"}
    with under(cast.bulukumba_manajer):
        make_secret(complaint, cast.bulukumba_manajer)
    with house("uji", quietly=True):
        assert Notice.objects.filter(name="complaint.classified").count() == 1, "it was theirs already"


def test_a_recommendation_and_its_return_are_told(complaint: Complaint, under: Any, cast: Any) -> None:
    clerk, head = cast.ara_belakang, cast.ara_koordinator
    with under(clerk):
        actions.recommend(complaint, by=clerk, advice=Advice.REFER, reason="Terbit di Dukcapil")
    assert who_heard("complaint.recommended") == {"ara.koordinator"}
    with under(head):
        actions.return_for_repair(complaint, by=head, reason="Sebut berkasnya")
    assert who_heard("complaint.returned_for_repair") == {"ara.belakang"}


def test_each_turn_is_told_to_whose_turn_it_is(complaint: Complaint, under: Any, cast: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        actions.settle(complaint, by=by, what="Diantar", server=cast.ara_fasilitator, on=complaint.received_at.date())
    assert who_heard("complaint.settled") == {"ara.fasilitator"}
    with under(cast.ara_fasilitator):
        complaint.refresh_from_db()
        actions.finish_service(complaint, by=cast.ara_fasilitator, on=complaint.received_at.date(), result="Jadi")
    assert who_heard("complaint.service_finished") == {"ara.depan"}, "who took it down knows the citizen"


def test_what_cannot_be_met_is_told_to_who_knows_the_citizen_and_to_the_reporter(
    register: Any, under: Any, cast: Any
) -> None:
    complaint, by = register(**PHONE), cast.ara_koordinator
    with under(by):
        actions.refuse(complaint, by=by, reason=(why := word("alasan")))
    assert who_heard("complaint.refused") == {"ara.depan"}
    said = [text for _address, text in written()]
    assert len(said) == 2 and "Ada kabar" in said[1] and why not in said[1]


def test_an_escalated_one_is_told_to_the_back_office_there(complaint: Complaint, under: Any, cast: Any) -> None:
    with under(cast.ara_koordinator):
        above = cast.bulukumba_manajer.office
        actions.escalate(complaint, by=cast.ara_koordinator, reason="Di luar wewenang desa", to=above)
    assert who_heard("complaint.escalated") == {"bulukumba.belakang"}


def test_a_letter_that_comes_back_or_is_answered_is_told_once(complaint: Complaint, under: Any, cast: Any) -> None:
    receiver = cast.bulukumba_dukcapil
    for answer, expected in (
        (lambda letter: replies.reject(letter, by=receiver, reason=Reason.INCOMPLETE), "complaint.referral_returned"),
        (lambda letter: replies.serve(letter, by=receiver, text="Sudah"), "complaint.answer_received"),
    ):
        with under(cast.ara_koordinator):
            complaint.refresh_from_db()
            letter = refer(complaint, cast.ara_koordinator)
        with under(receiver):
            if expected == "complaint.answer_received":
                replies.accept(letter, by=receiver)
                letter.refresh_from_db()
            answer(letter)
        with house("uji", quietly=True):
            mine = Notice.objects.filter(appointment_id=cast.ara_koordinator.pk).values_list("name", flat=True)
            assert expected in mine and not {"referral.rejected", "referral.served"} & set(mine)
    assert who_heard("complaint.answer_received") == {"ara.depan", "ara.koordinator"}


def test_the_reporter_is_told_that_it_is_written_down_and_that_there_is_news(
    register: Any, under: Any, cast: Any
) -> None:
    complaint, by = register(**PHONE), cast.ara_koordinator
    with under(by):
        settle(complaint, by, result="Akta sudah jadi.")
    assert written() == [
        ("+6281234567890", f"Keluhan Anda tercatat dengan nomor {complaint.number}. Simpan tanda terimanya."),
        (
            "+6281234567890",
            f"Ada kabar tentang keluhan {complaint.number}. Silakan datang ke kantor tempat Anda melapor.",
        ),
    ]


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"reporter_phone": "0411 555 123", "reporter_name": "x"},
        {"reporter_phone": "tetangga sebelah", "reporter_name": "x"},
        {**PHONE, "contact": SafeContact.CALL},
        {**PHONE, "contact": SafeContact.NONE},
        {**PHONE, "contact": SafeContact.IN_PERSON},
        {**PHONE, "sensitivity": Sensitivity.RESTRICTED},
        {**PHONE, "sensitivity": Sensitivity.SECRET},
    ],
    ids=str,
)
def test_nobody_is_written_to_where_it_is_not_safe_or_not_possible(register: Any, words: dict[str, Any]) -> None:
    register(**words)
    assert written() == []


def test_who_agrees_to_messages_about_a_sensitive_matter_reads_nothing_of_it(register: Any) -> None:
    complaint = register(**PHONE, sensitivity=Sensitivity.SECRET, contact=SafeContact.MESSAGE)
    ((_address, text),) = written()
    assert text == f"Ada kabar untuk nomor {complaint.number}. Silakan datang ke kantor tempat Anda melapor."


def test_neither_message_nor_notice_names_anybody(register: Any, under: Any, cast: Any) -> None:
    complaint = register(
        about=word("tentang"), text=word("cerita"), wish=word("harapan"), reporter_nik=number("nik"),
        reporter_name=word("pelapor"), reporter_phone="0812 3456 7890",
    )  # fmt: skip
    by = cast.ara_koordinator
    with under(by):
        settle(complaint, by, result=word("hasil"))
    with house("uji", quietly=True):
        said = [notice.sentence + str(notice.facts) + notice.path for notice in Notice.objects.all()]
        said += [f"{letter.subject} {letter.text}" for letter in Envelope.objects.all()]
        said += [str(vars(message)) for message in Message.objects.all()]
    assert len(said) >= 5
    assert not found("\n".join(said))


def test_what_is_told_stands_and_falls_with_the_act(told: Any, under: Any, cast: Any) -> None:
    with pytest.raises(ValueError, match="gagal"), under(cast.ara_depan), transaction.atomic():
        actions.register(told(**PHONE), by=cast.ara_depan)
        raise ValueError("gagal")
    with house("uji", quietly=True):
        assert not Notice.objects.exists() and not Message.objects.exists()


def test_an_act_sent_twice_tells_once(told: Any, under: Any, cast: Any) -> None:
    with under(cast.ara_depan):
        for _ in range(2):
            actions.register(told(**PHONE), by=cast.ara_depan, key="sekali")
    with house("uji", quietly=True):
        assert (Notice.objects.count(), Message.objects.count()) == (1, 1)


def test_one_that_becomes_more_sensitive_tells_the_village_and_the_telephone_no_more(
    register: Any, under: Any, cast: Any
) -> None:
    complaint, by = register(**PHONE, by=cast.ara_fasilitator), cast.bulukumba_manajer
    with under(by):
        actions.classify(
            complaint, by=by, field=complaint.field, nature=complaint.nature, urgency=Urgency(complaint.urgency),
            sensitivity=Sensitivity.SECRET,
        )  # fmt: skip
    with under(cast.ara_koordinator):
        assert not Notice.objects.exists(), "the coordinator knows of it no more"
    before = written()
    with under(by):
        complaint.refresh_from_db()
        settle(complaint, by, result="Sudah ditangani.")
    assert written() == before != []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0812 3456 7890", "+6281234567890"),
        ("+62 812-3456-7890", "+6281234567890"),
        ("021 555 1234", ""),
        ("0811", ""),
        ("", ""),
    ],
)
def test_a_number_is_read_however_it_was_typed(typed: str, kept: str) -> None:
    assert notifications.mobile(typed) == kept


class TestChangingTheContact:
    def change(self, complaint: Complaint, by: Any, **rest: Any) -> Reporter:
        return actions.change_contact(complaint, by=by, phone="0812", contact=SafeContact.IN_PERSON, **rest)

    def test_it_works_once_and_leaves_one_event(self, complaint: Complaint, under: Any, cast: Any) -> None:
        by = cast.ara_depan
        with under(by):
            for _ in range(2):
                self.change(complaint, by, key="sekali")
            kept = Reporter.objects.get(complaint=complaint)
            assert (kept.phone, kept.contact) == ("0812", "in_person")
            (event,) = Event.objects.about(complaint).filter(name="complaint.contact_changed")
            assert event.facts == {"contact": "in_person"}, "the number itself is nobody's news"

    def test_a_closed_one_can_still_be_put_right(self, complaint: Complaint, under: Any, cast: Any) -> None:
        with under(cast.ara_koordinator):
            bring(complaint, "complaint.reopen", cast.ara_koordinator)
            assert self.change(complaint, cast.ara_koordinator)

    def test_the_stranger_of_the_next_village_is_refused(self, complaint: Complaint, under: Any, cast: Any) -> None:
        for stranger in (cast.bira_koordinator, cast.bulukumba_dukcapil, cast.bontobahari_supervisor):
            with under(stranger), pytest.raises(Refused):
                self.change(complaint, stranger)

    def test_who_wants_no_name_has_no_telephone_either(self, register: Any, under: Any, cast: Any) -> None:
        complaint = register(relation=Relation.ANONYMOUS)
        with under(cast.ara_depan), pytest.raises(Refused):
            self.change(complaint, cast.ara_depan)


def test_the_step_asks_for_it_on_the_page(desk: Any, cast: Any, complaint: Complaint, under: Any) -> None:
    clerk, path = desk(cast.ara_depan), f"/keluhan/{complaint.number}/kontak/"
    assert "Amankah mengirim pesan" in clerk.get(path).content.decode()
    answer = clerk.post(path, {"phone": "0812 3456 7890", "contact": "call"})
    assert answer.status_code == 302
    assert "jangan kirim pesan" in clerk.get(answer["Location"]).content.decode()
