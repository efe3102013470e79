"""What citizens do by themselves: it works, a stranger's code does not, a wrong state is refused, one event, twice is once."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import Citizen, acting
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.reports.editions.tests.conftest import closing
from satupintu.reports.editions.words import Subject
from satupintu.work.complaints import actions, rules, worklist
from satupintu.work.complaints.models import Complaint, Reporter, Story, Verdict
from satupintu.work.complaints.words import (
    Channel,
    Judgement,
    Nature,
    Outcome,
    Relation,
    Sensitivity,
    Status,
    Urgency,
    Way,
)
from satupintu.work.routing.words import Schooling

ARA = 7302032006


def end(complaint: Complaint, by: Any, *, days_ago: float = 5) -> Complaint:
    """Settle, tell and close a complaint; its end lies so many days back."""
    day = timezone.localdate()
    actions.settle(complaint, by=by, what="Diantar", server=by, on=day, result="Jadi")
    actions.tell(complaint, by=by, way=Way.IN_PERSON, on=day, text="Sudah jadi.")
    actions.close(complaint, by=by, outcome=Outcome.FULFILLED)
    Complaint.objects.filter(pk=complaint.pk).update(closed_at=timezone.now() - timedelta(days=days_ago))
    complaint.refresh_from_db()
    return complaint


@pytest.fixture
def closed(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """A complaint of Ara that ended five days ago."""
    with under(cast.ara_koordinator):
        return end(complaint, cast.ara_koordinator)


@pytest.fixture
def other(cast: Any, under: Any, told: Callable[..., Any]) -> Complaint:
    """Another complaint of the same village, ended as well: nobody's code opens both."""
    with under(cast.ara_depan):
        fresh = actions.register(told(), by=cast.ara_depan)
    with under(cast.ara_koordinator):
        return end(fresh, cast.ara_koordinator)


def held(complaint: Complaint) -> Any:
    """The scope of whoever holds the code of a complaint."""
    return acting(complaint.village_id, ("complaint", complaint.pk))


ACTS: dict[str, Callable[..., Any]] = {
    "complaint.judge": lambda c, by, **k: actions.judge(c, by=by, judgement=Judgement.UNSOLVED, comment="Salah", **k),
    "complaint.reopen": lambda c, by, **k: actions.reopen(c, by=by, reason="Namanya salah tulis", **k),
    "complaint.appeal": lambda c, by, **k: actions.appeal(c, by=by, reason="Kami tidak didengar", **k),
}
EVENTS = {
    "complaint.judge": "complaint.judged",
    "complaint.reopen": "complaint.reopened",
    "complaint.appeal": "complaint.appealed",
}
verbs = pytest.mark.parametrize("verb", ACTS)


def events(complaint: Complaint) -> list[str]:
    with house("uji", quietly=True):
        return list(Event.objects.about(complaint).order_by("id").values_list("name", flat=True))


@verbs
def test_it_works_and_leaves_one_event_of_nobody_by_name(verb: str, closed: Complaint) -> None:
    before = events(closed)
    with held(closed) as by:
        ACTS[verb](closed, by)
    assert events(closed) == [*before, EVENTS[verb]]
    with house("uji", quietly=True):
        event = Event.objects.about(closed).first()
        assert event is not None
        assert (event.role, event.actor, event.appointment_id, event.account_id) == ("citizen", "Warga", None, None)
        closed.refresh_from_db()
        assert closed.status == rules.status(events(closed))


@verbs
def test_a_code_opens_its_own_complaint_alone(verb: str, closed: Complaint, other: Complaint) -> None:
    for row in (("complaint", other.pk), None):
        with acting(ARA, row) as by, pytest.raises(Refused):
            ACTS[verb](closed, by)
    assert events(closed) == events(other)


@verbs
def test_an_officer_of_the_next_village_is_refused(verb: str, closed: Complaint, cast: Any, under: Any) -> None:
    with under(cast.bira_koordinator), pytest.raises(Refused):
        ACTS[verb](closed, cast.bira_koordinator)


@pytest.mark.parametrize("verb", ["complaint.judge", "complaint.appeal"])
def test_what_is_the_citizens_no_officer_does(verb: str, closed: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        ACTS[verb](closed, cast.ara_koordinator)


@pytest.mark.parametrize("verb", ["complaint.settle", "complaint.close", "complaint.classify", "complaint.register"])
def test_a_citizen_does_nothing_else(verb: str, closed: Complaint) -> None:
    assert not Citizen(("complaint", closed.pk)).may(verb, closed)


@verbs
def test_it_is_refused_in_a_wrong_state(verb: str, complaint: Complaint) -> None:
    with held(complaint) as by, pytest.raises(WrongState):
        ACTS[verb](complaint, by)


@verbs
def test_twice_with_one_key_is_once(verb: str, closed: Complaint) -> None:
    with held(closed) as by:
        first = ACTS[verb](closed, by, key="2b8a-satu")
        assert ACTS[verb](closed, by, key="2b8a-satu") == first
    assert events(closed).count(EVENTS[verb]) == 1


@verbs
def test_a_second_time_with_another_key_is_refused(verb: str, closed: Complaint) -> None:
    with held(closed) as by:
        ACTS[verb](closed, by)
        with pytest.raises(WrongState):
            ACTS[verb](closed, by)


@pytest.mark.parametrize("verb", ["complaint.reopen", "complaint.appeal"])
def test_after_thirty_days_it_is_too_late(verb: str, closed: Complaint) -> None:
    with held(closed) as by:
        Complaint.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - timedelta(days=30, minutes=1))
        with pytest.raises(WrongState, match="pengaduan baru"):
            ACTS[verb](closed, by)
        Complaint.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - timedelta(days=29, hours=23))
        ACTS[verb](closed, by)


def test_an_officer_may_reopen_later_too(closed: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        Complaint.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - timedelta(days=90))
        actions.reopen(closed, by=cast.ara_koordinator, reason="Ada berkas baru")


def test_a_verdict_is_asked_for_some_days_after_the_end(closed: Complaint) -> None:
    with held(closed) as by:
        wait = timedelta(days=settings.VERDICT_AFTER_DAYS)
        Complaint.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - wait + timedelta(hours=1))
        with pytest.raises(WrongState, match="mulai"):
            actions.judge(closed, by=by, judgement=Judgement.SOLVED)


def test_each_closure_has_its_own_verdict(closed: Complaint, cast: Any, under: Any) -> None:
    with held(closed) as by:
        ACTS["complaint.judge"](closed, by)
        actions.reopen(closed, by=by, reason="Belum")
    with under(cast.ara_koordinator):
        closed.refresh_from_db()
        end(closed, cast.ara_koordinator)
    with held(closed) as by:
        actions.judge(closed, by=by, judgement=Judgement.SOLVED)
        said = list(Verdict.objects.filter(complaint=closed).values_list("judgement", flat=True))
    assert said == ["unsolved", "solved"]


def test_reopened_it_stands_on_the_worklist_of_the_office_again(closed: Complaint, cast: Any, under: Any) -> None:
    with held(closed) as by:
        ACTS["complaint.reopen"](closed, by)
    with under(cast.ara_koordinator):
        assert closed.pk in {one.pk for one in worklist.waiting(cast.ara_koordinator)}


def test_an_appeal_lands_at_the_office_above_which_alone_decides(closed: Complaint, cast: Any, under: Any) -> None:
    with held(closed) as by:
        fresh = ACTS["complaint.appeal"](closed, by)
    tksk, coordinator = cast.bontobahari_tksk, cast.ara_koordinator
    assert fresh.waits_at == Office.objects.get(code="K730203")
    assert (fresh.previous_id, fresh.channel, fresh.number[:7]) == (closed.pk, Channel.PUBLIC_FORM, "K730203")
    with under(coordinator):
        seen = Complaint.objects.get(previous=closed)
        assert not Story.objects.filter(complaint=seen).exists(), "it sees that there is one, not what it says"
        for act in (
            lambda: actions.settle(seen, by=coordinator, what="x", server=coordinator, on=timezone.localdate()),
            lambda: actions.escalate(seen, by=coordinator, to=coordinator.office, reason="x"),
            lambda: actions.take(seen, by=coordinator),
            lambda: actions.classify(
                seen, by=coordinator, field=seen.field, nature=seen.nature, urgency=Urgency.ORDINARY,
                sensitivity=Sensitivity.ORDINARY,
            ),
        ):  # fmt: skip
            with pytest.raises(Refused):
                act()
    with under(tksk):
        assert Story.objects.get(complaint=fresh).text == "Kami tidak didengar"
        assert fresh.pk in {one.pk for one in worklist.waiting(tksk)}
        actions.settle(fresh, by=tksk, what="Diperiksa lagi", server=tksk, on=timezone.localdate())


def test_an_appeal_passes_over_a_kecamatan_where_nobody_decides(closed: Complaint, cast: Any) -> None:
    there = Appointment.objects.filter(office__code="K730203", role="tksk")
    there.update(valid_to=timezone.localdate() - timedelta(days=1))
    with held(closed) as by:
        assert ACTS["complaint.appeal"](closed, by).waits_at == Office.objects.get(code="S7302")


def test_what_was_objected_to_may_have_become_secret(closed: Complaint, cast: Any, under: Any) -> None:
    with held(closed) as by:
        fresh = ACTS["complaint.appeal"](closed, by)
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=closed.pk).update(sensitivity=Sensitivity.SECRET, clearance=2)
    with under(cast.bontobahari_tksk):
        assert not Complaint.objects.filter(pk=closed.pk).exists()
        actions.classify(
            fresh, by=cast.bontobahari_tksk, field=ServiceField.SOCIAL, nature=Nature.OTHER, urgency=Urgency.SOON,
            sensitivity=Sensitivity.ORDINARY,
        )  # fmt: skip


def test_an_appeal_keeps_who_it_is_about_and_how_they_may_be_reached(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_depan):
        first = actions.register(
            told(
                relation=Relation.FAMILY, reporter_name="Ani", reporter_phone="08", field=ServiceField.EDUCATION,
                schooling=Schooling.SENIOR, programme=Programme.PIP, group_size=3,
            ),
            by=cast.ara_depan,
        )  # fmt: skip
    with under(cast.ara_koordinator):
        end(first, cast.ara_koordinator)
    with held(first) as by:
        fresh = ACTS["complaint.appeal"](first, by)
        for name in ("about", "field", "schooling", "programme", "group_size"):
            assert getattr(fresh, name) == getattr(first, name) != "", name
        assert Reporter.objects.get(complaint=fresh).name == "Ani"


def test_above_the_kabupaten_nobody_decides_and_the_citizen_is_told_who_else(closed: Complaint, cast: Any) -> None:
    with held(closed) as by:
        secretariat = Office.objects.get(code="S7302")
        Complaint.objects.filter(pk=closed.pk).update(handler_office=secretariat)
        with pytest.raises(WrongState, match="Ombudsman"):
            ACTS["complaint.appeal"](closed, by)


def send_in(told: Callable[..., Any], **words: Any) -> Complaint:
    with acting(words.get("village_id", ARA)) as by:
        key = words.pop("key", None)
        fresh: Complaint = actions.report(told(channel=Channel.PUBLIC_FORM, **words), by=by, key=key)
    return fresh


def test_a_report_lands_at_the_village_and_waits_to_be_looked_through(told: Any, cast: Any, under: Any) -> None:
    fresh = send_in(told)
    assert fresh.status == Status.RECEIVED and fresh.author_id is None and fresh.untaken
    assert fresh.number.startswith("P7302032006-K") and events(fresh) == ["complaint.reported"]
    for by in (cast.ara_depan, cast.ara_koordinator, cast.ara_fasilitator):
        with under(by):
            (row,) = worklist.items(worklist.waiting(by), limit=9)
            assert "dari warga, belum diperiksa" in row.what
    with under(cast.bira_koordinator):
        assert not worklist.waiting(cast.bira_koordinator).exists()


@pytest.mark.parametrize(
    ("village", "office"), [(7302032005, "P7302032005"), (7302031004, "K730203"), (7302012004, "S7302")]
)
def test_without_a_desk_of_its_own_a_village_is_served_by_the_one_above(
    village: int, office: str, told: Any, cast: Any
) -> None:
    assert send_in(told, village_id=village).intake_office.code == office


def test_where_nobody_takes_part_it_is_said(told: Any, cast: Any) -> None:
    with pytest.raises(WrongState, match="belum ada kantor"):
        send_in(told, village_id=7401012001)


def test_a_report_of_violence_is_the_kabupatens_from_its_number_on(told: Any, cast: Any, under: Any) -> None:
    fresh = send_in(told, sensitivity=Sensitivity.SECRET, urgency=Urgency.EMERGENCY)
    assert fresh.number.startswith("S7302-K")
    for by in (cast.ara_depan, cast.ara_koordinator, cast.ara_fasilitator, cast.bontobahari_tksk):
        with under(by):
            assert not Complaint.objects.filter(pk=fresh.pk).exists()
            assert not Event.objects.filter(subject_type="complaint", subject_id=fresh.pk).exists()
    with under(cast.bulukumba_manajer):
        assert fresh.pk in {one.pk for one in worklist.waiting(cast.bulukumba_manajer)}


def test_a_report_sent_twice_is_one(told: Any, cast: Any) -> None:
    assert send_in(told, key="abc") == send_in(told, key="abc")


def test_taking_makes_the_officer_its_author_once(told: Any, cast: Any, under: Any) -> None:
    fresh = send_in(told)
    with under(cast.ara_depan):
        actions.take(fresh, by=cast.ara_depan, about="Daeng Caya")
        fresh.refresh_from_db()
        assert (fresh.author_id, fresh.about, fresh.untaken) == (cast.ara_depan.pk, "Daeng Caya", False)
        assert events(fresh) == ["complaint.reported", "complaint.taken"]
        assert not worklist.waiting(cast.ara_depan).exists()
        with pytest.raises(Refused):
            actions.take(fresh, by=cast.ara_depan)


def test_what_was_decided_without_taking_it_leaves_the_front_offices_list(told: Any, cast: Any, under: Any) -> None:
    fresh, by = send_in(told), cast.ara_koordinator
    with under(by):
        actions.settle(fresh, by=by, what="Diantar", server=by, on=timezone.localdate())
        fresh.refresh_from_db()
        assert fresh.author_id is None
        assert fresh.pk in {one.pk for one in worklist.waiting(by)}
    with under(cast.ara_depan):
        assert not worklist.waiting(cast.ara_depan).exists()


def test_what_an_officer_took_down_is_not_taken_again(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        actions.take(complaint, by=cast.ara_koordinator)


def test_the_stranger_takes_nothing(told: Any, cast: Any, under: Any) -> None:
    fresh = send_in(told)
    with under(cast.bira_koordinator), pytest.raises(Refused):
        actions.take(fresh, by=cast.bira_koordinator)


@pytest.fixture
def said_by(told: Any, cast: Any, under: Any, desk: Any) -> Callable[[int, int], str]:
    """``said_by(11, 6)`` is what the province reads after eleven citizens said solved and six said not."""

    def read(solved: int, unsolved: int) -> str:
        for judgement in [Judgement.SOLVED] * solved + [Judgement.UNSOLVED] * unsolved:
            with under(cast.ara_depan):
                fresh = actions.register(told(), by=cast.ara_depan)
            with under(cast.ara_koordinator):
                end(fresh, cast.ara_koordinator)
            with held(fresh) as by:
                actions.judge(fresh, by=by, judgement=judgement, comment="Rahasia warga")
        for subject in (Subject.COMPLAINTS, Subject.VERDICTS):
            closing(subject, timezone.localdate())
        page = desk(cast.sulsel_pemantau).get("/").content.decode()
        assert "Rahasia warga" not in page
        return page[page.index("Kata warga") :]

    return read


def test_verdicts_are_counted_for_those_who_see_numbers(said_by: Callable[[int, int], str]) -> None:
    counted = re.sub(r"\s*<[^>]*>\s*", " ", said_by(11, 6))
    assert "Bulukumba" in counted
    assert re.search(r"Sudah selesai +11 +11 .*Belum selesai +6 +6 .*Semua +17 +17", counted), counted


def test_where_one_could_be_told_apart_only_the_sum_is_told(said_by: Callable[[int, int], str]) -> None:
    page = said_by(6, 1)
    counted = re.sub(r"\s*<[^>]*>\s*", " ", page)
    assert re.search(r"Sudah selesai +– +– .*Belum selesai +– +– .*Semua +7 +7", counted), counted
    assert not re.search(r">\s*[16]\s*<", page), "one is hidden, and six would give it away"
