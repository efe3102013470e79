"""The two words of a week that nobody can count."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.foundation.access.steps import StepForm

LONG = {"rows": 3}


class RemarkForm(StepForm):
    """Keterangan and tantangan of one week."""

    remarks = forms.CharField(label=_("Keterangan"), required=False, widget=forms.Textarea(LONG), max_length=500)
    challenges = forms.CharField(label=_("Tantangan"), required=False, widget=forms.Textarea(LONG), max_length=500)

    private = ("remarks", "challenges")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        stands = kwargs["subject"]
        first = {"remarks": stands.remarks, "challenges": stands.challenges}
        super().__init__(*args, initial=first, seen=stands.version if stands.pk else None, **kwargs)
