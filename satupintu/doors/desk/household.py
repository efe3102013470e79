"""The page of a household: where it lives, who lives in it, its children, what each room knows of it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.doors.desk import asking, besides
from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import Fact, Task, badge
from satupintu.engine.ui.stories import entries
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.nik import KkNumber
from satupintu.registry.people import panels, ppks, rules
from satupintu.registry.people.asof import as_of, formers
from satupintu.registry.people.desk import household_of
from satupintu.registry.people.models import CardMember, Household
from satupintu.registry.people.panels import MemberLine, Panel
from satupintu.registry.people.words import Mark, Variable
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Status
from satupintu.work.detection.panels import confirmation

SHOWN = 50


def facts_of(found: Household, members: list[MemberLine], on: date | None = None) -> list[Fact]:
    """Where it lives, on which cards its members stand, how many they are."""
    cards = CardMember.objects.on(on) if on else CardMember.objects.now()
    seats = cards.filter(person__in=[line.person.pk for line in members]).select_related("card")
    return [
        Fact(_("Alamat"), panels.address(found), found.village.name),
        Fact(_("Koordinat"), found.point),
        Fact(_("Nomor KK"), ", ".join(sorted({KkNumber(seat.card.kk_number).grouped for seat in seats}))),
        Fact(_("Jumlah anggota"), len(members)),
    ]


def children(members: list[MemberLine]) -> Panel:
    """The children of the household: whether they go to school, and which papers are missing."""
    young = [line for line in members if {Mark.CHILD, Mark.BABY} & set(line.marks)]
    facts = []
    for line in young:
        papers = rules.papers(line.person.traits.get(Variable.IDENTITY_PAPERS))
        missing = ", ".join(paper for paper, held in papers if not held) if papers is not None else ""
        hint = _("belum punya: %(papers)s") % {"papers": missing} if missing else ""
        if papers is None:
            hint = _("surat-suratnya belum ditanya")
        facts.append(Fact(line.person.shown_name, line.person.trait(Variable.SCHOOLING) or line.age, hint))
    return Panel(_("Anak dalam keluarga"), "people/facts.html", {"facts": facts}, beside=True)


def matters(found: Household) -> Panel:
    """What the household came with, the open ones first."""
    rows = sorted(Complaint.objects.of_household(found)[:SHOWN], key=lambda row: row.closed_at is not None)
    tasks = [
        Task(
            title=row.number,
            url=f"/keluhan/{row.number}/",
            what=row.get_field_display(),
            state=badge(Status(row.status).label, TONES[Status(row.status)]),
        )
        for row in rows
    ]
    return Panel(_("Keluhan"), "desk/tasks.html", {"tasks": tasks, "empty": _("Belum ada keluhan.")}, beside=True)


def listings(found: Household, on: date | None = None) -> Panel:
    """Ranks of the household itself, edition after edition."""
    rows = found.listings.newest_first()
    facts = [
        Fact(
            str(row.edition),
            _("desil %(desil)s") % {"desil": row.desil} if row.desil else _("terdaftar"),
            row.member_id,
        )
        for row in (rows.filter(edition__as_of__lte=on) if on else rows)
    ]
    return Panel(_("Daftar"), "people/facts.html", {"facts": facts}, beside=True)


@officer("person.read")
def household(request: HttpRequest, pk: int) -> HttpResponse:
    """A household: where it lives, who lives in it, on which cards they stand, what happened; or as it was on a day."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = household_of(pk)
    asked = asking.AsOf(request.GET or None)
    if asked.day is not None:
        return _as_of(request, found, asked)
    members = panels.members_of(found.pk)
    people = [line.person.pk for line in members]
    shown = "identity,household,cards,lists,ppks,complaints,visits,letters,former"
    opened(request, "household.opened", [found.pk, *people], shown=shown, reach=found.reach)
    new = reverse("people:new_household_ppks", args=[pk]) if allows(by, "ppks.add", found) else ""
    drawn = [confirmation(found, timezone.localdate(), may=allows(by, "household.confirm", found)), children(members)]
    drawn += [ppks.panel(found, new=new, may_end=allows(by, "ppks.end", found)), listings(found)]
    drawn += [panel(found) for verb, panel in BESIDES if allows(by, verb)]
    context = {
        "household": found,
        "members": members,
        "facts": facts_of(found, members),
        "beside": [panel for panel in drawn if panel.context.get("facts") != []],
        "entries": entries(Event.objects.about(found)[:SHOWN]),
        "formers": formers(found),
        "asked": asked,
        "may_change": allows(by, "household.change", found),
        "may_register": allows(by, "person.register"),
        "may_complain": allows(by, "complaint.register"),
        "may_propose": allows(by, "change.propose"),
    }
    return render(request, "desk/household.html", context)


BESIDES = [
    ("complaint.read", matters),
    ("visit.read", besides.visits_to),
    ("referral.read", besides.referrals_for),
    ("letter.read", besides.letters_for),
]
"""What other rooms know of a household, shown to whoever holds the verb; a room that comes to know more adds its panel."""


def _as_of(request: HttpRequest, found: Household, asked: asking.AsOf) -> HttpResponse:
    """What the register said of the household on a day."""
    day = asked.day
    assert day is not None
    then = as_of(found, day)
    members = panels.members_of(found.pk, on=day) if then else []
    opened(
        request, "household.opened", [found.pk, *(line.person.pk for line in members)],
        shown="identity,household,cards,lists,ppks,former", reach=found.reach,
    )  # fmt: skip
    context: dict[str, Any] = {"household": then or found, "asked": asked, "day": day, "known": then is not None}
    if then is not None:
        drawn = [children(members), ppks.panel(then, on=day), listings(then, day)]
        context |= {
            "members": members,
            "facts": facts_of(then, members, day),
            "beside": [panel for panel in drawn if panel.context.get("facts") != []],
        }
    return render(request, "desk/household_then.html", context)
