"""One outreach: why, who goes, how it ended, and what comes of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact
from satupintu.engine.ui.stories import entries
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.answering import sent
from satupintu.foundation.access.attached import papers
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import panels as people
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.visits import cards
from satupintu.work.detection import actions, telling
from satupintu.work.detection.forms import NeedForm, ResultForm
from satupintu.work.detection.models import Opened, Outreach
from satupintu.work.detection.panels import state_of
from satupintu.work.detection.words import Result, State


def find(pk: int) -> Outreach:
    """The outreach of that number; one behind a wall does not exist."""
    found: Outreach | None = Outreach.objects.with_people().select_related("visit__finding").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@officer("outreach.read")
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One outreach, with the one next step."""
    return _page(request, find(pk))


def _page(
    request: HttpRequest, one: Outreach, *, form: Any = None, wrong: WrongState | None = None, status: int = 200
) -> HttpResponse:
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    complaint = _complaint(one)
    goes = allows(by, "outreach.record", one)
    may_open = one.result == Result.IN_NEED and complaint is None and allows(by, "outreach.open_complaint", one)
    if form is None and one.state == State.SHARED and goes:
        form = ResultForm(subject=one, by=by)
    elif form is None and may_open and not Opened.objects.filter(pk=one.pk).exists():
        form = NeedForm(subject=one, by=by)
    shown = "identity,reason,visits,documents"
    opened(request, "outreach.opened", [one.pk, one.person_id], shown=shown, reach=one.reach)
    context = {
        "one": one,
        "reason": telling.reason(one.facts),
        "state": state_of(one),
        "facts": _facts(one),
        "form": form,
        "asks_result": isinstance(form, ResultForm),
        "complaint": complaint,
        "visits": cards(Visit.objects.about("outreach", one.pk)),
        "photos": papers(Attachment.objects.of(one.visit)) if one.visit else [],
        "entries": entries(Event.objects.about(one)),
        "may_propose": one.result == Result.WRONG_DATA and allows(by, "change.propose"),
        "may_share": one.state == State.FOUND and allows(by, "outreach.share"),
        "wrong": wrong,
    }
    return render(request, "detection/one.html", context, status=status)


def _complaint(one: Outreach) -> Complaint | None:
    """The complaint that came of it, for whoever sees that."""
    found = Opened.objects.select_related("complaint").filter(pk=one.pk).first()
    return found.complaint if found else None


def _facts(one: Outreach) -> list[Fact]:
    sharing = one.sharing
    return [
        Fact(_("Tanda"), one.sign.label),
        Fact(_("Lahir"), people.born(one.person)),
        Fact(_("Alamat"), people.address(one.person), one.village.name),
        Fact(_("Ditemukan"), day(one.found_on)),
        Fact(_("Petugas"), one.assignee.account.name if one.assignee else _("belum dibagi")),
        *(
            [Fact(_("Dibagikan oleh"), sharing.by_label.split(" · ")[0], day(timezone.localtime(sharing.at).date()))]
            if sharing
            else []
        ),
    ]


def _step(verb: str, form_class: Any, act: Callable[..., Any], done: str) -> Callable[..., HttpResponseBase]:
    """The route of a step on the page: GET opens its form, POST takes it and goes where ``act`` says."""

    @officer(verb)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        one, by = find(pk), request.appointment  # type: ignore[attr-defined]
        if not allows(by, verb, one):
            raise Refused(_("Langkah ini milik petugas lain."))
        form = form_class(sent(request), request.FILES or None, subject=one, by=by)
        if not form.is_bound or not form.is_valid():
            return _page(request, one, form=form, status=422 if form.is_bound else 200)
        try:
            onward = act(one, by, form)
        except WrongState as wrong:
            return _page(request, find(pk), wrong=wrong, status=409)
        messages.success(request, _(done))
        return redirect(onward)

    return view


def _record(one: Outreach, by: Appointment, form: ResultForm) -> str:
    actions.record_result(one, by=by, told=form.told, photos=form.photos(), key=form.key)
    return one.address


def _open(one: Outreach, by: Appointment, form: NeedForm) -> str:
    complaint: Complaint = actions.open_complaint(one, by=by, need=form.need, key=form.key)
    return complaint.address


result = _step("outreach.record", ResultForm, _record, noop("Hasil tercatat."))
complaint = _step("outreach.open_complaint", NeedForm, _open, noop("Keluhan tercatat."))
