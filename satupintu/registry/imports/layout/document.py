"""A layout: which column of a file is read into which field, by which code list. Plain values, as they stand in a mapping.

layout = read_layout(document)        # what YAML or JSON gave: dicts, lists, texts; Raises NotALayout
layout.document()                     # the same again, without what is usual
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from typing import Any

from satupintu.lib.sentences import Said
from satupintu.registry.imports.words import AreaSystem, Column, DateStyle

FORMAT = "satupintu.mapping/1"


class NotALayout(ValueError):
    """A document is no layout; ``sentences`` say everything that is wrong with it."""

    def __init__(self, sentences: list[Said]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: under one of these headings, or in the column of that letter.

    A heading is its text, or with several rows of headings its path ("Suami / NIK"). ``width`` fills a part of a joined
    value with noughts on the left, which spreadsheets drop: 6 → "06".
    """

    headings: tuple[str, ...] = ()
    letter: str = ""
    width: int = 0

    def document(self) -> Any:
        """As it is written in a mapping."""
        where: dict[str, Any] = {"letter": self.letter} if self.letter else {"from": _short(self.headings)}
        if self.width:
            return where | {"width": self.width}
        return where if self.letter else where["from"]


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """How one field is read. Several ``sources`` are parts of one value, put together with ``join`` between them.

    ``codes`` are keys of code lists: the first is read by number and by word, the others by word only. With ``numbers``
    off a bare number is taken only where all these lists mean the same by it. ``values`` say what the file's own words
    mean, as codes of the first list. ``name`` is what a raw value is kept under.
    """

    field: Column
    sources: tuple[Source, ...]
    join: str = ""
    codes: tuple[str, ...] = ()
    numbers: bool = True
    values: Mapping[str, str] = made(default_factory=dict, hash=False)
    name: str = ""
    required: bool = False

    @property
    def label(self) -> str:
        """What it is called to a person: its field, or the name of a raw value."""
        return self.name or self.field.label

    def document(self) -> dict[str, Any]:
        """As it is written in a mapping."""
        written: dict[str, Any] = {"field": self.field.value}
        if self.name:
            written["name"] = self.name
        if len(self.sources) == 1 and not self.sources[0].width:
            written["from"] = self.sources[0].document()
        else:
            written["parts"] = [source.document() for source in self.sources]
            written |= {"join": self.join} if self.join else {}
        written |= {"codes": _short(self.codes)} if self.codes else {}
        written |= {"values": dict(self.values)} if self.values else {}
        written |= {} if self.numbers else {"numbers": False}
        return written | ({"required": True} if self.required else {})


@dataclass(frozen=True, slots=True)
class SheetRule:
    """One sheet: its name ("" for the first), where its headings and its rows begin (0: looked for), its columns.

    ``key`` is the column by which a member finds their household on the other sheet.
    """

    columns: tuple[ColumnRule, ...]
    sheet: str = ""
    heading_row: int = 0
    heading_rows: int = 1
    first_row: int = 0
    key: Source | None = None

    def document(self) -> dict[str, Any]:
        """As it is written in a mapping."""
        written: dict[str, Any] = {"sheet": self.sheet} if self.sheet else {}
        for name, usual in (("heading_row", 0), ("heading_rows", 1), ("first_row", 0)):
            if getattr(self, name) != usual:
                written[name] = getattr(self, name)
        if self.key:
            written["key"] = self.key.document()
        return written | {"columns": [rule.document() for rule in self.columns]}


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole mapping: the sheet of persons, perhaps one of households, and what holds for every row.

    ``list`` is the list of somebody else that the file is an edition of ("bdt"); raw values are kept with it.
    """

    member: SheetRule
    household: SheetRule | None = None
    name: str = ""
    note: str = ""
    areas: AreaSystem = AreaSystem.KEMENDAGRI
    dates: DateStyle = DateStyle.DAY_FIRST
    blank: tuple[str, ...] = ()
    list: str = ""
    constants: Mapping[Column, str] = made(default_factory=dict, hash=False)

    @property
    def rules(self) -> tuple[ColumnRule, ...]:
        """The rules of both sheets."""
        return self.member.columns + (self.household.columns if self.household else ())

    def document(self) -> dict[str, Any]:
        """As it is written in a mapping: texts, numbers, lists and dicts, without what is usual."""
        written: dict[str, Any] = {"format": FORMAT, "name": self.name}
        for name in ("note", "list"):
            written |= {name: getattr(self, name)} if getattr(self, name) else {}
        written |= {"areas": self.areas.value, "dates": self.dates.value}
        written |= {"blank": [*self.blank]} if self.blank else {}
        written |= {"constants": {c.value: text for c, text in self.constants.items()}} if self.constants else {}
        written["member"] = self.member.document()
        return written | ({"household": self.household.document()} if self.household else {})

    def called(self, name: str) -> "Layout":
        """The same under another name."""
        return replace(self, name=name)


def _short(texts: tuple[str, ...]) -> Any:
    return texts[0] if len(texts) == 1 else [*texts]
