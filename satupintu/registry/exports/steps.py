"""What the second person may do with an export on its page."""

from django import forms
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step, StepForm
from satupintu.registry.exports import actions


class ApproveForm(StepForm):
    """A word for whoever asked."""

    private = ("text",)
    text = forms.CharField(
        label=gettext_lazy("Catatan"), required=False, max_length=500, widget=forms.Textarea({"rows": 3})
    )


class RefuseForm(StepForm):
    """Why not."""

    private = ("text",)
    text = forms.CharField(
        label=gettext_lazy("Mengapa tidak disetujui?"), max_length=500, widget=forms.Textarea({"rows": 3})
    )


STEPS = (
    Step(
        "persetujuan",
        "export.approve",
        actions.approve,
        ApproveForm,
        _("Setujui unduhan"),
        _("Setujui"),
        _("Disetujui. Peminta sekarang dapat mengunduhnya."),
    ),
    Step(
        "penolakan",
        "export.refuse",
        actions.refuse,
        RefuseForm,
        _("Jangan setujui"),
        _("Tidak disetujui"),
        _("Tidak disetujui. Datanya tetap di sini."),
        danger=True,
    ),
)
"""In the order in which they come."""
