"""The back office: each act works, is refused to strangers and in a wrong state, leaves an event, and is once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, preparation, rules, worklist
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import ACTS as DECISIONS
from satupintu.work.complaints.tests.test_actions import settle
from satupintu.work.complaints.words import (
    Advice,
    Eligibility,
    Kind,
    Listed,
    Nature,
    Sensitivity,
    Status,
    Urgency,
    Wait,
)
from satupintu.work.daybook.models import Visit

BACK, HEAD = "ara_belakang", "ara_koordinator"
ACTS: dict[str, Any] = {
    "complaint.check": lambda c, by, **rest: actions.check(
        c, by=by, listed=Listed.NOT_LISTED, eligible=Eligibility.NEEDS_VISIT, note="KK belum ada", **rest
    ),
    "complaint.recommend": lambda c, by, **rest: actions.recommend(
        c, by=by, advice=Advice.REFER, reason="Akta terbit di Dukcapil", **rest
    ),
    "complaint.return_for_repair": lambda c, by, **rest: actions.return_for_repair(
        c, by=by, reason="Sebutkan berkasnya", **rest
    ),
    "complaint.repair": lambda c, by, **rest: actions.repair(
        c, by=by, advice=Advice.REFER, reason="Berkas: KK dan surat lahir", **rest
    ),
    "complaint.refuse": lambda c, by, **rest: actions.refuse(c, by=by, reason="Bukan warga daerah ini", **rest),
}
WHO = {verb: HEAD if verb in {"complaint.return_for_repair", "complaint.refuse"} else BACK for verb in ACTS}
PATHS: dict[str, list[str]] = {
    "complaint.check": [],
    "complaint.recommend": ["complaint.check"],
    "complaint.return_for_repair": ["complaint.check", "complaint.recommend"],
    "complaint.repair": ["complaint.check", "complaint.recommend", "complaint.return_for_repair"],
    "complaint.refuse": ["complaint.check", "complaint.recommend"],
}
AFTERWARDS = {
    "complaint.check": (Status.CHECKED, Wait.RECOMMENDATION),
    "complaint.recommend": (Status.RECOMMENDED, Wait.DECISION),
    "complaint.return_for_repair": (Status.IN_REPAIR, Wait.REPAIR),
    "complaint.repair": (Status.RECOMMENDED, Wait.DECISION),
    "complaint.refuse": (Status.ANSWERED, Wait.TELLING),
}
verbs = pytest.mark.parametrize("verb", ACTS)


@pytest.fixture
def bring(complaint: Complaint, cast: Any, under: Any) -> Any:
    """Take the complaint to where a verb can be done."""

    def to(verb: str) -> None:
        for step in PATHS[verb]:
            by = getattr(cast, WHO[step])
            with under(by):
                ACTS[step](complaint, by)
                complaint.refresh_from_db()

    return to


@verbs
def test_it_works_and_leaves_one_event(verb: str, complaint: Complaint, cast: Any, under: Any, bring: Any) -> None:
    bring(verb)
    by = getattr(cast, WHO[verb])
    with under(by):
        ACTS[verb](complaint, by)
        complaint.refresh_from_db()
        assert (complaint.status, complaint.waits_for) == AFTERWARDS[verb]
        events = list(Event.objects.about(complaint).order_by("id"))
        assert len(events) == len(PATHS[verb]) + 2
        assert events[-1].appointment_id == by.pk
        assert complaint.status == rules.status(event.name for event in events)
        assert events[-1].sentence


@verbs
def test_strangers_and_who_lacks_the_verb_are_refused(
    verb: str, complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    bring(verb)
    for name in ("bira_koordinator", "ara_depan", "bulukumba_belakang", HEAD if WHO[verb] == BACK else BACK):
        stranger = getattr(cast, name)
        with under(stranger), pytest.raises(Refused):
            ACTS[verb](complaint, stranger)


@verbs
def test_a_wrong_state_is_refused_with_what_is_possible(
    verb: str, complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    bring(verb)
    with under(cast.ara_koordinator):
        settle(complaint, cast.ara_koordinator)
    by = getattr(cast, WHO[verb])
    with under(by):
        with pytest.raises(WrongState) as wrong:
            ACTS[verb](complaint, by)
        assert wrong.value.possible == rules.possible(Status.IN_SERVICE)


@verbs
def test_doing_it_twice_does_it_once(verb: str, complaint: Complaint, cast: Any, under: Any, bring: Any) -> None:
    bring(verb)
    by = getattr(cast, WHO[verb])
    with under(by):
        assert ACTS[verb](complaint, by, key="kunci") == ACTS[verb](complaint, by, key="kunci")
        assert Event.objects.about(complaint).count() == len(PATHS[verb]) + 2


@pytest.mark.parametrize("verb", ["complaint.settle", "complaint.escalate", "complaint.refer"])
@pytest.mark.parametrize(
    "at", ["complaint.check", "complaint.recommend", "complaint.return_for_repair", "complaint.repair"]
)
def test_whoever_decides_never_waits_for_the_back_office(
    verb: str, at: str, complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    bring(at)
    with under(cast.ara_koordinator):
        DECISIONS[verb](complaint, cast.ara_koordinator)


def test_a_repair_says_what_was_returned_by_whom_and_who_put_it_right(
    complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    bring("complaint.repair")
    with under(cast.ara_belakang):
        ACTS["complaint.repair"](complaint, cast.ara_belakang)
        repair = complaint.repairs.get()
        first, second = complaint.recommendations.order_by("pk")
        assert (repair.recommendation, repair.done) == (first, second)
        assert (repair.by, repair.repaired_by) == (cast.ara_koordinator, cast.ara_belakang)
        assert [note.title for note in preparation.notes(complaint)] == [
            "Rekomendasi: Rujuk ke lembaga",
            "Dikembalikan untuk diperbaiki",
            "Rekomendasi: Rujuk ke lembaga",
            "Pengecekan: Tidak ada di DTSEN · Perlu kunjungan rumah",
        ]


def test_after_a_decision_without_waiting_it_may_be_returned_and_repaired_again(
    complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    bring("complaint.repair")
    with under(cast.ara_koordinator):
        DECISIONS["complaint.escalate"](complaint, cast.ara_koordinator)
    back, head = cast.bulukumba_belakang, cast.bulukumba_manajer
    for verb, by in (
        ("complaint.recommend", back),
        ("complaint.return_for_repair", head),
        ("complaint.repair", back),
        ("complaint.return_for_repair", head),
    ):
        with under(by):
            complaint.refresh_from_db()
            ACTS[verb](complaint, by)
    with under(head):
        assert [one.done_id is not None for one in complaint.repairs.order_by("pk")] == [False, True, False]


def appointed_for(appointment: Appointment, *fields: ServiceField) -> None:
    Appointment.objects.filter(pk=appointment.pk).update(fields=[field.value for field in fields])


def waiting(cast: Any, under: Any, name: str) -> list[str]:
    by = Appointment.objects.with_place().get(pk=getattr(cast, name).pk)
    with under(by):
        return [item.next for item in worklist.items(worklist.waiting(by), limit=9)]


def test_it_stands_on_the_back_office_s_worklist_and_then_on_the_decider_s(
    complaint: Complaint, cast: Any, under: Any, bring: Any
) -> None:
    assert (waiting(cast, under, BACK), waiting(cast, under, HEAD)) == (["Cek"], [])
    bring("complaint.recommend")
    assert (waiting(cast, under, BACK), waiting(cast, under, HEAD)) == (["Beri rekomendasi"], [])
    bring_on = {"complaint.recommend": HEAD, "complaint.return_for_repair": BACK}
    for verb, turn in bring_on.items():
        by = getattr(cast, WHO[verb])
        with under(by):
            ACTS[verb](complaint, by)
        assert len(waiting(cast, under, turn)) == 1, verb


def test_without_a_back_officer_for_the_field_it_waits_for_the_decision(cast: Any, under: Any, told: Any) -> None:
    appointed_for(cast.ara_belakang, ServiceField.HEALTH)
    with under(cast.ara_depan):
        for field, wait in ((ServiceField.HEALTH, Wait.CHECK), (ServiceField.SOCIAL, Wait.DECISION)):
            assert actions.register(told(field=field), by=cast.ara_depan).waits_for == wait


@pytest.mark.parametrize(
    "words", [{"kind": Kind.QUESTION}, {"sensitivity": Sensitivity.RESTRICTED}], ids=["question", "restricted"]
)
def test_questions_and_what_the_back_officer_may_not_see_wait_for_the_decision(
    words: dict[str, Any], cast: Any, under: Any, told: Any
) -> None:
    with under(cast.ara_depan):
        assert actions.register(told(**words), by=cast.ara_depan).waits_for == Wait.DECISION


def test_a_back_officer_whose_appointment_has_ended_holds_nothing_up(
    complaint: Complaint, cast: Any, under: Any, told: Any
) -> None:
    Appointment.objects.filter(pk=cast.ara_belakang.pk).update(valid_to=timezone.localdate() - timedelta(days=1))
    assert waiting(cast, under, HEAD) == ["Cek"]
    with under(cast.ara_depan):
        assert actions.register(told(), by=cast.ara_depan).waits_for == Wait.DECISION


def test_another_field_without_a_back_officer_puts_it_before_whoever_decides(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    appointed_for(cast.ara_belakang, ServiceField.CIVIL_REGISTRATION)
    words = {"nature": Nature.OTHER, "urgency": Urgency.ORDINARY, "sensitivity": Sensitivity.ORDINARY}
    with under(cast.ara_koordinator):
        actions.classify(complaint, by=cast.ara_koordinator, field=ServiceField.HEALTH, **words)
        complaint.refresh_from_db()
    assert complaint.waits_for == Wait.DECISION


def test_what_is_passed_on_is_checked_by_the_back_office_there(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        DECISIONS["complaint.escalate"](complaint, cast.ara_koordinator)
    with under(cast.bulukumba_belakang):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.waits_for) == (Status.ESCALATED, Wait.CHECK)
        ACTS["complaint.check"](complaint, cast.bulukumba_belakang)


def test_the_pages_lead_from_check_to_decision(complaint: Complaint, cast: Any, desk: Any, under: Any) -> None:
    clerk, head, address = desk(cast.ara_belakang), desk(cast.ara_koordinator), f"/keluhan/{complaint.number}/"
    assert "Anda boleh memutuskan tanpa menunggu" in head.get(address).content.decode()
    first = clerk.get(address).content.decode()
    assert first.index("Catat pengecekan") < first.index("Beri rekomendasi")
    sent = {"listed": "not_listed", "eligible": "needs_visit", "note": "Belum punya KK"}
    assert clerk.post(f"{address}pengecekan/", sent).status_code == 302
    due = clerk.get(address).content.decode()
    assert due.index("Catat kunjungan") < due.index("Beri rekomendasi"), "a visit that is due comes first"
    today = timezone.localdate().isoformat()
    trip = {"on": today, "visitor": cast.ara_belakang.pk, "result": "met", "findings": "Rumah kayu, dua anak"}
    assert clerk.post(f"{address}kunjungan/", trip).status_code == 302
    with under(cast.ara_belakang):
        visit = Visit.objects.get()
        assert (visit.origin_id, visit.topic, visit.kind) == (complaint.pk, complaint.field, "home")
    assert "Rumah kayu, dua anak" in head.get(address).content.decode()
    assert clerk.post(f"{address}rekomendasi/", {"advice": "refer", "reason": "Terbit di Dukcapil"}).status_code == 302
    page = head.get(address).content.decode()
    assert "Rekomendasi back office:" in page
    assert page.index("Rujuk ke lembaga</a>") < page.index("Selesaikan di sini</a>"), "what was recommended comes first"
    assert head.post(f"{address}pengembalian/", {"reason": "Sebut berkasnya"}).status_code == 302
    again = clerk.get(address).content.decode()
    assert "Terbit di Dukcapil" in again
    assert "Sebut berkasnya" in again


def test_a_visit_too_old_to_be_written_down_keeps_what_was_typed(complaint: Complaint, cast: Any, desk: Any) -> None:
    old = (timezone.localdate() - timedelta(days=32)).isoformat()
    trip = {"on": old, "visitor": cast.ara_koordinator.pk, "result": "met", "findings": "Rumah kayu"}
    answer = desk(cast.ara_koordinator).post(f"/keluhan/{complaint.number}/kunjungan/", trip)
    assert answer.status_code == 422
    assert "lebih dari 31 hari" in answer.content.decode() and "Rumah kayu" in answer.content.decode()


def test_a_visit_is_hidden_from_who_works_on_another_field(
    complaint: Complaint, cast: Any, desk: Any, under: Any
) -> None:
    trip = {"on": timezone.localdate().isoformat(), "visitor": cast.ara_koordinator.pk, "result": "met"}
    desk(cast.ara_koordinator).post(f"/keluhan/{complaint.number}/kunjungan/", trip)
    appointed_for(cast.ara_belakang, ServiceField.HEALTH)
    with under(Appointment.objects.with_place().get(pk=cast.ara_belakang.pk)):
        assert not Visit.objects.exists()
    with under(cast.ara_koordinator):
        assert Visit.objects.count() == 1
