"""The layout that the headings of a file suggest: told by a closed list of words, never guessed from cells."""

from collections.abc import Sequence

from satupintu.lib.codes import fold_words
from satupintu.lib.sheets import Row
from satupintu.registry.imports.layout.binding import BETWEEN, LOOK_AT, heading_paths, letter_of
from satupintu.registry.imports.layout.document import ColumnRule, Layout, SheetRule, Source
from satupintu.registry.imports.layout.fields import USUAL
from satupintu.registry.imports.words import AreaSystem, Column

MOST_ROWS = 3
"""Rows that headings are looked for in."""

_SYNONYMS: dict[Column, str] = {
    Column.NAME: "nama|nama lengkap|nama penduduk|nama art|nama anggota|nama anggota rumah tangga|nama anggota keluarga|"
    "nama warga|nama individu|name",
    Column.NIK: "nik|no nik|nomor nik|no ktp|nomor ktp|no ktp nik|nik ktp|nomor induk kependudukan",
    Column.KK_NUMBER: "kk|no kk|nomor kk|nokk|no kartu keluarga|nomor kartu keluarga|kartu keluarga|nomor keluarga",
    Column.HOUSEHOLD_KEY: "no rumah tangga|nomor rumah tangga|id rumah tangga|no ruta|id ruta|ruta|nomor urut rumah tangga|"
    "no urut rumah tangga|no urut ruta|nuruta|id bdt|idbdt|id dtks rumah tangga|kode rumah tangga",
    Column.RELATIONSHIP: "hubungan dengan kepala rumah tangga|hubungan krt|hub krt|hubungan dengan krt|"
    "hubungan kepala rumah tangga|hubungan dalam rumah tangga|status dalam rumah tangga",
    Column.CARD_RELATIONSHIP: "shdk|hubungan keluarga|hubungan dalam keluarga|status hubungan dalam keluarga|hubungan|"
    "status hubungan|hubungan dengan kepala keluarga|hub keluarga|hubungan kk|hub kk|status keluarga|hubungan dalam kk",
    Column.SEX: "jenis kelamin|jk|kelamin|sex|l p|lp|gender",
    Column.BIRTH_DATE: "tanggal lahir|tgl lahir|tgl lhr|tanggallahir|tgllahir|tanggal lahir dd mm yyyy|"
    "tanggal lahir hh bb tttt",
    Column.BIRTH_YEAR: "tahun lahir|thn lahir",
    Column.AGE: "umur|usia|umur tahun|usia tahun",
    Column.BIRTH_PLACE: "tempat lahir|tmp lahir|tempatlahir|kota lahir",
    Column.MOTHER_NAME: "nama ibu|nama ibu kandung|ibu kandung|ibu",
    Column.VILLAGE_CODE: "kode desa|kode desa kelurahan|kode kelurahan|kode wilayah|kode kemendagri|kd desa|kode kel desa|"
    "kode desa kel",
    Column.VILLAGE_NAME: "desa|kelurahan|desa kelurahan|kelurahan desa|nama desa|nama kelurahan|nama desa kelurahan|"
    "nama kelurahan desa|desa kel|kel desa",
    Column.KECAMATAN_NAME: "kecamatan|nama kecamatan|kec",
    Column.DUSUN: "dusun|lingkungan|dusun lingkungan|nama dusun|sls|nama sls",
    Column.RT: "rt|no rt",
    Column.RW: "rw|no rw|rk",
    Column.ADDRESS: "alamat|alamat lengkap|alamat rumah|jalan",
    Column.OCCUPATION: "pekerjaan|jenis pekerjaan|pekerjaan utama",
    Column.MARITAL_STATUS: "status perkawinan|status kawin|status pernikahan|kawin|status nikah",
    Column.RELIGION: "agama",
    Column.EDUCATION: "pendidikan|pendidikan terakhir|pendidikan dalam kk|pendidikan kk|tingkat pendidikan",
    Column.EMPLOYMENT: "status pekerjaan|kedudukan dalam pekerjaan|status kedudukan dalam pekerjaan utama|"
    "status kedudukan pekerjaan",
    Column.DISABILITY: "disabilitas|jenis disabilitas|cacat|jenis cacat|penyandang cacat",
    Column.ILLNESS: "penyakit kronis|penyakit menahun|sakit menahun|penyakit kronis menahun|penyakit",
    Column.SCHOOLING: "partisipasi sekolah|status sekolah",
    Column.IDENTITY_PAPERS: "kartu identitas|kepemilikan kartu identitas",
    Column.LIFE_STATUS: "status dasar|status penduduk|keterangan hidup|status hidup|status kependudukan",
    Column.DESIL: "desil|desil dtsen|desil nasional|peringkat desil|desil kesejahteraan",
    Column.MEMBER_ID: "id dtsen|id dtks|nomor dtks|no dtks|id keluarga dtsen|id art|id anggota|id bdt art",
    Column.BIRTH: "tempat tanggal lahir|tempat dan tanggal lahir|tempat tgl lahir|ttl",
    Column.RT_RW: "rt rw",
    Column.PERCENTILE: "percentile|persentil",
}
_MEANING: dict[str, Column] = {word: column for column, words in _SYNONYMS.items() for word in words.split("|")}

FAMILY_CODES_TOLD = {"hubungan", "status hubungan", "status keluarga"}
"""Headings that do not say which list their codes are from: words are read there, bare numbers are not."""


def meaning_of(heading: str) -> Column | None:
    """What a heading says that its column holds; None when the closed list does not know it."""
    return _MEANING.get(fold_words(heading))


def rule_for(column: Column, source: Source) -> ColumnRule:
    """How a column is read when nobody says otherwise."""
    vague = column is Column.CARD_RELATIONSHIP and any(fold_words(h) in FAMILY_CODES_TOLD for h in source.headings)
    return ColumnRule(column, (source,), codes=USUAL.get(column, ()), numbers=not vague)


def propose(rows: Sequence[Row]) -> Layout | None:
    """The layout of a sheet by its headings: the rows in which a name and most others are recognised; None without them.

    ``rows`` are the first of the sheet. A meaning is given to the first column that bears it; of equally good rows of
    headings the fewest and the highest count.
    """
    best: SheetRule | None = None
    top = rows[:LOOK_AT]
    for count in range(1, MOST_ROWS + 1):
        for at, row in enumerate(top):
            rule = _suggested(top[at:], row.number, count)
            if rule is not None and (best is None or len(rule.columns) > len(best.columns)):
                best = rule
    if best is None:
        return None
    columns = {rule.field for rule in best.columns}
    coded = Column.VILLAGE_CODE in columns or Column.VILLAGE_NAME not in columns
    return Layout(best, areas=AreaSystem.KEMENDAGRI if coded else AreaSystem.NAMES)


def _suggested(rows: Sequence[Row], start: int, count: int) -> SheetRule | None:
    by_number = {row.number: row.cells for row in rows}
    paths = heading_paths([by_number.get(number, ()) for number in range(start, start + count)])
    rules: dict[Column, ColumnRule] = {}
    whole = [fold_words(" ".join(path)) for path in paths]
    for place, path in enumerate(paths):
        ends = [BETWEEN.join(path[at:]) for at in range(len(path))]
        meaning = next((found for end in ends if (found := meaning_of(end)) is not None), None)
        if meaning is not None and meaning not in rules:
            alone = whole.count(whole[place]) == 1
            source = Source((BETWEEN.join(path),)) if alone else Source(letter=letter_of(place))
            rules[meaning] = rule_for(meaning, source)
    if Column.NAME not in rules or len(rules) < 2:
        return None
    return SheetRule(tuple(rules.values()), heading_row=start, heading_rows=count)
