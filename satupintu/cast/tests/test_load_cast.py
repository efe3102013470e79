"""The demo on stage: what the bulk has written is what the actions would have left."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from satupintu.cast import chronicle, directory, history, households
from satupintu.cast.accounts import DEMO_ACCOUNTS
from satupintu.cast.acts import ACTS
from satupintu.cast.history import Scene
from satupintu.cast.officers import BULUKUMBA
from satupintu.cast.tests.little import FEW, HOUSEHOLDS, STAFF, YEAR, silent, told
from satupintu.cast.tests.year_world import VERBS
from satupintu.cast.watch import BY_ITSELF, URGED
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.roles import clearance_of, may
from satupintu.foundation.offices.models import Account, Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.printed_codes import fingerprint
from satupintu.registry.imports import actions as imports
from satupintu.registry.imports import staging
from satupintu.registry.people.models import Household, Person
from satupintu.work.complaints import actions, clock, rules, worklist
from satupintu.work.complaints.intake import Intake, follow_up_code
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Outcome, Sensitivity, Status, Urgency, Wait, Way
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals import clock as letter_clock
from satupintu.work.referrals import rules as letter_rules
from satupintu.work.referrals import worklist as letters
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import ReplyKind


def test_every_village_has_its_office_and_team_and_names_are_told_apart(staffed: None) -> None:
    assert STAFF.done()
    villages = [7302012004, 7302031004, 7302032005, 7302032006, 7306072008]
    for number in villages:
        roles = set(Appointment.objects.filter(office__code=f"P{number}").values_list("role", flat=True))
        assert {"coordinator", "village_front", "facilitator"} <= roles
    assert Office.objects.get(code="K730201").appointments.count() == 2
    assert len(DEMO_ACCOUNTS) == len({username for username, _, _ in DEMO_ACCOUNTS})
    assert Account.objects.filter(username__in=[username for username, _, _ in DEMO_ACCOUNTS]).count() == len(
        DEMO_ACCOUNTS
    )


def test_every_complaint_is_what_its_events_say(year: None) -> None:
    with house("uji"):
        events, offices = told(), {office.pk: office for office in Office.objects.all()}
        complaints = list(Complaint.objects.all())
        assert len(complaints) > FEW.complaints
        for one in complaints:
            names = [event.name for event in events["complaint", one.pk]]
            assert one.status == rules.status(names)
            assert one.waits_for in {rules.waits_for(one.status_word, prepared=there) for there in (True, False)}
            assert one.version == len([name for name in names if name not in BY_ITSELF])
            assert one.waits_at_id == expected_place(one)
            assert one.received_at == events["complaint", one.pk][0].at
            assert_promised(one, offices[one.intake_office_id])
            assert one.follow_up == fingerprint(follow_up_code(one.number))
            assert one.number.startswith(f"{offices[one.intake_office_id].code}-K")
            moved = [name for name in names if name not in BY_ITSELF | {"complaint.paused"}]
            assert one.decisions.count() == sum(decided(before, name) for before, name in pairwise(moved))


def assert_promised(one: Complaint, office: Office) -> None:
    """The deadline is what the office's limit says, from receipt or from when it was last opened again."""
    given = clock.promise(office, field=one.field, urgency=Urgency(one.urgency), start=clock.began(one))
    assert (one.due_at, one.limit_id) == (given.due_at, given.limit)


def decided(before: str, name: str) -> bool:
    """Whether the event is a decision; one that settles and finishes at once leaves one event."""
    if name == "complaint.service_finished":
        return before != "complaint.settled"
    return name in {"complaint.settled", "complaint.escalated", "complaint.referred"}


def letter_of(one: Complaint) -> Any:
    """The letter that was written last; None when there is none."""
    return Referral.objects.about("complaint", one.pk).last()


def expected_place(one: Complaint) -> int:
    """Where the next move is, told from the state alone."""
    if one.status == Status.REFERRED:
        return int(letter_of(one).to_office_id)
    at_handler = {*rules.UNDECIDED, Status.IN_SERVICE}
    if one.clearance == Sensitivity.SECRET.clearance:
        at_handler.add(Status.TOLD)
    return int(one.handler_office_id if one.status in at_handler else one.intake_office_id)


def test_every_letter_is_what_its_replies_say(year: None) -> None:
    with house("uji"):
        events = told()
        found = list(Referral.objects.all())
        assert found
        for one in found:
            kinds = [ReplyKind(reply.kind) for reply in one.replies.order_by("pk")]
            assert one.status == letter_rules.status(kinds)
            assert one.version == 1 + len(kinds)
            names = [event.name for event in events["referral", one.pk] if event.name not in BY_ITSELF]
            assert names == ["referral.sent", *(f"referral.{kind.value}" for kind in kinds)]
            assert Complaint.objects.filter(pk=one.origin_id, number=one.origin_number).exists()
            assert_kept(one, kinds)


def assert_kept(one: Referral, kinds: list[ReplyKind]) -> None:
    """Its deadline is what the receiver's limit says, later only by what it stood; the clock looks at what is open."""
    given = letter_clock.promise(one.to_office, field=one.field, urgency=one.urgency, start=one.sent_at)
    stood = {ReplyKind.ASKED, ReplyKind.SCHEDULED} & {*kinds}
    assert one.limit_id == given.limit and (one.due_at >= given.due_at if stood else one.due_at == given.due_at)
    if one.status_word not in letter_rules.OPEN:
        assert (one.clock_at, one.paused_since) == (None, None)
    elif one.clock_at is not None:
        assert one.clock_at > timezone.now()
    late = Referral.objects.overdue(timezone.now()).filter(pk=one.pk).exists()
    assert not late or one.raised_to_id is not None


PASSED_ON = {"complaint.referral_returned", "complaint.referral_withdrawn", "complaint.answer_received"}
"""What the house itself writes when a letter ends."""


def test_every_act_is_in_the_name_of_somebody_who_may(year: None) -> None:
    with house("uji"):
        staff = Appointment.objects.in_bulk()
        mine = {one.pk: (one.intake_office_id, one.author_id) for one in Complaint.objects.all()}
        for event in Event.objects.filter(subject_type__in=["complaint", "referral"]):
            if event.appointment_id is None:
                assert event.name in PASSED_ON | BY_ITSELF | URGED
                continue
            by = staff[event.appointment_id]
            assert any(may(by.role, verb) for verb in VERBS[event.name]), event.name
            assert (event.role, event.actor, event.office_id) == (by.role, by.label, by.office_id)
            office, author = (
                mine.get(event.subject_id or 0, (None, None)) if event.subject_type == "complaint" else (0, 0)
            )
            if event.name == "complaint.registered":
                assert (office, author) == (by.office_id, by.pk)
            elif event.subject_type == "complaint":
                assert clearance_of(by.role) >= event.clearance or author == by.pk, event.name


def test_time_runs_forward_and_nothing_lies_ahead(year: None) -> None:
    with house("uji"):
        now = timezone.now()
        for events in told().values():
            assert all(earlier.at <= later.at for earlier, later in pairwise(events))
            assert events[-1].at < now
        everything = list(Event.objects.filter(subject_type="complaint").order_by("id").values_list("at", flat=True))
        assert everything == sorted(everything)


def test_numbers_are_unique_and_the_next_one_goes_on(year: None, cast: Any, under: Callable[..., Any]) -> None:
    with house("uji"):
        numbers = list(Complaint.objects.filter(intake_office__code="P7302032006").values_list("number", flat=True))
        this_year = [number for number in numbers if f"-K{timezone.localdate().year % 100}-" in number]
    intake = Intake(7302032006, Channel.WALK_IN, Kind.QUESTION, Nature.OTHER, ServiceField.HEALTH, text="Bertanya.")
    with under(cast.ara_depan):
        new = actions.register(intake, by=cast.ara_depan)
    assert new.number == f"P7302032006-K{timezone.localdate().year % 100}-{len(this_year) + 1:04d}"
    assert len(set(numbers)) == len(numbers)


def test_every_named_officer_finds_work(year: None, cast: Any, under: Callable[..., Any]) -> None:
    wanted: dict[str, list[Wait]] = {
        "ara_koordinator": [Wait.DECISION] * 5 + [Wait.TELLING, Wait.CLOSURE],
        "ara_belakang": [Wait.SERVICE, Wait.TELLING, Wait.REPAIR],
        "ara_pendidikan": [Wait.SERVICE],
        "ara_fasilitator": [Wait.SERVICE, Wait.TELLING],
        "ara_depan": [Wait.TELLING],
        "bira_koordinator": [Wait.DECISION] * 3,
        "bontobahari_tksk": [Wait.DECISION] * 2,
        "bulukumba_manajer": [Wait.DECISION] * 6,
        "bulukumba_belakang": [Wait.SERVICE, Wait.REPAIR],
        "bulukumba_depan": [Wait.TELLING],
        "panakkukang_koordinator": [Wait.DECISION] * 2,
        "gowa_manajer": [Wait.DECISION],
    }
    for name, waits in wanted.items():
        by = getattr(cast, name)
        with under(by):
            found = [Wait(wait) for wait in worklist.waiting(by).values_list("waits_for", flat=True)]
        assert all(found.count(wait) >= waits.count(wait) for wait in waits), (name, found)
    for name, least in {"dukcapil": 4, "dikbud": 3, "dinkes": 3, "rsud": 3, "peksos": 2}.items():
        by = getattr(cast, f"bulukumba_{name}")
        with under(by):
            assert letters.waiting(by).count() >= least, name
    by = cast.ara_koordinator
    with under(by):
        assert letters.waiting(by).exists()
        assert worklist.overdue(by, timezone.now()).exists()
        assert worklist.waiting(by).filter(status=Status.RETURNED).exists()
        assert worklist.waiting(by).first().urgency == "emergency"


def test_gowa_and_the_next_village_stay_strangers(year: None, cast: Any, under: Callable[..., Any]) -> None:
    with under(cast.bulukumba_manajer):
        assert not Complaint.objects.exclude(kabupaten=7302).exists()
        assert not Referral.objects.exclude(village_id__gte=7302000000, village_id__lt=7303000000).exists()
    with under(cast.gowa_manajer):
        assert set(Complaint.objects.values_list("kabupaten", flat=True)) == {7306}
    with under(cast.bira_koordinator):
        assert set(Complaint.objects.values_list("village_id", flat=True)) == {7302032005}
        assert not Event.objects.filter(village=7302032006, subject_type="complaint").exists()


@pytest.mark.parametrize("moves", [("escalate", "refer", "accept", "serve", "tell", "close"), ("settle", "finish")])
def test_a_simulated_complaint_leaves_what_the_actions_leave(
    moves: tuple[str, ...], staffed: None, cast: Any, under: Callable[..., Any]
) -> None:
    with house("uji"):
        world = directory.world(BULUKUMBA, timezone.now())
        scene = Scene("P7302032006", 40, moves, to="DUKCAPIL", channel=Channel.WALK_IN)
        chronicle.write(list(history.year(1, world, 0, [scene])), lambda what, count: None)
        simulated = footprint(Complaint.objects.get())
    real = footprint(acted(moves, cast, under))
    assert simulated == real


ADVICE = {"suggested", "route"}
"""What the rules of the way suggested: it depends on the matter."""


def known(event: Event) -> list[str]:
    """What an event tells, without advice."""
    return sorted(set(event.facts) - ADVICE)


def footprint(complaint: Complaint) -> list[Any]:
    """All that does not depend on the matter or the moment."""
    with house("uji"):
        complaint.refresh_from_db()
        events = list(Event.objects.filter(village=complaint.village_id).order_by("id"))
        events = [
            event
            for event in events
            if event.subject_id in {complaint.pk, getattr(letter_of(complaint), "pk", None)}
            and event.name not in BY_ITSELF
        ]
        return [
            (
                complaint.status,
                complaint.waits_for,
                complaint.waits_at_id,
                complaint.handler_office_id,
                complaint.version,
                *(getattr(complaint, name) is not None for name in rules.MILESTONES),
            ),
            [(e.name, e.subject_type, known(e), sorted(e.offices), e.role, e.kind, e.clearance) for e in events],
            [
                complaint.decisions.count(),
                complaint.services.count(),
                complaint.answers.count(),
                complaint.closures.count(),
            ],
        ]


def acted(moves: tuple[str, ...], cast: Any, under: Callable[..., Any]) -> Complaint:
    """The same by hand: each step under the appointment of whoever takes it."""
    head, manager, opd = cast.ara_koordinator, cast.bulukumba_manajer, cast.bulukumba_dukcapil
    today, now = timezone.localdate(), timezone.now()
    dukcapil = Office.objects.get(code="D7302DUKCAPIL")
    secretariat = Office.objects.get(code="S7302")
    intake = Intake(
        7302032006, Channel.WALK_IN, Kind.GRIEVANCE, Nature.NEED, ServiceField.CIVIL_REGISTRATION, text="KTP."
    )
    with under(cast.ara_depan):
        one = actions.register(intake, by=cast.ara_depan)
    steps: dict[str, tuple[Any, Callable[[], Any]]] = {
        "escalate": (head, lambda: actions.escalate(one, by=head, to=secretariat, reason="Perlu")),
        "refer": (manager, lambda: actions.refer(one, by=manager, to=dukcapil, need="Mohon", due_at=now)),
        "accept": (opd, lambda: replies.accept(letter_of(one), by=opd)),
        "serve": (opd, lambda: replies.serve(letter_of(one), by=opd, text="Sudah")),
        "tell": (cast.ara_depan, lambda: actions.tell(one, by=cast.ara_depan, way=Way.PHONE, on=today, text="Sudah")),
        "close": (head, lambda: actions.close(one, by=head, outcome=Outcome.FULFILLED)),
        "settle": (head, lambda: actions.settle(one, by=head, what="Antar", server=cast.ara_belakang, on=today)),
        "finish": (
            cast.ara_belakang,
            lambda: actions.finish_service(one, by=cast.ara_belakang, on=today, result="Jadi"),
        ),
    }
    for move in moves:
        by, act = steps[move]
        with house("uji"):
            one.refresh_from_db()
        with under(by):
            act()
    return one


def test_a_file_of_households_becomes_people_whom_complaints_are_about(staffed: None) -> None:
    assert not HOUSEHOLDS.done()
    HOUSEHOLDS.play(FEW, silent)
    assert HOUSEHOLDS.done()
    YEAR.play(FEW, silent)
    with house("uji"):
        assert Household.objects.filter(kabupaten=7302).count() == FEW.households
        assert Person.objects.filter(kabupaten=7306).exists()
        about = Complaint.objects.exclude(person=None)
        assert about.count() > FEW.complaints * 0.3
        assert Complaint.objects.filter(person=None, household=None).exists()
        assert Complaint.objects.filter(person=None).exclude(household=None).exists()
        assert all(one.person.village_id == one.village_id for one in about.select_related("person"))
        assert not households.is_done() or households.OF_GOWA.batch() is not None


def test_a_second_time_does_nothing(year: None) -> None:
    for act in ACTS:
        if not act.done():
            act.play(FEW, silent)
    with house("uji"):
        before = (Complaint.objects.count(), Event.objects.count(), Person.objects.count(), Appointment.objects.count())
    call_command("load_cast", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    with house("uji", quietly=True):
        after = (
            Complaint.objects.count(),
            Event.objects.count() - 1,
            Person.objects.count(),
            Appointment.objects.count(),
        )
    assert after[0] == before[0]
    assert after[2:] == before[2:]


def test_an_act_that_dies_in_the_middle_leaves_nothing_and_can_be_played_again(staffed: None) -> None:
    def die(line: str) -> None:
        if "kejadian" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        YEAR.play(FEW, die)
    assert not YEAR.done()
    with house("uji"):
        assert not Complaint.objects.exists()
        assert not Referral.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from documents_counter")
            assert cursor.fetchone() == (0,)
    YEAR.play(FEW, silent)
    assert YEAR.done()


@pytest.mark.parametrize("left", ["received", "checked", "applying", "applied"])
def test_a_file_that_was_left_halfway_is_brought_to_its_end_once(
    left: str, staffed: None, cast: Any, under: Callable[..., Any]
) -> None:
    delivery, by = households.OF_BULUKUMBA, cast.bulukumba_belakang
    with under(by):
        batch = imports.upload(by=by, file=households.file_of(delivery, 10), queued=False)
    if left != "received":
        batch = staging.check(batch.pk)
    if left in {"applying", "applied"}:
        with under(by):
            batch = imports.apply(batch, by=by, queued=False)
    if left == "applied":
        with staging.as_house(batch, "Menyimpan") as keeper:
            batch = imports.apply(batch, by=keeper)
    assert batch.state == left
    ended = households.bring(delivery, 10, silent)
    with house("uji"):
        assert ended.state == "applied"
        assert Household.objects.count() == 10
        assert delivery.is_done()
        assert (ended.pk == batch.pk) == (left != "received")


def test_the_demo_prints_whom_one_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo_accounts")
    printed = capsys.readouterr().out
    assert "ara.koordinator" in printed
    assert "bulukumba.manajer*" in printed
    assert "pintu-terbuka-2026" in printed
