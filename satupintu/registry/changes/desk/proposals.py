"""Pages about proposals: the list, making one, the page of one with its next step."""

from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.actions import Conflict, Refused, WrongState, used
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms.filters import FilterForm
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.numerals import number as said_number
from satupintu.engine.ui.pieces import Fact, Paper, badge, when
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.papers import papers_about
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes import actions, frozen, lines, rounds, rules
from satupintu.registry.changes.forms.base import ProposalForm
from satupintu.registry.changes.forms.proposing import FORMS, kinds_for
from satupintu.registry.changes.models import Answer, ChangeRequest
from satupintu.registry.changes.steps import ASIDE, DOES, STEPS
from satupintu.registry.changes.tones import TONES, said
from satupintu.registry.changes.words import Basis, Kind, Status
from satupintu.registry.people.concerns import Concern
from satupintu.registry.people.desk import household_of, person_of
from satupintu.registry.people.models import Household, Person


def find(request: HttpRequest, number: str) -> ChangeRequest:
    """The proposal of that number; one behind a wall does not exist."""
    rows = ChangeRequest.objects.with_names().select_related("ratification", "office")
    found: ChangeRequest | None = rows.filter(number=number).first()
    if found is None:
        raise Http404
    return found


class RequestFilter(FilterForm):
    """What a list of proposals can be narrowed by."""

    status = forms.ChoiceField(label=gettext_lazy("Keadaan"))
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("Semua"))
        self.fields["status"].choices = [every, *Status.choices()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [every, *Kind.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        """The proposals that the filter lets through."""
        asked = {name: self.cleaned_data[name] for name in ("status", "kind") if self.cleaned_data.get(name)}
        return rows.filter(**asked)


@officer("change.read")
def listing(request: HttpRequest) -> HttpResponse:
    """Proposals of the own area."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    states = {state.value: badge(state.label, TONES[state]) for state in Status}
    kinds = {kind.value: kind.label for kind in Kind}
    table = Table(
        request,
        ChangeRequest.objects.within(by).select_related("village").order_by("-proposed_at", "-pk"),
        columns=[
            Column("title", _("Tentang"), cell=lambda row: row.title or row.number),
            Column("kind", _("Jenis"), cell=lambda row: kinds[row.kind]),
            Column("status", _("Keadaan"), cell=lambda row: states[row.status]),
            Column("village", _("Desa"), cell=lambda row: row.village.name, on_phone=False),
            Column("number", _("Nomor"), on_phone=False),
            Column("proposed", _("Diusulkan"), cell=lambda row: row.proposed_at, sort=("proposed_at", "id")),
        ],
        caption=_("Usulan perubahan data"),
        link=attrgetter("address"),
        filters=RequestFilter(request.GET),
        empty=_("Belum ada usulan di sini."),
    )
    opened(request, "change.listed", [row.pk for row in table.page.rows], shown="title,kind,status")
    context = {
        "table": table,
        "may_propose": allows(by, "change.propose"),
        "may_ratify": allows(by, "change.apply"),
        "countdown": rounds.countdown(by.area_id, timezone.localdate()) if by.area_id else None,
    }
    return render(request, "changes/list.html", context)


def _subject(request: HttpRequest) -> tuple[Person | None, Household | None]:
    """Whom a new proposal is about, as the address says (``?orang=`` or ``?keluarga=``)."""
    asked = {name: request.POST.get(name) or request.GET.get(name) or "" for name in ("orang", "keluarga")}
    person = person_of(int(asked["orang"])) if asked["orang"].isdecimal() else None
    household = household_of(int(asked["keluarga"])) if asked["keluarga"].isdecimal() else None
    return person, household if person is None else None


FORM = "/usulan/baru/isian/?jenis="


@officer("change.propose")
def choose(request: HttpRequest) -> HttpResponse:
    """What kind of proposal it is."""
    person, household = _subject(request)
    home = frozen.household_of(person) if person else household
    hints = {
        Kind.CORRECTION: _("Nama, NIK, tanggal lahir, alamat, atau keterangan lain keliru."),
        Kind.DEATH: _("Orang ini meninggal."),
        Kind.MOVING_OUT: _("Orang ini, atau bersama keluarganya, pindah ke tempat lain."),
        Kind.NEW_MEMBER: _("Bayi lahir, atau orang yang belum tercatat tinggal di keluarga ini."),
        Kind.MOVING_IN: _("Orang dari tempat lain sekarang tinggal di sini."),
        Kind.SPLIT_CARD: _("Sebagian anggota mempunyai KK sendiri."),
        Kind.NOT_POOR: _("Keluarga ini sudah mampu dan tidak perlu dibantu lagi."),
        Kind.NEW_HOUSEHOLD: _("Satu keluarga yang belum tercatat sama sekali."),
        Kind.PPKS_ADDED: _(
            "Termasuk pemerlu pelayanan kesejahteraan sosial jenis tertentu, misalnya lanjut usia terlantar."
        ),
        Kind.PPKS_ENDED: _("Masalahnya sudah teratasi, melewati batas umur, atau ternyata keliru dicatat."),
    }
    asked = f"&orang={person.pk}" if person else f"&keluarga={household.pk}" if household else ""
    ways = [(kind.label, f"{FORM}{kind.value}{asked}", hints[kind]) for kind in kinds_for(person, household)]
    if person and home:
        ways += [
            (kind.label, f"{FORM}{kind.value}&keluarga={home.pk}", hints[kind])
            for kind in kinds_for(None, home)
            if kind not in rules.NEEDS
        ]
    shown = [one.pk for one in (person,) if one]
    opened(request, "change.prepared", shown, shown="identity" if shown else "")
    context = {"ways": ways, "about": person.shown_name if person else str(household or "")}
    return render(request, "changes/choose.html", context)


@officer("change.propose")
def new(request: HttpRequest) -> HttpResponse:
    """Make a proposal of one kind (``?jenis=``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person, household = _subject(request)
    kind = request.GET.get("jenis", Kind.NEW_HOUSEHOLD.value)
    if kind not in Kind.codes() or Kind(kind) not in kinds_for(person, household):
        raise Http404
    form = FORMS[Kind(kind)](request.POST or None, request.FILES or None, by=by, person=person, household=household)
    alike: list[Concern] = []
    if request.method == "POST" and form.is_valid() and not (alike := form.known_already()):
        try:
            made = actions.propose(form.proposal(), by=by, village=by.area_id, evidence=form.enclosed(), key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("Usulan %(number)s terkirim.") % {"number": made.number})
            return redirect(made.address)
    shown = [one.pk for one in (person, *(one.person for one in alike)) if one]
    opened(request, "change.prepared", shown, shown="identity,household" if shown or household else "")
    about = person.shown_name if person else str(household or "")
    context = {"form": form, "title": Kind(kind).label, "about": about, "cancel": "/usulan/", "verb": _("Kirim usulan")}
    context["concerns"] = alike
    return render(request, "changes/propose.html", context, status=422 if form.is_bound else 200)


@officer("change.resend")
def repair(request: HttpRequest, number: str) -> HttpResponse:
    """Put a returned proposal right, or complete one that a complaint opened, and send it again."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = find(request, number)
    if not allows(by, "change.resend", found):
        raise Refused(_("Usulan ini milik kantor lain."))
    if used(str(request.POST.get("key", "")), "change.resend", by):
        return redirect(found.address)
    if found.status_word not in {Status.RETURNED, Status.DRAFT}:
        return page(request, found, wrong=WrongState(_("Usulan ini tidak sedang dikembalikan.")), status=409)
    form: ProposalForm = FORMS[found.kind_word](
        request.POST or None,
        request.FILES or None,
        by=by,
        person=found.person,
        household=found.household,
        request=found,
        seen=found.version,
    )
    alike: list[Concern] = []
    if request.method == "POST" and form.is_valid() and not (alike := form.known_already()):
        try:
            actions.resend(found, by=by, what=form.proposal(), evidence=form.enclosed(), key=form.key, seen=form.seen)
        except (WrongState, Conflict) as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("Usulan terkirim kembali."))
            return redirect(found.address)
    opened(request, "change.opened", [found.pk], shown="before,after", reach=found.reach)
    context = {
        "form": form,
        "concerns": alike,
        "title": found.kind_word.label,
        "about": found.title,
        "cancel": found.address,
        "returned": found.moves.latest_return(),
        "verb": _("Kirim usulan") if found.status_word is Status.DRAFT else _("Kirim kembali"),
    }
    return render(request, "changes/propose.html", context, status=422 if form.is_bound else 200)


def page(
    request: HttpRequest,
    found: ChangeRequest,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | Conflict | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a proposal: old and new side by side, the next step, who did what."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    possible = [one for one in STEPS if _is_possible(by, found, one)]
    offered = [one for one in possible if one.verb not in ASIDE]
    clashes = frozen.clashes(found) if found.status_word is Status.RATIFIED else []
    opened(request, "change.opened", [found.pk], shown="before,after,evidence", reach=found.reach)
    visits = list(found.verifications.order_by("-pk"))
    context = {
        "one": found,
        "state": badge(found.status_word.label, TONES[found.status_word]),
        "steps": lines.course(found),
        "lines": lines.of(found),
        "clashes": lines.of_clashes(clashes),
        "facts": facts(found),
        "papers": papers(found),
        "written": papers_about(found, by),
        "visits": [(visit, papers(visit)) for visit in visits],
        "returned": found.moves.latest_return() if found.status_word is Status.RETURNED else None,
        "entries": entries(Event.objects.about(found)[:50]),
        "step": step,
        "form": form,
        "offered": [one for one in possible if one.verb == "change.return"] if clashes else offered,
        "besides": [one for one in possible if one.verb in ASIDE and one is not step and not clashes],
        "may_repair": found.status_word in {Status.RETURNED, Status.DRAFT} and allows(by, "change.resend", found),
        "waits": waits(found, by),
        "answers": [
            (said(one), one) for one in Answer.objects.filter(request=found).select_related("reason").order_by("-pk")
        ],
        "wrong": wrong,
    }
    return render(request, "changes/request.html", context, status=status)


def _is_possible(by: Appointment, found: ChangeRequest, step: Step) -> bool:
    if not rules.may(found.status_word, DOES[step.verb]) or not step.open_to(by, found):
        return False
    return step.verb != "change.vouch" or found.basis_word is Basis.STATEMENT


def waits(found: ChangeRequest, by: Appointment) -> str:
    """Whose turn it is, for whoever cannot do anything now."""
    if found.status_word is Status.PROPOSED and found.basis_word is Basis.MUSDES:
        return _("Menunggu musyawarah desa/kelurahan.")
    return {
        Status.DRAFT: _("Menunggu dilengkapi oleh desa."),
        Status.PROPOSED: _("Menunggu SPTJM dari desa."),
        Status.AGREED: _("Menunggu verifikasi oleh kecamatan."),
        Status.VERIFIED: _("Menunggu pemeriksaan kabupaten."),
        Status.CHECKED: _("Menunggu pengesahan kabupaten."),
        Status.RATIFIED: _("Menunggu diterapkan oleh kabupaten."),
        Status.RETURNED: _("Menunggu diperbaiki oleh desa."),
    }.get(found.status_word, "")


def facts(found: ChangeRequest) -> list[Fact]:
    """What is known about a proposal besides what it says."""
    decree = found.ratification
    able = {True: _("mampu"), False: _("tidak mampu"), None: ""}[found.able]
    known = [
        Fact(_("Dari keluhan"), found.origin_number),
        Fact(_("Menurut musdes"), able),
        Fact(_("SK pengesahan"), decree.sk_number if decree else "", day(decree.sk_date) if decree else ""),
    ]
    return [
        Fact(_("Jenis"), found.kind_word.label),
        Fact(_("Dasar"), found.basis_word.label),
        Fact(_("Diusulkan"), when(found.proposed_at), found.proposer_label.split(" · ")[0]),
        Fact(_("Desa"), found.village.full_name),
        Fact(_("Periode"), f"{found.round_month:02d}/{found.round_year}"),
        *(fact for fact in known if fact.value),
    ]


def papers(row: Any) -> list[Paper]:
    """The files of a row."""
    return [
        Paper(one.name, f"/lampiran/{one.pk}/", f"{one.kind_word.label} · {said_number(one.size // 1024)} kB")
        for one in Attachment.objects.of(row)
    ]


@officer("change.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One proposal."""
    return page(request, find(request, number))


def _apply(found: ChangeRequest, **words: Any) -> Any:
    """Apply; a newer change is told as a wrong state, and the page shows both."""
    try:
        return actions.apply(found, **words)
    except Conflict as newer:
        raise WrongState(newer.sentence) from newer


def _wired(step: Step) -> Step:
    return step if step.verb != "change.apply" else Step(**{**vars(step), "act": _apply})


STEP_VIEWS = {step.slug: step_view(_wired(step), find=find, page=page, home=attrgetter("address")) for step in STEPS}
"""The route of each step."""
