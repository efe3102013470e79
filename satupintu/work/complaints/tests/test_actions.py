"""Every action: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import House, house
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Elsewhere, Nature, Outcome, Sensitivity, Status, Urgency, Wait, Way
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.words import Consent, Reason

TODAY = date(2026, 11, 20)


def settle(complaint: Complaint, by: Any, **rest: Any) -> Any:
    return actions.settle(complaint, by=by, what="Mengantar ke Dukcapil", server=by, on=TODAY, **rest)


NAMED = {"name": "Caya", "consent": Consent.SPOKEN, "consent_by": "Caya"}


def refer(complaint: Complaint, by: Any, **rest: Any) -> Any:
    office = Office.objects.get(code="D7302DUKCAPIL")
    due = timezone.now() + timedelta(days=7)
    return actions.refer(complaint, by=by, to=office, need="Mohon penerbitan akta.", due_at=due, **NAMED, **rest)


def tell(complaint: Complaint, by: Any, **rest: Any) -> Any:
    return actions.tell(complaint, by=by, way=Way.IN_PERSON, on=TODAY, text="Akta sudah jadi.", **rest)


def classify(complaint: Complaint, by: Any, **rest: Any) -> Any:
    words = {"field": ServiceField.HEALTH, "nature": Nature.OTHER, "urgency": Urgency.SOON}
    return actions.classify(complaint, by=by, sensitivity=Sensitivity.ORDINARY, **words, **rest)


ACTS: dict[str, Any] = {
    "complaint.settle": settle,
    "complaint.escalate": lambda c, by, **rest: actions.escalate(
        c, by=by, to=Office.objects.get(code="S7302"), reason="Di luar wewenang desa", **rest
    ),
    "complaint.refer": refer,
    "complaint.finish_service": lambda c, by, **rest: actions.finish_service(c, by=by, on=TODAY, result="Jadi", **rest),
    "complaint.tell": tell,
    "complaint.close": lambda c, by, **rest: actions.close(c, by=by, outcome=Outcome.FULFILLED, **rest),
    "complaint.reopen": lambda c, by, **rest: actions.reopen(c, by=by, reason="Akta salah tulis", **rest),
    "complaint.classify": classify,
    "complaint.hand_over": lambda c, by, **rest: actions.hand_over(c, by=by, to=Elsewhere.DATA_CORRECTION, **rest),
}
PATHS: dict[str, list[str]] = {
    "complaint.settle": [],
    "complaint.escalate": [],
    "complaint.refer": [],
    "complaint.classify": [],
    "complaint.hand_over": [],
    "complaint.finish_service": ["complaint.settle"],
    "complaint.tell": ["complaint.settle", "complaint.finish_service"],
    "complaint.close": ["complaint.settle", "complaint.finish_service", "complaint.tell"],
    "complaint.reopen": ["complaint.settle", "complaint.finish_service", "complaint.tell", "complaint.close"],
}
verbs = pytest.mark.parametrize("verb", ACTS)


def bring(complaint: Complaint, verb: str, by: Any) -> None:
    """Take a complaint to where the verb can be done."""
    for step in PATHS[verb]:
        ACTS[step](complaint, by)
    complaint.refresh_from_db()


@verbs
def test_it_works_and_leaves_one_event(verb: str, complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        bring(complaint, verb, by)
        before = Event.objects.about(complaint).count()
        ACTS[verb](complaint, by)
        complaint.refresh_from_db()
        events = list(Event.objects.about(complaint).order_by("id"))
        assert len(events) == before + 1
        assert events[-1].appointment_id == by.pk
        assert complaint.status == rules.status(event.name for event in events)


@verbs
def test_the_stranger_of_the_next_village_is_refused(verb: str, complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        bring(complaint, verb, cast.ara_koordinator)
        version = complaint.version
    with under(cast.bira_koordinator), pytest.raises(Refused):
        ACTS[verb](complaint, cast.bira_koordinator)
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
        assert complaint.version == version


@verbs
def test_a_role_without_the_verb_is_refused(verb: str, complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        bring(complaint, verb, cast.ara_koordinator)
    with under(cast.bulukumba_kadis), pytest.raises(Refused):
        ACTS[verb](complaint, cast.bulukumba_kadis)


@verbs
def test_a_wrong_state_is_refused_with_what_is_possible(verb: str, complaint: Complaint, cast: Any, under: Any) -> None:
    wrong = "complaint.reopen" if verb != "complaint.reopen" else "complaint.settle"
    by = cast.ara_koordinator
    with under(by):
        if verb in {"complaint.classify", "complaint.hand_over"}:
            bring(complaint, "complaint.reopen", by)
        else:
            bring(complaint, wrong, by) if wrong == "complaint.settle" else None
        if rules.may(verb, complaint.status_word):
            ACTS["complaint.escalate"](complaint, by) if verb in {"complaint.escalate"} else settle(complaint, by)
            complaint.refresh_from_db()
        with pytest.raises((WrongState, Refused)) as refused:
            ACTS[verb](complaint, by)
        if isinstance(refused.value, WrongState):
            assert refused.value.possible == rules.possible(complaint.status_word)


@verbs
def test_doing_it_twice_does_it_once(verb: str, complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        bring(complaint, verb, by)
        first = ACTS[verb](complaint, by, key="satu-kunci")
        second = ACTS[verb](complaint, by, key="satu-kunci")
        assert first == second
        assert Event.objects.about(complaint).count() == len(PATHS[verb]) + 2


def test_registering_gives_a_number_of_the_office_and_the_year(complaint: Complaint) -> None:
    assert complaint.number.startswith("P7302032006-K26-")
    assert (complaint.status, complaint.waits_for) == (Status.RECEIVED, Wait.CHECK)


def test_registering_twice_with_one_key_makes_one_complaint(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_depan):
        first = actions.register(told(), by=cast.ara_depan, key="dua-klik")
        assert actions.register(told(), by=cast.ara_depan, key="dua-klik") == first
        assert Complaint.objects.count() == 1


def test_a_key_of_somebody_else_is_refused(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_depan):
        actions.register(told(), by=cast.ara_depan, key="milik-depan")
    with under(cast.ara_koordinator), pytest.raises(Conflict):
        actions.register(told(), by=cast.ara_koordinator, key="milik-depan")


def test_nobody_registers_outside_the_own_area(cast: Any, under: Any, told: Any) -> None:
    from django.db import DatabaseError, transaction

    with under(cast.ara_depan), pytest.raises(DatabaseError), transaction.atomic():
        actions.register(told(village_id=7302032005), by=cast.ara_depan)


def test_two_officers_at_once_get_a_conflict(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        seen = complaint.version
        classify(complaint, by, seen=seen)
        with pytest.raises(Conflict) as clash:
            classify(complaint, by, seen=seen)
        assert clash.value.current.field == ServiceField.HEALTH


def test_the_answer_of_an_institution_reaches_the_village(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        ACTS["complaint.escalate"](complaint, cast.ara_koordinator)
    with under(cast.bulukumba_manajer):
        letter = refer(complaint, cast.bulukumba_manajer)
    with under(cast.bulukumba_dukcapil):
        assert not Complaint.objects.exists()
        replies.accept(letter, by=cast.bulukumba_dukcapil)
        replies.serve(letter, by=cast.bulukumba_dukcapil, text="Akta terbit")
        assert not Complaint.objects.exists()
    with under(cast.ara_depan):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.waits_for) == (Status.ANSWERED, Wait.TELLING)
        assert complaint.waits_at == cast.ara_depan.office
        names = list(Event.objects.about(complaint).order_by("id").values_list("name", flat=True))
        assert rules.status(names) == complaint.status


def test_a_rejected_letter_comes_back_to_who_decided(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        letter = refer(complaint, cast.ara_koordinator)
    with under(cast.bulukumba_dukcapil):
        replies.reject(letter, by=cast.bulukumba_dukcapil, reason=Reason.INCOMPLETE, text="KK belum ada")
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
        assert complaint.status == Status.RETURNED
        assert complaint.waits_at == cast.ara_koordinator.office


@pytest.mark.parametrize("act", [actions.return_referral, actions.receive_answer, actions.withdraw_referral])
def test_only_the_house_passes_an_answer_on(act: Any, complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        refer(complaint, cast.ara_koordinator)
        with pytest.raises(Refused):
            act(complaint, by=cast.ara_koordinator, office="x")
    with house("uji", quietly=True) as by:
        assert isinstance(by, House)
        act(complaint, by=by, office="x")


def test_a_secret_complaint_does_not_exist_for_those_who_are_not_cleared(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_fasilitator):
        secret = actions.register(told(sensitivity=Sensitivity.SECRET), by=cast.ara_fasilitator)
        assert Complaint.objects.filter(pk=secret.pk).exists(), "its author sees it"
    for role in (cast.ara_depan, cast.ara_koordinator, cast.bontobahari_supervisor):
        with under(role):
            assert not Complaint.objects.filter(pk=secret.pk).exists()
            assert not Event.objects.about(secret).exists()
    for role in (cast.bulukumba_manajer, cast.bulukumba_peksos):
        with under(role):
            assert Complaint.objects.filter(pk=secret.pk).exists()


def test_a_secret_complaint_goes_straight_to_the_kabupaten(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_fasilitator):
        secret = actions.register(told(sensitivity=Sensitivity.SECRET), by=cast.ara_fasilitator)
    with under(cast.bulukumba_manajer):
        assert secret.waits_at == cast.bulukumba_manajer.office
        settle(secret, cast.bulukumba_manajer, result="Didampingi pekerja sosial")
    with under(cast.ara_fasilitator):
        tell(secret, cast.ara_fasilitator)
    with under(cast.bulukumba_manajer):
        secret.refresh_from_db()
        assert secret.waits_at == cast.bulukumba_manajer.office


def test_nobody_hides_a_complaint_from_themselves(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by), pytest.raises(Refused):
        actions.classify(
            complaint,
            by=by,
            field=ServiceField.SOCIAL,
            nature=Nature.OTHER,
            urgency=Urgency.SOON,
            sensitivity=Sensitivity.SECRET,
        )
