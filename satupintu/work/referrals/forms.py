"""What a human may write in reply to a letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, FilterForm
from satupintu.foundation.access.steps import StepForm
from satupintu.work.referrals.models import ReferralQuerySet
from satupintu.work.referrals.words import Reason, Status

LONG = {"rows": 4}


class NoteForm(StepForm):
    """A word along with the reply, which may be left out."""

    text = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(LONG), max_length=2000)


class WordForm(StepForm):
    """A reply that needs words."""

    text = forms.CharField(label=_("Tulis di sini"), widget=forms.Textarea(LONG), max_length=2000)


class ReasonForm(StepForm):
    """A refusal, which needs a reason."""

    reason = forms.TypedChoiceField(choices=Reason.choices, coerce=Reason, label=_("Alasannya"), widget=Cards())
    text = forms.CharField(label=_("Penjelasan"), required=False, widget=forms.Textarea(LONG), max_length=2000)

    def clean(self) -> dict[str, Any]:
        """Another reason has to be explained."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("reason") == Reason.OTHER and not words.get("text"):
            self.add_error("text", _("Jelaskan alasannya."))
        return words


class ReferralFilter(FilterForm):
    """What a list of letters can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("Semua")), *Status.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: ReferralQuerySet) -> ReferralQuerySet:
        """The letters that the filter lets through."""
        status = self.cleaned_data.get("status")
        return rows.filter(status=status) if status else rows
