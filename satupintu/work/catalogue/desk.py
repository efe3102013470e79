"""The officers' pages of the catalogue: the list, one service with what it asks for, and keeping both."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused
from satupintu.engine.ui.moments import day as in_words
from satupintu.engine.ui.pieces import Fact, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.catalogue import actions
from satupintu.work.catalogue.forms import RequirementForm, ServiceForm
from satupintu.work.catalogue.models import RequirementSet, Service


def url_of(service: Service) -> str:
    """The page of a service."""
    return reverse("catalogue:service", args=[service.code])


def _find(code: str) -> Service:
    service = Service.objects.select_related("area").filter(code=code).first()
    if service is None:
        raise Http404
    return service


def _where(area: Area | None) -> str:
    return area.label if area else _("Seluruh Indonesia")


@officer("service.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """What is offered where one works today."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    today = timezone.localdate()
    inside = Service.objects.filter(area_id__gte=by.span[0], area_id__lt=by.span[1]).valid_on(today)
    found = (Service.objects.offered(by.area_id, today) | inside).select_related("area").order_by("position", "pk")
    fields = {field.value: field.label for field in ServiceField}
    table = Table(
        request,
        list(found),
        columns=[
            Column("label", _("Layanan"), cell=lambda row: row.label),
            Column("field", _("Bidang"), cell=lambda row: fields[row.field]),
            Column("area", _("Ditawarkan di"), cell=lambda row: _where(row.area)),
            Column("daily", _("Buku harian"), cell=lambda row: _("ya") if row.daily else _("tidak")),
        ],
        caption=_("Layanan yang ditawarkan hari ini"),
        link=url_of,
        size=100,
        empty=_("Belum ada layanan yang ditawarkan di sini."),
    )
    return render(request, "catalogue/list.html", {"table": table, "may_create": allows(by, "service.create")})


@officer("service.read", personal=False)
def service(request: HttpRequest, code: str) -> HttpResponse:
    """One service: what a citizen brings today, and what it was before."""
    one, by = _find(code), request.appointment  # type: ignore[attr-defined]
    now = RequirementSet.objects.in_force(one, timezone.localdate(), by.area_id)
    context = {
        "service": one,
        "facts": [
            Fact(_("Bidang"), one.field_word.label),
            Fact(_("Ditawarkan di"), _where(one.area)),
            Fact(_("Berlaku mulai"), in_words(one.valid_from)),
            Fact(_("Berlaku sampai"), in_words(one.valid_to) if one.valid_to else ""),
            Fact(_("Buku harian"), _("ya") if one.daily else _("tidak")),
            Fact(_("Sumber"), one.source),
        ],
        "now": now,
        "lines": list(now.lines.all()) if now else [],
        "history": [
            {"set": each, "where": _where(each.area), "lines": list(each.lines.all()), "state": _state(each, now)}
            for each in RequirementSet.objects.of(one)
        ],
        "may_change": allows(by, "service.change", one),
        "may_publish": allows(by, "requirement.publish", _draft(one, by)),
    }
    return render(request, "catalogue/service.html", context)


def _state(each: RequirementSet, now: RequirementSet | None) -> Any:
    if each == now:
        return badge(_("berlaku di sini"), "done")
    return badge(_("akan berlaku"), "waiting") if each.valid_from > timezone.localdate() else ""


def _draft(one: Service, by: Appointment) -> RequirementSet:
    """An empty new version for where the officer may publish: the own area, or the smaller one of the service."""
    smaller = one.area is not None and (by.area is None or one.area.number >= by.area.number)
    return RequirementSet(service=one, area=one.area if smaller else by.area)


@officer("requirement.publish", personal=False)
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish a new version of what a service asks for."""
    one, by = _find(code), request.appointment  # type: ignore[attr-defined]
    draft = _draft(one, by)
    if not allows(by, "requirement.publish", draft):
        raise Refused("Layanan ini diurus wilayah lain.")
    now = RequirementSet.objects.in_force(one, timezone.localdate(), by.area_id)
    form = RequirementForm(sent(request), now=now)

    def act() -> None:
        draft.valid_from, draft.note = form.first_day(), form.cleaned_data["note"]
        actions.publish(draft, by=by, lines=form.lines(), key=form.key)

    return answer(
        request,
        form,
        act,
        question=_("Syarat baru: %(name)s") % {"name": one.label},
        consequence=_("Berlaku di %(place)s. Versi lama tetap tercatat.") % {"place": _where(draft.area)},
        verb=_("Terbitkan syarat"),
        done=_("Syarat baru diterbitkan."),
        back=url_of(one),
    )


@officer("service.create", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Put a new service into the catalogue of one's own area, or a part of it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = ServiceForm(sent(request), inside=by.span)
    return answer(
        request,
        form,
        lambda: actions.create_service(form.service(), by=by, key=form.key),
        question=_("Tambah layanan"),
        verb=_("Simpan layanan"),
        done=_("Layanan tercatat."),
        back=reverse("catalogue:list"),
    )


@officer("service.change", personal=False)
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change a service of one's own area, or end it by its last day."""
    one, by = _find(code), request.appointment  # type: ignore[attr-defined]
    if not allows(by, "service.change", one):
        raise Refused("Layanan ini diurus wilayah lain.")
    form = ServiceForm(sent(request), inside=by.span, service=one)
    return answer(
        request,
        form,
        lambda: actions.change_service(one, by=by, changes=form.cleaned_data, key=form.key, seen=form.seen),
        question=_("Ubah layanan: %(name)s") % {"name": one.label},
        verb=_("Simpan perubahan"),
        done=_("Layanan diperbarui."),
        back=url_of(one),
    )
