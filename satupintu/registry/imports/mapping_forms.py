"""What a human may say about a file: its sheets, their headings, and what their columns hold; from answers to a layout."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.lib.codes import fold_words
from satupintu.lib.sheets import Row
from satupintu.registry.imports.layout import Layout, SheetRule, Source, rule_for
from satupintu.registry.imports.layout.binding import place_of
from satupintu.registry.imports.mapping_columns import SheetQuestions
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.preview import Heads
from satupintu.registry.imports.words import AreaSystem, Column, DateStyle, Sharing
from satupintu.registry.people.words import ExternalList

HOUSEHOLD = "household_"
"""What the questions about the sheet of households begin with."""


def _heading_row() -> forms.IntegerField:
    return forms.IntegerField(label=_("Baris judul pertama"), required=False, min_value=1, max_value=1000)


def _heading_rows() -> forms.IntegerField:
    return forms.IntegerField(label=_("Banyak baris judul"), required=False, min_value=1, max_value=5)


def _first_row() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Baris data pertama"), required=False, min_value=1, max_value=1000,
        help_text=_("Kosongkan bila tepat di bawah judul."),
    )  # fmt: skip


class MappingForm(Form):
    """How the file is read: its sheet and headings, what each column holds, and by which code list.

    Households may stand on a sheet of their own: then the same is asked about that sheet, and which column of each holds
    the number by which a member finds their household.
    """

    draft = False
    use_required_attribute = False
    """What is not answered yet must not keep the browser from showing what becomes of the rest."""

    sheet = forms.CharField(label=_("Lembar"), required=False, max_length=100)
    heading_row, heading_rows, first_row = _heading_row(), _heading_rows(), _first_row()
    areas = forms.ChoiceField(label=_("Kode wilayah"), required=False, choices=AreaSystem.choices)
    dates = forms.ChoiceField(label=_("Cara menulis tanggal"), required=False, choices=DateStyle.choices)
    list = forms.ChoiceField(
        label=_("Daftar asal berkas"), required=False,
        choices=lambda: [("", _("Bukan dari daftar pihak lain")), *ExternalList.choices()],
    )  # fmt: skip
    household_sheet = forms.ChoiceField(label=_("Lembar keluarga"), required=False)
    household_heading_row, household_heading_rows = _heading_row(), _heading_rows()
    household_first_row = _first_row()
    member_link = forms.ChoiceField(label=_("Kolom penghubung di lembar warga"), required=False)
    household_link = forms.ChoiceField(label=_("Kolom penghubung di lembar keluarga"), required=False)
    mapping_name = forms.CharField(label=_("Nama pemetaan"), required=False, max_length=80)
    sharing = forms.ChoiceField(label=_("Boleh dipakai oleh"), required=False, choices=Sharing.choices)

    def __init__(self, *args: Any, batch: Batch, before: Layout, heads: Heads, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.batch, self.before, self.heads = batch, before, heads
        usual = {
            "areas": before.areas.value,
            "dates": before.dates.value,
            "list": before.list,
            "mapping_name": before.name,
        }
        usual |= self._usual(before.member, "", batch.heading_row or 1)
        usual |= self._usual(before.household or SheetRule(()), HOUSEHOLD, 1)
        self.initial = {**usual, **self.initial}
        self._name_sheets()
        self._answer_what_was_not_asked()
        self.member = SheetQuestions(self, before.member, self.rows, headings=batch.headings)
        wanted = self.told("household_sheet")
        other = self.heads.get(wanted) if wanted and "household_sheet" in self.fields else None
        self.household = (
            SheetQuestions(self, before.household or SheetRule(()), other, mark=HOUSEHOLD)
            if other is not None
            else None
        )
        self._ask_for_links()

    def _usual(self, rule: SheetRule, mark: str, heading_row: int) -> dict[str, Any]:
        """What is asked about a sheet, answered as it is read so far; its name as the file writes it."""
        return {
            f"{mark}sheet": next((name for name in self.heads if fold_words(name) == fold_words(rule.sheet)), ""),
            f"{mark}heading_row": rule.heading_row or heading_row,
            f"{mark}heading_rows": rule.heading_rows,
            f"{mark}first_row": rule.first_row or None,
        }

    def _name_sheets(self) -> None:
        """Ask for the sheets that there are: none when the file is gone, no second one when it has only one."""
        gone = [name for name in self.fields if name.startswith(HOUSEHOLD)] if len(self.heads) < 2 else []
        if len(self.heads) > 1:
            sheets = [(name, name) for name in self.heads]
            self.fields["sheet"] = forms.ChoiceField(label=_("Lembar"), required=False, choices=sheets)
            alone = ("", _("Tidak ada: semuanya di satu lembar"))
            self.fields["household_sheet"] = forms.ChoiceField(
                label=_("Lembar keluarga"), required=False, choices=[alone, *sheets],
                help_text=_("Pilih bila alamat dan data keluarga ada di lembar sendiri."),
            )  # fmt: skip
        if not self.heads:
            gone += ["sheet", "heading_row", "heading_rows", "first_row", "areas", "dates", "list"]
        for name in gone:
            del self.fields[name]

    def _answer_what_was_not_asked(self) -> None:
        """The sheet of households is asked about from its second page on: until then what is usual stands there."""
        if self.is_bound and self.told("household_sheet"):
            data = self.data.copy()
            for name in (f"{HOUSEHOLD}heading_row", f"{HOUSEHOLD}heading_rows"):
                data.setdefault(name, str(self.initial[name]))
            self.data = data

    def _ask_for_links(self) -> None:
        """Ask which columns tell whose household is whose, where there are two sheets."""
        if self.household is None:
            for name in ("member_link", "household_link"):
                self.fields.pop(name, None)
            return
        for name, questions in (("member_link", self.member), ("household_link", self.household)):
            label = self.fields[name].label
            choices = [("", _("Pilih kolom")), *questions.places()]
            needed = {"required": _("Pilih kolom yang nomornya sama di kedua lembar.")}
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, error_messages=needed)
            self.initial[name] = questions.link

    @property
    def rows(self) -> Sequence[Row]:
        """The first rows of the chosen sheet."""
        return self.heads.get(self.told("sheet")) or next(iter(self.heads.values()), [])

    def told(self, name: str) -> str:
        """What was answered, or what stands there when nothing was."""
        if self.is_bound and name == "household_sheet" and name in self.data:
            return str(self.data[name])
        sent = str(self.data.get(name, "")).strip() if self.is_bound else ""
        if "heading" in name and sent and not sent.isdecimal():
            sent = ""
        return sent or str(self.initial.get(name) or "")

    def clean(self) -> dict[str, Any]:
        """There is a name, no two columns mean the same, and two sheets are two."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        sheets = [self.member, *([self.household] if self.household else [])]
        chosen = [(sheet.name_of(place), code) for sheet in sheets for place, code in sheet.chosen()]
        kept = [rule.field for sheet in sheets for rule in sheet.kept()]
        meanings = [code for _name, code in chosen if code is not Column.RAW] + kept
        if Column.NAME not in meanings:
            raise forms.ValidationError(_("Pilih kolom yang berisi nama."))
        for name, meaning in chosen:
            if meanings.count(meaning) > 1:
                self.add_error(name, _("“%(word)s” dipilih untuk dua kolom.") % {"word": meaning.label})
        if any(code is Column.RAW for _name, code in chosen) and not typed.get("list", self.before.list):
            self.add_error(
                "list" if "list" in self.fields else None,
                _("Nilai asli disimpan bersama daftarnya. Pilih daftar asal berkas."),
            )
        if self.household and (typed.get("sheet") or next(iter(self.heads))) == typed.get("household_sheet"):
            self.add_error("household_sheet", _("Lembar keluarga harus lain dari lembar warganya."))
        return typed

    def layout(self) -> Layout:
        """How the file is to be read, by what was answered; what was not asked stays as it was."""
        typed, before = self.cleaned_data, self.before
        member = self.member.sheet_rule(
            typed.get("sheet") or before.member.sheet, self._link(self.member, "member_link")
        )
        household = before.household if not self.heads else None
        if not self.heads:
            member = replace(member, key=before.member.key)
        elif self.household:
            link = self._link(self.household, "household_link")
            household = self.household.sheet_rule(typed["household_sheet"], link)
            fields = {rule.field for rule in (*member.columns, *household.columns)}
            if Column.HOUSEHOLD_KEY not in fields and member.key:
                member = replace(member, columns=(*member.columns, rule_for(Column.HOUSEHOLD_KEY, member.key)))
        return replace(
            before,
            member=member,
            household=household,
            areas=AreaSystem(typed.get("areas") or before.areas),
            dates=DateStyle(typed.get("dates") or before.dates),
            list=typed.get("list", before.list),
            name=typed.get("mapping_name") or before.name,
        )

    def _link(self, sheet: SheetQuestions, name: str) -> Source | None:
        letter = self.cleaned_data.get(name)
        return sheet.source(place_of(letter)) if letter else None
