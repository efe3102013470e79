"""The officers' pages of what helps beside the offices: the list, one of them, and keeping it true."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Fact, badge
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.exports.leaving import leaving, of_table
from satupintu.work.partners import actions
from satupintu.work.partners.forms import EndForm, ResourceFilter, ResourceForm
from satupintu.work.partners.models import Resource
from satupintu.work.partners.words import EndReason


def url_of(resource: Resource) -> str:
    """The page of a resource."""
    return reverse("partners:resource", args=[resource.pk])


def _find(pk: int) -> Resource:
    found: Resource | None = Resource.objects.select_related("village").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _state(resource: Resource) -> SafeString | str:
    if resource.ended_on:
        return badge(EndReason(resource.end_reason).label, "off")
    return badge(_("Perlu dipastikan lagi"), "waiting") if resource.is_stale(timezone.localdate()) else ""


@officer("resource.read")
def listing(request: HttpRequest) -> HttpResponseBase:
    """What helps in the own kabupaten, by name."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    table = Table(
        request,
        Resource.objects.around(by).select_related("village").order_by("name", "pk"),
        columns=[
            Column("name", _("Nama")),
            Column("kind", _("Jenis"), lambda row: row.word.label),
            Column("offers", _("Yang dapat dibantu"), on_phone=False),
            Column("village", _("Wilayah kerja"), lambda row: row.village.label),
            Column(
                "capacity", _("Daya tampung"), lambda row: number(row.capacity) if row.capacity else "", numeric=True
            ),
            Column("phone", _("Telepon"), tight=True),
            Column("state", _("Keadaan"), _state),
        ],
        caption=_("Sumber daya sosial"),
        filters=ResourceFilter(request.GET),
        link=url_of,
        may_export=allows(by, "resource.register", Resource(village=by.area)) if by.area else False,
        personal=True,
        file_name="psks",
        empty=_(
            "Belum ada yang tercatat. Catat pekerja sosial, karang taruna, panti, atau dunia usaha yang mau membantu."
        ),
        counted=False,
    )
    if leaves := leaving(request, of_table(table), "resource.listed"):
        return leaves
    opened(request, "resource.listed", [row.pk for row in table.page.rows], shown="name,phone")
    return render(request, "partners/list.html", {"table": table, "may_register": allows(by, "resource.register")})


@officer("resource.read")
def resource(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: what it offers, how to reach it, whether it is still true."""
    one, by = _find(pk), request.appointment  # type: ignore[attr-defined]
    opened(request, "resource.opened", [one.pk], shown="name,phone,address", reach=one.reach)
    context = {
        "resource": one,
        "state": _state(one),
        "facts": _facts(one),
        "entries": entries(Event.objects.about(one)),
        "may_keep": one.ended_on is None and allows(by, "resource.change", one),
    }
    return render(request, "partners/resource.html", context)


def _facts(one: Resource) -> list[Fact]:
    where = f"{one.latitude}, {one.longitude}" if one.latitude is not None else ""
    return [
        Fact(_("Wilayah kerja"), one.village.full_name),
        Fact(_("Daya tampung"), _("%(count)s orang") % {"count": number(one.capacity)} if one.capacity else ""),
        Fact(_("Yang dihubungi"), one.contact),
        Fact(_("Telepon"), one.phone),
        Fact(_("Alamat"), one.address),
        Fact(_("Koordinat"), where),
        Fact(_("Dasar"), one.legal_number, day(one.legal_until) if one.legal_until else ""),
        Fact(_("Terakhir dipastikan"), day(one.confirmed_on), one.confirmed_by.split(" · ")[0]),
    ]


@officer("resource.register", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Enter a person, group or body that can help."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = ResourceForm(sent(request), by=by)

    def act() -> None:
        actions.register(Resource(**form.told), by=by, key=form.key)

    page = {"question": _("Catat sumber daya sosial"), "verb": _("Simpan"), "template": "partners/form.html"}
    return answer(request, form, act, done=_("Tersimpan."), back=reverse("partners:list"), **page)


@officer("resource.change")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what is written about it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    one = _kept(pk, "resource.change", by)
    form = ResourceForm(sent(request), by=by, resource=one)

    def act() -> None:
        actions.change(one, by=by, changes=form.told, key=form.key, seen=form.seen)

    page = {"question": _("Ubah %(name)s") % {"name": one}, "verb": _("Simpan"), "done": _("Tersimpan.")}
    return _answer(request, one, form, act, **page)


@officer("resource.confirm")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that everything is still as written."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    one = _kept(pk, "resource.confirm", by)
    form = Form(sent(request))

    def act() -> None:
        actions.confirm(one, by=by, key=form.key)

    question = _("Data %(name)s masih benar?") % {"name": one}
    page = {"question": question, "verb": _("Ya, masih benar"), "done": _("Tercatat masih benar.")}
    return _answer(request, one, form, act, **page)


@officer("resource.end")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is no longer there."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    one = _kept(pk, "resource.end", by)
    form = EndForm(sent(request))

    def act() -> None:
        reason = EndReason(form.cleaned_data["reason"])
        actions.end(one, by=by, reason=reason, on=form.cleaned_data["on"], key=form.key)

    question = _("%(name)s tidak ada lagi?") % {"name": one}
    page = {"question": question, "verb": _("Simpan"), "done": _("Tercatat tidak ada lagi.")}
    return _answer(request, one, form, act, **page)


def _kept(pk: int, verb: str, by: Appointment) -> Resource:
    """One of the own area; another village's is seen and left alone."""
    one = _find(pk)
    if not allows(by, verb, one):
        raise Refused(_("Sumber daya ini dicatat wilayah lain."))
    return one


def _answer(request: HttpRequest, one: Resource, form: Form, act: Callable[[], None], **page: str) -> HttpResponse:
    """A page that shows what is written was read; what was done is an event of its own."""
    answered = answer(request, form, act, back=url_of(one), template="partners/form.html", **page)
    if answered.status_code != 302:
        opened(request, "resource.opened", [one.pk], shown="name,phone,address", reach=one.reach)
    return answered
