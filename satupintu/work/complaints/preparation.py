"""The back office on the page of a complaint: what it found and recommended, and which step is the next one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import badge
from satupintu.foundation.access.roles import may
from satupintu.foundation.access.steps import Step
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints import rules
from satupintu.work.complaints.models import Complaint, Recommendation, Repair
from satupintu.work.complaints.steps import aside
from satupintu.work.complaints.visiting import VISIT
from satupintu.work.complaints.words import Eligibility, Status, Wait
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.visits import TONES, Card, cards
from satupintu.work.daybook.words import VisitKind, VisitResult


@dataclass(frozen=True)
class Note:
    """Something that the back office wrote, or that was written to it: in short, in full, by whom and when."""

    title: str
    text: str
    who: str
    at: datetime
    returned: bool = False


def notes(complaint: Complaint) -> list[Note]:
    """Checks, recommendations and what was returned, the newest first."""
    found = [
        Note(_("Pengecekan: %(found)s") % {"found": one.sentence}, one.note, one.by_label, one.at)
        for one in complaint.checks.all()
    ]
    found += [
        Note(_("Rekomendasi: %(advice)s") % {"advice": one.advice_word.label}, one.reason, one.by_label, one.at)
        for one in complaint.recommendations.all()
    ]
    found += [
        Note(_returned(one), one.reason, one.by_label, one.at, returned=one.repaired_by_id is None)
        for one in complaint.repairs.all()
    ]
    return sorted(found, key=lambda note: note.at, reverse=True)


def _returned(repair: Repair) -> str:
    """What was returned; of a service also what it had brought."""
    if repair.service_id is None:
        return _("Dikembalikan untuk diperbaiki")
    return _("Hasil layanan dikembalikan untuk diperbaiki: “%(result)s”") % {"result": repair.result}


def advised(complaint: Complaint) -> Recommendation | None:
    """The recommendation that waits for the decision, if there is one."""
    if complaint.status_word != Status.RECOMMENDED:
        return None
    newest: Recommendation | None = _last(complaint.recommendations.all())
    return newest


def _last(rows: Iterable[Any]) -> Any:
    """The last of rows that the page has read already; None of none."""
    return next(reversed([*rows]), None)


def wants_visit(complaint: Complaint) -> bool:
    """Whether the newest check says that somebody must go there, and nobody has gone since."""
    newest = _last(complaint.checks.all()) if complaint.status_word in rules.UNDECIDED else None
    if newest is None or newest.eligible != Eligibility.NEEDS_VISIT:
        return False
    return not Visit.objects.about("complaint", complaint.pk).filter(at__gt=newest.at).exists()


def in_order(steps: Sequence[Step], complaint: Complaint) -> list[Step]:
    """The steps that may be the next one, that one first: what it waits for, what was recommended, a visit that is due."""
    recommended = advised(complaint)
    first = rules.FOLLOWS[recommended.advice_word] if recommended else rules.NEXT.get(Wait(complaint.waits_for), "")
    due = VISIT if wants_visit(complaint) else ""
    offered = [step for step in steps if step.verb == due or not aside(step.verb, complaint.status_word)]
    return sorted(offered, key=lambda step: (step.verb != due, step.verb != first))


def whose_turn(complaint: Complaint, by: Appointment) -> str:
    """A sentence for whoever decides while the back office is at work: nobody has to wait for it."""
    wait = Wait(complaint.waits_for)
    if wait not in rules.PREPARING or may(by.role, rules.NEXT[wait]):
        return ""
    if wait == Wait.REPAIR:
        return _("Back office sedang memperbaiki rekomendasinya. Anda boleh memutuskan tanpa menunggu.")
    return _("Back office sedang mengecek keluhan ini. Anda boleh memutuskan tanpa menunggu.")


def visits(complaint: Complaint) -> list[Card]:
    """The visits made for it; those that a former owner's village made are read here, and have no page for this one."""
    found = list(Visit.objects.about("complaint", complaint.pk))
    near = {one.pk for one in found}
    with connection.cursor() as cursor:
        cursor.execute("select * from complaints_visits(%s)", [complaint.pk])
        rows = cursor.fetchall()
    return cards(found) + [_far(*row[1:]) for row in rows if row[0] not in near]


def _far(kind: str, on: date, result: str, visitor: str, place: str, findings: str) -> Card:
    word = VisitResult(result)
    title = f"{VisitKind(kind).label} · {day(on)}"
    return Card(title, "", badge(word.label, TONES[word]), visitor, findings, place)


def shown(complaint: Complaint, by: Appointment) -> dict[str, Any]:
    """What the page shows of it: ``notes``, the recommendation that waits (``advised``), ``whose_turn``, ``visits``."""
    return {
        "notes": notes(complaint),
        "advised": advised(complaint),
        "whose_turn": whose_turn(complaint, by),
        "visits": visits(complaint),
    }
