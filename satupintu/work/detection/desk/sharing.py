"""Sharing out: those whom nobody has been given, with a suggestion who might go; the officer decides."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, WrongState, used
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.numerals import number
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.answering import sent
from satupintu.foundation.access.roles import KEEPERS, roles_with
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import Role
from satupintu.work.detection import actions, rules
from satupintu.work.detection.desk.lists import places_of
from satupintu.work.detection.forms import OutreachFilter, ShareFilter, ShareForm
from satupintu.work.detection.models import Outreach

AT_ONCE = 30
"""How many are shared out on one page."""


@officer("outreach.share")
def share(request: HttpRequest) -> HttpResponse:
    """Those found first, of a sign or a village if the address says so, each with a suggestion."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    back = f"/jangkauan/?{request.GET.urlencode()}"
    if request.method == "POST" and used(Form(request.POST).key, "outreach.share", by):
        return redirect(back)  # sent once more: they are not here any more
    officers = officers_of(by)
    asked = ShareFilter(request.GET, officers=officers, **places_of(by))
    rows = _waiting(by, asked)
    suggested = suggestion(rows, officers, asked.cleaned_data.get("kepada", ""))
    form = ShareForm(sent(request), rows=rows, officers=officers, suggested=suggested)
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                actions.share(form.chosen, by=by, key=form.key)
            except (WrongState, Conflict) as problem:
                form.add_error(None, problem.sentence)
                status = 409
            else:
                messages.success(request, _("%(many)s orang dibagikan.") % {"many": number(len(form.chosen))})
                return redirect(back)
    opened(request, "outreach.listed", [row.pk for row in rows], shown="name,reason")
    context = {"form": form, "rows": rows, "filters": asked, "back": back, "more": AT_ONCE}
    return render(request, "detection/share.html", context, status=status)


def _waiting(by: Appointment, asked: OutreachFilter) -> list[Outreach]:
    place = Outreach.objects.in_area(asked.village) if asked.village else Outreach.objects.within(by)
    return list(asked.narrow(place.seen_with(asked.sign).unshared()).with_people()[:AT_ONCE])


def officers_of(by: Appointment) -> list[Any]:
    """Who may go in the own area today: facilitators before the others, by name."""
    found = Appointment.objects.valid_on(timezone.localdate()).inside(by.area).with_place()
    return sorted(
        found.filter(role__in=roles_with("outreach.record")),
        key=lambda one: (Role(one.role) not in KEEPERS, one.account.name, one.pk),
    )


def suggestion(rows: list[Outreach], officers: list[Any], everything_to: str = "") -> list[int | None]:
    """Evenly among the facilitators of each village, counting what they have already; or all that one may visit to one."""
    going = [one for one in officers if Role(one.role) in KEEPERS] or officers
    if everything_to.isdecimal():
        going = [one for one in officers if one.pk == int(everything_to)] or going
    loads = Counter(
        Outreach.objects.open().filter(assignee__in=[one.pk for one in going]).values_list("assignee", flat=True)
    )
    return rules.suggested([row.village_id for row in rows], loads, {one.pk: one.span for one in going})
