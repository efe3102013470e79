"""Which column of a file holds what: told from its heading by a closed list of words, never guessed from its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from satupintu.lib.codes import fold_words
from satupintu.registry.imports.words import Column

LOOK_AT = 12
"""Rows from the top among which the headings are looked for: titles and logos stand above them."""

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
    Column.LIFE_STATUS: "status dasar|status penduduk|keterangan hidup|status hidup|status kependudukan",
    Column.DESIL: "desil|desil dtsen|desil nasional|peringkat desil|desil kesejahteraan",
    Column.MEMBER_ID: "id dtsen|id dtks|nomor dtks|no dtks|id keluarga dtsen|id art|id anggota|id bdt art",
}
_MEANING: dict[str, Column] = {word: column for column, words in _SYNONYMS.items() for word in words.split("|")}

FAMILY_CODES_TOLD = {"hubungan", "status hubungan", "status keluarga"}
"""Headings that do not say which list their codes are from: words are read there, bare numbers are not."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of headings: its number, its cells as written, and what is recognised (column place → meaning)."""

    number: int
    cells: tuple[str, ...]
    columns: Mapping[int, Column] = field(default_factory=dict)

    @property
    def unused(self) -> list[str]:
        """Headings that nobody recognised."""
        return [text for place, text in enumerate(self.cells) if text and place not in self.columns]

    @property
    def ambiguous(self) -> set[Column]:
        """Columns whose bare numbers could be from two lists."""
        return {c for place, c in self.columns.items() if fold_words(self.cells[place]) in FAMILY_CODES_TOLD}


def recognise(rows: Sequence[tuple[int, Sequence[object]]]) -> Heading | None:
    """The row among the first that looks most like headings: a name and at least one more. None when there is none.

    ``rows`` are (number, cells) from the top of the file. A meaning is given to the first column that bears it.
    """
    best: Heading | None = None
    for number, cells in rows[:LOOK_AT]:
        heading = _read(number, cells)
        enough = Column.NAME in heading.columns.values() and len(heading.columns) > 1
        if enough and (best is None or len(heading.columns) > len(best.columns)):
            best = heading
    return best


def chosen(heading: Heading, choice: Mapping[int, str]) -> Heading:
    """The same headings with the meanings that a person chose for the places; "" means the column is not used."""
    columns = {place: Column(code) for place, code in choice.items() if code}
    return Heading(heading.number, heading.cells, columns)


def _read(number: int, cells: Sequence[object]) -> Heading:
    texts = tuple("" if cell is None else " ".join(str(cell).split())[:80] for cell in cells)
    columns: dict[int, Column] = {}
    for place, text in enumerate(texts):
        meaning = _MEANING.get(fold_words(text))
        if meaning is not None and meaning not in columns.values():
            columns[place] = meaning
    return Heading(number, texts, columns)
