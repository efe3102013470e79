"""Suspected breaches: the list with its clocks, a new one, whose data it is about as a workbook and for machines."""

import json
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.documents.handing import sealed
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import moment
from satupintu.engine.ui.pieces import Fact, deadline
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.engine.ui.tables.files import book
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.confirmation import confirm_first
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.exports.leaving import Leaving, file_of
from satupintu.registry.privacy import breach
from satupintu.registry.privacy.breaching import report, tell
from satupintu.registry.privacy.forms import BreachForm, ToldForm
from satupintu.registry.privacy.models import Breach


def find(request: HttpRequest, number: str) -> Breach:
    """The breach of that number; one behind a wall does not exist."""
    found: Breach | None = Breach.objects.select_related("account").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def clock(row: Breach) -> SafeString | str:
    """How long there is still to tell people, or how long it is overdue."""
    return deadline(row.due_at, hourly=True) if row.told_at is None else _("sudah diberitahukan")


@officer("breach.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """The suspected breaches of the own area, and the form for a new one."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = BreachForm(request.POST or None, by=by)
    if request.method == "POST" and form.is_valid():
        made = report(by=by, key=form.key, **form.words())
        messages.success(request, _("Dugaan kebocoran %(number)s tercatat; 72 jam berjalan.") % {"number": made.number})
        return redirect(made.address)
    table = Table(
        request,
        Breach.objects.select_related("account").order_by("-known_at", "-id"),
        columns=[
            Column("number", _("Nomor")),
            Column("account", _("Akun"), cell=lambda row: row.account.name),
            Column("due_at", _("Batas pemberitahuan"), cell=clock),
            Column("known_at", _("Diketahui"), on_phone=False),
        ],
        caption=_("Dugaan kebocoran data"),
        link=attrgetter("address"),
        empty=_("Belum ada dugaan kebocoran."),
    )
    status = 422 if form.is_bound else 200
    return render(request, "privacy/breaches.html", {"form": form, "table": table}, status=status)


@officer("breach.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One suspected breach: how many people and papers, the clock, and that they were told."""
    found = find(request, number)
    form = ToldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by: Appointment = request.appointment  # type: ignore[attr-defined]
        try:
            tell(found, by=by, text=form.cleaned_data["text"], key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("Pemberitahuan tercatat."))
            return redirect(found.address)
    kit = breach.seen_by(found.account_id, found.since, found.until)
    opened(request, "breach.opened", [found.pk], shown="counts", reach=found.reach)
    zone = timezone.get_current_timezone()
    facts = [
        Fact(_("Akun"), found.account.name),
        Fact(_("Masa"), f"{moment(found.since, zone)} – {moment(found.until, zone)}"),
        Fact(_("Diketahui"), moment(found.known_at, zone), found.by_label),
        Fact(_("Harus diberitahukan"), moment(found.due_at, zone), _("3 × 24 jam, UU 27/2022")),
        Fact(_("Orang yang datanya terlihat"), len(kit.subjects)),
        Fact(_("Surat dan keluhan yang terlihat"), len(kit.papers)),
        Fact(_("Berkas yang diunduh"), len(kit.files)),
    ]
    context: dict[str, Any] = {
        "found": found,
        "clock": clock(found),
        "facts": facts,
        "form": None if found.told_at else form,
        "entries": entries(Event.objects.about(found)),
    }
    return render(request, "privacy/breach.html", context, status=422 if form.errors else 200)


@officer("breach.read")
def kit_file(request: HttpRequest, number: str, form: str) -> HttpResponseBase:
    """The kit to take away: ``xlsx`` with the names that the reader may see, ``json`` with numbers only."""
    found = find(request, number)
    if form not in {"xlsx", "json"}:
        raise Http404
    kit = breach.seen_by(found.account_id, found.since, found.until)
    ids = [found.pk, *sorted(kit.subjects)]
    if form == "json":
        confirm_first(request)
        opened(request, "breach.opened", ids, shown="file", reach=found.reach, why=found.number)
        data = json.dumps(breach.as_dict(kit), default=str, ensure_ascii=False).encode()
        return sealed(data, "application/json", f"{number}.json")
    what = Leaving(
        title=_("Perangkat kebocoran %(number)s") % {"number": number},
        count=lambda: len(kit.subjects) + len(kit.papers) + len(kit.files),
        rows=lambda: [*kit.subjects, *kit.papers, *kit.files],
        made=lambda stamp, rows: book(breach.sheets(kit), number, stamp),
        ids=lambda rows: ids,
        forms=("xlsx",),
        back=found.address,
        about=(found.pk,),
    )
    return file_of(request, what, "breach.opened", reach=found.reach)
