"""Beranda: what waits for me, what I wait for, what is overdue."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.doors.desk.letters import worklist as letters
from satupintu.engine.ui.counting import counted
from satupintu.engine.ui.pieces import Count, Task, markup, when, worklist
from satupintu.foundation.access import open_door, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.registry.changes import worklist as changes
from satupintu.registry.exports import worklist as exports
from satupintu.registry.privacy import worklist as requests
from satupintu.reports.editions import desk as editions
from satupintu.reports.indicators.ways import ways
from satupintu.reports.sorting import worklist as handovers
from satupintu.work.complaints import worklist as complaints
from satupintu.work.deadlines.timetable import for_words
from satupintu.work.detection import worklist as outreaches
from satupintu.work.referrals import worklist as referrals
from satupintu.work.transfers import worklist as transfers

LATE = (complaints.overdue, complaints.overdue_elsewhere)
"""What is late in the own area, and what is late of the own office outside it."""
WAITED_FOR: tuple[Any, ...] = (
    referrals,
    transfers,
    letters,
    changes,
    requests,
    exports,
    handovers,
    outreaches,
)
"""Rooms in which, besides complaints, something may wait for an officer."""
SHOWN = 50
COUNTED = 999
"""A count on the home page stops here and reads "999+" at a glance."""


@open_door("the front page leads everybody to where they belong")
def front(request: HttpRequest) -> HttpResponse:
    """The worklist for officers, the public page for everybody else."""
    if not request.user.is_authenticated:
        return redirect("public:home")
    appointment: Appointment | None = request.appointment  # type: ignore[attr-defined]
    if appointment is None:
        return redirect("desk:appointments")
    if may(appointment.role, "figures.read"):
        return editions.front(request, appointment)
    if may(appointment.role, "complaint.read") or may(appointment.role, "referral.read"):
        return _worklist(request, appointment)
    return redirect("/jejak/" if may(appointment.role, "event.read") else "/petugas/")


def _worklist(request: HttpRequest, by: Appointment) -> HttpResponse:
    kind, now = request.GET.get("daftar", "saya"), timezone.now()
    reads, reader = may(by.role, "complaint.read"), for_words(by.office)
    lists: dict[str, list[Any]] = {
        "saya": [(complaints, complaints.waiting(by))] if reads else [],
        "tunggu": [(complaints, complaints.sent_on(by))] if reads else [],
        "terlambat": [(complaints, late(by, now)) for late in LATE] if reads else [],
    }
    if may(by.role, "complaint.acknowledge"):
        lists["bawah"] = [(complaints, complaints.late_below(by, now))]
    lists["saya"] += [(room, room.waiting(by)) for room in WAITED_FOR]
    lists["tunggu"].append((handovers, handovers.sent_on(by)))
    lists["terlambat"] += [(room, room.overdue(by, now)) for room in (requests, handovers)]
    kind = kind if kind in lists else "saya"
    sizes = iter(counted([rows for parts in lists.values() for _room, rows in parts], cap=COUNTED))
    sized = {name: [(next(sizes), room, rows) for room, rows in parts] for name, parts in lists.items()}
    counts = {name: sum(size for size, _room, _rows in parts) for name, parts in sized.items()}
    # Most rooms have nothing for most officers: only those are asked for rows that have some.
    items = sorted(
        (item for size, room, rows in sized[kind] if size for item in room.items(rows, limit=SHOWN, reader=reader)),
        key=lambda item: item.order,
    )[:SHOWN]
    opened(
        request,
        "worklist.listed",
        [number for _kind, number in (item.key for item in items)],
        shown="number,about,field,village",
    )
    context = {
        "appointment": by,
        "kind": kind,
        "empty": not items,
        "worklist": worklist([_task(item, elsewhere=kind != "saya") for item in items]),
        "counts": [
            Count(counts["saya"], _("menunggu saya"), "?daftar=saya"),
            Count(counts["tunggu"], _("saya tunggu"), "?daftar=tunggu"),
            Count(counts["terlambat"], _("terlambat"), "?daftar=terlambat", "urgent"),
            *(
                Count(number, _("terlambat di bawah saya"), "?daftar=bawah", "urgent")
                for name, number in counts.items()
                if name == "bawah"
            ),
        ],
        "may_register": may(by.role, "complaint.register"),
        "more": counts[kind] > SHOWN,
        "ways": ways() if may(by.role, "report.read") else [],
    }
    return render(request, "desk/home.html", context)


def _task(item: Item, *, elsewhere: bool) -> Task:
    return Task(
        title=item.who,
        url=item.url,
        what=item.what,
        where=item.where,
        number=item.number,
        state=item.holder if elsewhere else "",
        due=markup(item.due_said) if item.due else when(item.since),
        action=item.next,
        urgent=item.urgency > 0,
    )
