"""Overseeing the work: a word to those who do it, and handing complaints to somebody else."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, Form
from satupintu.foundation.access.roles import SUPERVISED, clearance_of
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.forms.words import LONG, who
from satupintu.work.complaints.models import Complaint


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
        if not offer(self.fields["to"], chargeable(self.by, self.subject)):
            self.fields["to"].help_text = _("Tidak ada petugas desa yang boleh mengetahui keluhan ini.")
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
        offer(self.fields["to"], supervised(by).exclude(pk=of.pk))


def offer(field: forms.Field, found: Any) -> int:
    """Let a field choose among the appointments that were found; answers how many. One query."""
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = found
    field.choices = [("", "–"), *((one.pk, f"{who(one)} · {one.office.name}") for one in field.queryset)]
    return len(field.choices) - 1


def chargeable(by: Appointment, complaint: Complaint) -> Any:
    """Of those who do the work in the area of ``by``, whoever works where the complaint lies and may know of it."""
    cleared = [role for role in SUPERVISED if clearance_of(role) >= complaint.clearance]
    there = supervised(by).filter(area_id__in=[complaint.village_id, *ancestors_of(complaint.village_id)])
    return there.working_on(complaint.field).filter(Q(role__in=cleared) | Q(pk=complaint.author_id))


def supervised(by: Appointment) -> Any:
    """The appointments in force today that do the work of the village in the area of ``by``, by name."""
    today = timezone.localdate()
    found = Appointment.objects.valid_on(today).inside(by.area).with_place().filter(role__in=SUPERVISED)
    return found.order_by("account__name", "pk")
