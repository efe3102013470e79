"""Overseeing the work: a word to those who do it, and handing complaints to somebody else."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, Form
from satupintu.foundation.access.roles import SUPERVISED
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.forms.words import LONG, who


class CommentForm(StepForm):
    """A word to those who do the work."""

    text = forms.CharField(
        label=_("Catatan untuk petugas"),
        help_text=_("Hanya dibaca petugas, tidak oleh warga."),
        widget=forms.Textarea(LONG),
        max_length=2000,
    )


class AssignForm(StepForm):
    """Who shall be charged with one complaint."""

    to = forms.ModelChoiceField(Appointment.objects.none(), label=_("Ditugaskan kepada"))
    reason = forms.CharField(label=_("Alasan"), required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["to"], self.by, field_of=self.subject.field)
        self.fields["to"].initial = self.subject.assignee_id


class ReassignForm(Form):
    """Which of an officer's complaints go to whom."""

    complaints = forms.TypedMultipleChoiceField(label=_("Keluhan"), coerce=int, widget=CheckCards())
    to = forms.ModelChoiceField(Appointment.objects.none(), label=_("Alihkan kepada"))
    reason = forms.CharField(label=_("Alasan"), required=False, max_length=500)

    def __init__(
        self, *args: Any, by: Appointment, of: Appointment, items: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["complaints"].choices = items  # type: ignore[attr-defined]
        offer(self.fields["to"], by, apart=of)


def offer(field: forms.Field, by: Appointment, apart: Appointment | None = None, field_of: str = "") -> None:
    """Let a field choose among those who do the work in the area of ``by`` today, and in that service field. One query."""
    assert isinstance(field, forms.ModelChoiceField)
    found = supervised(by).exclude(pk=apart.pk if apart else None)
    field.queryset = found.working_on(field_of) if field_of else found
    field.choices = [("", "–"), *((one.pk, f"{who(one)} · {one.office.name}") for one in field.queryset)]


def supervised(by: Appointment) -> Any:
    """The appointments in force today that do the work of the village in the area of ``by``, by name."""
    today = timezone.localdate()
    found = Appointment.objects.valid_on(today).inside(by.area).with_place().filter(role__in=SUPERVISED)
    return found.order_by("account__name", "pk")
