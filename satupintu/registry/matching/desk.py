"""The officers' pages about duplicates: what waits, two records side by side, and undoing."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Tone, badge, when
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.matching.actions import confirm, decide, report, search, undo
from satupintu.registry.matching.comparing import fuller, reasons, side_by_side
from satupintu.registry.matching.forms import AnswerForm, DecisionForm, PairFilter, ReportForm
from satupintu.registry.matching.linkage.engine import is_installed
from satupintu.registry.matching.models import Merge, Pair, Search
from satupintu.registry.matching.words import Decision, PairState, SearchState, Strength
from satupintu.registry.people.desk import person_of

TONES = {
    PairState.OPEN: Tone.NEW,
    PairState.LATER: Tone.OFF,
    PairState.PROPOSED: Tone.WAITING,
    PairState.SAME: Tone.DONE,
    PairState.DIFFERENT: Tone.REFUSED,
}
STRENGTHS = {
    Strength.SURE: Tone.URGENT,
    Strength.LIKELY: Tone.DOING,
    Strength.POSSIBLE: Tone.OFF,
    Strength.TOLD: Tone.NEW,
}


def pair_of(pk: int) -> Pair:
    """The pair of that number; one behind a wall does not exist."""
    found: Pair | None = Pair.objects.with_people().select_related("search__model").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@officer("duplicate.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Pairs of the own area, what weighs most first; the search, for those who may start one."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    rows = Pair.objects.with_people().within(by)
    table = Table(
        request,
        rows,
        columns=(
            Column("people", _("Siapa"), lambda row: f"{row.one.shown_name} ↔ {row.other.shown_name}"),
            Column("weight", _("Kemiripan"), _strength, sort="weight", descending=True, tight=True),
            Column("place", _("Desa"), _place),
            Column("state", _("Keadaan"), lambda row: badge(row.word.label, TONES[row.word])),
            Column("found_at", _("Ditemukan"), lambda row: when(row.found_at), on_phone=False),
        ),
        caption=_("Catatan yang mungkin orang yang sama"),
        order="-weight",
        link=lambda row: reverse("duplicates:detail", args=[row.pk]),
        filters=PairFilter(request.GET),
        empty=_("Tidak ada pasangan yang perlu diputuskan. Bagus."),
        counted=False,
    )
    shown = {number for row in table.page.rows for number in (row.one_id, row.other_id)}
    opened(request, "duplicate.listed", sorted(shown), shown="name,village")
    context = {
        "table": table,
        "last": _latest(by),
        "installed": is_installed(settings.MATCHING_BACKEND),
        "search_form": Form() if allows(by, "duplicate.search") else None,
    }
    return render(request, "matching/list.html", context)


def _strength(row: Pair) -> object:
    return badge(row.strength.label, STRENGTHS[row.strength])


def _place(row: Pair) -> str:
    return f"{row.one.village.name} ↔ {row.other.village.name}" if row.is_across else str(row.one.village.name)


def _latest(by: Appointment) -> dict[str, Any] | None:
    found = Search.objects.filter(area=by.area_id or 0).newest_first().first()
    if found is None:
        return None
    counts = {name: number(int(count)) for name, count in found.counts.items()}
    busy = found.word not in {SearchState.DONE, SearchState.FAILED}
    return {"search": found, "counts": counts, "busy": busy, "failed": found.word is SearchState.FAILED}


@require_POST
@officer("duplicate.search", personal=False)
def searched(request: HttpRequest) -> HttpResponse:
    """Have the register of the own area searched."""
    form = Form(request.POST)
    try:
        search(by=request.appointment, key=form.key)  # type: ignore[attr-defined]
    except WrongState as wrong:
        messages.error(request, " ".join([wrong.sentence, *wrong.possible]))
    else:
        messages.success(request, _("Pencarian dimulai. Halaman ini boleh ditinggalkan."))
    return redirect("duplicates:list")


@officer("duplicate.read")
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Two records side by side, with the evidence and the decision."""
    return _page(request, pair_of(pk))


def _page(request: HttpRequest, pair: Pair, wrong: WrongState | None = None, status: int = 200) -> HttpResponse:
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    merge = pair.merges.standing().first() if pair.word is PairState.SAME else None
    stands = not (pair.one.merged_into_id or pair.other.merged_into_id)
    proposed = pair.word is PairState.PROPOSED
    mine = proposed and pair.decided_by is not None and pair.decided_by.account_id == by.account_id
    opened(
        request,
        "duplicate.opened",
        [pair.pk, pair.one_id, pair.other_id],
        shown="identity,household,cards,evidence",
        reach=pair.reach,
    )
    lines = side_by_side(pair)
    context = {
        "pair": pair,
        "fuller": fuller(pair, lines),
        "state": badge(pair.word.label, TONES[pair.word]),
        "strength": _strength(pair),
        "lines": lines,
        "reasons": reasons(pair),
        "keeps": pair.one if pair.keeps_one else pair.other,
        "form": DecisionForm(seen=pair.version),
        "may_decide": stands
        and pair.word in {PairState.OPEN, PairState.LATER, PairState.PROPOSED}
        and allows(by, "duplicate.decide", pair),
        "may_reopen": pair.word is PairState.DIFFERENT and allows(by, "duplicate.decide", pair),
        "proposed": proposed,
        "mine": mine,
        "may_confirm": proposed and stands and not mine and allows(by, "duplicate.confirm", pair),
        "merge": merge,
        "may_undo": merge is not None and allows(by, "duplicate.undo", merge),
        "entries": entries(Event.objects.about(pair)[:30]),
        "wrong": wrong,
    }
    return render(request, "matching/pair.html", context, status=status)


@require_POST
@officer("duplicate.decide")
def decided(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide, and go on to the next pair."""
    pair, form = pair_of(pk), DecisionForm(request.POST)
    if not form.is_valid():
        return redirect("duplicates:detail", pk)
    choice = form.cleaned_data["choice"]
    chosen = {"same_one": pair.one_id, "same_other": pair.other_id}.get(choice)
    decision = Decision.SAME if chosen else Decision(choice)
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    try:
        after = decide(pair, by=by, decision=decision, survivor=chosen, key=form.key, seen=form.seen)
    except Conflict as clash:
        return _page(request, pair_of(pk), WrongState(clash.sentence), status=409)
    except WrongState as wrong:
        return _page(request, pair_of(pk), wrong, status=409)
    messages.success(request, _done(PairState(after.state)))
    following = Pair.objects.to_decide().within(by).exclude(pk=pk).exclude(state=PairState.PROPOSED).best_first()
    onward: Pair | None = following.filter(state=PairState.OPEN).first()
    if onward is None or decision is Decision.SAME:
        return redirect("duplicates:detail", pk) if decision is Decision.SAME else redirect("duplicates:list")
    return redirect("duplicates:detail", onward.pk)


def _done(state: PairState) -> str:
    return {
        PairState.SAME: _("Digabung. Penggabungan ini dapat dibatalkan di halaman ini."),
        PairState.PROPOSED: _("Diusulkan. Petugas kedua akan memeriksa, karena desanya berbeda."),
        PairState.DIFFERENT: _("Dicatat: orang yang berbeda. Pasangan ini tidak akan diusulkan lagi."),
        PairState.LATER: _("Ditunda."),
        PairState.OPEN: _("Dikembalikan ke daftar."),
    }[state]


@require_POST
@officer("duplicate.confirm")
def confirmed(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a proposal as the second officer."""
    pair, form = pair_of(pk), AnswerForm(request.POST)
    if not form.is_valid():
        return redirect("duplicates:detail", pk)
    try:
        agrees = form.cleaned_data["agrees"] == "1"
        after = confirm(pair, by=request.appointment, agrees=agrees, key=form.key)  # type: ignore[attr-defined]
    except WrongState as wrong:
        return _page(request, pair_of(pk), wrong, status=409)
    messages.success(request, _done(PairState(after.state)))
    return redirect("duplicates:detail", pk)


@officer("duplicate.undo")
def undone(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merge back, after a question."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    merge: Merge | None = (
        Merge.objects.select_related("survivor__village", "merged__village", "pair").filter(pk=pk).first()
    )
    if merge is None:
        raise Http404
    if not allows(by, "duplicate.undo", merge):
        raise Refused(_("Orang ini di luar wilayah penugasan Anda."))
    back = reverse("duplicates:detail", args=[merge.pair_id])
    form = Form(request.POST or None)
    if request.method == "POST":
        try:
            undo(merge, by=by, key=form.key)
        except WrongState as wrong:
            messages.error(request, " ".join([wrong.sentence, *wrong.possible]))
        else:
            messages.success(request, _("Penggabungan dibatalkan. Kedua catatan kembali seperti semula."))
        return redirect(back)
    opened(request, "duplicate.opened", [merge.pk, merge.survivor_id, merge.merged_id], shown="name", reach=merge.reach)
    context = {
        "question": _("Batalkan penggabungan ini?"),
        "consequence": _("Kedua catatan %(name)s berdiri sendiri lagi, dengan semua yang dulu ada padanya.")
        % {"name": merge.survivor.shown_name},
        "form": form,
        "verb": _("Batalkan penggabungan"),
        "cancel": back,
        "danger": True,
    }
    return render(request, "ui/confirm.html", context)


@officer("duplicate.report")
def reported(request: HttpRequest) -> HttpResponse:
    """Tell of another record of the person that is open (``?orang=``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = request.POST.get("orang") or request.GET.get("orang") or ""
    if not asked.isdecimal() or len(asked) > 18:
        raise Http404
    person = person_of(int(asked))
    form = ReportForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        pair = report(by=by, one=person, other=form.cleaned_data["other"], key=form.key)
        return redirect("duplicates:detail", pair.pk)
    opened(request, "person.opened", [person.pk], shown="name", reach=person.reach)
    context = {"form": form, "person": person}
    return render(request, "matching/report.html", context, status=422 if form.is_bound else 200)
