"""From the rows of a file to staged rows, column by column: each cell that differs is read once by its rule, every problem
is kept. No database.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from itertools import zip_longest
from typing import Any

from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.codes import fold_words
from satupintu.lib.sentences import say
from satupintu.lib.sheets import Cell, Row
from satupintu.registry.imports import cells as read
from satupintu.registry.imports.layout import Bound, ColumnRule, Layout
from satupintu.registry.imports.layout.fields import USUAL
from satupintu.registry.imports.oddities import Oddities
from satupintu.registry.imports.places import Places
from satupintu.registry.imports.problems import Problem, Unreadable
from satupintu.registry.imports.staged import NOTHING, Staged, staged
from satupintu.registry.imports.words import Column

_TEXTS = {
    Column.BIRTH_PLACE: 80,
    Column.MOTHER_NAME: 120,
    Column.DUSUN: 60,
    Column.ADDRESS: 200,
    Column.OCCUPATION: 80,
    Column.MEMBER_ID: 40,
    Column.HOUSEHOLD_KEY: 40,
    Column.VILLAGE_NAME: 120,
    Column.KECAMATAN_NAME: 120,
    Column.RAW: 200,
}
_ZERO_COUNTS = {Column.AGE, Column.RAW}
REMEMBERED = 50_000
"""Different cells of one column that are remembered at a time."""
Told = tuple[Row, Sequence[Problem]]
"""A row, and what is wrong with it before any cell is read: a member without a household on the other sheet."""
Found = dict[Column | str, list[Any]]
"""What was read, by field and for raw values by their name, one value a row."""


@dataclass(frozen=True, slots=True)
class _Reads:
    """How one rule is read: from which places, into what; and what its cells have been read into so far."""

    rule: ColumnRule
    places: tuple[int, ...]
    reader: Callable[[Cell], Any]
    known: dict[Any, Any] = field(default_factory=dict)

    @property
    def joined(self) -> bool:
        """Whether its value is put together, or filled up."""
        return len(self.places) > 1 or self.rule.sources[0].width > 0


@dataclass
class Reader:
    """Reads rows of one file by its layout, for one area, as of one day.

    Rows are read many at a time. A cell is read once for all rows in which it stands alike; text, number and date are
    never alike, so that 1 is not "1".
    """

    layout: Layout
    bound: Bound
    places: Places
    today: date
    known_kecamatan: frozenset[int] = frozenset()
    _reads: list[_Reads] = field(init=False)
    _blank: frozenset[str] = field(init=False)
    _same: dict[Column, Any] = field(init=False)

    def __post_init__(self) -> None:
        self._blank = frozenset(fold_words(word) for word in self.layout.blank)
        self._reads = [_Reads(c.rule, c.places, self._plain_reader(c.rule)) for c in self.bound.columns]
        self._oddities = Oddities(self.known_kecamatan)
        self._village_of = lru_cache(maxsize=REMEMBERED)(self._village_by_names)
        self._same, self._same_wrong = {}, list[Problem]()
        for column, text in self.layout.constants.items():
            try:
                self._same[column] = self._plain_reader(ColumnRule(column, (), codes=USUAL.get(column, ())))(text)
            except Unreadable as problem:
                self._same_wrong.append(Problem(problem.code, problem.sentence, column.value))

    def read(self, told: Sequence[Told]) -> Staged:
        """These rows as columns of the staging table; values that cannot be read are left out and told in ``errors``."""
        rows = [row.cells for row, _odd in told]
        wrong = _Wrong(len(rows))
        for place, (_row, odd) in enumerate(told):
            if odd or self._same_wrong:
                wrong.add(place, [*self._same_wrong, *(one for one in odd if one.code == "no_household")])
        found: Found = {column: [value] * len(rows) for column, value in self._same.items()}
        standing = list(zip_longest(*rows))
        for reads in self._reads:
            _keep(reads.rule, self._outcomes(reads, standing, len(rows), wrong), found)
        values = {field: [None if one is NOTHING else one for one in column] for field, column in found.items()}
        self._must_have_a_name(values, wrong)
        villages = self._villages(values, wrong)
        made = staged([row.number for row, _odd in told], rows, villages, values, self.today)
        for place, (name, key) in enumerate(zip(made["name"], made["name_key"], strict=True)):
            if name and not key:
                wrong.add(place, [Problem("name", say("Nama belum diisi dengan huruf."), Column.NAME.value)])
        made["errors"] = wrong.packed()
        cautions = [[one for one in odd if one.code != "no_household"] if odd else () for _row, odd in told]
        made["cautions"] = self._oddities.of(values, cautions)
        return made

    def _plain_reader(self, rule: ColumnRule) -> Callable[[Any], Any]:
        column, dates, today = rule.field, self.layout.dates, self.today
        if keys := rule.codes or USUAL.get(column, ()):
            values = {fold_words(word): _code(keys[0], code) for word, code in rule.values.items()}
            return read.Coded(column, tuple(CATALOGUE[key] for key in keys), values, rule.numbers)
        readers: dict[Column, Callable[[Any], Any]] = {
            Column.NAME: read.name,
            Column.NIK: read.nik,
            Column.KK_NUMBER: read.kk_number,
            Column.BIRTH_DATE: lambda cell: read.birth_date(cell, dates, today),
            Column.BIRTH: lambda cell: read.birth(cell, dates, today),
            Column.BIRTH_YEAR: lambda cell: read.whole(cell, 1890, today.year),
            Column.AGE: lambda cell: read.whole(cell, 0, 130),
            Column.RT: read.rt,
            Column.RW: read.rt,
            Column.RT_RW: read.rt_rw,
            Column.DESIL: lambda cell: read.whole(cell, 1, 10),
            Column.PERCENTILE: read.desil_of,
            Column.VILLAGE_CODE: partial(self.places.by_code, system=self.layout.areas),
            **{column: partial(read.text, most=most) for column, most in _TEXTS.items()},
        }
        return readers[column]

    def _outcomes(self, reads: _Reads, standing: Sequence[Sequence[Cell]], count: int, wrong: "_Wrong") -> list[Any]:
        """What one rule reads in each row; NOTHING where nothing is said, and where a problem was told instead."""
        columns = [standing[place] if place < len(standing) else (None,) * count for place in reads.places]
        alike = _alike(columns[0]) if not reads.joined else [*zip(*map(_with_types, columns), strict=True)]
        known = reads.known
        if len(known) > REMEMBERED:
            known.clear()
        for key in set(alike).difference(known):
            known[key] = self._outcome(reads, key)
        outcomes = [known[key] for key in alike]
        if Problem in set(map(type, outcomes)):
            for place, outcome in enumerate(outcomes):
                if type(outcome) is Problem:
                    wrong.add(place, [outcome])
                    outcomes[place] = NOTHING
        return outcomes

    def _outcome(self, reads: _Reads, key: Any) -> Any:
        """What a cell is read into, or the problem that it cannot be."""
        try:
            cell = self._put_together(reads, key) if reads.joined else (key[1] if type(key) is tuple else key)
            return NOTHING if cell is None or self._says_nothing(reads, cell) else reads.reader(cell)
        except Unreadable as problem:
            return Problem(problem.code, problem.sentence, reads.rule.field.value)

    def _put_together(self, reads: _Reads, parts: Iterable[tuple[type, Cell]]) -> str | None:
        """The value of several cells; None when one of them says nothing."""
        texts = []
        for (_type, part), source in zip(parts, reads.rule.sources, strict=True):
            if part is None or self._says_nothing(reads, part):
                return None
            texts.append(read.text(part, 60).zfill(source.width))
        return reads.rule.join.join(texts)

    def _says_nothing(self, reads: _Reads, cell: Cell) -> bool:
        if self._blank and isinstance(cell, str | int | float) and fold_words(str(cell)) in self._blank:
            return True
        if not read.is_nothing(cell):
            return False
        if isinstance(reads.reader, read.Coded):
            return not reads.reader.knows(cell)
        return not (reads.rule.field in _ZERO_COUNTS and str(cell).strip() == "0")

    def _must_have_a_name(self, values: Found, wrong: "_Wrong") -> None:
        for place, name in enumerate(values.get(Column.NAME) or [None] * wrong.count):
            if name is None and Column.NAME.value not in wrong.columns(place):
                wrong.add(place, [Problem("name", say("Nama belum diisi."), Column.NAME.value)])

    def _villages(self, values: Found, wrong: "_Wrong") -> list[int | None]:
        """The village of each row by code, else by name, else the only one there is."""
        nowhere = [None] * wrong.count
        codes, named = values.get(Column.VILLAGE_CODE, nowhere), values.get(Column.VILLAGE_NAME, nowhere)
        inside = values.get(Column.KECAMATAN_NAME, nowhere)
        villages = list(codes)
        for place, code in enumerate(codes):
            if code is None or place in wrong.rows:
                villages[place] = self._village(place, code, named[place] or "", inside[place] or "", wrong)
        return villages

    def _village(self, place: int, code: int | None, named: str, kecamatan: str, wrong: "_Wrong") -> int | None:
        for at, problem in enumerate(wrong.rows.get(place, ())):
            if problem.column == Column.VILLAGE_CODE.value:
                wrong.rows[place][at] = self.places.with_candidates(problem, named)
                return None
        if code is not None:
            return code
        if named:
            village = self._village_of(named, kecamatan)
            if isinstance(village, int):
                return village
            wrong.add(place, [village])
            return None
        if self.places.only is None:
            wrong.add(place, [Problem("village", say("Desa belum diisi."), Column.VILLAGE_CODE.value)])
        return self.places.only

    def _village_by_names(self, named: str, kecamatan: str) -> int | Problem:
        try:
            return self.places.by_names(named, kecamatan)
        except Unreadable as problem:
            told = Problem(problem.code, problem.sentence, Column.VILLAGE_NAME.value)
            return self.places.with_candidates(told, named)


class _Wrong:
    """The errors of some rows, by their place among all that are read at once; most rows have none."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.rows: dict[int, list[Problem]] = {}

    def add(self, place: int, problems: list[Problem]) -> None:
        """Tell something about a row, after what was told before."""
        if problems:
            self.rows.setdefault(place, []).extend(problems)

    def columns(self, place: int) -> set[str]:
        """The columns that something is wrong with in a row."""
        return {problem.column for problem in self.rows.get(place, ())}

    def packed(self) -> list[Any]:
        """For each row what is wrong with it, as it is kept."""
        nothing: list[Any] = []
        return [
            [problem.packed() for problem in self.rows[place]] if place in self.rows else nothing
            for place in range(self.count)
        ]


def _alike(column: Sequence[Cell]) -> Sequence[Any]:
    """The cells of a column so that only those are equal that are read alike."""
    return column if set(map(type, column)) <= {str, type(None)} else _with_types(column)


def _with_types(column: Sequence[Cell]) -> list[tuple[type, Cell]]:
    return list(zip(map(type, column), column, strict=True))


def _keep(rule: ColumnRule, outcomes: list[Any], found: Found) -> None:
    """Put what was read where it belongs; one cell may tell two things."""
    if rule.field is Column.BIRTH:
        _merge(found, Column.BIRTH_DATE, [one if one is NOTHING else one[1] for one in outcomes])
        _merge(found, Column.BIRTH_PLACE, [one if one is NOTHING else one[0] or NOTHING for one in outcomes])
    elif rule.field is Column.RT_RW:
        for at, column in enumerate((Column.RT, Column.RW)):
            _merge(found, column, [one if one is NOTHING else one[at] for one in outcomes])
    elif rule.field is Column.PERCENTILE:
        # A desil that is told is better than one that is reckoned.
        told = found.get(Column.DESIL, outcomes)
        found[Column.DESIL] = [new if old is NOTHING else old for old, new in zip(told, outcomes, strict=True)]
    else:
        _merge(found, f"raw:{rule.name}" if rule.field is Column.RAW else rule.field, outcomes)


def _merge(found: Found, column: Column | str, outcomes: list[Any]) -> None:
    """What a later rule tells of the same field counts, where it tells anything."""
    before = found.get(column)
    found[column] = (
        outcomes
        if before is None
        else [old if new is NOTHING else new for old, new in zip(before, outcomes, strict=True)]
    )


def _code(key: str, written: str) -> str:
    """The code of a list as the list writes it. A mapping that was read names only codes that are there."""
    found = CATALOGUE[key].read(written)
    return found.code if found else written
