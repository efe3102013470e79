"""Aturan rute: the rules as they hold here, and keeping those of one's own area."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import OfficeKind, ServiceField
from satupintu.work.routing import actions
from satupintu.work.routing.forms import RouteForm
from satupintu.work.routing.models import Route
from satupintu.work.routing.words import Level, Nature, Schooling


def _matters(route: Route) -> str:
    """Which matters a rule speaks of, in words."""
    parts = [ServiceField(route.field).label if route.field else _t("Semua bidang")]
    parts += [", ".join(Schooling(code).label for code in route.schooling)] if route.schooling else []
    parts += [Nature(route.nature).label] if route.nature else []
    parts += [route.programme] if route.programme else []
    if route.asked_from:
        parts.append(_t("ditanyakan kantor tingkat %(level)s") % {"level": Level(route.asked_from).label.lower()})
    return " · ".join(parts)


def _goes_to(route: Route) -> str:
    return f"{OfficeKind(route.to_kind).label}, {Level(route.to_level).label.lower()}"


COLUMNS = [
    Column("matters", _("Perkara"), _matters),
    Column("to", _("Disarankan ke"), _goes_to),
    Column("reason", _("Alasan"), lambda route: _t(route.reason)),
    Column("owner", _("Ditetapkan untuk"), lambda route: route.area.label if route.area else _t("Seluruh Indonesia")),
]


@officer("office.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """The rules that hold for one's own area, in the order in which they are asked."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    keeps = allows(by, "route.publish")
    rows = list(Route.objects.in_force().for_area(by.area_id).in_order())
    table = Table(
        request,
        rows,
        columns=COLUMNS,
        caption=_t("Aturan rute"),
        link=_link if keeps else None,
        empty=_t("Belum ada aturan. Tanpa aturan, petugas memilih sendiri tujuannya."),
        size=200,
    )
    return render(request, "routing/list.html", {"table": str(table), "keeps": keeps})


def _link(route: Route) -> str:
    return reverse("routing:change", args=[route.pk])


@officer("route.publish", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Publish a rule for one's own area."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = RouteForm(sent(request))

    def act() -> None:
        actions.publish(Route(area=by.area, **form.cleaned_data), by=by, key=form.key)

    return _answer(request, form, act, _t("Tambah aturan rute"), _t("Tetapkan aturan"), _t("Aturan rute berlaku."))


@officer("route.publish", personal=False)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Replace a rule. One of a wider area stays as it is: what is published here is asked before it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    old = get_object_or_404(Route.objects.select_related("area"), pk=pk)
    own = allows(by, "route.publish", old)
    initial = {name: getattr(old, name) for name in RouteForm.base_fields}
    form = RouteForm(sent(request), initial=initial)

    def act() -> None:
        fresh = Route(area=old.area if own else by.area, **form.cleaned_data)
        actions.publish(fresh, by=by, replaces=old if own else None, key=form.key)

    question = _t("Ubah aturan rute") if own else _t("Buat aturan untuk daerah Anda")
    more = {"withdraw": reverse("routing:withdraw", args=[pk]) if own else ""}
    more["lead"] = (
        "" if own else _t("Aturan ini milik daerah yang lebih luas. Aturan Anda akan didahulukan di daerah Anda.")
    )
    return _answer(request, form, act, question, _t("Tetapkan aturan"), _t("Aturan rute berlaku."), **more)


@officer("route.withdraw", personal=False)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End a rule of one's own area."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    route = get_object_or_404(Route.objects.select_related("area"), pk=pk)
    form = Form(sent(request))

    def act() -> None:
        actions.withdraw(route, by=by, key=form.key)

    return _answer(
        request,
        form,
        act,
        _t("Cabut aturan rute?"),
        _t("Cabut aturan"),
        _t("Aturan rute dicabut."),
        lead=f"{_matters(route)} → {_goes_to(route)}",
        danger=True,
    )


def _answer(
    request: HttpRequest, form: Form, act: Callable[[], Any], question: str, verb: str, done: str, **more: Any
) -> HttpResponse:
    page = {"template": "routing/form.html", "question": question, "verb": verb, **more}
    return answer(request, form, act, done=done, back=reverse("routing:list"), **page)
