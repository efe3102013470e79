"""Kalender: the working days of one's own office, and the days off of one's own area."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.actions import used
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.moments import long_day
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices import actions
from satupintu.foundation.offices.calendar import days_off
from satupintu.foundation.offices.forms import NewClosure
from satupintu.foundation.offices.models import OfficeClosure
from satupintu.foundation.offices.rules import YEARS
from satupintu.foundation.offices.words import CalendarChange

COLUMNS = [
    Column("day", _("Hari"), lambda row: long_day(row[0], weekday=True)),
    Column("reason", _("Libur atau tutup"), lambda row: row[1]),
]


@officer("office.read", personal=False)
def calendar(request: HttpRequest) -> HttpResponse:
    """The holidays and closures of a year, as they count for the office one works in."""
    by = request.appointment  # type: ignore[attr-defined]
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isdecimal() and int(asked) in YEARS else timezone.localdate().year
    table = Table(
        request,
        list(days_off(by.office, year).items()),
        columns=COLUMNS,
        caption=_t("Hari libur dan hari tutup %(year)s") % {"year": year},
        empty=_t("Tidak ada hari libur yang tercatat."),
        size=100,
    )
    may = allows(by, "calendar.change")
    own = OfficeClosure.objects.inside(by.area).select_related("office", "area").filter(day__year=year) if may else []
    page = {
        "table": str(table),
        "year": year,
        "before": year - 1,
        "after": year + 1,
        "may_change": may,
        "closures": own,
    }
    return render(request, "offices/calendar.html", page | {"office": by.office})


@officer("calendar.change", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Add a day off of one's own area, or of one office in it."""
    by = request.appointment  # type: ignore[attr-defined]
    form = NewClosure(sent(request))

    def act() -> None:
        asked = form.cleaned_data
        office = asked["office"]
        closure = OfficeClosure(
            day=asked["day"], reason=asked["reason"], office=office, area=None if office else by.area
        )
        actions.change_calendar(closure, by=by, change=CalendarChange.ADDED, key=form.key)

    return answer(
        request,
        form,
        act,
        question=_t("Tambah hari tutup"),
        consequence=_t("Tenggat keluhan dan rujukan tidak menghitung hari ini."),
        verb=_t("Simpan hari tutup"),
        done=_t("Hari tutup tercatat."),
        back=reverse("offices:calendar"),
    )


@officer("calendar.change", personal=False)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day off back."""
    by = request.appointment  # type: ignore[attr-defined]
    closure = OfficeClosure.objects.inside(by.area).select_related("office__area", "area").filter(pk=pk).first()
    form = Form(sent(request))
    if closure is None and form.is_bound and used(form.key, "calendar.change", by):
        messages.success(request, _t("Hari tutup dihapus."))
        return redirect("offices:calendar")  # sent once more
    if closure is None:
        raise Http404
    return answer(
        request,
        form,
        lambda: actions.change_calendar(closure, by=by, change=CalendarChange.REMOVED, key=form.key),
        question=_t("Hapus hari tutup %(day)s?") % {"day": long_day(closure.day)},
        consequence=closure.reason,
        verb=_t("Hapus hari tutup"),
        done=_t("Hari tutup dihapus."),
        back=reverse("offices:calendar"),
        danger=True,
    )
