"""Penyelia: what those who do the work have on their hands, and handing it to somebody else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Min
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions.errors import NotDone
from satupintu.engine.ui.moments import ago
from satupintu.engine.ui.pieces import late, when
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.actions import assign_all
from satupintu.work.complaints.forms import ReassignForm
from satupintu.work.complaints.forms.supervising import supervised
from satupintu.work.complaints.models import Comment, Complaint, Repair, work_of
from satupintu.work.complaints.words import Status
from satupintu.work.daybook.models import Visit

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
    remarks: int
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
        Column("name", _("Nama"), tight=True),
        Column("office", _("Kantor"), cell=lambda one: f"{one.role} · {one.office}"),
        Column("backlog", _("Ditangani"), numeric=True),
        Column(
            "late",
            _("Terlambat"),
            cell=lambda one: late(one.late) if one.late else 0,
            export=lambda one: one.late,
            numeric=True,
        ),
        Column("returned", _("Dikembalikan"), numeric=True),
        Column("oldest", _("Paling lama"), cell=lambda one: ago(one.oldest, now) if one.oldest else ""),
        Column("registered", _("Dicatat"), numeric=True),
        Column("visits", _("Kunjungan"), numeric=True),
        Column("remarks", _("Catatan"), numeric=True),
        Column(
            "last",
            _("Terakhir mencatat"),
            cell=lambda one: when(one.last, now) if one.last else _("belum pernah"),
            export=lambda one: one.last,
        ),
    ]


def _measured(people: list[Appointment]) -> list[Hand]:
    """What lies in each hand, what was returned to it, what it did: a few queries, however many people."""
    keys, now = [one.pk for one in people], timezone.now()
    lies = _by("assignee_id", Complaint.objects.assigned_to(*keys), n=Count("pk"), oldest=Min("received_at"))
    overdue = _by("assignee_id", Complaint.objects.assigned_to(*keys).overdue(now), n=Count("pk"))
    written = Complaint.objects.filter(author_id__in=keys)
    recent = _by("author_id", written.filter(received_at__gte=now - RECENT), n=Count("pk"), last=Max("received_at"))
    went = _by("visitor_id", Visit.objects.filter(visitor_id__in=keys, on__gte=(now - RECENT).date()), n=Count("pk"))
    said = Comment.objects.filter(complaint__assignee_id__in=keys, at__gte=now - RECENT)
    remarks = _by("complaint__assignee_id", said, n=Count("pk"))
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
            remarks=remarks.get(one.pk, {}).get("n", 0),
            returned=returned.get(one.pk, {}).get("n", 0),
            last=recent.get(one.pk, {}).get("last"),
        )
        for one in people
    ]


def _by(column: str, rows: Any, **what: Any) -> dict[int, dict[str, Any]]:
    """Aggregates by the appointment that a column names."""
    return {found[column]: found for found in rows.order_by().values(column).annotate(**what)}


@officer("complaint.assign")
def hand(request: HttpRequest, pk: int) -> HttpResponse:
    """The open complaints that one officer is charged with, to be handed to somebody else."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = supervised(by).filter(pk=pk).first()
    if person is None:
        raise Http404
    rows = list(Complaint.objects.assigned_to(person.pk).select_related("village")[:MOST])
    items = [(one.pk, _words(one)) for one in rows]
    form = ReassignForm(request.POST or None, by=by, of=person, items=items)
    if request.method == "POST" and form.is_valid():
        chosen, to = set(form.cleaned_data["complaints"]), form.cleaned_data["to"]
        moved = [one for one in rows if one.pk in chosen]
        try:
            assign_all(moved, by=by, to=to, key=form.key, reason=form.cleaned_data["reason"])
        except NotDone as refused:
            form.add_error("to", refused.sentence)
        else:
            messages.success(request, _("%(count)s keluhan dialihkan.") % {"count": len(moved)})
            return redirect(f"/penyelia/{pk}/")
    work = _work(person)
    seen = {one.pk for one in rows} | {one["complaint"].pk for lists in work.values() for one in lists}
    opened(request, "supervision.listed", sorted(seen), shown="number,about,field,status")
    context = {
        "person": person,
        "form": form,
        "rows": rows,
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


def _words(one: Complaint) -> str:
    about = _("Keluhan sensitif") if one.clearance == 2 else one.about or _("Belum diketahui")
    now = ago(one.received_at, timezone.now())
    return f"{about} · {ServiceField(one.field).label} · {Status(one.status).label} · {one.number} · {now}"
