"""What a human may say about the columns of a file: from the answers to a layout, and from a layout to the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.codes import CodeList
from satupintu.lib.sheets import Row
from satupintu.registry.imports.layout import Bound, ColumnRule, Layout, SheetRule, Source, Unbound, rule_for
from satupintu.registry.imports.layout.binding import bind, heading_paths, letter_of
from satupintu.registry.imports.layout.fields import lists_of
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.preview import Heads, sample
from satupintu.registry.imports.words import AreaSystem, Column, DateStyle, Sharing
from satupintu.registry.people.words import ExternalList

UNUSED = "unused"
"""Chosen for a column that holds nothing of use."""
TOP = 12
"""Rows of the file that are shown as they stand."""


@dataclass
class Line:
    """One column of the file on the page: where it stands, what is written in it, and its questions."""

    place: int
    letter: str
    heading: str
    sample: str
    field: Any
    codes: Any = None
    name: Any = None


class MappingForm(Form):
    """How the file is read: its sheet and headings, what each column holds, and by which code list."""

    draft = False

    sheet = forms.CharField(label=_("Lembar"), required=False, max_length=100)
    heading_row = forms.IntegerField(label=_("Baris judul pertama"), required=False, min_value=1, max_value=1000)
    heading_rows = forms.IntegerField(label=_("Banyak baris judul"), required=False, min_value=1, max_value=5)
    first_row = forms.IntegerField(
        label=_("Baris data pertama"), required=False, min_value=1, max_value=1000,
        help_text=_("Kosongkan bila tepat di bawah judul."),
    )  # fmt: skip
    areas = forms.ChoiceField(label=_("Kode wilayah"), required=False, choices=AreaSystem.choices)
    dates = forms.ChoiceField(label=_("Cara menulis tanggal"), required=False, choices=DateStyle.choices)
    list = forms.ChoiceField(
        label=_("Daftar asal berkas"), required=False,
        choices=lambda: [("", _("Bukan dari daftar pihak lain")), *ExternalList.choices()],
    )  # fmt: skip
    mapping_name = forms.CharField(label=_("Nama pemetaan"), required=False, max_length=80)
    sharing = forms.ChoiceField(label=_("Boleh dipakai oleh"), required=False, choices=Sharing.choices)

    def __init__(self, *args: Any, batch: Batch, before: Layout, heads: Heads, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.batch, self.before, self.heads = batch, before, heads
        member = before.member
        usual = {"sheet": member.sheet, "heading_row": member.heading_row or batch.heading_row or 1,
                 "heading_rows": member.heading_rows, "first_row": member.first_row or None, "areas": before.areas.value,
                 "dates": before.dates.value, "list": before.list, "mapping_name": before.name}  # fmt: skip
        self.initial = {**usual, **self.initial}
        if len(heads) > 1:
            self.fields["sheet"] = forms.ChoiceField(
                label=_("Lembar"), required=False, choices=[(name, name) for name in heads]
            )
        if not heads:  # there is no file to ask about
            for name in ("sheet", "heading_row", "heading_rows", "first_row", "areas", "dates", "list"):
                del self.fields[name]
        self.bound_before = self._bound_before()
        for place in range(len(self.paths)):
            self._ask(place)

    def _bound_before(self) -> Bound | None:
        """Where the layout so far finds its columns; None when it does not."""
        try:
            return bind(self.before, self.before.member, self.rows) if self.rows else None
        except Unbound:
            return None

    @property
    def rows(self) -> Sequence[Row]:
        """The first rows of the chosen sheet."""
        wanted = self._told("sheet")
        return self.heads.get(wanted) or next(iter(self.heads.values()), [])

    @property
    def paths(self) -> Any:
        """The headings above each column, of the chosen rows; those of the batch when its file is gone."""
        if not self.rows:
            return [(heading,) for heading in self.batch.headings]
        first, count = int(self._told("heading_row") or 1), int(self._told("heading_rows") or 1)
        by_number = {row.number: row.cells for row in self.rows}
        return heading_paths([by_number.get(number, ()) for number in range(first, first + count)])

    def _told(self, name: str) -> str:
        """What was answered, or what stands there when nothing was."""
        sent = str(self.data.get(name, "")).strip() if self.is_bound else ""
        if name.startswith("heading") and sent and not sent.isdecimal():
            sent = ""
        return sent or str(self.initial.get(name) or "")

    def _ask(self, place: int) -> None:
        """The questions of one column: what it holds; of a coded one, by which list; of a raw one, its name."""
        rule = self._rule_before(place)
        column = f"column_{place}"
        choices = [(UNUSED, _("Tidak dipakai")), *Column.choices()]
        initial = rule.field.value if rule else UNUSED
        self.fields[column] = forms.ChoiceField(
            label=self._heading(place), choices=choices, initial=initial, required=False
        )
        told = self.data.get(column, initial) if self.is_bound else initial
        if told in Column.codes() and (lists := lists_of(Column(told))):
            first = rule.codes[0] if rule and rule.codes and rule.field == told else ""
            fitting = [("", _("Biasa"))] if told != Column.RAW else [("", _("Bukan kode"))]
            self.fields[f"codes_{place}"] = forms.ChoiceField(
                label=_("Daftar kode"), choices=[*fitting, *((c.key, named(c)) for c in lists)], initial=first,
                required=False,
            )  # fmt: skip
        if told == Column.RAW:
            self.fields[f"name_{place}"] = forms.CharField(
                label=_("Disimpan dengan nama"), max_length=40, required=False, initial=rule.name if rule else ""
            )

    def _rule_before(self, place: int) -> ColumnRule | None:
        """The rule that reads this column alone, by the layout so far."""
        bound = self.bound_before
        if bound is None:
            code = self.batch.columns.get(str(place))
            return rule_for(Column(code), Source(letter=letter_of(place))) if code else None
        return next((c.rule for c in bound.columns if c.places == (place,)), None)

    def _heading(self, place: int) -> str:
        return " / ".join(self.paths[place]) or letter_of(place)

    def lines(self) -> Iterator[Line]:
        """The columns with their questions, as the page shows them."""
        below = int(self._told("heading_row") or 1) + int(self._told("heading_rows") or 1)
        rows = [row for row in self.rows if row.number >= below]
        for place in range(len(self.paths)):
            extra = {
                name: self[f"{name}_{place}"] if f"{name}_{place}" in self.fields else None
                for name in ("codes", "name")
            }
            yield Line(
                place, letter_of(place), self._heading(place), sample(rows, place), self[f"column_{place}"], **extra
            )

    def clean(self) -> dict[str, Any]:
        """There is a name, and no two columns mean the same."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = [
            (name, code) for name, code in typed.items() if name.startswith("column_") and code not in ("", UNUSED)
        ]
        kept = [rule.field for rule in self._kept()]
        meanings = [code for _name, code in chosen if code != Column.RAW] + kept
        if Column.NAME not in meanings:
            raise forms.ValidationError(_("Pilih kolom yang berisi nama."))
        for name, meaning in chosen:
            if meanings.count(meaning) > 1:
                self.add_error(name, _("“%(word)s” dipilih untuk dua kolom.") % {"word": Column(meaning).label})
        if any(code == Column.RAW for _name, code in chosen) and not typed.get("list", self.before.list):
            self.add_error(
                "list" if "list" in self.fields else None,
                _("Nilai asli disimpan bersama daftarnya. Pilih daftar asal berkas."),
            )
        return typed

    def _kept(self) -> tuple[ColumnRule, ...]:
        """Rules of several parts, which this page does not change."""
        return tuple(rule for rule in self.before.member.columns if len(rule.sources) > 1 or rule.sources[0].width)

    def layout(self) -> Layout:
        """How the file is to be read, by what was answered; what was not asked stays as it was."""
        typed = self.cleaned_data
        rules = [
            self._rule(int(name.removeprefix("column_")), Column(code))
            for name, code in typed.items()
            if name.startswith("column_") and code not in ("", UNUSED)
        ]
        member = SheetRule(
            columns=(*rules, *self._kept()),
            sheet=typed.get("sheet") or self.before.member.sheet,
            heading_row=typed.get("heading_row") or int(self.initial["heading_row"]),
            heading_rows=typed.get("heading_rows") or self.before.member.heading_rows,
            first_row=typed.get("first_row") or 0,
        )
        return replace(
            self.before,
            member=member,
            areas=AreaSystem(typed.get("areas") or self.before.areas),
            dates=DateStyle(typed.get("dates") or self.before.dates),
            list=typed.get("list", self.before.list),
            name=typed.get("mapping_name") or self.before.name,
        )

    def _rule(self, place: int, column: Column) -> ColumnRule:
        rule = rule_for(column, self._source(place))
        before = self._rule_before(place)
        if before is not None and before.field is column:
            rule = replace(before, sources=rule.sources)
        if key := self.cleaned_data.get(f"codes_{place}"):
            same = rule.codes[:1] == (key,)
            rule = rule if same else replace(rule, codes=(key,), numbers=True, values={})
        elif column is Column.RAW:
            rule = replace(rule, codes=())
        if column is Column.RAW:
            rule = replace(rule, name=self.cleaned_data.get(f"name_{place}") or self._heading(place)[:40])
        return replace(rule, values=self._own_words(place, rule) if rule.codes else {})

    def _own_words(self, place: int, rule: ColumnRule) -> dict[str, str]:
        """What somebody said the file's own words mean: fields "value_3:kawin siri"; an empty one takes it back."""
        start, first = f"value_{place}:", CATALOGUE[rule.codes[0]]
        said = {name.removeprefix(start)[:60]: code for name, code in self.data.items() if name.startswith(start)}
        return {word: code for word, code in {**rule.values, **said}.items() if code and first.read(code) is not None}

    def _source(self, place: int) -> Source:
        """By its heading where only one column bears it, else by its letter."""
        path = self.paths[place]
        alone = bool(path) and self.paths.count(path) == 1
        return Source((" / ".join(path),)) if alone else Source(letter=letter_of(place))


def named(codes: CodeList) -> str:
    """What a code list is called where one is chosen."""
    return f"{codes.title_id} · {codes.system.upper().replace('_', ' ')} {codes.version}"


__all__ = ["TOP", "UNUSED", "Line", "MappingForm", "named"]
