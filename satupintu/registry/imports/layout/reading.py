"""From a document (what YAML or JSON gave) to a layout, with a sentence for everything that is wrong in it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.sentences import Said, say
from satupintu.lib.words import Word
from satupintu.registry.imports.layout.document import FORMAT, ColumnRule, Layout, NotALayout, SheetRule, Source
from satupintu.registry.imports.layout.fields import PLAIN_ONLY, lists_of
from satupintu.registry.imports.words import AreaSystem, Column, DateStyle
from satupintu.registry.people.words import ExternalList

MOST_COLUMNS, MOST_HEADING_ROWS, LONGEST = 200, 5, 300
_LETTER = re.compile(r"[A-Z]{1,2}")
_TOP = {"format", "name", "note", "list", "areas", "dates", "blank", "constants", "member", "household"}
_SHEET = {"sheet", "heading_row", "heading_rows", "first_row", "key", "columns"}
_COLUMN = {"field", "name", "from", "parts", "join", "codes", "numbers", "values", "required"}
_ONCE = set(Column) - {Column.RAW}


def read_layout(document: object) -> Layout:
    """The layout that a document describes. Raises NotALayout with everything that is wrong."""
    reading = _Reading()
    layout = reading.layout(document)
    if reading.wrong or layout is None:
        raise NotALayout(reading.wrong)
    return layout


class _Reading:
    """Reads piece by piece and goes on after a fault, so that all of them are told at once."""

    def __init__(self) -> None:
        self.wrong: list[Said] = []

    def fault(self, where: str, why: Said) -> None:
        self.wrong.append(say("{where}: {why}", where=where, why=why))

    def layout(self, document: object) -> Layout | None:
        top = self.mapping(document, "pemetaan", _TOP)
        if not top:
            return None
        if self.text(top, "format", "pemetaan") != FORMAT:
            self.fault("format", say("harus berisi {format}.", format=FORMAT))
        member = self.sheet(top.get("member"), "member")
        household = self.sheet(top["household"], "household") if "household" in top else None
        if member is None:
            return None
        layout = Layout(
            member=member,
            household=household,
            name=self.text(top, "name", "pemetaan"),
            note=self.text(top, "note", "pemetaan"),
            areas=self.word(top, "areas", AreaSystem, AreaSystem.KEMENDAGRI),
            dates=self.word(top, "dates", DateStyle, DateStyle.DAY_FIRST),
            blank=self.texts(top.get("blank", []), "blank"),
            list=str(self.word(top, "list", ExternalList, "")),
            constants=self.constants(top.get("constants", {})),
        )
        self.whole(layout)
        return layout

    def whole(self, layout: Layout) -> None:
        """What only shows when all of it is seen."""
        fields = [rule.field for rule in layout.rules]
        if Column.NAME not in fields:
            self.fault("member", say("belum ada kolom yang dibaca sebagai nama (field: name)."))
        for column in sorted({column for column in fields if column in _ONCE and fields.count(column) > 1}):
            self.fault(column.value, say("dibaca dari dua kolom; pilih satu."))
        names = [rule.name for rule in layout.rules if rule.field is Column.RAW]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.fault(name, say("dibaca dari dua kolom; pilih satu."))
        if names and not layout.list:
            self.fault("list", say("nilai asli (field: raw) hanya disimpan bersama sebuah daftar; isi list."))
        if layout.household and not (layout.member.key and layout.household.key):
            self.fault("key", say("dua lembar dihubungkan oleh satu kolom; isi key pada member dan household."))
        if layout.areas is AreaSystem.NAMES and Column.VILLAGE_CODE in fields:
            self.fault("areas", say("ada kolom kode desa; sebutkan kodenya: kemendagri atau bps."))

    def sheet(self, document: object, where: str) -> SheetRule | None:
        found = self.mapping(document, where, _SHEET)
        if not found:
            return None
        columns = found.get("columns")
        if not isinstance(columns, list) or not 0 < len(columns) <= MOST_COLUMNS:
            self.fault(f"{where}.columns", say("tulis satu sampai {most} kolom.", most=MOST_COLUMNS))
            columns = []
        rules = [self.column(one, f"{where}.columns[{place}]") for place, one in enumerate(columns, start=1)]
        return SheetRule(
            columns=tuple(rule for rule in rules if rule),
            sheet=self.text(found, "sheet", where),
            heading_row=self.whole_number(found, "heading_row", where, 0, 1000, 0),
            heading_rows=self.whole_number(found, "heading_rows", where, 1, MOST_HEADING_ROWS, 1),
            first_row=self.whole_number(found, "first_row", where, 0, 1000, 0),
            key=self.source(found["key"], f"{where}.key") if "key" in found else None,
        )

    def column(self, document: object, where: str) -> ColumnRule | None:
        found = self.mapping(document, where, _COLUMN)
        if not found:
            return None
        try:
            column = Column(self.text(found, "field", where))
        except ValueError:
            known = ", ".join(Column.codes())
            self.fault(where, say("field tidak dikenal. Yang ada: {known}.", known=known))
            return None
        rule = ColumnRule(
            field=column,
            sources=self.sources(found, where),
            join=str(found.get("join", ""))[:5],
            codes=self.codes(found, column, where),
            numbers=self.yes(found, "numbers", where, usual=True),
            values={str(word): str(code) for word, code in self.mapping(found.get("values", {}), where).items()},
            name=self.text(found, "name", where),
            required=self.yes(found, "required", where, usual=False),
        )
        self.one_column(rule, where)
        return rule

    def one_column(self, rule: ColumnRule, where: str) -> None:
        """What a rule must keep in itself."""
        if rule.field in PLAIN_ONLY and (len(rule.sources) > 1 or rule.values):
            self.fault(where, say("NIK dan nomor KK dibaca dari satu kolom apa adanya."))
        if rule.field is Column.RAW and not rule.name:
            self.fault(where, say("nilai asli perlu nama (name)."))
        if rule.values and not rule.codes:
            self.fault(where, say("values perlu codes: daftar kode yang dituju."))
        for code in rule.values.values() if rule.codes else ():
            if CATALOGUE[rule.codes[0]].read(code) is None:
                self.fault(where, say("kode {code} tidak ada di daftar {list}.", code=code, list=rule.codes[0]))

    def sources(self, found: Mapping[str, Any], where: str) -> tuple[Source, ...]:
        if "parts" in found:
            parts = found["parts"]
            if not isinstance(parts, list) or not 1 <= len(parts) <= 6 or "from" in found:
                self.fault(where, say("parts berisi satu sampai enam bagian, tanpa from."))
                return ()
            return tuple(source for part in parts if (source := self.source(part, where)))
        source = self.source(found.get("from"), where)
        return (source,) if source else ()

    def source(self, document: object, where: str) -> Source | None:
        width = 0
        if isinstance(document, Mapping):
            found = self.mapping(document, where, {"from", "letter", "width"})
            width = self.whole_number(found, "width", where, 0, 10, 0)
            if letter := self.text(found, "letter", where).upper():
                if not _LETTER.fullmatch(letter):
                    self.fault(where, say("letter adalah huruf kolom, misalnya C atau AA."))
                return Source(letter=letter, width=width)
            document = found.get("from")
        headings = self.texts(document, where)
        if not headings:
            self.fault(where, say("sebutkan judul kolomnya (from) atau hurufnya (letter)."))
            return None
        return Source(headings=headings, width=width)

    def codes(self, found: Mapping[str, Any], column: Column, where: str) -> tuple[str, ...]:
        keys = self.texts(found.get("codes", []), where)
        allowed = {codes.key for codes in lists_of(column)}
        for key in keys:
            if key not in allowed:
                usual = ", ".join(sorted(allowed)[:8]) or "–"
                wrong = say("daftar kode {key} tidak dapat dipakai di sini. Yang dapat: {usual}.", key=key, usual=usual)
                self.fault(where, wrong)
        return tuple(key for key in keys if key in allowed)

    def constants(self, document: object) -> dict[Column, str]:
        constants: dict[Column, str] = {}
        for name, value in self.mapping(document, "constants").items():
            if name not in Column.codes() or Column(name) in PLAIN_ONLY | {Column.NAME, Column.RAW}:
                self.fault("constants", say("{name} tidak dapat sama untuk semua baris.", name=str(name)[:40]))
            else:
                constants[Column(name)] = str(value)[:LONGEST]
        return constants

    def mapping(self, document: object, where: str, keys: set[str] | None = None) -> dict[str, Any]:
        if not isinstance(document, Mapping) or (keys is not None and not document):
            self.fault(where, say("harus berisi pasangan nama dan nilai."))
            return {}
        for unknown in sorted(str(key) for key in document if keys is not None and key not in keys):
            self.fault(where, say("kata {word} tidak dikenal di sini.", word=unknown[:40]))
        return {str(key): value for key, value in document.items()}

    def text(self, found: Mapping[str, Any], name: str, where: str) -> str:
        value = found.get(name, "")
        if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > LONGEST:
            self.fault(f"{where}.{name}", say("harus berupa teks pendek."))
            return ""
        return str(value).strip()

    def texts(self, value: object, where: str) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [] if value is None else [value]
        if not all(isinstance(one, str | int) and len(str(one)) <= LONGEST for one in values):
            self.fault(where, say("harus berupa teks pendek."))
            return ()
        return tuple(str(one).strip() for one in values[:20] if str(one).strip())

    def whole_number(self, found: Mapping[str, Any], name: str, where: str, least: int, most: int, usual: int) -> int:
        value = str(found.get(name, usual))
        if not value.isdecimal() or not least <= int(value) <= most:
            self.fault(f"{where}.{name}", say("harus angka {least} sampai {most}.", least=least, most=most))
            return usual
        return int(value)

    def yes(self, found: Mapping[str, Any], name: str, where: str, *, usual: bool) -> bool:
        value = str(found.get(name, usual)).lower()
        if value not in {"true", "false"}:
            self.fault(f"{where}.{name}", say("harus true atau false."))
        return value == "true" if value in {"true", "false"} else usual

    def word(self, found: Mapping[str, Any], name: str, words: type[Word], usual: Any) -> Any:
        value = found.get(name)
        if value in (None, ""):
            return usual
        make: Callable[[str], Word] = words
        try:
            return make(str(value))
        except ValueError:
            self.fault(name, say("{value} tidak dikenal. Yang ada: {known}.", value=str(value)[:40],
                                 known=", ".join(words.codes())))  # fmt: skip
            return usual
