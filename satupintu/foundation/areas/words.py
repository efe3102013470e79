"""Words of areas."""

from satupintu.lib.words import Word


class Kind(Word):
    """What an area is called in law; the decree counts these kinds."""

    PROVINSI = "provinsi", "Provinsi", "Provinsi"
    KABUPATEN = "kabupaten", "Kabupaten", "Kabupaten"
    KABUPATEN_ADM = "kabupaten_adm", "Kabupaten Administrasi", "Administrative kabupaten"
    KOTA = "kota", "Kota", "Kota"
    KOTA_ADM = "kota_adm", "Kota Administrasi", "Administrative kota"
    KECAMATAN = "kecamatan", "Kecamatan", "Kecamatan"
    DISTRIK = "distrik", "Distrik", "Distrik"
    DESA = "desa", "Desa", "Desa"
    KELURAHAN = "kelurahan", "Kelurahan", "Kelurahan"
    DESA_ADAT = "desa_adat", "Desa Adat", "Desa adat"

    @property
    def level(self) -> int:
        """1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan."""
        return _LEVELS[self]

    @property
    def short(self) -> str:
        """How addresses write it before a name; a province stands without any."""
        return _SHORT.get(self, self.label_id)


class Reason(Word):
    """Why one area is held to replace another."""

    RECODED = "recoded", "Induknya berganti kode, namanya tetap", "Its parent was recoded, the name stayed"
    MOVED = "moved", "Nama sama di induk yang sama, kodenya baru", "Same name in the same parent, new code"
    EXCHANGED = "exchanged", "Kodenya bertukar di induk yang sama", "Codes changed places in the same parent"
    SHIFTED = "shifted", "Namanya kini di kode sebelahnya", "Its name now stands at a neighbouring code"
    TRANSFERRED = "transferred", "Nama sama di tempat terdekat", "Same name in the nearest place"
    SIMILAR = "similar", "Nama mirip di tempat yang sama", "Similar name in the same place"
    DECIDED = "decided", "Ditetapkan petugas", "Decided by an officer"


class CodeSystem(Word):
    """Whose codes of areas, beside those of the Ministry of Home Affairs."""

    BPS = "bps", "Kode BPS", "Statistics codes (BPS)"


class Problem(Word):
    """What can be wrong with a list of areas; the gaps are filled by the line at fault."""

    AT_LINE = "at_line", "Baris {line}: {said}", "Line {line}: {said}"
    NOT_TEXT = "not_text", "berkas ini bukan CSV yang dapat dibaca (UTF-8, boleh .gz).", "this is no readable CSV file."
    TOO_LARGE = "too_large", "berkas ini terlalu besar untuk sebuah daftar wilayah.", "this file is too large."
    EMPTY = "empty", "berkas ini tidak berisi satu wilayah pun.", "this file holds no area at all."
    NO_COLUMNS = (
        "no_columns",
        "baris pertama harus memuat nama kolom: code, name, level, kind.",
        "the first line must name the columns: code, name, level, kind.",
    )
    BAD_CODE = (
        "bad_code",
        "“{code}” bukan kode wilayah; tulis 2, 4, 6, atau 10 angka, misalnya 73.02.03.2005.",
        "“{code}” is no area code; write 2, 4, 6 or 10 digits, for instance 73.02.03.2005.",
    )
    NO_NAME = "no_name", "wilayah {code} belum bernama.", "area {code} has no name."
    LONG_NAME = "long_name", "nama wilayah {code} lebih dari {most} huruf.", "the name of {code} is longer than {most}."
    WRONG_LEVEL = (
        "wrong_level",
        "kode {code} bertingkat {level}, tetapi kolom level berisi “{said}”.",
        "code {code} is of level {level}, but the column level says “{said}”.",
    )
    WRONG_KIND = (
        "wrong_kind",
        "“{said}” bukan jenis wilayah untuk kode {code}.",
        "“{said}” is no kind of area for code {code}.",
    )
    DUPLICATE = "duplicate", "kode {code} sudah ada di baris {first}.", "code {code} stands in line {first} already."
    ORPHAN = (
        "orphan",
        "induk wilayah {code}, yaitu {parent}, tidak ada di berkas ini.",
        "the parent of {code}, {parent}, is not in this file.",
    )


_LEVELS = {
    Kind.PROVINSI: 1,
    Kind.KABUPATEN: 2,
    Kind.KABUPATEN_ADM: 2,
    Kind.KOTA: 2,
    Kind.KOTA_ADM: 2,
    Kind.KECAMATAN: 3,
    Kind.DISTRIK: 3,
    Kind.DESA: 4,
    Kind.KELURAHAN: 4,
    Kind.DESA_ADAT: 4,
}
_SHORT = {
    Kind.PROVINSI: "",
    Kind.KABUPATEN: "Kab.",
    Kind.KABUPATEN_ADM: "Kab. Adm.",
    Kind.KOTA_ADM: "Kota Adm.",
    Kind.KECAMATAN: "Kec.",
    Kind.KELURAHAN: "Kel.",
}
