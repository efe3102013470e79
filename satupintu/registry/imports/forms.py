"""What a human says when they bring a file: which one, by which mapping it is read, which list its desil is from."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.registry.imports.layout import NotALayout, from_yaml
from satupintu.registry.imports.layout.yaml_text import LARGEST as LONGEST_MAPPING
from satupintu.registry.imports.models import Mapping
from satupintu.registry.imports.presets import PREFIX, Known, presets
from satupintu.registry.people.models import ListEdition

LARGEST = 50 * 2**20
"""Bytes of a file that is taken in."""
ENDINGS = (".csv", ".xlsx", ".xls", ".ods", ".txt")


def _editions() -> list[tuple[str, Any]]:
    """The lists that are known, and this year's DTSEN before anybody has used it: looking at a form writes nothing."""
    this_year = ListEdition(list="dtsen", edition=str(timezone.localdate().year))
    known = {f"{one.list} {one.edition}": str(one) for one in [this_year, *ListEdition.objects.order_by("-as_of")]}
    return [("", _("Tidak ada kolom desil")), *known.items()]


def _mappings() -> list[tuple[str, Any]]:
    """The mappings that the reader may use: none, those that come along, those that somebody published."""
    come = [(f"{PREFIX}{name}", layout.name) for name, layout in presets().items()]
    published = [(f"id:{one.pk}", one.name) for one in Mapping.objects.by_name()]
    groups = [(_("Bawaan"), come), (_("Tersimpan"), published)]
    usual: list[tuple[str, Any]] = [("", _("Menurut judul kolomnya"))]
    return usual + [(str(name), group) for name, group in groups if group]


class UploadForm(Form):
    """A file of people, how it is read, and the list that its desil column is from."""

    file = forms.FileField(
        label=_("Berkas daftar keluarga"),
        help_text=_("XLSX, XLS, ODS, atau CSV. Satu baris satu orang, dengan judul kolom di atasnya."),
        widget=forms.FileInput({"accept": ",".join(ENDINGS)}),
    )
    mapping = forms.ChoiceField(
        label=_("Susunan kolom"),
        required=False,
        choices=_mappings,
        help_text=_("Setelah berkas terbaca, arti tiap kolom masih dapat diubah."),
    )
    mapping_file = forms.FileField(
        label=_("Atau berkas pemetaan (YAML)"),
        required=False,
        widget=forms.FileInput({"accept": ".yaml,.yml,.json"}),
    )
    edition = forms.ChoiceField(label=_("Daftar asal kolom desil"), required=False, choices=_editions)

    def clean_file(self) -> Any:
        """Refuse what is surely no table before it is kept."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Berkas lebih dari 50 MB. Pecah menjadi beberapa berkas."))
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(_("Berkas ini bukan tabel. Kirim berkas XLSX, XLS, ODS, atau CSV."))
        return file

    def clean(self) -> dict[str, Any]:
        """Find the mapping that was chosen or handed in."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        chosen, own = typed.get("mapping", ""), typed.get("mapping_file")
        self.known = Known("", None, None)
        if own is not None:
            try:
                self.known = Known(own.name, from_yaml(own.read(LONGEST_MAPPING + 1).decode("utf-8")), None)
            except UnicodeDecodeError:
                self.add_error("mapping_file", _("Berkas ini bukan teks YAML."))
            except NotALayout as problem:
                self.add_error("mapping_file", [forms.ValidationError(said) for said in problem.sentences[:5]])
        elif chosen.startswith(PREFIX):
            self.known = Known(chosen, presets()[chosen.removeprefix(PREFIX)], None)
        elif chosen:
            version = Mapping.objects.get(pk=chosen.removeprefix("id:")).newest
            self.known = Known(chosen, version.layout if version else None, version)
        return typed

    def list_edition(self) -> ListEdition | None:
        """The list that was chosen, entered now if nobody has used it before."""
        chosen = self.cleaned_data["edition"]
        return ListEdition.known(chosen, timezone.localdate()) if chosen else None
