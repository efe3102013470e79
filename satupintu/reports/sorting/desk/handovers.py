"""Hand-overs: making one, the page that both ends share, the list of them."""

from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.numerals import number as written
from satupintu.engine.ui.pieces import Fact, Tab, Tone, badge, when
from satupintu.engine.ui.pieces import late as late_words
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.sorting import papers
from satupintu.reports.sorting.actions import Names, send_names, send_tables
from satupintu.reports.sorting.desk.tables import asked_of, cell_of
from satupintu.reports.sorting.forms import Asked
from satupintu.reports.sorting.handing_forms import HandOverFilter, NamesForm, TablesForm
from satupintu.reports.sorting.models import HandOver
from satupintu.reports.sorting.picture import heads
from satupintu.reports.sorting.rules import ONE_PERSON
from satupintu.reports.sorting.steps import ASIDE, STEPS
from satupintu.reports.sorting.words import HandOverKind, HandOverState, LegalBasis, Population, TableKind

TONES: dict[HandOverState, Tone] = {
    HandOverState.PROPOSED: Tone.WAITING,
    HandOverState.REFUSED: Tone.REFUSED,
    HandOverState.SENT: Tone.WAITING,
    HandOverState.ACKNOWLEDGED: Tone.DOING,
    HandOverState.REPORTED: Tone.DONE,
    HandOverState.WITHDRAWN: Tone.OFF,
}
"""How a state of a hand-over looks; the same everywhere."""
ENDED = {HandOverState.REFUSED, HandOverState.WITHDRAWN}
"""States in which its data are shown to nobody any more."""


def find(request: HttpRequest, number: str) -> HandOver:
    """The hand-over of that number; one behind a wall does not exist."""
    found = HandOver.objects.with_ends().select_related("sender").filter(number=number).first()
    if found is None:
        raise Http404
    return found


@officer("handover.send_tables", personal=False)
def new_tables(request: HttpRequest) -> HttpResponse:
    """Hand tables of the population on the page to an office."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = asked_of(request, by)
    population = asked.selection.population
    initial = {"tables": [asked.kind.value], "asked": request.GET.urlencode()}
    form = TablesForm(request.POST or None, by=by, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = send_tables(
                by=by, to=said["to"], population=population, tables=said["tables"], request=form.request(), key=form.key
            )
        except (Refused, WrongState) as problem:
            form.add_error(None, problem.sentence)
        else:
            return _sent(request, made)
    return _form(
        request, form, asked, "sorting/hand_tables.html", {"who": population.label, "narrowed": asked.more.is_used}
    )


@officer("handover.send_names")
def new_names(request: HttpRequest) -> HttpResponse:
    """Hand the names behind a cell to a public body."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = asked_of(request, by)
    area, column = cell_of(asked, by)
    form = NamesForm(request.POST or None, by=by, initial={"asked": request.GET.urlencode()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        names = Names(
            selection=asked.selection,
            area=area,
            table=asked.kind,
            basis=said["basis"],
            basis_text=said["basis_text"],
            column=column,
            with_nik=said["with_nik"],
        )
        try:
            return _sent(request, send_names(names, by=by, to=said["to"], request=form.request(), key=form.key))
        except (Refused, WrongState) as problem:
            form.add_error(None, problem.sentence)
    opened(request, "handover.prepared", [], shown="")
    context = {
        "what": papers.title(asked.selection, area.label),
        "limit": ONE_PERSON,
        "table": asked.kind.label,
    }
    return _form(request, form, asked, "sorting/hand_names.html", context)


def _sent(request: HttpRequest, made: HandOver) -> HttpResponse:
    if made.state_word is HandOverState.PROPOSED:
        messages.success(request, _("Daftar ini menunggu persetujuan orang kedua sebelum terkirim."))
    else:
        messages.success(request, _("Penyerahan terkirim kepada %(office)s.") % {"office": made.to_office.name})
    return redirect(made.address)


def _form(request: HttpRequest, form: Any, asked: Asked, template: str, context: dict[str, Any]) -> HttpResponse:
    back = f"/sortir/?{asked.address}"
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, "back": back, **context}, status=status)


def page(
    request: HttpRequest,
    handover: HandOver,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a hand-over: what it holds, the next step, what was reported."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    possible = [one for one in STEPS if _is_due(one, handover) and one.open_to(by, handover)]
    offered = [one for one in possible if one.verb not in ASIDE]
    opened(request, "handover.opened", [handover.pk], shown="numbers,message,reports", reach=handover.reach)
    receives = by.office_id == handover.to_office_id
    context = {
        "handover": handover,
        "state": badge(handover.state_word.label, TONES[handover.state_word]),
        "late": late_words(_("terlambat")) if handover.is_late(timezone.localdate()) else "",
        "facts": facts(handover),
        "entries": entries(Event.objects.about(handover)),
        "tables": [] if handover.state_word in ENDED else list(drawn(handover)),
        "reports": list(handover.follow_ups.order_by("-at", "-pk")),
        "step": step,
        "form": form,
        "chosen": step is not None and len(offered) > 1,
        "offered": offered,
        "besides": [one for one in possible if one not in offered and one is not step],
        "receives": receives,
        "is_names": handover.kind_word is HandOverKind.NAMES,
        "may_open_names": handover.kind_word is HandOverKind.NAMES
        and handover.state_word not in ENDED
        and (not receives or handover.received_at is not None),
        "wrong": wrong,
    }
    return render(request, "sorting/handover.html", context, status=status)


def _is_due(step: Step, handover: HandOver) -> bool:
    """Whether a step belongs to the state."""
    state = handover.state_word
    return {
        "handover.acknowledge": state is HandOverState.SENT,
        "handover.report": state is HandOverState.ACKNOWLEDGED,
        "handover.approve": state is HandOverState.PROPOSED,
        "handover.refuse": state is HandOverState.PROPOSED,
        "handover.withdraw": state is HandOverState.PROPOSED or handover.is_open,
    }[step.verb]


def drawn(handover: HandOver) -> Any:
    """The frozen tables: title, heads, lines (name, cells), and the line of all places."""
    kept = handover.picture
    for code in handover.tables if kept else ():
        table = kept["tables"][code]
        lines = [[papers.HIDDEN if cell is None else written(cell) for cell in row] for row in table["rows"]]
        named = list(zip([name for _place, name in kept["places"]], lines[:-1], strict=True))
        last = _("Orang") if TableKind(code) is TableKind.PAPERS else _("Jumlah")
        yield TableKind(code), [*heads(table), last], named, lines[-1]


def facts(handover: HandOver) -> list[Fact]:
    """What is known about a hand-over, without what it holds."""
    of_names = []
    if handover.basis:
        of_names.append(Fact(_("Dasar hukum"), LegalBasis(handover.basis).label, handover.basis_text))
    if handover.people:
        of_names.append(Fact(_("Banyaknya nama"), written(handover.people)))
    return [
        Fact(_("Dari"), handover.from_office.name, handover.sender_label.split(" · ")[0]),
        Fact(_("Kepada"), handover.to_office.name),
        Fact(_("Isi"), handover.kind_word.label),
        Fact(_("Siapa"), Population(handover.population).label, handover.village.label),
        Fact(_("Per tanggal"), day(handover.as_of)),
        Fact(_("Untuk apa"), handover.purpose),
        *of_names,
        Fact(_("Dikirim"), when(handover.sent_at) if handover.sent_at else ""),
        *([Fact(_("Diputuskan"), when(handover.decided_at), handover.decided_label)] if handover.decided_at else []),
        Fact(_("Diterima"), when(handover.received_at) if handover.received_at else "", handover.received_label),
        Fact(_("Laporan ditunggu sampai"), day(handover.due_on)),
    ]


@officer("handover.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One hand-over."""
    return page(request, find(request, number))


@officer("handover.read")
def tables_file(request: HttpRequest, number: str) -> HttpResponseBase:
    """The frozen tables as a workbook."""
    handover = find(request, number)
    if not handover.picture or handover.state_word in ENDED:
        raise Http404
    opened(request, "handover.opened", [handover.pk], shown="file", reach=handover.reach)
    grids = []
    for kind, titles, _named, _whole in drawn(handover):
        rows = handover.picture["tables"][kind.value]["rows"]
        names = [*(name for _place, name in handover.picture["places"]), _("Semua")]
        plain = [[papers.HIDDEN if cell is None else cell for cell in row] for row in rows]
        lines = [[name, *row] for name, row in zip(names, plain, strict=True)]
        grids.append((kind.label, ([_("Wilayah"), *titles], lines)))
    return papers.workbook(grids, [handover.heading, handover.purpose], handover.number)


@officer("handover.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Hand-overs to this office, or from it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    both = may(by.role, "handover.send_tables") and may(by.role, "handover.acknowledge")
    outgoing = may(by.role, "handover.send_tables") and request.GET.get("arah") != "masuk"
    mine = HandOver.objects.sent_by if outgoing else HandOver.objects.received_by
    today = timezone.localdate()
    states = {state.value: badge(state.label, TONES[state]) for state in HandOverState}
    table = Table(
        request,
        mine(by.office_id).with_ends().order_by("-made_at", "-id"),
        columns=[
            Column("number", _("Nomor"), sort="number", tight=True),
            Column("heading", _("Isi")),
            Column("office", _("Kepada") if outgoing else _("Dari"), cell=lambda row: _other(row, outgoing)),
            Column("state", _("Status"), cell=lambda row: states[row.state]),
            Column("due_on", _("Laporan ditunggu sampai"), cell=lambda row: _due(row, today), sort="due_on"),
            Column("made_at", _("Dibuat"), sort=("made_at", "id"), on_phone=False),
        ],
        caption=_("Penyerahan keluar") if outgoing else _("Penyerahan masuk"),
        link=attrgetter("address"),
        filters=HandOverFilter(request.GET),
        empty=_("Belum ada penyerahan data di sini."),
    )
    opened(request, "handover.listed", [row.pk for row in table.page.rows], shown="number,heading,state")
    tabs = [Tab(_("Masuk"), "?arah=masuk", not outgoing), Tab(_("Keluar"), "?arah=keluar", outgoing)] if both else []
    context = {"table": table, "tabs": tabs, "outgoing": outgoing, "may_trace": may(by.role, "export.trace")}
    return render(request, "sorting/handovers.html", context)


def _other(row: HandOver, outgoing: bool) -> str:
    return str((row.to_office if outgoing else row.from_office).name)


def _due(row: HandOver, today: Any) -> Any:
    return late_words(day(row.due_on)) if row.is_late(today) else day(row.due_on)


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in STEPS}
"""The address of each step and its view."""
