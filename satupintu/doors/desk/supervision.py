"""Penyelia: what those who do the work have on their hands, and handing it to somebody else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Min
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from satupintu.engine.actions import used
from satupintu.engine.actions.errors import NotDone
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.moments import ago
from satupintu.engine.ui.pieces import badge, late, when
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import telling
from satupintu.work.complaints.actions import assign_all
from satupintu.work.complaints.forms import ReassignForm
from satupintu.work.complaints.forms.supervising import supervised
from satupintu.work.complaints.models import Complaint, Repair, work_of
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Status
from satupintu.work.daybook.models import Visit
from satupintu.work.deadlines.timetable import for_words

RECENT = timedelta(days=30)
MOST = 100
"""Complaints of one person that are offered at a time, the oldest first."""


@dataclass(frozen=True)
class Hand:
    """One officer who does the work: what lies there, since when, and what was done in the last thirty days."""

    pk: int
    name: str
    role: str
    office: str
    backlog: int
    late: int
    oldest: datetime | None
    registered: int
    visits: int
    returned: int
    last: datetime | None


@officer("complaint.assign")
def hands(request: HttpRequest) -> HttpResponseBase:
    """Everybody who does the work in the own area, the fullest hands first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    people = list(supervised(by))
    rows = sorted(_measured(people), key=lambda one: (-one.late, -one.backlog, one.name))
    table = Table(
        request,
        rows,
        columns=_columns(),
        caption=_("Petugas di daerah Anda"),
        link=lambda one: f"/penyelia/{one.pk}/",
        empty=_("Belum ada petugas desa di daerah ini."),
        may_export=True,
        file_name="penyelia",
    )
    opened(request, "supervision.listed", [], shown="backlog,activity")
    return table.export() or render(request, "desk/supervision.html", {"table": table})


def _columns() -> list[Column]:
    now = timezone.now()
    return [
        Column("name", _("Nama")),
        Column(
            "office",
            _("Peran dan kantor"),
            cell=lambda one: format_html('<span><span class="tight">{}</span><br>{}</span>', one.role, one.office),
            export=lambda one: f"{one.role} · {one.office}",
        ),
        Column("backlog", _("Ditangani"), numeric=True),
        Column("oldest", _("Paling lama"), cell=lambda one: ago(one.oldest, now) if one.oldest else ""),
        _count("late", _("Terlambat"), cell=lambda one: late(one.late) if one.late else ""),
        _count("returned", _("Dikembalikan")),
        _count("visits", _("Kunjungan")),
        _count("registered", _("Dicatat")),
        Column(
            "last",
            _("Terakhir mencatat"),
            cell=lambda one: when(one.last, now) if one.last else _("belum pernah"),
            export=lambda one: one.last,
        ),
    ]


def _count(key: str, label: str, cell: Callable[[Hand], object] | None = None) -> Column:
    """A number that is looked for only where there is one: none is a dash, and no line on a phone; 0 in a file."""
    get = attrgetter(key)
    return Column(key, label, cell=cell or (lambda one: get(one) or ""), export=get, numeric=True)


def _measured(people: list[Appointment]) -> list[Hand]:
    """What lies in each hand, what was returned to it, what it did: a few queries, however many people."""
    keys, now = [one.pk for one in people], timezone.now()
    lies = _by("assignee_id", Complaint.objects.assigned_to(*keys), n=Count("pk"), oldest=Min("received_at"))
    overdue = _by("assignee_id", Complaint.objects.assigned_to(*keys).overdue(now), n=Count("pk"))
    written = Complaint.objects.filter(author_id__in=keys)
    recent = _by("author_id", written.filter(received_at__gte=now - RECENT), n=Count("pk"), last=Max("received_at"))
    went = _by("visitor_id", Visit.objects.filter(visitor_id__in=keys, on__gte=(now - RECENT).date()), n=Count("pk"))
    repairs = Repair.objects.returned_to(*keys)
    returned = _by("worker", repairs, n=Count("complaint", distinct=True))
    return [
        Hand(
            pk=one.pk,
            name=one.account.name,
            role=one.role_word.label,
            office=one.office.name,
            backlog=lies.get(one.pk, {}).get("n", 0),
            late=overdue.get(one.pk, {}).get("n", 0),
            oldest=lies.get(one.pk, {}).get("oldest"),
            registered=recent.get(one.pk, {}).get("n", 0),
            visits=went.get(one.pk, {}).get("n", 0),
            returned=returned.get(one.pk, {}).get("n", 0),
            last=recent.get(one.pk, {}).get("last"),
        )
        for one in people
    ]


def _by(column: str, rows: Any, **what: Any) -> dict[int, dict[str, Any]]:
    """Aggregates by the appointment that a column names."""
    return {found[column]: found for found in rows.order_by().values(column).annotate(**what)}


def _handed_before(request: HttpRequest, by: Appointment) -> int:
    """How many complaints this very form has handed on already: it is then sent once more, and they are not here now."""
    key, chosen = Form(request.POST).key, request.POST.getlist("complaints")[:MOST]
    return sum(used(f"{key}:{one}", "complaint.assign", by) for one in chosen if one.isdecimal())


def _handed(request: HttpRequest, pk: int, count: int) -> HttpResponse:
    messages.success(request, _("%(count)s keluhan dialihkan.") % {"count": count})
    return redirect(f"/penyelia/{pk}/")


@officer("complaint.assign")
def hand(request: HttpRequest, pk: int) -> HttpResponse:
    """The open complaints that one officer is charged with, to be handed to somebody else."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = supervised(by).filter(pk=pk).first()
    if person is None:
        raise Http404
    if request.method == "POST" and (count := _handed_before(request, by)):
        return _handed(request, pk, count)
    rows = list(Complaint.objects.assigned_to(person.pk).select_related("village")[:MOST])
    items = [(one.pk, f"{_about(one)} · {one.number}") for one in rows]
    form = ReassignForm(request.POST or None, by=by, of=person, items=items)
    if request.method == "POST" and form.is_valid():
        chosen, to = set(form.cleaned_data["complaints"]), form.cleaned_data["to"]
        moved = [one for one in rows if one.pk in chosen]
        try:
            assign_all(moved, by=by, to=to, key=form.key, reason=form.cleaned_data["reason"])
        except NotDone as refused:
            form.add_error("to", refused.sentence)
        else:
            return _handed(request, pk, len(moved))
    work = _work(person)
    seen = {one.pk for one in rows} | {one["complaint"].pk for lists in work.values() for one in lists}
    opened(request, "supervision.listed", sorted(seen), shown="number,about,field,status")
    context = {
        "person": person,
        "form": form,
        "table": _lying(request, rows) if rows else "",
        "may_return": may(by.role, "complaint.return_for_repair"),
        **work,
    }
    return render(request, "desk/hand.html", context, status=422 if form.errors else 200)


def _work(person: Appointment) -> dict[str, list[dict[str, Any]]]:
    """What was returned to one officer and waits to be put right, and what of their work may be returned; newest first."""
    repairs = Repair.objects.returned_to(person.pk).select_related("complaint").order_by("-pk")
    done = work_of(person).order_by("-received_at", "-pk")
    return {
        "returned": [
            {"complaint": one.complaint, "repair": one, "words": _words(one.complaint)} for one in repairs[:MOST]
        ],
        "done": [{"complaint": one, "words": _words(one)} for one in done[:MOST]],
    }


def _lying(request: HttpRequest, rows: list[Complaint]) -> Table:
    """What lies in one hand, the oldest first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    now, reader = timezone.now(), for_words(by.office)
    return Table(
        request,
        rows,
        columns=[
            Column("about", _("Tentang"), cell=_about),
            Column("field", _("Bidang"), cell=lambda one: ServiceField(one.field).label),
            Column("status", _("Status"), cell=lambda one: badge(one.status_word.label, TONES[one.status_word])),
            Column("due", _("Batas waktu"), cell=lambda one: telling.due(one, now, reader)),
            Column("received", _("Diterima"), cell=lambda one: when(one.received_at, now)),
            Column("number", _("Nomor"), tight=True),
        ],
        caption=_("Keluhan yang ditangani"),
        link=lambda one: one.address,
        size=MOST,
    )


def _about(one: Complaint) -> str:
    return _("Keluhan sensitif") if one.clearance == 2 else one.about or _("Belum diketahui")


def _words(one: Complaint) -> str:
    now = ago(one.received_at, timezone.now())
    return f"{_about(one)} · {ServiceField(one.field).label} · {Status(one.status).label} · {one.number} · {now}"
