"""Several letters at once: the complaint waits for all of them, shows each answer, and stands where its events say."""

from datetime import timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Office
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Status, Wait
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent, Reason

WITA = ZoneInfo("Asia/Makassar")

AGENCY, HOSPITAL = "D7302DUKCAPIL", "H7302RSUD"
SENT, ANSWERED, CAME_BACK = "complaint.referred", "complaint.answer_received", "complaint.referral_returned"
WITHDRAWN = "complaint.referral_withdrawn"


def refer(complaint: Complaint, by: Any, code: str, **more: Any) -> Referral:
    due = timezone.now() + timedelta(days=7)
    to = Office.objects.get(code=code)
    return actions.refer(complaint, by=by, to=to, need="Mohon dibantu.", due_at=due, **more)


@pytest.fixture
def two(complaint: Complaint, cast: Any, under: Any) -> tuple[Referral, Referral]:
    """Two letters of one complaint, to Dukcapil and to the hospital."""
    by = cast.ara_koordinator
    with under(by):
        return refer(complaint, by, AGENCY), refer(complaint, by, HOSPITAL)


def stands(complaint: Complaint, cast: Any, under: Any) -> tuple[str, str, int]:
    """Status, what it waits for and where; the status is what the events say."""
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
        events = Event.objects.about(complaint).order_by("id").values_list("name", flat=True)
        assert complaint.status == rules.status(events)
        return complaint.status, complaint.waits_for, complaint.waits_at_id


def test_a_complaint_waits_until_the_last_letter_is_answered(
    two: tuple[Referral, Referral], complaint: Complaint, cast: Any, under: Any
) -> None:
    first, second = two
    agency, hospital, village = cast.bulukumba_dukcapil, cast.bulukumba_rsud, cast.ara_koordinator.office_id
    with under(agency):
        replies.accept(first, by=agency)
        replies.serve(first, by=agency, text="Akta terbit")
    assert stands(complaint, cast, under) == (Status.REFERRED, Wait.RECEIVER, hospital.office_id)
    with under(hospital):
        replies.reject(second, by=hospital, reason=Reason.NOT_OURS)
    assert stands(complaint, cast, under) == (Status.ANSWERED, Wait.TELLING, village)


def test_without_any_answer_it_is_decided_anew(
    two: tuple[Referral, Referral], complaint: Complaint, cast: Any, under: Any
) -> None:
    first, second = two
    with under(cast.bulukumba_rsud):
        replies.reject(second, by=cast.bulukumba_rsud, reason=Reason.UNAVAILABLE)
    assert stands(complaint, cast, under)[0] == Status.REFERRED
    with under(cast.ara_koordinator):
        replies.withdraw(first, by=cast.ara_koordinator, text="Keliru alamat")
    status, wait, where = stands(complaint, cast, under)
    assert (status, wait, where) == (Status.RETURNED, Wait.DECISION, cast.ara_koordinator.office_id)


def test_the_page_shows_each_letter_and_whose_answer_is_missing(
    two: tuple[Referral, Referral], complaint: Complaint, cast: Any, under: Any, desk: Any
) -> None:
    with under(cast.bulukumba_rsud):
        replies.accept(two[1], by=cast.bulukumba_rsud)
        moment = timezone.now() + timedelta(days=2)
        replies.schedule(two[1], by=cast.bulukumba_rsud, meet_at=moment, meet_place="Poli umum")
    page = desk(cast.ara_koordinator).get(f"/keluhan/{complaint.number}/").content.decode()
    assert all(letter.number in page for letter in two)
    assert "Menunggu jawaban Dinas Dukcapil Bulukumba, RSUD Bulukumba" in page
    assert "Warga ditunggu" in page and "Poli umum" in page
    assert "Rujuk juga ke lembaga lain" in page


@pytest.mark.parametrize("ends", product([ANSWERED, CAME_BACK, WITHDRAWN], repeat=3))
def test_whatever_the_order_one_answer_is_enough_to_have_something_to_tell(ends: tuple[str, ...]) -> None:
    course = list(rules.course(["complaint.registered", SENT, SENT, SENT, *ends]))
    assert course[-4:-1] == [Status.REFERRED] * 3
    assert course[-1] == (Status.ANSWERED if ANSWERED in ends else Status.RETURNED)


def test_an_earlier_answer_does_not_answer_a_later_letter() -> None:
    first = [SENT, ANSWERED, "complaint.told", "complaint.closed", "complaint.reopened"]
    assert rules.status([*first, SENT, CAME_BACK]) == Status.RETURNED


def test_the_sender_chooses_which_papers_go_along(complaint: Complaint, cast: Any, under: Any, desk: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        chosen, kept = (attach(complaint, upload(f"{name}.pdf", pdf(name.encode())), by=by) for name in ("kk", "kisah"))
        to = Office.objects.get(code=AGENCY)
    sent = {
        "to": to.pk, "need": "Mohon dirawat", "name": "Caya", "papers": [chosen.pk],
        "upload": upload("rujukan-puskesmas.pdf", pdf(b"z")), "consent": Consent.SIGNED.value, "consent_by": "Caya",
    }  # fmt: skip
    answer = desk(by).post(f"/keluhan/{complaint.number}/rujukan/", sent)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    with under(cast.bulukumba_dukcapil):
        assert {paper.name for paper in Attachment.objects.all()} == {"kk.pdf", "rujukan-puskesmas.pdf"}
        page = Referral.objects.get()
        assert (page.consent, page.consent_by) == (Consent.SIGNED, "Caya")
    assert kept.name == "kisah.pdf"


@pytest.mark.parametrize("missing", ["consent", "consent_by"])
def test_a_letter_that_names_somebody_is_not_sent_without_consent(
    missing: str, complaint: Complaint, cast: Any, under: Any, desk: Any
) -> None:
    with under(cast.ara_koordinator):
        to = Office.objects.get(code=AGENCY).pk
    sent = {
        "to": to,
        "need": "Mohon",
        "name": "Caya",
        "consent": "spoken",
        "consent_by": "Caya",
    }
    answer = desk(cast.ara_koordinator).post(f"/keluhan/{complaint.number}/rujukan/", sent | {missing: ""})
    assert answer.status_code == 422 and "Mohon" in answer.content.decode()
    with under(cast.ara_koordinator):
        assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("days", "answer", "kept"),
    [(-1, 422, None), (0, 302, 0), (14, 302, 14), (90, 302, 90), (91, 422, None), (None, 302, 7)],
)
def test_the_day_follows_the_receiver_s_limit_unless_another_is_agreed(
    days: int | None, answer: int, kept: int | None, complaint: Complaint, cast: Any, under: Any, desk: Any
) -> None:
    by, today = cast.ara_koordinator, timezone.localdate(timezone=WITA)
    with under(by):
        to = Office.objects.select_related("area").get(code=AGENCY)
    browser, path = desk(by), f"/keluhan/{complaint.number}/rujukan/"
    assert "Kosongkan untuk mengikuti batas waktu lembaga penerima." in browser.get(path).content.decode()
    day = "" if days is None else f"{today + timedelta(days=days):%d-%m-%Y}"
    sent = {"to": to.pk, "need": "Mohon dibantu", "name": "", "nik": "", "due_on": day}
    assert browser.post(path, sent).status_code == answer
    with under(by):
        dues = [one.due_at.astimezone(to.zone) for one in Referral.objects.all()]
    assert [(due.date() - today).days for due in dues] == ([] if kept is None else [kept])
    assert all((due.hour, due.minute) == (23, 59) for due in dues)
