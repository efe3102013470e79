"""A transfer: who owns the complaint before and afterwards, who reads it, and who does not any more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.access import HOUSE_VERBS
from satupintu.work.complaints.models import Check, Complaint, Reporter, Story
from satupintu.work.complaints.words import (
    Advice,
    Eligibility,
    Listed,
    PauseReason,
    Sensitivity,
    Status,
    Wait,
    Way,
)
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent
from satupintu.work.referrals.words import Reason as Rejection
from satupintu.work.transfers import actions as answers
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Reason, Refusal

BIRA, GOWA, SLRT, SLRT_GOWA, PROVINCE = "P7302032005", "P7306072008", "S7302", "S7306", "V73"
OWNERS = {
    BIRA: ("bira_koordinator", True),
    GOWA: ("panakkukang_koordinator", True),
    SLRT: ("bulukumba_manajer", False),
    SLRT_GOWA: ("gowa_manajer", False),
    PROVINCE: ("sulsel_penanganan", False),
}
"""An office that can own it, who decides there, and whether the complaint goes to its village."""
owners = pytest.mark.parametrize("code", OWNERS)


def give(complaint: Complaint, by: Any, code: str = BIRA, **rest: Any) -> Transfer:
    words = {"reason": Reason.DOMICILE, "summary": "Warga tinggal di desa lain."}
    return actions.transfer(complaint, by=by, to=Office.objects.get(code=code), **words, **rest)


def take(offered: Transfer, by: Any, under: Any) -> None:
    with under(by):
        answers.accept(offered, by=by, text="Kami tangani")


@pytest.fixture
def offered(complaint: Complaint, cast: Any, under: Any) -> Transfer:
    """The complaint of Ara, offered to Bira."""
    with under(cast.ara_koordinator):
        return give(complaint, cast.ara_koordinator)


def stands(complaint: Complaint, by: Any, under: Any) -> tuple[str, str, int, int, int, int]:
    """Status, what it waits for and where, who handles it, who speaks with the citizen, and in which village it lies."""
    with under(by):
        complaint.refresh_from_db()
        return (
            *(complaint.status, complaint.waits_for, complaint.waits_at_id),
            *(complaint.handler_office_id, complaint.intake_office_id, complaint.village_id),
        )


def names(complaint: Complaint) -> list[str]:
    """Its events, oldest first."""
    with house("uji", quietly=True):
        return list(Event.objects.about(complaint).order_by("id").values_list("name", flat=True))


def test_what_is_offered_stays_and_its_time_runs(
    offered: Transfer, complaint: Complaint, cast: Any, under: Any
) -> None:
    ara, bira = cast.ara_koordinator.office_id, cast.bira_koordinator.office_id
    due, clock = complaint.due_at, complaint.clock_at
    state = (Status.OFFERED, Wait.RECEIVER, bira, ara, ara, 7302032006)
    assert stands(complaint, cast.ara_koordinator, under) == state
    assert (complaint.due_at, complaint.clock_at, complaint.paused_since) == (due, clock, None)
    assert complaint.decided_at is None, "to offer is not yet to decide"
    assert names(complaint)[-1] == "complaint.transfer_offered"
    with under(cast.bira_koordinator):
        assert not Complaint.objects.exists() and not Story.objects.exists() and not Reporter.objects.exists()


@owners
def test_with_acceptance_everything_is_the_new_owner_s(
    code: str, complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    name, moves = OWNERS[code]
    new, old = getattr(cast, name), cast.ara_koordinator
    with under(cast.ara_belakang):
        note = "Nama tidak ada di daftar."
        actions.check(
            complaint, by=cast.ara_belakang, listed=Listed.NOT_LISTED, eligible=Eligibility.ELIGIBLE, note=note
        )
        paper = attach(complaint, upload("kk.pdf", pdf()), by=cast.ara_belakang)
    with under(old):
        actions.assign(complaint, by=old, to=cast.ara_fasilitator)
        offered = give(complaint, old, code)
    due = complaint.due_at
    take(offered, new, under)
    village = new.area_id if moves else 7302032006
    first = Wait.CHECK if new.office.code == SLRT else Wait.DECISION
    state = (Status.RECEIVED, first, new.office_id, new.office_id, new.office_id, village)
    assert stands(complaint, new, under) == state
    assert (complaint.assignee_id, complaint.due_at) == (None, due)
    assert names(complaint)[-1] == "complaint.transferred"
    with under(new):
        assert Story.objects.get().text and Reporter.objects.exists() and Check.objects.get().note == note
        assert Attachment.objects.get(pk=paper.pk).name == "kk.pdf"
    page = desk(new).get(f"/keluhan/{complaint.number}/").content.decode()
    for told in ("Anak saya belum punya akta", "kk.pdf", note, "mencatat", "dilimpahkan dari Puskesos Desa Ara"):
        assert told in page, told
    assert desk(new).get(f"/lampiran/{paper.pk}/").status_code == 200
    assert desk(new).get(f"/pelimpahan/{offered.number}/").content.decode().count(f"/keluhan/{complaint.number}/")


@owners
def test_nobody_else_reads_it_afterwards(
    code: str, complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    name, moves = OWNERS[code]
    new, old = getattr(cast, name), cast.ara_koordinator
    with under(cast.ara_depan):
        paper = attach(complaint, upload("kk.pdf", pdf()), by=cast.ara_depan)
    with under(old):
        offered = give(complaint, old, code)
    take(offered, new, under)
    strangers = {"bira_koordinator", "panakkukang_koordinator", "bulukumba_dukcapil"} - {name}
    former = {"ara_koordinator", "ara_depan", "ara_belakang", "ara_fasilitator"}
    for one in sorted(strangers | (former if moves else set())):
        client = desk(getattr(cast, one))
        assert client.get(f"/keluhan/{complaint.number}/").status_code in {403, 404}, one
        assert client.get(f"/lampiran/{paper.pk}/").status_code == 404, one
        with under(getattr(cast, one)):
            assert not Complaint.objects.exists() and not Story.objects.exists() and not Reporter.objects.exists(), one
    if not moves:
        assert desk(old).get(f"/keluhan/{complaint.number}/").status_code == 200, "it still lies in the village"
    page = desk(old).get(f"/pelimpahan/{offered.number}/").content.decode()
    assert "Kami tangani" in page and (f"/keluhan/{complaint.number}/" in page) is not moves
    assert offered.number in desk(old).get("/pelimpahan/?arah=keluar").content.decode()


def test_who_lives_above_both_goes_on_seeing_it(offered: Transfer, complaint: Complaint, cast: Any, under: Any) -> None:
    take(offered, cast.bira_koordinator, under)
    with under(cast.bontobahari_tksk):
        assert Complaint.objects.get().village_id == 7302032005


def test_the_new_owner_settles_tells_and_closes(offered: Transfer, complaint: Complaint, cast: Any, under: Any) -> None:
    new, old = cast.bira_koordinator, cast.ara_koordinator
    take(offered, new, under)
    for verb in ("complaint.settle", "complaint.tell", "complaint.close"):
        with under(old), pytest.raises(Refused):
            ACTS[verb](complaint, old)
        with under(new):
            ACTS[verb](complaint, new)
    with under(new):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.waits_at_id) == (Status.CLOSED, new.office_id)
        assert complaint.status == rules.status(names(complaint))


ACTS: dict[str, Any] = {
    "complaint.settle": lambda c, by: actions.settle(
        c, by=by, what="Diantar", server=by, on=timezone.localdate(), result="Jadi"
    ),
    "complaint.tell": lambda c, by: actions.tell(c, by=by, way=Way.PHONE, on=timezone.localdate(), text="Sudah jadi"),
    "complaint.close": lambda c, by: actions.close(c, by=by, outcome="fulfilled"),
}


@pytest.mark.parametrize(("end", "event"), [("refuse", "transfer_refused"), ("withdraw", "transfer_withdrawn")])
def test_an_offer_without_success_leaves_it_to_whoever_offered(
    end: str, event: str, offered: Transfer, complaint: Complaint, cast: Any, under: Any
) -> None:
    old = cast.ara_koordinator
    by = old if end == "withdraw" else cast.bira_koordinator
    with under(by):
        words = {"reason": Refusal.NOT_RESIDENT} if end == "refuse" else {"text": "Keliru"}
        getattr(answers, end)(offered, by=by, **words)
    ara = old.office_id
    assert stands(complaint, old, under) == (Status.RETURNED, Wait.DECISION, ara, ara, ara, 7302032006)
    assert names(complaint)[-1] == f"complaint.{event}"
    assert complaint.status == rules.status(names(complaint))
    with under(old):
        assert give(complaint, old, GOWA), "another office may be asked"


def test_it_is_refused_to_whoever_does_not_handle_it(complaint: Complaint, cast: Any, under: Any) -> None:
    for by in (cast.bira_koordinator, cast.ara_depan, cast.bulukumba_manajer, cast.bulukumba_kadis):
        with under(by), pytest.raises(Refused):
            give(complaint, by, GOWA)
    assert names(complaint) == ["complaint.registered"]


def test_sent_twice_it_is_offered_once(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        first, second = (give(complaint, by, key="sekali") for _time in range(2))
        assert first == second and Transfer.objects.count() == 1
    assert names(complaint) == ["complaint.registered", "complaint.transfer_offered"]


def test_a_secret_one_goes_only_where_somebody_may_read_it(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_depan):
        actions.register(told(sensitivity=Sensitivity.SECRET), by=cast.ara_depan)
    by = cast.bulukumba_manajer
    with under(by):
        complaint = Complaint.objects.get()
        with pytest.raises(WrongState, match="belum ada petugas"):
            give(complaint, by, BIRA)
        offered = give(complaint, by, SLRT_GOWA)
    take(offered, cast.gowa_manajer, under)
    with under(cast.gowa_manajer):
        assert Complaint.objects.get().clearance == 2 and Story.objects.exists()
    for blind in (cast.panakkukang_koordinator, cast.bira_koordinator, cast.ara_koordinator):
        with under(blind):
            assert not Complaint.objects.exists() and not Transfer.objects.exists()


def test_the_office_objected_to_is_not_given_the_objection(complaint: Complaint, cast: Any, under: Any) -> None:
    with house("uji", quietly=True):
        bira = Office.objects.get(code=BIRA)
        values = {field.attname: getattr(complaint, field.attname) for field in Complaint._meta.concrete_fields}
        values = {name: value for name, value in values.items() if name not in {"kecamatan", "kabupaten", "provinsi"}}
        values |= {"id": None, "number": "K-dulu", "handler_office_id": bira.pk, "clearance": 2}
        earlier = Complaint.objects.create(**values)
        Complaint.objects.filter(pk=complaint.pk).update(previous=earlier)
    with under(cast.ara_koordinator), pytest.raises(WrongState, match="keberatan"):
        give(complaint, cast.ara_koordinator)


def test_a_pause_ends_with_the_offer(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        until = timezone.localdate() + timedelta(days=5)
        actions.pause(complaint, by=by, why=PauseReason.PAPERS, expected_on=until)
        give(complaint, by)
        complaint.refresh_from_db()
        assert complaint.paused_since is None and not complaint.pauses.filter(until=None).exists()


def test_what_was_brought_above_is_brought_above_the_new_owner(complaint: Complaint, cast: Any, under: Any) -> None:
    now = timezone.now() + timedelta(days=60)
    with house("uji", quietly=True) as clock:
        for _round in range(4):
            Complaint.objects.update(clock_at=now)
            actions.keep_time(7302, by=clock, now=now)
        assert Complaint.objects.get().clock_at is None
        brought = complaint.escalations.count()
        assert brought and complaint.escalations.filter(acknowledged_at=None).count() == brought
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, GOWA)
    take(offered, cast.panakkukang_koordinator, under)
    with house("uji", quietly=True) as clock:
        assert not complaint.escalations.filter(acknowledged_at=None).exists()
        actions.keep_time(7306, by=clock, now=now)
        above = {one.office.code for one in complaint.escalations.filter(acknowledged_at=None)}
        assert above == {SLRT_GOWA}


def test_letters_come_along_and_their_ends_keep_them(
    complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    by, agency = cast.ara_koordinator, cast.bulukumba_dukcapil
    with under(by):
        due = timezone.now() + timedelta(days=7)
        to = Office.objects.get(code="D7302DUKCAPIL")
        named = {"name": "Caya", "consent": Consent.SPOKEN, "consent_by": "Caya"}
        letter = actions.refer(complaint, by=by, to=to, need="Mohon akta.", due_at=due, **named)
        attach(letter, upload("ktp.pdf", pdf()), by=by)
    with under(agency):
        replies.reject(letter, by=agency, reason=Rejection.INCOMPLETE, text="Kurang KK")
    with under(by):
        offered = give(complaint, by)
    take(offered, cast.bira_koordinator, under)
    page = desk(cast.bira_koordinator).get(f"/keluhan/{complaint.number}/").content.decode()
    assert letter.number in page
    for one in (cast.bira_koordinator, by, agency):
        with under(one):
            assert Referral.objects.get().pk == letter.pk
            assert Attachment.objects.get(name="ktp.pdf"), one.label
    with under(cast.panakkukang_koordinator):
        assert not Referral.objects.exists()


def test_the_recommendation_of_the_former_back_office_decides_nothing_any_more(
    complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    with under(cast.ara_belakang):
        actions.recommend(complaint, by=cast.ara_belakang, advice=Advice.REFUSE, reason="Tidak layak.")
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator)
    take(offered, cast.bira_koordinator, under)
    page = desk(cast.bira_koordinator).get(f"/keluhan/{complaint.number}/").content.decode()
    assert "Tidak layak." in page and "Rekomendasi back office:" not in page


def test_a_complaint_that_is_not_offered_any_more_is_not_taken_over(
    offered: Transfer, complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    with house("uji", quietly=True):
        Complaint.objects.update(status=Status.RECEIVED)
    answer = desk(cast.bira_koordinator).post(f"/pelimpahan/{offered.number}/penerimaan/", {"text": ""})
    assert answer.status_code == 409 and "tidak dapat dilimpahkan lagi" in answer.content.decode()
    with under(cast.bira_koordinator):
        assert Transfer.objects.get().is_open and not Complaint.objects.exists()


def test_only_the_house_moves_it(offered: Transfer, complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    for verb in ("take_over", "return_transfer", "withdraw_transfer"):
        assert f"complaint.{verb}" in HOUSE_VERBS
        words = {"to": by.office} if verb == "take_over" else {"office": "x"}
        with under(by), pytest.raises(Refused):
            getattr(actions, verb)(complaint, by=by, **words)


def test_what_lies_outside_its_area_stands_in_the_list_and_counts_of_who_owns_it(
    complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    by, old = cast.gowa_manajer, cast.ara_koordinator
    browser = desk(by)
    assert "Dari luar wilayah" not in browser.get("/keluhan/").content.decode(), "nothing is there yet"
    with under(old):
        offered = give(complaint, old, SLRT_GOWA)
    assert complaint.number not in browser.get("/keluhan/?elsewhere=on").content.decode(), "not before it is accepted"
    take(offered, by, under)
    page = browser.get("/keluhan/").content.decode()
    assert "Dari luar wilayah" in page and '<span class="nav-count">1</span>' in page
    assert complaint.number not in page
    assert complaint.number in browser.get("/keluhan/?elsewhere=on").content.decode()
    assert complaint.number in browser.get("/keluhan/?elsewhere=on&late=").content.decode()
    assert complaint.number not in browser.get("/keluhan/?elsewhere=on&status=closed").content.decode()
    with house("uji", quietly=True):
        Complaint.objects.update(due_at=timezone.now() - timedelta(days=1))
    assert complaint.number in browser.get("/?daftar=terlambat").content.decode()
    for one in (cast.bulukumba_manajer, cast.panakkukang_koordinator, cast.bira_koordinator, old):
        page = desk(one).get("/keluhan/?elsewhere=on").content.decode()
        assert complaint.number not in page, one.label
        assert "Dari luar wilayah" not in desk(one).get("/keluhan/").content.decode(), one.label
    assert complaint.number in desk(old).get("/?daftar=terlambat").content.decode(), "its own area is told once"
    assert desk(old).get("/?daftar=terlambat").content.decode().count(f"/keluhan/{complaint.number}/") == 1


def test_what_was_transferred_within_the_area_of_who_owns_it_is_not_from_elsewhere(
    complaint: Complaint, cast: Any, under: Any, desk: Callable[[Any], Any]
) -> None:
    by = cast.bulukumba_manajer
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, SLRT)
    take(offered, by, under)
    page = desk(by).get("/keluhan/").content.decode()
    assert complaint.number in page and "Dari luar wilayah" not in page
    assert complaint.number not in desk(by).get("/keluhan/?elsewhere=on").content.decode()
