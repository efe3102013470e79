"""Buku harian: the sheet of a day, its entries, and putting one right."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.ui.moments import clock, long_day
from satupintu.engine.ui.pieces import badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.periods import date_in
from satupintu.work.catalogue.models import Service, ServiceQuerySet
from satupintu.work.daybook import actions
from satupintu.work.daybook.desk.looking_up import looked_up
from satupintu.work.daybook.forms import CorrectForm, EntryForm, SheetForm
from satupintu.work.daybook.models import ServiceRecord
from satupintu.work.daybook.rules import may_record


def services_of(by: Appointment, day: date) -> ServiceQuerySet:
    """What the officer's post offers and counts on a day."""
    return Service.objects.offered(actions.place_of(by), day).filter(daily=True)


def home(day: date, today: date) -> str:
    """The address of a day's sheet."""
    address = reverse("daybook:day")
    return address if day == today else f"{address}?hari={day:%d-%m-%Y}"


@officer("daybook.read")
def sheet(request: HttpRequest) -> HttpResponse:
    """The sheet of a day at one's own post: fill it in, read what stands there."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    today = actions.today_of(by)
    day = min(date_in(request.GET.get("hari", "")) or today, today)
    services = list(services_of(by, day))
    records = ServiceRecord.objects.at_office(by.office_id).between(day, day + timedelta(days=1))
    sums = {service: (people, cards) for service, people, cards in records.sums("service")}  # type: ignore[misc]
    may_write = allows(by, "daybook.record") and may_record(day, today)
    form = SheetForm(request.POST or None, services=services, sums=sums)
    if request.method == "POST" and form.is_valid():
        actions.record_day(form.entries(), by=by, day=day, key=form.key)
        messages.success(request, _("Tercatat di buku harian."))
        return redirect(home(day, today))
    people, cards = (sum(pair[part] for pair in sums.values()) for part in (0, 1))
    rows = list(records.current().select_related("service", "replaces").order_by("-pk"))
    opened(request, "daybook.listed", [row.pk for row in rows], shown="service,visitors,kk,note")
    context = {
        "office": by.office,
        "day": long_day(day, weekday=True),
        "is_today": day == today,
        "before": home(day - timedelta(days=1), today),
        "after": home(day + timedelta(days=1), today) if day < today else "",
        "form": form if may_write else None,
        "people": people,
        "cards": cards,
        "table": Table(
            request,
            rows,
            columns=_columns(),
            caption=_("Catatan hari ini") if day == today else _("Catatan hari itu"),
            link=(lambda row: reverse("daybook:correct", args=[row.pk])) if allows(by, "daybook.correct") else None,
            empty=_("Belum ada catatan. Isi angkanya lalu simpan."),
            size=200,
        ),
    }
    return render(request, "daybook/day.html", context, status=422 if form.errors else 200)


def _columns() -> list[Column]:
    zone = timezone.get_current_timezone()
    corrected = badge(_("dibetulkan"), "doing")
    return [
        Column("service", _("Layanan"), cell=lambda row: row.service.label),
        Column("visitors", _("Orang"), numeric=True),
        Column("kk", _("KK"), numeric=True),
        Column("note", _("Keterangan"), cell=lambda row: row.note or row.reason),
        Column("by", _("Dicatat oleh"), cell=lambda row: row.by_label.split(" · ")[0], on_phone=False),
        Column("at", _("Pukul"), cell=lambda row: clock(row.at, zone), tight=True),
        Column("state", _("Keadaan"), cell=lambda row: corrected if row.replaces_id else ""),
    ]


@officer("daybook.record")
def entry(request: HttpRequest) -> HttpResponse:
    """One entry with the numbers of family cards, about somebody who was looked up or nobody known."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    today = actions.today_of(by)
    person, household = looked_up(request)
    form = EntryForm(request.POST or None, subject=None, by=by, services=services_of(by, today), day=today)
    if request.method == "POST" and form.is_valid():
        day, written = form.cleaned_data["day"], form.entry(person=person, household=household)
        actions.record_day([written], by=by, day=day, key=form.key)
        messages.success(request, _("Tercatat di buku harian."))
        return redirect(home(day, today))
    shown = [row.pk for row in (person, household) if row is not None]
    opened(request, "daybook.opened", shown, shown="identity" if shown else "")
    context = {"form": form, "person": person, "household": household}
    return render(request, "daybook/entry.html", context, status=422 if form.errors else 200)


@officer("daybook.correct")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an entry of one's own post right. What was replaced stays to be read."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = ServiceRecord.objects.select_related("service", "replaces__service", "person", "household")
    record: Any = found.prefetch_related("cards").filter(pk=pk).first()
    if record is None:
        raise Http404
    if not allows(by, "daybook.correct", record):
        raise Refused("Catatan ini milik kantor lain.")
    form = CorrectForm(request.POST or None, subject=record, by=by, services=services_of(by, record.day))
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.correct(record, by=by, entry=form.entry(), reason=form.cleaned_data["reason"], key=form.key)
        except WrongState as wrong:
            form.add_error(None, wrong.sentence)
            status = 409
        else:
            messages.success(request, _("Catatan dibetulkan. Yang lama tetap tersimpan."))
            return redirect(home(new.day, actions.today_of(by)))
    opened(request, "daybook.opened", [record.pk], shown="cards,note", reach=record.reach)
    context = {"record": record, "form": form, "day": long_day(record.day, weekday=True), "versions": _versions(record)}
    return render(
        request, "daybook/correct.html", context | {"back": home(record.day, actions.today_of(by))}, status=status
    )


def _versions(record: ServiceRecord) -> list[ServiceRecord]:
    """What stood there before, newest first."""
    before: list[ServiceRecord] = []
    while record.replaces is not None and len(before) < 50:
        before.append(record)
        record = record.replaces
    return [*before, record]
