"""Kantor: the directory of institutions, and keeping it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.moments import day as in_words
from satupintu.engine.ui.moments import weekdays
from satupintu.engine.ui.pieces import Entry, Fact, badge, marks
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices import actions
from satupintu.foundation.offices.calendar import days_off, is_open
from satupintu.foundation.offices.forms import Day, NewOffice, OfficeDetails, OfficeFilter
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.rules import read_hours
from satupintu.foundation.offices.words import OfficeKind, ServiceField

COLUMNS = [
    Column("name", _("Kantor"), sort="name"),
    Column("kind", _("Jenis"), lambda office: OfficeKind(office.kind).label, sort="kind"),
    Column("area", _("Wilayah"), lambda office: office.area.label if office.area else _t("Indonesia"), sort="area_id"),
    Column(
        "fields",
        _("Bidang"),
        lambda office: marks(_fields(office)),
        on_phone=False,
        export=lambda o: ", ".join(_fields(o)),
    ),
    Column("phone", _("Telepon")),
    Column("code", _("Kode"), sort="code", on_phone=False),
]


def _served(office: Office) -> SafeString:
    """The fields as small labels; an office that serves all of them says so in one."""
    return marks([_t("semua bidang")] if len(office.fields) == len(ServiceField) else _fields(office))


def _fields(office: Office) -> list[str]:
    return [ServiceField(code).label for code in office.fields]


def url_of(office: Office) -> str:
    """The page of an office."""
    return reverse("offices:office", args=[office.code])


@officer("office.read", personal=False)
def directory(request: HttpRequest) -> HttpResponse:
    """All institutions that serve citizens or answer referrals."""
    table = Table(
        request,
        Office.objects.open_on(timezone.localdate()).select_related("area"),
        columns=COLUMNS,
        caption=_t("Kantor"),
        order="name",
        link=url_of,
        filters=OfficeFilter(request.GET),
        empty=_t("Belum ada kantor yang terdaftar."),
        may_export=True,
        file_name="kantor",
    )
    if file := table.export():
        return file  # type: ignore[return-value]
    may = allows(request.appointment, "office.create")  # type: ignore[attr-defined]
    return render(request, "offices/directory.html", {"table": str(table), "may_create": may})


@officer("office.read", personal=False)
def office(request: HttpRequest, code: str) -> HttpResponse:
    """One office: how to reach it, when it is open, what happened to it."""
    one = _find(code)
    by = request.appointment  # type: ignore[attr-defined]
    context = {
        "office": one,
        "kind": OfficeKind(one.kind).label,
        "open": badge(_t("buka sekarang"), "done")
        if is_open(one, timezone.now())
        else badge(_t("sedang tutup"), "off"),
        "contact": _contact(one),
        "hours": _hours(one),
        "off": [
            (day, name) for day, name in days_off(one, timezone.localdate().year).items() if day >= timezone.localdate()
        ][:5],
        "entries": [Entry(event.sentence, event.at, who=event.who) for event in Event.objects.about(one)[:10]],
        "may_change": allows(by, "office.change", one),
        "may_close": allows(by, "office.close", one) and one.closed_on is None,
    }
    return render(request, "offices/office.html", context)


def _find(code: str) -> Office:
    return get_object_or_404(Office.objects.select_related("area"), code=code)


def _contact(one: Office) -> list[Fact]:
    return [
        Fact(_t("Wilayah"), one.area.full_name if one.area else _t("Seluruh Indonesia")),
        Fact(_t("Alamat"), one.address),
        Fact(_t("Telepon"), one.phone),
        Fact(_t("Surel"), one.email),
        Fact(_t("Bidang layanan"), ", ".join(_fields(one))),
        Fact(_t("Kode"), one.code),
        *([Fact(_t("Ditutup sejak"), in_words(one.closed_on))] if one.closed_on else []),
    ]


def _hours(one: Office) -> list[Fact]:
    week = read_hours(one.hours)
    return [Fact(weekday, _spans(week.get(number, ())) or _t("tutup")) for number, weekday in enumerate(weekdays())]


def _spans(spans: Any) -> str:
    return ", ".join(f"{opens:%H.%M}–{closes:%H.%M}" for opens, closes in spans)


@officer("office.create", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Register an office inside one's own area."""
    by = request.appointment  # type: ignore[attr-defined]
    week = {f"day{n}": _spans(spans) for n, spans in read_hours({}).items()}
    form = NewOffice(sent(request), inside=by.span, initial=week)

    def act() -> None:
        asked = form.cleaned_data
        fresh = Office(kind=asked["kind"], code=asked["code"], area=asked["area"], **form.changes())
        actions.create_office(fresh, by=by, key=form.key)

    back = reverse("offices:directory")
    return answer(
        request,
        form,
        act,
        question=_t("Daftarkan kantor"),
        verb=_t("Simpan kantor"),
        done=_t("Kantor tercatat."),
        back=back,
    )


@officer("office.change", personal=False)
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Correct contact, hours and fields."""
    one, by = _find(code), request.appointment  # type: ignore[attr-defined]
    initial = {name: getattr(one, name) for name in ("name", "address", "phone", "email")} | {
        "fields_served": one.fields
    }
    initial |= {f"day{n}": _spans(spans) for n, spans in read_hours(one.hours).items()}
    form = OfficeDetails(sent(request), initial=initial, seen=one.version)
    return answer(
        request,
        form,
        lambda: actions.change_office(one, by=by, changes=form.changes(), key=form.key, seen=form.seen),
        question=_t("Ubah data %(name)s") % {"name": one.name},
        verb=_t("Simpan perubahan"),
        done=_t("Data kantor diperbarui."),
        back=url_of(one),
    )


@officer("office.close", personal=False)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Close an office for good."""
    one, by = _find(code), request.appointment  # type: ignore[attr-defined]
    form: Form = Day(sent(request))
    return answer(
        request,
        form,
        lambda: actions.close_office(one, by=by, closed_on=form.cleaned_data["day"], key=form.key),
        question=_t("Tutup %(name)s?") % {"name": one.name},
        consequence=_t("Kantor yang ditutup tidak lagi menerima rujukan. Riwayatnya tetap ada."),
        verb=_t("Tutup kantor"),
        done=_t("Kantor ditutup."),
        back=url_of(one),
        danger=True,
    )
