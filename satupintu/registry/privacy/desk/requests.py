"""Requests: the list with their clocks, a new one, the page of one."""

from operator import attrgetter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import moment
from satupintu.engine.ui.pieces import Fact, Tone, badge, deadline, when
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import grouped
from satupintu.registry.people.desk import person_of
from satupintu.registry.people.models import Restriction
from satupintu.registry.privacy.actions import ask
from satupintu.registry.privacy.erasing import in_the_way
from satupintu.registry.privacy.forms import AskForm, RequestFilter
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.steps import ASIDE, FOR, STEPS
from satupintu.registry.privacy.words import Proof, RequestKind, RequestState

TONES: dict[RequestState, Tone] = {
    RequestState.OPEN: Tone.WAITING,
    RequestState.ANSWERED: Tone.DONE,
    RequestState.REFUSED: Tone.REFUSED,
}
"""How a state of a request looks; the same everywhere."""


def find(request: HttpRequest, number: str) -> DataRequest:
    """The request of that number; one behind a wall does not exist."""
    found: DataRequest | None = DataRequest.objects.with_names().filter(number=number).first()
    if found is None:
        raise Http404
    return found


def clock(row: DataRequest) -> SafeString | str:
    """How long there is still to answer, or how long it is overdue."""
    return deadline(row.due_at, hourly=True) if row.is_open else ""


@officer("privacy.read")
def listing(request: HttpRequest) -> HttpResponse:
    """The requests of the own area, those that wait first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    states = {state.value: badge(state.label, TONES[state]) for state in RequestState}
    kinds = {kind.value: kind.label for kind in RequestKind}
    table = Table(
        request,
        DataRequest.objects.within(by).with_names().order_by("-asked_at", "-id"),
        columns=[
            Column("person", _("Tentang"), cell=lambda row: row.person.shown_name),
            Column("kind", _("Permintaan"), cell=lambda row: kinds[row.kind]),
            Column("asker", _("Peminta"), cell=lambda row: row.asker_word.label, on_phone=False),
            Column("state", _("Status"), cell=lambda row: states[row.state]),
            Column("due_at", _("Batas jawaban"), cell=clock, sort="due_at"),
            Column("village", _("Desa"), cell=lambda row: row.village.name, on_phone=False),
            Column("number", _("Nomor"), on_phone=False),
        ],
        caption=_("Permintaan data pribadi"),
        link=attrgetter("address"),
        filters=RequestFilter(request.GET),
        empty=_("Belum ada yang meminta salinan, perbaikan, pembatasan, atau penghapusan datanya."),
    )
    opened(request, "privacy.listed", [row.pk for row in table.page.rows], shown="name,kind,state")
    late = DataRequest.objects.within(by).overdue(timezone.now()).count()
    return render(request, "privacy/list.html", {"table": table, "late": late})


@officer("privacy.ask")
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what somebody asks about a person's data."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = ask(person, by=by, key=form.key, **said)
        except WrongState as problem:
            form.add_error("asker", problem.sentence)
        else:
            messages.success(request, _("Permintaan %(number)s tercatat.") % {"number": made.number})
            return redirect(made.address)
    opened(request, "person.opened", [person.pk], shown="name", reach=person.reach)
    context = {"form": form, "person": person, "back": f"/orang/{person.pk}/"}
    return render(request, "privacy/new.html", context, status=422 if form.is_bound else 200)


@officer("privacy.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One request."""
    return page(request, find(request, number))


def page(
    request: HttpRequest,
    found: DataRequest,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a request: what is asked, until when, the next step, what was answered."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    possible = [one for one in STEPS if _is_due(one, found) and one.open_to(by, found)]
    offered = [one for one in possible if one.verb not in ASIDE]
    opened(request, "privacy.opened", [found.pk, found.person_id], shown="name,ground,answer", reach=found.reach)
    context = {
        "found": found,
        "state": badge(found.state_word.label, TONES[found.state_word]),
        "clock": clock(found),
        "facts": facts(found),
        "entries": entries(Event.objects.about(found)),
        "copies": [(one, grouped(one.mark), one.by_id == by.pk) for one in found.copies.order_by("-pk")],
        "step": step,
        "form": form,
        "chosen": step is not None and len(offered) > 1,
        "offered": offered,
        "besides": [one for one in possible if one not in offered and one is not step],
        "is_correction": found.is_open and found.kind_word is RequestKind.CORRECTION,
        "in_the_way": in_the_way(found.person, timezone.localdate()) if waits_to_erase(found) else [],
        "may_change": allows(by, "person.change", found.person),
        "may_propose": allows(by, "change.propose"),
        "may_lift": allows(by, "person.lift", found.person)
        and Restriction.objects.standing().filter(request=found.number).exists(),
        "wrong": wrong,
    }
    return render(request, "privacy/request.html", context, status=status)


def waits_to_erase(found: DataRequest) -> bool:
    """Whether the page says what stands in the way of an erasure."""
    return found.is_open and found.kind_word is RequestKind.ERASURE


def _is_due(step: Step, found: DataRequest) -> bool:
    return found.is_open and FOR.get(step.verb, found.kind_word) is found.kind_word


def facts(found: DataRequest) -> list[Fact]:
    """Who asked, what they showed, when, and what the answer was."""
    zone = timezone.get_current_timezone()
    return [
        Fact(_("Tentang"), found.person.shown_name, found.village.name),
        Fact(
            _("Peminta"), found.asker_name or found.asker_word.label, found.asker_word.label if found.asker_name else ""
        ),
        Fact(_("Bukti"), Proof(found.proof).label),
        Fact(_("Diminta"), moment(found.asked_at, zone), found.asked_label),
        Fact(_("Harus dijawab"), moment(found.due_at, zone), _("3 × 24 jam, UU 27/2022")),
        Fact(_("Dijawab"), when(found.answered_at) if found.answered_at else "", found.answered_label),
    ]


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in STEPS}
"""The address of each step and its view."""
