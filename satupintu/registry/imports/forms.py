"""What a human may say about a file: which one, which list its desil is from, and what its columns hold."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.registry.imports.layout import Layout, SheetRule, Source, read_layout, rule_for
from satupintu.registry.imports.layout.binding import letter_of
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.words import Column
from satupintu.registry.people.models import ListEdition

LARGEST = 50 * 2**20
"""Bytes of a file that is taken in."""
UNUSED = "unused"
"""Chosen for a column that holds nothing of use."""
ENDINGS = (".csv", ".xlsx", ".xls", ".ods", ".txt")


def _editions() -> list[tuple[str, Any]]:
    """The lists that are known, and this year's DTSEN before anybody has used it: looking at a form writes nothing."""
    this_year = ListEdition(list="dtsen", edition=str(timezone.localdate().year))
    known = {f"{one.list} {one.edition}": str(one) for one in [this_year, *ListEdition.objects.order_by("-as_of")]}
    return [("", _("Tidak ada kolom desil")), *known.items()]


class UploadForm(Form):
    """A file of people, and the list that its desil column is from."""

    file = forms.FileField(
        label=_("Berkas daftar keluarga"),
        help_text=_("XLSX, XLS, ODS, atau CSV. Satu baris satu orang, dengan judul kolom di atasnya."),
        widget=forms.FileInput({"accept": ",".join(ENDINGS)}),
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

    def list_edition(self) -> ListEdition | None:
        """The list that was chosen, entered now if nobody has used it before."""
        chosen = self.cleaned_data["edition"]
        return ListEdition.known(chosen, timezone.localdate()) if chosen else None


class ColumnsForm(Form):
    """What each column of the file holds; a meaning is given once."""

    draft = False

    def __init__(self, *args: Any, batch: Batch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.batch = batch
        choices = [(UNUSED, _("Tidak dipakai")), *Column.choices()]
        for place, heading in enumerate(batch.headings):
            if heading:
                self.fields[f"column_{place}"] = forms.ChoiceField(
                    label=heading, choices=choices, initial=batch.columns.get(str(place), UNUSED)
                )

    def clean(self) -> dict[str, Any]:
        """There is a name, and no two columns mean the same."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        meanings = [meaning for meaning in typed.values() if meaning != UNUSED]
        if Column.NAME not in meanings:
            raise forms.ValidationError(_("Pilih kolom yang berisi nama."))
        twice = {meaning for meaning in meanings if meanings.count(meaning) > 1}
        for name, meaning in list(typed.items()):
            if meaning in twice:
                self.add_error(name, _("“%(word)s” dipilih untuk dua kolom.") % {"word": Column(meaning).label})
        return typed

    def layout(self) -> Layout:
        """How the file is to be read: these columns, the rest as before."""
        before = read_layout(self.batch.layout)
        chosen = {name.removeprefix("column_"): code for name, code in self.cleaned_data.items() if code != UNUSED}
        rules = tuple(rule_for(Column(code), Source(letter=letter_of(int(place)))) for place, code in chosen.items())
        first = SheetRule(rules, heading_row=self.batch.heading_row, heading_rows=before.member.heading_rows)
        return replace(before, member=first)
