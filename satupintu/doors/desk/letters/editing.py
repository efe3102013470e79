"""What an administrator writes: the wording of a version, checked against what its kind offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.letters import markup
from satupintu.engine.documents.letters.kinds import LetterKind
from satupintu.engine.documents.letters.wording import NUMBER_FORMAT, Place, Wording
from satupintu.engine.documents.words import Form as Layout
from satupintu.engine.ui.forms import DayField, Form
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.words import OfficeKind, Role

PLACES = (1, 2)


def _text(label: Any, rows: int, *, hint: Any = "", required: bool = False) -> forms.CharField:
    widget = forms.Textarea({"rows": rows, "spellcheck": "false"})
    return forms.CharField(label=label, help_text=hint, required=required, widget=widget, max_length=markup.LONGEST)


class WordingForm(Form):
    """The texts of a version and who signs."""

    title = forms.CharField(label=_("Judul atau hal"), max_length=160)
    form = forms.ChoiceField(label=_("Bentuk"))
    addressee = _text(_("Ditujukan kepada"), 2, hint=_("Hanya untuk surat dinas; satu baris satu baris."))
    body = _text(_("Isi"), 18, required=True)
    tear_off = _text(_("Lembar yang disobek untuk jawaban"), 5)
    copies = _text(_("Tembusan"), 2, hint=_("Satu baris satu tembusan."))
    initials_role = forms.ChoiceField(label=_("Paraf lebih dulu oleh"), required=False)
    number_format = forms.CharField(label=_("Bentuk nomor"), max_length=120, initial=NUMBER_FORMAT)

    draft = False

    def __init__(self, *args: Any, kind: LetterKind, wording: Wording | None = None, **kwargs: Any) -> None:
        self.kind = kind
        kwargs["initial"] = {**(kwargs.get("initial") or {}), **(_initial(wording) if wording else {})}
        super().__init__(*args, **kwargs)
        choices = {
            "form": Layout.choices(),
            "initials_role": [("", _t("Tidak perlu paraf")), *_roles("letter.initial")],
        }
        for at in PLACES:
            self.fields[f"position_{at}"] = forms.CharField(
                label=_t("Jabatan penanda tangan %(number)s") % {"number": at}, required=False, max_length=120
            )
            self.fields[f"role_{at}"] = forms.ChoiceField(label=_t("Ditandatangani oleh"), required=False)
            choices[f"role_{at}"] = [("", _t("Dengan pena di kertas")), *_roles("letter.sign")]
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]

    def wording(self) -> Wording:
        """What was written, as a version keeps it."""
        words = self.cleaned_data
        places = [
            Place(" ".join(words[f"position_{at}"].split()), words[f"role_{at}"])
            for at in PLACES
            if words[f"position_{at}"].strip()
        ]
        texts = {
            name: words[name].replace("\r\n", "\n").strip() for name in ("body", "addressee", "tear_off", "copies")
        }
        return Wording(
            form=Layout(words["form"]),
            title=" ".join(words["title"].split()),
            places=tuple(places),
            initials_role=words["initials_role"] if any(place.role for place in places) else "",
            number_format=words["number_format"],
            **texts,
        )

    def clean(self) -> dict[str, Any]:
        """Every placeholder must be one that the kind offers, or a letter would be printed with a hole."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return words
        for name, wrong in self.wording().unknown(frozenset(self.kind.placeholders)).items():
            self.add_error("position_1" if name == "places" else name, _said(name, wrong))
        return words


def _said(name: str, wrong: list[str]) -> str:
    if name == "number_format":
        return _t("Nomor harus memuat urut, jenis, kantor, dan tahun, tanpa yang lain. Periksa: %(what)s.") % {
            "what": ", ".join(wrong)
        }
    return _t("Tidak dikenal: %(what)s. Pakai nama dari daftar di samping.") % {"what": ", ".join(wrong)}


def _roles(verb: str) -> list[tuple[str, str]]:
    return [(role.value, role.label) for role in Role if may(role, verb)]


def _initial(wording: Wording) -> dict[str, str]:
    kept = {name: getattr(wording, name) for name in ("title", "addressee", "body", "tear_off", "copies")}
    kept |= {"initials_role": wording.initials_role, "number_format": wording.number_format, "form": wording.form.value}
    for at, place in zip(PLACES, wording.places, strict=False):
        kept |= {f"position_{at}": " ".join(place.position.split()), f"role_{at}": place.role}
    return kept


class NewTemplateForm(WordingForm):
    """A template that this area does not have yet."""

    name = forms.CharField(label=_("Nama naskah"), max_length=80, help_text=_("Begini petugas memilihnya."))
    office_kind = forms.ChoiceField(label=_("Untuk kantor"), required=False)
    field_order = ("name", "office_kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office_kind"].choices = [("", _t("Semua kantor")), *OfficeKind.choices()]  # type: ignore[attr-defined]


class PublishForm(Form):
    """From which day on."""

    valid_from = DayField(label=_("Berlaku mulai"))
