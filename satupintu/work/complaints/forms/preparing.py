"""What the back office writes down, and what is returned to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.foundation.access.steps import StepForm
from satupintu.work.complaints.forms.words import LONG, one_of
from satupintu.work.complaints.words import Advice, Eligibility, Listed


class CheckForm(StepForm):
    """What the registers say, and whether the person may get it."""

    listed = one_of(Listed, _("Ada di data nasional?"))
    eligible = one_of(Eligibility, _("Memenuhi syarat?"))
    note = forms.CharField(label=_("Catatan pengecekan"), required=False, widget=forms.Textarea(LONG), max_length=2000)

    private = ("note",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.subject.person
        if person is None:
            return
        known = person.listings.select_related("edition").order_by("-pk").first()
        self.fields["listed"].initial = Listed.LISTED if known else None
        self.fields["listed"].help_text = (
            _t("Menurut register: tercatat di %(edition)s.") % {"edition": known.edition}
            if known
            else _t("Menurut register: belum tercatat di daftar mana pun.")
        )


class RecommendForm(StepForm):
    """What is recommended, and why."""

    advice = one_of(Advice, _("Apa yang Anda sarankan?"))
    reason = forms.CharField(
        label=_("Alasannya"),
        help_text=_("Yang memutuskan membaca ini di samping cerita warga."),
        widget=forms.Textarea(LONG),
        max_length=2000,
    )

    private = ("reason",)


class RepairForm(RecommendForm):
    """The recommendation once more, put right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = self.subject.recommendations.order_by("pk").last()
        if last is not None:
            self.fields["advice"].initial, self.fields["reason"].initial = last.advice, last.reason


class ReturnForm(StepForm):
    """What has to be put right."""

    reason = forms.CharField(label=_("Apa yang perlu diperbaiki?"), widget=forms.Textarea(LONG), max_length=2000)


class RefuseForm(StepForm):
    """Why it cannot be met."""

    reason = forms.CharField(
        label=_("Mengapa tidak dapat dipenuhi?"),
        help_text=_("Tulis supaya petugas yang memberi tahu warga bisa menjelaskannya."),
        widget=forms.Textarea(LONG),
        max_length=2000,
    )
