"""That the data of a household are still right: what is typed, when it was said last, and the officers' page for it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Cards, DayField, Form
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import panels
from satupintu.registry.people.actions import confirm_household
from satupintu.registry.people.actions.household import CONFIRMED
from satupintu.registry.people.desk import address_of, household_of
from satupintu.registry.people.models import Household
from satupintu.registry.people.words import SaidBy


@dataclass(frozen=True)
class Confirmed:
    """On which day somebody was asked, ``who`` wrote it down ("name · role · office"), and who said so."""

    on: date
    who: str
    said_by: SaidBy


def last_confirmed(household: Household) -> Confirmed | None:
    """When the data of a household were confirmed last; None while nobody has."""
    found = Event.objects.about(household).filter(name=CONFIRMED).first()
    if found is None:
        return None
    return Confirmed(date.fromisoformat(found.facts["on"]), found.who, SaidBy(found.facts["said_by"]))


class ConfirmForm(Form):
    """Who was asked, and when."""

    said_by = forms.TypedChoiceField(
        label=_("Siapa yang mengatakannya?"), choices=SaidBy.choices, coerce=SaidBy, widget=Cards
    )
    on = DayField(label=_("Tanggal ditanyakan"), no_future=True)


@officer("household.confirm")
def confirmed(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of a household whose data were gone through with somebody that they are still right."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = household_of(pk)
    if not allows(by, "household.confirm", found):
        raise Refused(_t("Keluarga ini di luar wilayah penugasan Anda."))
    form = ConfirmForm(request.POST or None, initial={"on": timezone.localdate(timezone=by.office.zone)})
    status = 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        typed: dict[str, Any] = form.cleaned_data
        try:
            confirm_household(found, by=by, said_by=typed["said_by"], on=typed["on"], key=form.key)
        except WrongState as wrong:
            form.add_error(None, wrong.sentence)
            status = 409
        else:
            messages.success(request, _t("Data keluarga dicatat masih sama."))
            return redirect(address_of(pk))
    members = panels.members_of(pk)
    people = [line.person.pk for line in members]
    opened(request, "household.opened", [pk, *people], shown="identity,household", reach=found.reach)
    context = {"form": form, "household": found, "members": members, "address": panels.address(found)}
    return render(request, "people/confirm.html", context, status=status)
