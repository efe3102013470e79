"""What the pages of a person and of a household show of early detection."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, Task, Tone, badge
from satupintu.registry.people.confirming import last_confirmed
from satupintu.registry.people.models import Household, Person
from satupintu.registry.people.panels import Panel
from satupintu.work.detection import questions, telling
from satupintu.work.detection.models import Outreach
from satupintu.work.detection.words import Result, State

SHOWN = 20
TONES: dict[State | Result, Tone] = {
    State.FOUND: Tone.NEW,
    State.SHARED: Tone.WAITING,
    Result.IN_NEED: Tone.URGENT,
    Result.HELPED: Tone.DONE,
    Result.NOT_FOUND: Tone.WAITING,
    Result.MOVED: Tone.OFF,
    Result.REFUSED: Tone.REFUSED,
    Result.WRONG_DATA: Tone.OFF,
    Result.SAME: Tone.DONE,
    Result.CHANGED: Tone.OFF,
    Result.MERGED: Tone.OFF,
}


def state_of(outreach: Outreach) -> str:
    """Where it stands, or how it ended, as a badge."""
    word: State | Result = outreach.result_word or outreach.state_word
    return badge(word.label, TONES[word])


def outreaches(person: Person) -> Panel:
    """By which signs they were found, why, and how it went on."""
    rows = list(Outreach.objects.of_person(person)[:SHOWN])
    rows.sort(key=lambda row: row.closed_on is not None)
    tasks = [
        Task(
            title=row.sign.label,
            url=row.address,
            what=telling.reason(row.facts),
            state=state_of(row),
            where=day(row.closed_on or row.found_on),
        )
        for row in rows
    ]
    return Panel(_("Deteksi dini"), "detection/panel.html", {"tasks": tasks}, beside=True)


def confirmation(household: Household, today: date, *, may: bool) -> Panel:
    """When its data were confirmed last, by whom and on whose word; quietly, that it is long ago; and the step, if ``may``."""
    last = last_confirmed(household)
    facts = [Fact(_("Terakhir dipastikan"), _("belum pernah"))]
    if last is not None:
        name, *_role, office = last.who.split(" · ")
        facts = [
            Fact(_("Terakhir dipastikan"), day(last.on), f"{name} · {office}"),
            Fact(_("Kata siapa"), last.said_by.label),
        ]
    months = questions.overdue_months(household, today)
    hint = _("Sudah lebih dari %(months)s bulan data ini tidak dipastikan. Tanyakan apakah masih sama.")
    context = {
        "facts": facts,
        "hint": hint % {"months": months} if months else "",
        "url": reverse("people:confirm_household", args=[household.pk]) if may else "",
    }
    return Panel(_("Apakah datanya masih sama?"), "detection/confirmation.html", context, beside=True)
