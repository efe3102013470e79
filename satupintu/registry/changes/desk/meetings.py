"""Pages about village meetings: the list, opening one, its page with attendance, decisions and papers."""

from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, Tone, badge
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.steps import Step, StepForm, step_view
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes import actions, lines
from satupintu.registry.changes.actions.meeting import LACKING
from satupintu.registry.changes.desk.proposals import papers
from satupintu.registry.changes.forms.meeting import DecisionForm, SessionForm
from satupintu.registry.changes.models import ChangeRequest, Session
from satupintu.registry.changes.steps import MEETING_STEPS
from satupintu.registry.changes.words import Basis, Group, Status


def find(request: HttpRequest, number: str) -> Session:
    """The meeting of that number; one behind a wall does not exist."""
    rows = Session.objects.select_related("village")
    found: Session | None = rows.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 18 else None
    if found is None:
        raise Http404
    return found


def state_of(session: Session) -> Any:
    """Whether it is closed, as a badge."""
    closed = session.closed_at is not None
    return badge(_("Ditutup") if closed else _("Berjalan"), Tone.DONE if closed else Tone.DOING)


@officer("change.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """Meetings of the own area."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    table = Table(
        request,
        Session.objects.within(by).select_related("village").order_by("-held_on", "-pk"),
        columns=[
            Column("held_on", _("Tanggal"), cell=lambda row: day(row.held_on), sort=("held_on", "id")),
            Column("village", _("Desa"), cell=lambda row: row.village.name),
            Column("place", _("Tempat")),
            Column("state", _("Keadaan"), cell=state_of),
        ],
        caption=_("Musyawarah desa/kelurahan"),
        link=attrgetter("address"),
        empty=_("Belum ada musdes yang dicatat."),
    )
    return render(request, "changes/sessions.html", {"table": table, "may_open": allows(by, "musdes.open")})


@officer("musdes.open", personal=False)
def new(request: HttpRequest) -> HttpResponse:
    """Open the record of a meeting."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.open_session(by=by, village=by.area_id or 0, key=form.key, **form.cleaned_data)
        messages.success(request, _("Musdes tercatat. Isi kehadiran dan keputusannya."))
        return redirect(made.address)
    return render(request, "changes/session_new.html", {"form": form}, status=422 if form.is_bound else 200)


def page(
    request: HttpRequest,
    session: Session,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a meeting: who came, what was decided, what is still missing."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    is_open = session.closed_at is None
    decisions = list(session.decisions.select_related("request").order_by("pk"))
    decided = {one.request_id for one in decisions}
    waiting = _waiting(session).exclude(pk__in=decided) if is_open else ChangeRequest.objects.none()
    lacks = session.lacks() if is_open else []
    shown = [session.pk, *(one.request_id for one in decisions), *(one.pk for one in waiting[:200])]
    opened(request, "musdes.read", shown, shown="title,decision", reach=session.reach)
    context = {
        "session": session,
        "state": state_of(session),
        "facts": facts(session),
        "attendance": [one for one in session.attendance.order_by("pk") if one.invited or one.men or one.women],
        "present": session.present,
        "groups": {group.value: group.label for group in Group},
        "decisions": decisions,
        "waiting": list(waiting[:200]),
        "lacks": [_(LACKING[one]) for one in lacks],
        "papers": papers(session),
        "entries": entries(Event.objects.about(session)[:30]),
        "step": step,
        "form": form,
        "offered": [one for one in MEETING_STEPS if is_open and one.open_to(by, session) and one is not step],
        "may_decide": is_open and allows(by, "musdes.decide", session),
        "wrong": wrong,
    }
    return render(request, "changes/session.html", context, status=status)


def _waiting(session: Session) -> Any:
    """Proposals of the village that a meeting has to discuss."""
    rows = ChangeRequest.objects.filter(village=session.village_id, basis=Basis.MUSDES)
    return rows.standing(Status.PROPOSED).order_by("proposed_at", "pk")


def facts(session: Session) -> list[Fact]:
    """Where, when, who led."""
    hours = "–".join(f"{one:%H.%M}" for one in (session.starts, session.ends) if one)
    return [
        Fact(_("Tanggal"), day(session.held_on), hours),
        Fact(_("Tempat"), session.place, session.village.full_name),
        Fact(_("Dipimpin oleh"), session.leader, session.leader_position),
        Fact(_("Tujuan dijelaskan"), _("ya") if session.explained else _("tidak")),
        Fact(_("Ukuran usulan baru"), session.indicators),
    ]


@officer("change.read")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One meeting."""
    return page(request, find(request, number))


@officer("musdes.decide")
def decision(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Decide about one proposal in a meeting."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    session = find(request, number)
    if not allows(by, "musdes.decide", session):
        raise Refused(_("Musdes ini milik kantor lain."))
    about: ChangeRequest | None = ChangeRequest.objects.filter(pk=pk, village=session.village_id).first()
    if about is None:
        raise Http404
    known = session.decisions.filter(request=about).first()
    initial = (
        {"found": known.found, "able": _yes(known.able), "missing": known.missing, "note": known.note} if known else {}
    )
    form = DecisionForm(request.POST or None, request=about, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide(session, by=by, request=about, key=form.key, **form.cleaned_data)
        except WrongState as wrong:
            return page(request, session, wrong=wrong, status=409)
        messages.success(request, _("Keputusan tercatat."))
        return redirect(session.address)
    opened(request, "change.opened", [session.pk, about.pk], shown="before,after", reach=about.reach)
    context = {"form": form, "session": session, "one": about, "lines": lines.of(about)}
    return render(request, "changes/decision.html", context, status=422 if form.is_bound else 200)


def _yes(able: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[able]


STEP_VIEWS = {step.slug: step_view(step, find=find, page=page, home=attrgetter("address")) for step in MEETING_STEPS}
"""The route of each step of a meeting."""
