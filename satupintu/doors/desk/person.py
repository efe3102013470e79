"""The page of a person: the registry does not know the work, so the door asks each room for its panel."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.engine.ui.pieces import Task, badge
from satupintu.engine.ui.stories import entries
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.panels import of_proposals, proposals
from satupintu.registry.civil.panels import civil
from satupintu.registry.people import panels
from satupintu.registry.people.desk import home, person_of, survivor_of
from satupintu.registry.people.models import Person
from satupintu.registry.people.panels import Panel
from satupintu.work.complaints import telling
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Status
from satupintu.work.partners import panels as resources

SHOWN = 50
"""Lines of the timeline, and matters beside it."""


def matters(person: Person) -> Panel:
    """What they came with, the open ones first: number, field, state. No story."""
    rows = list(Complaint.objects.of_person(person)[:SHOWN])
    now = timezone.now()
    rows.sort(key=lambda row: row.closed_at is not None)
    tasks = [
        Task(
            title=row.number,
            url=f"/keluhan/{row.number}/",
            what=row.get_field_display(),
            state=badge(Status(row.status).label, TONES[Status(row.status)]),
            due=telling.due(row, now, None),
        )
        for row in rows
    ]
    return Panel(_("Keluhan"), "desk/matters.html", {"tasks": tasks}, beside=True)


def of_complaints(person: Person) -> Q:
    """The events of a person's complaints."""
    mine = Complaint.objects.of_person(person).order_by().values("pk")
    return Q(subject_type="complaint", subject_id__in=mine)


def of_merged(person: Person) -> Q:
    """The events of records that were merged into this one."""
    return Q(subject_type="person", subject_id__in=Person.everyone.filter(merged_into=person).values("pk"))


PANELS: list[Callable[[Person], Panel]] = [
    panels.identity,
    panels.household,
    matters,
    proposals,
    panels.listings,
    civil,
    resources.near,
]
"""What is shown, in this order; a room that comes to know something of a person adds its panel here."""
HISTORY: list[Callable[[Person], Q]] = [of_complaints, of_proposals, of_merged]
"""Whose events join the person's own on the timeline."""


@officer("person.read")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: who it is, with whom they live, what they came with, what happened."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if stands := survivor_of(pk):
        opened(request, "person.opened", [stands.pk], shown="", reach=stands.reach)
        return redirect(home(stands))
    found = person_of(pk)
    drawn = [panel(found) for panel in PANELS]
    gone = panels.departures([found.pk]).get(found.pk, "")
    today = timezone.localdate()
    opened(
        request,
        "person.opened",
        [found.pk],
        shown="identity,household,papers,lists,complaints,timeline",
        reach=found.reach,
    )
    context = {
        "person": found,
        "age": panels.age_words(found, today),
        "sex": found.sex_word.label if found.sex_word else "",
        "marks": [mark.label for mark in panels.marks_of(found, today, gone, listed=found.listings.exists())],
        "panels": [panel for panel in drawn if not panel.beside],
        "beside": [panel for panel in drawn if panel.beside],
        "entries": _timeline(found),
        "has_home": found.homes.now().exists(),
        "may_complain": allows(by, "complaint.register"),
        "may_change": allows(by, "person.change", found),
        "may_house": allows(by, "household.register"),
        "may_propose": allows(by, "change.propose"),
        "may_report": allows(by, "duplicate.report"),
    }
    return render(request, "desk/person.html", context)


def _timeline(found: Person) -> list[Any]:
    """What happened to the person and to what they came with, newest first."""
    about = Q(subject_type="person", subject_id=found.pk)
    for more in HISTORY:
        about |= more(found)
    events: Iterable[Event] = Event.objects.filter(about, kind=Kind.CHANGE).order_by("-id")[:SHOWN]
    return entries(events)
