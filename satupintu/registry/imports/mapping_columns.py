"""What is asked about one sheet of a file: where its headings stand, and of each column what it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.codes import CodeList
from satupintu.lib.sheets import Row
from satupintu.registry.imports.layout import Bound, ColumnRule, SheetRule, Source, Unbound, rule_for
from satupintu.registry.imports.layout.binding import bind, heading_paths, letter_of
from satupintu.registry.imports.layout.fields import lists_of
from satupintu.registry.imports.preview import sample
from satupintu.registry.imports.words import Column

if TYPE_CHECKING:
    from satupintu.registry.imports.mapping_forms import MappingForm

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


class SheetQuestions:
    """The questions about one sheet; their fields bear names that begin with ``mark``.

    ``rule`` is how the sheet is read so far, ``rows`` are its first ones; ``headings`` stand in for those of a file that is
    gone, with what the batch took its columns for.
    """

    def __init__(
        self, form: "MappingForm", rule: SheetRule, rows: Sequence[Row], *, mark: str = "", headings: Sequence[str] = ()
    ) -> None:
        self.form, self.rule, self.rows, self.mark, self._headings = form, rule, rows, mark, headings
        self._bound = self._bound_before()
        for place in range(len(self.paths)):
            self._ask(place)

    def _bound_before(self) -> Bound | None:
        """Where the layout so far finds its columns; None when it does not."""
        try:
            return bind(self.form.before, self.rule, self.rows) if self.rows else None
        except Unbound:
            return None

    @property
    def first(self) -> int:
        """The first row of headings."""
        return int(self.form.told(f"{self.mark}heading_row") or 1)

    @property
    def below(self) -> int:
        """The row below the headings."""
        return self.first + int(self.form.told(f"{self.mark}heading_rows") or 1)

    @property
    def paths(self) -> Any:
        """The headings above each column, of the chosen rows; those of the batch when its file is gone."""
        if not self.rows:
            return [(heading,) for heading in self._headings]
        by_number = {row.number: row.cells for row in self.rows}
        return heading_paths([by_number.get(number, ()) for number in range(self.first, self.below)])

    def _ask(self, place: int) -> None:
        """The questions of one column: what it holds; of a coded one, by which list; of a raw one, its name."""
        rule = self._rule_before(place)
        column = self._named("column", place)
        choices = [(UNUSED, _("Tidak dipakai")), *Column.choices()]
        initial = rule.field.value if rule else UNUSED
        fields, form = self.form.fields, self.form
        fields[column] = forms.ChoiceField(label=self.heading(place), choices=choices, initial=initial, required=False)
        told = form.data.get(column, initial) if form.is_bound else initial
        if told in Column.codes() and (lists := lists_of(Column(told))):
            first = rule.codes[0] if rule and rule.codes and rule.field == told else ""
            fitting = [("", _("Biasa"))] if told != Column.RAW else [("", _("Bukan kode"))]
            fields[self._named("codes", place)] = forms.ChoiceField(
                label=_("Daftar kode"), choices=[*fitting, *((c.key, named(c)) for c in lists)], initial=first,
                required=False,
            )  # fmt: skip
        if told == Column.RAW:
            fields[self._named("name", place)] = forms.CharField(
                label=_("Disimpan dengan nama"), max_length=40, required=False, initial=rule.name if rule else ""
            )

    def _named(self, question: str, place: int) -> str:
        return f"{self.mark}{question}_{place}"

    def _rule_before(self, place: int) -> ColumnRule | None:
        """The rule that reads this column alone, by the layout so far."""
        if self._bound is None:
            code = self.form.batch.columns.get(str(place)) if not self.mark else None
            return rule_for(Column(code), Source(letter=letter_of(place))) if code else None
        return next((c.rule for c in self._bound.columns if c.places == (place,)), None)

    def heading(self, place: int) -> str:
        """What stands above a column."""
        return " / ".join(self.paths[place]) or letter_of(place)

    def places(self) -> list[tuple[str, str]]:
        """The columns as choices: by their letters."""
        return [(letter_of(place), f"{letter_of(place)} · {self.heading(place)}") for place in range(len(self.paths))]

    @property
    def link(self) -> str:
        """The letter of the column by which the sheet is joined with another so far; "" where none is."""
        return letter_of(self._bound.key) if self._bound and self._bound.key is not None else ""

    def lines(self) -> Iterator[Line]:
        """The columns with their questions, as the page shows them."""
        rows, form = [row for row in self.rows if row.number >= self.below], self.form
        for place in range(len(self.paths)):
            extra = {
                name: form[self._named(name, place)] if self._named(name, place) in form.fields else None
                for name in ("codes", "name")
            }
            column = form[self._named("column", place)]
            yield Line(place, letter_of(place), self.heading(place), sample(rows, place), column, **extra)

    def chosen(self) -> list[tuple[int, Column]]:
        """What was answered: the columns that hold something, by their places."""
        told = ((place, self.form.cleaned_data.get(self._named("column", place))) for place in range(len(self.paths)))
        return [(place, Column(code)) for place, code in told if code and code != UNUSED]

    def name_of(self, place: int) -> str:
        """The field in which a column was answered."""
        return self._named("column", place)

    def kept(self) -> tuple[ColumnRule, ...]:
        """Rules of several parts, which this page does not change."""
        return tuple(rule for rule in self.rule.columns if len(rule.sources) > 1 or rule.sources[0].width)

    def sheet_rule(self, sheet: str, key: Source | None) -> SheetRule:
        """How this sheet is to be read, by what was answered."""
        typed, mark = self.form.cleaned_data, self.mark
        return SheetRule(
            columns=(*(self._rule(place, column) for place, column in self.chosen()), *self.kept()),
            sheet=sheet,
            heading_row=typed.get(f"{mark}heading_row") or int(self.form.initial[f"{mark}heading_row"]),
            heading_rows=typed.get(f"{mark}heading_rows") or self.rule.heading_rows,
            first_row=typed.get(f"{mark}first_row") or 0,
            key=key,
        )

    def _rule(self, place: int, column: Column) -> ColumnRule:
        rule, typed = rule_for(column, self.source(place)), self.form.cleaned_data
        before = self._rule_before(place)
        if before is not None and before.field is column:
            rule = replace(before, sources=rule.sources)
        if key := typed.get(self._named("codes", place)):
            same = rule.codes[:1] == (key,)
            rule = rule if same else replace(rule, codes=(key,), numbers=True, values={})
        elif column is Column.RAW:
            rule = replace(rule, codes=())
        if column is Column.RAW:
            rule = replace(rule, name=typed.get(self._named("name", place)) or self.heading(place)[:40])
        return replace(rule, values=self._own_words(place, rule) if rule.codes else {})

    def _own_words(self, place: int, rule: ColumnRule) -> dict[str, str]:
        """What somebody said the file's own words mean: fields "value_3:kawin siri"; an empty one takes it back."""
        start, first = f"{self.mark}value_{place}:", CATALOGUE[rule.codes[0]]
        data = self.form.data.items()
        said = {name.removeprefix(start)[:60]: code for name, code in data if name.startswith(start)}
        return {word: code for word, code in {**rule.values, **said}.items() if code and first.read(code) is not None}

    def source(self, place: int) -> Source:
        """A column by its heading where only it bears that, else by its letter."""
        path = self.paths[place]
        alone = bool(path) and self.paths.count(path) == 1
        return Source((" / ".join(path),)) if alone else Source(letter=letter_of(place))


def named(codes: CodeList) -> str:
    """What a code list is called where one is chosen."""
    return f"{codes.title_id} · {codes.edition}"
