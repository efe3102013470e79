"""What a human may say about duplicates."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import FilterForm, Form
from satupintu.lib.nik import NotANumber, read_nik
from satupintu.registry.matching.words import PairState
from satupintu.registry.people.models import Person

CHOICES = ("same_one", "same_other", "different", "later")


class DecisionForm(Form):
    """One of four answers: the same person, keeping this record or that; two people; another time."""

    draft = False
    choice = forms.ChoiceField(choices=[(one, one) for one in CHOICES])


class AnswerForm(Form):
    """The second officer's answer."""

    draft = False
    agrees = forms.ChoiceField(choices=[("1", "1"), ("0", "0")])


def _states() -> list[tuple[str, Any]]:
    return [("", _("Perlu diputuskan")), *PairState.choices()]


class PairFilter(FilterForm):
    """Which pairs are shown: those that wait for a decision, unless a state is chosen."""

    state = forms.ChoiceField(label=_("Keadaan"), required=False, choices=_states)

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The pairs of that state."""
        state = self.cleaned_data.get("state")
        return rows.filter(state=state) if state else rows.to_decide()  # type: ignore[attr-defined]


class ReportForm(Form):
    """Which other record of the own area is the same person: by its number (O-123) or its NIK."""

    other = forms.CharField(
        label=_("Catatan yang satu lagi"),
        help_text=_("Nomor catatan seperti O-123 (ada di alamat halamannya), atau NIK."),
        max_length=40,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_other(self) -> Person:
        """The other record; one behind a wall is not found, like one that does not exist."""
        text = self.cleaned_data["other"].strip().upper()
        if text.startswith("O-") and text[2:].isdecimal() and len(text) < 20:
            found = Person.objects.filter(pk=int(text[2:]))
        else:
            try:
                found = Person.objects.with_nik(read_nik(text).digits)
            except NotANumber as problem:
                raise forms.ValidationError(str(problem.sentence)) from None
        other: Person | None = found.exclude(pk=self.person.pk).order_by("pk").first()
        if other is None:
            raise forms.ValidationError(gettext("Tidak ada catatan lain dengan nomor ini di wilayah Anda."))
        return other
