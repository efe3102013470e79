"""Telling the citizen, closing, opening again."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField
from satupintu.foundation.access.steps import StepForm
from satupintu.work.complaints.forms.words import LONG, one_of
from satupintu.work.complaints.words import (
    Outcome,
    Way,
)


class TellForm(StepForm):
    """How the citizen was told, and what."""

    text = forms.CharField(label=_("Jawaban yang disampaikan"), widget=forms.Textarea(LONG), max_length=2000)
    way = one_of(Way, _("Disampaikan lewat"), initial=Way.IN_PERSON)
    told_to = forms.CharField(label=_("Disampaikan kepada"), required=False, max_length=120)
    on = DayField(label=_("Tanggal"), no_future=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


class AnswerForm(StepForm):
    """The answer to a question, which is closed by it."""

    text = forms.CharField(label=_("Jawaban untuk warga"), widget=forms.Textarea(LONG), max_length=2000)
    way = one_of(Way, _("Disampaikan lewat"), initial=Way.IN_PERSON)
    told_to = forms.CharField(label=_("Disampaikan kepada"), required=False, max_length=120)


class CloseForm(StepForm):
    """The outcome for the citizen."""

    outcome = one_of(Outcome, _("Bagaimana akhirnya bagi warga?"))
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(LONG), max_length=2000)


class ReopenForm(StepForm):
    """Why it is opened again."""

    reason = forms.CharField(label=_("Mengapa dibuka kembali?"), widget=forms.Textarea(LONG), max_length=2000)
