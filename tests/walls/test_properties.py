"""T3: what PostgreSQL shows is what a plain Python model of the walls says, for any appointment and any row."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from satupintu.engine.events.models import Event
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.access.roles import DUTIES
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import Role, ServiceField
from satupintu.work.complaints.models import Complaint, Story
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity
from satupintu.work.referrals.models import Referral
from tests.walls.sight import HANDLERS

VILLAGES = (7302012004, 7302031004, 7302032005, 7302032006, 7306072008, 7401012001)
AREAS = (None, 7300000000, 7302000000, 7302030000, 7306000000, 7302032005, 7302032006)
TODAY = date.today()
EXAMPLES = 1500
FIELDS = list(ServiceField.codes())


@dataclass(frozen=True)
class Row:
    """A complaint of the model."""

    pk: int
    village: int
    clearance: int
    author: int
    handler: int
    field: str


@dataclass(frozen=True)
class Letter:
    """A letter of the model."""

    pk: int
    village: int
    clearance: int
    ends: tuple[int, int]
    sender: int
    field: str
    raised_to: int | None


def span(area: int | None) -> tuple[int, int]:
    """The numbers of an area, said a second time and differently from the code under test."""
    if area is None:
        return (0, 10**10)
    for size in (10**8, 10**6, 10**4):
        if area % size == 0:
            return (area, area + size)
    return (area, area + 1)


@pytest.fixture
def world(cast: Any) -> tuple[list[Row], list[Letter]]:
    """A complaint of every sensitivity in every village, and letters between many ends."""
    authors = [cast.ara_fasilitator, cast.bira_fasilitator, cast.bulukumba_peksos, cast.panakkukang_koordinator]
    offices = list(Office.objects.order_by("pk"))
    rows, letters = [], []
    with house("uji", quietly=True):
        for number, village in enumerate(VILLAGES):
            for clearance, sensitivity in enumerate(Sensitivity):
                for turn, author in enumerate(authors[number % 3 : number % 3 + 2]):
                    field = FIELDS[(number + clearance + turn) % len(FIELDS)]
                    handler = offices[(number * 5 + clearance + turn) % len(offices)] if turn else author.office
                    complaint = _complaint(
                        f"{number}-{clearance}-{author.pk}", village, sensitivity, author, field, handler
                    )
                    rows.append(Row(complaint.pk, village, clearance, author.pk, handler.pk, field))
                sender = authors[(number + clearance) % 4]
                to = offices[(number * 3 + clearance) % len(offices)]
                to = (
                    to if to.pk != sender.office_id else offices[0] if offices[0].pk != sender.office_id else offices[1]
                )
                field = FIELDS[(number + clearance) % len(FIELDS)]
                letter = _letter(f"{number}-{clearance}", village, clearance, sender, to, field)
                if clearance == 1:
                    letter.raised_to = offices[(number * 7) % len(offices)]
                    letter.save()
                ends = (sender.office_id, to.pk)
                letters.append(Letter(letter.pk, village, clearance, ends, sender.pk, field, letter.raised_to_id))
    return rows, letters


def _complaint(
    number: str, village: int, sensitivity: Sensitivity, author: Appointment, field: str, handler: Office
) -> Complaint:
    from django.utils import timezone

    complaint = Complaint.objects.create(
        number=number, village_id=village, intake_office=author.office, handler_office=handler, author=author,
        channel=Channel.WALK_IN, kind=Kind.GRIEVANCE, nature=Nature.NEED, field=field, urgency="ordinary",
        urgency_rank=0, sensitivity=sensitivity, clearance=sensitivity.clearance, waits_at=author.office,
        due_at=timezone.now(),
    )  # fmt: skip
    Story.objects.create(complaint=complaint, text="x")
    return complaint


def _letter(number: str, village: int, clearance: int, sender: Appointment, to: Office, field: str) -> Referral:
    from django.utils import timezone

    return Referral.objects.create(
        number=number, origin_type="x", origin_id=1, origin_number="x", village_id=village, from_office=sender.office,
        to_office=to, sender=sender, sender_label="x", due_at=timezone.now(), field=field, clearance=clearance, need="x",
    )  # fmt: skip


def sees_people(by: Appointment) -> bool:
    """The model's rule: in force, and of a role that sees persons."""
    return by.valid_from <= TODAY <= by.valid_to and DUTIES[Role(by.role)].persons


def works_on(by: Appointment, field: str) -> bool:
    """The model's rule: an appointment that names no field is for all of them."""
    return not by.fields or field in by.fields


def handles(by: Appointment, row: Row) -> bool:
    """The model's rule: an office that handles a complaint sees it wherever it lies, through roles that see matters."""
    return (DUTIES[Role(by.role)].persons or Role(by.role) in HANDLERS) and by.office_id == row.handler


def model(by: Appointment, rows: list[Row]) -> set[int]:
    """Complaints that exist for an appointment."""
    start, end = span(by.area_id)
    clearance = DUTIES[Role(by.role)].clearance
    return {
        row.pk
        for row in rows
        if by.valid_from <= TODAY <= by.valid_to
        and (
            (
                ((sees_people(by) and start <= row.village < end) or handles(by, row))
                and row.clearance <= clearance
                and works_on(by, row.field)
            )
            or (sees_people(by) and start <= row.village < end and row.author == by.pk)
        )
    }


def model_letters(by: Appointment, letters: list[Letter]) -> set[int]:
    """Letters that exist for an appointment."""
    if not by.valid_from <= TODAY <= by.valid_to:
        return set()
    start, end = span(by.area_id)
    clearance = DUTIES[Role(by.role)].clearance
    persons = DUTIES[Role(by.role)].persons
    return {
        letter.pk
        for letter in letters
        if by.office_id in {letter.ends[1], letter.raised_to}
        or by.pk == letter.sender
        or (
            works_on(by, letter.field)
            and letter.clearance <= clearance
            and (by.office_id == letter.ends[0] or (persons and start <= letter.village < end))
        )
    }


appointments = st.fixed_dictionaries(
    {
        "role": st.sampled_from(list(Role)),
        "area": st.sampled_from(AREAS),
        "office": st.integers(0, 50),
        "starts": st.integers(-2, 2),
        "lasts": st.integers(-3, 3),
        "same_as_author": st.booleans(),
        "fields": st.lists(st.sampled_from(FIELDS), max_size=3, unique=True),
    }
)


@pytest.mark.slow
def test_the_walls_show_what_the_model_says(world: tuple[list[Row], list[Letter]], cast: Any) -> None:
    from satupintu.foundation.areas.models import Area

    rows, letters = world
    areas = {area.number: area for area in Area.objects.filter(pk__in=[area for area in AREAS if area])}
    offices = list(Office.objects.order_by("pk"))

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(appointments)
    def check(drawn: dict[str, Any]) -> None:
        by = Appointment(
            pk=rows[drawn["office"] % len(rows)].author if drawn["same_as_author"] else 999_999,
            role=drawn["role"],
            area=areas.get(drawn["area"]),
            office=offices[drawn["office"] % len(offices)],
            fields=drawn["fields"],
            valid_from=TODAY + timedelta(days=drawn["starts"]),
            valid_to=TODAY + timedelta(days=drawn["starts"] + drawn["lasts"]),
        )
        by.office_id = by.office.pk
        with entered(Scope.of(by, TODAY)):
            expected = model(by, rows)
            assert set(Complaint.objects.values_list("pk", flat=True)) == expected
            assert Complaint.objects.count() == len(expected)
            with connection.cursor() as cursor:
                cursor.execute("select id from complaints_complaint")
                assert {pk for (pk,) in cursor.fetchall()} == expected
            if sees_people(by):
                near = {row.pk for row in rows if span(by.area_id)[0] <= row.village < span(by.area_id)[1]}
                assert set(Complaint.objects.within(by).values_list("pk", flat=True)) == expected & near
            elif handles(by, rows[0]) or expected:
                assert set(Complaint.objects.within(by).values_list("pk", flat=True)) == expected
            shown = set(Story.objects.values_list("pk", flat=True))
            assert shown == expected, "what hangs on a complaint is seen with it"
            assert set(Referral.objects.values_list("pk", flat=True)) == model_letters(by, letters)
        assert not Complaint.objects.exists()
        assert not Event.objects.exists()

    check()


def test_team_walls_go_by_membership_and_exclusion_beats_every_grant(as_owner: Any, cast: Any) -> None:
    """The second kind of wall, on a table of its own: area opens nothing, an exclusion closes everything."""
    from satupintu.lib.walls import APPOINTMENT, on_team

    as_owner.execute("drop table if exists trial_case, trial_member")
    as_owner.execute("create table trial_case (id bigint primary key)")
    as_owner.execute("create table trial_member (case_id bigint, appointment_id bigint, excluded boolean)")
    as_owner.execute("insert into trial_case values (1), (2), (3)")
    me, other = cast.bulukumba_peksos.pk, cast.ara_koordinator.pk
    as_owner.execute(
        f"insert into trial_member values (1, {me}, false), (2, {me}, false), (2, {me}, true), (3, {other}, false)"
    )
    role = connection.settings_dict["USER"]
    try:
        as_owner.execute(f"grant select on trial_case, trial_member to {role}")
        as_owner.execute(
            "alter table trial_case enable row level security; alter table trial_case force row level security"
        )
        as_owner.execute(f"create policy sees on trial_case using ({on_team('trial_case', 'trial_member', 'case_id')})")
        assert "app.appointment" in APPOINTMENT
        with entered(Scope.of(cast.bulukumba_peksos, TODAY)), connection.cursor() as cursor:
            cursor.execute("select id from trial_case")
            assert cursor.fetchall() == [(1,)]
        with entered(Scope.of(cast.bulukumba_manajer, TODAY)), connection.cursor() as cursor:
            cursor.execute("select id from trial_case")
            assert cursor.fetchall() == [], "the manager of the whole kabupaten is on no team"
    finally:
        connection.cursor().execute("rollback")
        as_owner.execute("drop table trial_case, trial_member")
