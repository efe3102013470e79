"""The page of a person: the registry does not know the work, so the door asks each room for its panel."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.doors.desk import asking, besides
from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.engine.ui.pieces import Task, badge
from satupintu.engine.ui.stories import entries
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.panels import of_proposals, proposals
from satupintu.registry.civil.panels import civil
from satupintu.registry.people import contacts, panels, ppks, verifying
from satupintu.registry.people.asof import as_of, formers
from satupintu.registry.people.desk import home, person_of, survivor_of
from satupintu.registry.people.models import Contact, Person, Ppks, Restriction
from satupintu.registry.people.panels import Panel
from satupintu.registry.people.words import Mark
from satupintu.registry.privacy.panels import requests
from satupintu.work.complaints import telling
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Status
from satupintu.work.detection.panels import outreaches
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


def of_needs(person: Person) -> Q:
    """The events of a person's PPKS and contacts."""
    needs = Ppks.objects.filter(person=person).values("pk")
    contacts_of = Contact.objects.filter(person=person).values("pk")
    return Q(subject_type="ppks", subject_id__in=needs) | Q(subject_type="contact", subject_id__in=contacts_of)


PANELS: list[tuple[str, Callable[[Person], Panel]]] = [
    ("person.read", panels.identity),
    ("person.read", panels.household),
    ("complaint.read", matters),
    ("outreach.read", outreaches),
    ("change.read", proposals),
    ("visit.read", besides.visits_to),
    ("referral.read", besides.referrals_for),
    ("letter.read", besides.letters_for),
    ("person.read", panels.papers),
    ("person.read", panels.listings),
    ("person.read", civil),
    ("person.read", resources.near),
]
"""What is shown to whoever holds the verb, in this order; a room that comes to know something of a person adds its panel."""
HISTORY: list[Callable[[Person], Q]] = [of_complaints, of_needs, of_proposals, of_merged]
"""Whose events join the person's own on the timeline."""


@officer("person.read")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: who it is, with whom they live, what they came with, what happened; or what was known on a day."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if stands := survivor_of(pk):
        opened(request, "person.opened", [stands.pk], shown="", reach=stands.reach)
        return redirect(home(stands))
    found = person_of(pk)
    asked = asking.AsOf(request.GET or None)
    if asked.day is not None:
        return _as_of(request, found, asked)
    drawn = [panel(found) for verb, panel in PANELS if allows(by, verb)]
    drawn.insert(2, ppks.panel(found, **_may_tell(by, found)))
    if allows(by, "contact.read"):
        drawn.insert(2, contacts.panel(found, may_record=allows(by, "contact.record", found)))
    if looked := verifying.panel(found, may_verify=allows(by, "person.verify", found)):
        drawn.insert(0, looked)
    if rights := requests(found, by):
        drawn.append(rights)
    rests = [_("data dibatasi")] if Restriction.objects.standing().filter(person=found).exists() else []
    today = timezone.localdate()
    opened(
        request,
        "person.opened",
        [found.pk],
        shown="identity,household,papers,lists,ppks,contact,complaints,signs,visits,letters,timeline,former",
        reach=found.reach,
    )
    context = {
        "person": found,
        "age": panels.age_words(found, today),
        "sex": found.sex_word.label if found.sex_word else "",
        "marks": rests
        + [mark.label for mark in _marks(found, today)]
        + [row.label for row in Ppks.objects.now().of(found)],
        "panels": [panel for panel in drawn if not panel.beside],
        "beside": [panel for panel in drawn if panel.beside],
        "entries": _timeline(found),
        "formers": formers(found),
        "asked": asked,
        "has_home": found.homes.now().exists(),
        "may_complain": allows(by, "complaint.register"),
        "may_change": allows(by, "person.change", found),
        "may_house": allows(by, "household.register"),
        "may_propose": allows(by, "change.propose"),
        "may_report": allows(by, "duplicate.report"),
    }
    return render(request, "desk/person.html", context)


def _marks(found: Person, today: date) -> list[Mark]:
    """The labels beside the name now."""
    gone = panels.departures([found.pk]).get(found.pk, "")
    verified = verifying.waiting(found) is None
    return panels.marks_of(found, today, gone, listed=found.listings.exists(), verified=verified)


def _may_tell(by: Appointment, found: Person) -> dict[str, Any]:
    new = reverse("people:new_ppks", args=[found.pk]) if allows(by, "ppks.add", found) else ""
    return {"new": new, "may_end": allows(by, "ppks.end", found)}


def _as_of(request: HttpRequest, found: Person, asked: asking.AsOf) -> HttpResponse:
    """What the register said on a day: no buttons, and nothing of rooms that keep no past."""
    day = asked.day
    assert day is not None
    then = as_of(found, day)
    context: dict[str, Any] = {"person": then or found, "asked": asked, "day": day, "known": then is not None}
    if then is not None:
        gone = panels.departures([found.pk], day).get(found.pk, "")
        listed = found.listings.filter(edition__as_of__lte=day).exists()
        drawn = [
            panels.identity(then, day),
            panels.household(then, day),
            ppks.panel(then, on=day),
            panels.papers(then),
            panels.listings(then, day),
        ]
        context |= {
            "age": panels.age_words(then, day),
            "sex": then.sex_word.label if then.sex_word else "",
            "marks": [mark.label for mark in panels.marks_of(then, day, gone, listed=listed)],
            "panels": [panel for panel in drawn if not panel.beside],
            "beside": [panel for panel in drawn if panel.beside],
        }
    opened(request, "person.opened", [found.pk], shown="identity,household,papers,lists,ppks,former", reach=found.reach)
    return render(request, "desk/person_then.html", context)


def _timeline(found: Person) -> list[Any]:
    """What happened to the person and to what they came with, newest first."""
    about = Q(subject_type="person", subject_id=found.pk)
    for more in HISTORY:
        about |= more(found)
    events: Iterable[Event] = Event.objects.filter(about, kind=Kind.CHANGE).order_by("-id")[:SHOWN]
    return entries(events)
