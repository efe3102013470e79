"""The pages of exports: mine and those of my area, one of them with its next step, and whose copy bears a mark."""

from operator import attrgetter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import moment
from satupintu.engine.ui.numerals import number as written
from satupintu.engine.ui.pieces import Fact, Tone, badge, when
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import grouped
from satupintu.registry.exports import marks
from satupintu.registry.exports.forms import ExportFilter, MarkForm
from satupintu.registry.exports.models import Export
from satupintu.registry.exports.steps import STEPS
from satupintu.registry.exports.words import ExportState

TONES: dict[ExportState, Tone] = {
    ExportState.WAITING: Tone.WAITING,
    ExportState.READY: Tone.DONE,
    ExportState.REFUSED: Tone.REFUSED,
}
"""How a state of an export looks; the same everywhere."""


def state_of(row: Export) -> SafeString:
    """Where it stands; one whose days are over says so."""
    if row.state_word is ExportState.READY and not row.is_open(timezone.now()):
        return badge(_("Waktunya sudah lewat"), Tone.OFF)
    return badge(row.state_word.label, TONES[row.state_word])


def find(request: HttpRequest, number: str) -> Export:
    """The export of that number, for whoever asked for it or looks after those of the area; others find none."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = Export.objects.with_ends().filter(number=number).first()
    if found is None or not (found.asked_by_id == by.pk or may(by.role, "export.approve")):
        raise Http404
    return found


@officer("export.read")
def listing(request: HttpRequest) -> HttpResponse:
    """What I took away; for whoever looks after them, all of the own area."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    watches = may(by.role, "export.approve")
    rows = Export.objects.within(by) if watches else Export.objects.of(by)
    table = Table(
        request,
        rows.with_ends().order_by("-asked_at", "-id"),
        columns=[
            Column("title", _("Daftar")),
            Column("rows", _("Baris"), numeric=True),
            Column("purpose", _("Untuk apa"), cell=lambda row: row.purpose_word.label),
            Column("who", _("Peminta"), cell=lambda row: row.asked_label, on_phone=False),
            Column("state", _("Status"), cell=state_of),
            Column("asked_at", _("Diminta"), cell=lambda row: when(row.asked_at)),
            Column("number", _("Nomor"), on_phone=False),
        ],
        caption=_("Unduhan di wilayah Anda") if watches else _("Unduhan Anda"),
        link=attrgetter("address"),
        filters=ExportFilter(request.GET),
        empty=_("Belum ada daftar warga yang diunduh."),
    )
    opened(request, "export.listed", [row.pk for row in table.page.rows], shown="title,purpose")
    context = {"table": table, "may_trace": may(by.role, "export.trace"), "watches": watches}
    return render(request, "exports/list.html", context)


def page(
    request: HttpRequest,
    found: Export,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of an export: what, for what, whose turn it is."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    waits, mine = found.state_word is ExportState.WAITING, found.asked_by_id == by.pk
    opened(request, "export.opened", [found.pk], shown="title,purpose", reach=found.reach)
    offered = [one for one in STEPS if waits and one.open_to(by, found)]
    context = {
        "found": found,
        "state": state_of(found),
        "facts": facts(found),
        "entries": entries(Event.objects.about(found)),
        "step": step,
        "form": form,
        "offered": offered,
        "waits": waits,
        "mine": mine,
        "open": mine and found.is_open(timezone.now()),
        "over": found.state_word is ExportState.READY and not found.is_open(timezone.now()),
        "wrong": wrong,
    }
    return render(request, "exports/export.html", context, status=status)


def _list_link(found: Export) -> SafeString:
    """The list with its filter, as whoever looks may see it."""
    return format_html('<a href="{}">{}</a>', found.list_address, found.title)


def facts(found: Export) -> list[Fact]:
    """Who asked for how many rows of which list, for what, until when it can be fetched."""
    zone = timezone.get_current_timezone()
    decided = [Fact(_("Diputuskan"), moment(found.decided_at, zone), found.decided_label)] if found.decided_at else []
    return [
        Fact(_("Daftar"), _list_link(found)),
        Fact(_("Baris"), written(found.rows)),
        Fact(_("Peminta"), found.asked_label, moment(found.asked_at, zone)),
        Fact(_("Untuk apa"), found.purpose_word.label, found.text),
        *decided,
        Fact(_("Dapat diunduh sampai"), moment(found.until, zone) if found.until else ""),
        Fact(_("Kode salinan"), grouped(found.mark)),
    ]


@officer("export.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One export."""
    return page(request, find(request, number))


@officer("export.trace", personal=False)
def tracing(request: HttpRequest) -> HttpResponse:
    """Whose copy it is that bears a mark or number: exports, lists that were handed over, copies of a person's data."""
    form, found = MarkForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        found = marks.trace(form.cleaned_data["mark"])
        if found is None:
            form.add_error("mark", _("Kode ini tidak ditemukan di antara salinan dari wilayah Anda."))
    context = {"form": form, "found": found, "mark": grouped(found.mark) if found else ""}
    return render(request, "exports/trace.html", context, status=422 if form.errors else 200)


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in STEPS}
"""The address of each step and its view."""
