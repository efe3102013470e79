"""What is asked to draft, repair, sign, return and revoke a letter."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.letters import markup
from satupintu.engine.documents.letters.kinds import LetterKind, kinds
from satupintu.engine.documents.letters.sheet import paper_signer
from satupintu.engine.documents.models import Letter, LetterQuerySet, Signature, TemplateVersion
from satupintu.engine.documents.words import LetterState
from satupintu.engine.ui.forms import DayField, FilterForm, Form
from satupintu.foundation.access.papers import title_of
from satupintu.foundation.access.steps import StepForm

LONG = {"rows": 3}


def asked(
    kind: LetterKind, version: TemplateVersion, before: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, forms.Field]:
    """The fields of what a drafter types: what the kind asks for and the text uses, and who signs on paper."""
    wording = version.words
    used = wording.names
    fields: dict[str, forms.Field] = {}
    for name, ask in kind.asks.items():
        if name in used:
            fields[name] = forms.CharField(
                label=_t(ask.label),
                help_text=_t(ask.hint) if ask.hint else "",
                required=ask.required,
                widget=forms.Textarea(LONG) if ask.long else forms.TextInput(),
                max_length=2000 if ask.long else 200,
                initial=before.get(name, ""),
            )
    for at, place in enumerate(wording.places):
        if place.on_paper:
            name, nip = paper_signer(at)
            who = markup.line(" ".join(place.position.split()), known)
            fields[name] = forms.CharField(
                label=_t("Nama penanda tangan di kertas (%(who)s)") % {"who": who},
                required=False,
                max_length=120,
                initial=before.get(name, ""),
                help_text=_t("Ditandatangani dengan pena sesudah dicetak."),
            )
            fields[nip] = forms.CharField(
                label=_t("NIP, kalau ada"), required=False, max_length=30, initial=before.get(nip, "")
            )
    return fields


class DraftForm(Form):
    """A letter about a row, in one version."""

    def __init__(
        self,
        *args: Any,
        kind: LetterKind,
        version: TemplateVersion,
        before: Mapping[str, str],
        known: Mapping[str, str],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields.update(asked(kind, version, before, known))

    def typed(self) -> dict[str, str]:
        """What was typed, by placeholder."""
        return {name: str(value) for name, value in self.cleaned_data.items()}


class RepairForm(StepForm):
    """What was typed, to be put right; what is known of the row is read anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        letter: Letter = self.subject
        self.fields.update(asked(letter.kind_of, letter.template_version, letter.typed, letter.facts))

    def words(self) -> dict[str, Any]:
        """What was typed, by placeholder."""
        return {"typed": {name: str(value) for name, value in self.cleaned_data.items()}}


class InitialForm(StepForm):
    """Nothing is asked."""


class SignForm(StepForm):
    """A signature, with the staff number that stands below it."""

    nip = forms.CharField(label=_("NIP, kalau ada"), required=False, max_length=30)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = Signature.objects.filter(account_id=self.by.account_id).exclude(nip="").order_by("-pk")
        self.fields["nip"].initial = before.values_list("nip", flat=True).first() or ""

    def words(self) -> dict[str, Any]:
        """With the address that the letter's code leads to."""
        return {**super().words(), "site": self.site}


class ReasonForm(StepForm):
    """Why."""

    reason = forms.CharField(label=_("Alasannya"), widget=forms.Textarea(LONG), max_length=1000)


class LetterFilter(FilterForm):
    """What the register can be narrowed by."""

    jenis = forms.ChoiceField(label=_("Jenis"))
    keadaan = forms.ChoiceField(label=_("Keadaan"))
    dari = DayField(label=_("Terbit dari"))
    sampai = DayField(label=_("sampai"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _t("Semua"))
        self.fields["jenis"].choices = [every, *((kind.code, title_of(kind)) for kind in kinds())]  # type: ignore[attr-defined]
        self.fields["keadaan"].choices = [every, *LetterState.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: LetterQuerySet) -> LetterQuerySet:
        """The letters that the filter lets through."""
        words = self.cleaned_data
        if words.get("jenis"):
            rows = rows.filter(kind=words["jenis"])
        if words.get("keadaan"):
            rows = rows.filter(state=words["keadaan"])
        return rows.issued_between(words.get("dari"), words.get("sampai"))
