"""Waiting for the citizen, going on, and what is done about what is late."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField
from satupintu.foundation.access.steps import StepForm
from satupintu.work.complaints.actions.pausing import LONGEST
from satupintu.work.complaints.forms.words import LONG, one_of
from satupintu.work.complaints.words import PauseReason

USUAL = timedelta(days=14)


class PauseForm(StepForm):
    """What is waited for, and until when at most."""

    why = one_of(PauseReason, _("Menunggu apa?"), initial=PauseReason.PAPERS)
    note = forms.CharField(label=_("Berkas atau janji yang mana?"), required=False, max_length=500)
    expected_on = DayField(
        label=_("Paling lama sampai"), help_text=_("Sesudah hari itu waktu berjalan lagi dengan sendirinya.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expected_on"].initial = timezone.localdate() + USUAL

    def clean_expected_on(self) -> date:
        """A day to come, not too far."""
        day: date = self.cleaned_data["expected_on"]
        if not timezone.localdate() < day <= timezone.localdate() + LONGEST:
            raise forms.ValidationError(_("Pilih hari sesudah hari ini, paling lama 90 hari lagi."))
        return day


class ResumeForm(StepForm):
    """Nothing is asked: what was waited for has come."""


class AcknowledgeForm(StepForm):
    """What is done about it."""

    note = forms.CharField(label=_("Apa yang Anda lakukan?"), widget=forms.Textarea(LONG), max_length=1000)
