"""Pages of the kabupaten: ratifying what was checked by one decree, and applying what was ratified."""

from operator import attrgetter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, badge
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes import actions, rounds
from satupintu.registry.changes.actions.ratifying import MOST
from satupintu.registry.changes.desk.proposals import papers
from satupintu.registry.changes.forms.ratifying import DecreeForm
from satupintu.registry.changes.models import Answer, ChangeRequest, Layout, Ratification
from satupintu.registry.changes.tones import TONES, said
from satupintu.registry.changes.words import Kind, Status

AT_ONCE = 100
"""Rows that one form asks about; the rest comes with the next decree."""


def find(request: HttpRequest, pk: int) -> Ratification:
    """The decree of that number inside the own area; any other does not exist."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    start, end = by.span
    found = Ratification.objects.select_related("area").filter(pk=pk, area__gte=start, area__lt=end).first()
    if found is None:
        raise Http404
    return found


@officer("change.apply", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """Decrees of the own kabupaten."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    start, end = by.span
    table = Table(
        request,
        Ratification.objects.filter(area__gte=start, area__lt=end).order_by("-sk_date", "-pk"),
        columns=[
            Column("sk_number", _("Nomor SK")),
            Column("sk_date", _("Tanggal"), cell=lambda row: day(row.sk_date), sort=("sk_date", "id")),
            Column("round", _("Periode"), cell=lambda row: f"{row.round_month:02d}/{row.round_year}"),
            Column("signatory", _("Ditandatangani oleh"), on_phone=False),
        ],
        caption=_("Pengesahan"),
        link=attrgetter("address"),
        empty=_("Belum ada SK pengesahan."),
    )
    waiting = ChangeRequest.objects.within(by).standing(Status.CHECKED).not_of(by.account_id).count()
    return render(
        request,
        "changes/decrees.html",
        {
            "table": table,
            "waiting": waiting,
            "may_ratify": allows(by, "change.ratify"),
            "may_set": allows(by, "round.publish"),
        },
    )


@officer("change.ratify")
def new(request: HttpRequest) -> HttpResponse:
    """Ratify what was checked by one decree; rows that are not in order go back from here."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    rows = ChangeRequest.objects.within(by).standing(Status.CHECKED).not_of(by.account_id)
    requests = list(rows.select_related("village").order_by("village", "proposed_at", "pk")[: min(AT_ONCE, MOST)])
    form = DecreeForm(request.POST or None, request.FILES or None, requests=requests)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.ratify(
                by=by,
                decree=form.decree(),
                requests=form.taken(),
                returned=form.returned(),
                round_=rounds.of(by.area_id or 0, timezone.localdate()),
                paper=form.cleaned_data["paper"],
                key=form.key,
            )
        except (WrongState, Refused) as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("SK %(number)s tersimpan.") % {"number": made.sk_number})
            return redirect(made.address)
    opened(request, "ratification.prepared", [one.pk for one in requests], shown="title,kind")
    context = {"form": form, "requests": requests}
    return render(request, "changes/decree_new.html", context, status=422 if form.is_bound else 200)


@officer("change.apply")
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One decree with its proposals."""
    return page(request, find(request, pk))


def page(
    request: HttpRequest, found: Ratification, *, left: list[tuple[ChangeRequest, str]] | None = None
) -> HttpResponse:
    """A decree: its rows, what has been applied, and what could not be."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    rows = list(found.requests.select_related("village").order_by("village", "pk"))
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    kinds = {kind.value: kind.label for kind in Kind}
    replies = Answer.objects.filter(request__in=rows).select_related("reason").order_by("pk")
    answered = {one.request_id: said(one) for one in replies}
    table = Table(
        request,
        rows,
        columns=[
            Column("title", _("Tentang"), cell=lambda row: row.title or row.number),
            Column("kind", _("Jenis"), cell=lambda row: kinds[row.kind]),
            Column("village", _("Desa"), cell=lambda row: row.village.name),
            Column("status", _("Keadaan"), cell=lambda row: states[row.status]),
            Column("answer", _("Jawaban pusat"), cell=lambda row: answered.get(row.pk, "")),
            Column("number", _("Nomor"), on_phone=False),
        ],
        caption=_("Usulan dalam SK ini"),
        link=attrgetter("address"),
    )
    waiting = [one for one in rows if one.status_word is Status.RATIFIED and allows(by, "change.apply", one)]
    opened(
        request,
        "ratification.opened",
        [found.pk, *(one.pk for one in rows)],
        shown="title,kind,status",
        reach=found.reach,
    )
    context = {
        "decree": found,
        "table": table,
        "facts": facts(found, len(rows)),
        "papers": papers(found),
        "entries": entries(Event.objects.about(found)[:30]),
        "waiting": len(waiting),
        "form": Form(),
        "left": left or [],
        "layouts": list(Layout.objects.for_area(by.area_id)) if allows(by, "change.export") else [],
        "may_answer": allows(by, "change.answer"),
    }
    return render(request, "changes/decree.html", context)


def facts(found: Ratification, rows: int) -> list[Fact]:
    """What a decree says of itself."""
    return [
        Fact(_("Tanggal SK"), day(found.sk_date)),
        Fact(_("Ditandatangani oleh"), found.signatory, found.position),
        Fact(_("Daftar"), found.get_list_display()),
        Fact(_("Periode"), f"{found.round_month:02d}/{found.round_year}"),
        Fact(_("Jumlah usulan"), rows),
    ]


@officer("change.apply")
def applying(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply every ratified proposal of a decree, each whole or not at all; what clashes is told and left as it is."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = find(request, pk)
    if request.method != "POST":
        return page(request, found)
    form = Form(request.POST)
    done, left = 0, []
    for one in found.requests.standing(Status.RATIFIED).not_of(by.account_id).order_by("pk"):
        try:
            actions.apply(one, by=by, key=f"{form.key}:{one.pk}")
            done += 1
        except (Conflict, WrongState, Refused) as problem:
            left.append((one, problem.sentence))
    if done:
        messages.success(request, _("%(count)s usulan diterapkan.") % {"count": done})
    return page(request, found, left=left) if left else redirect(found.address)
