"""Words of the civil registry: its verdict on a person, what was found, and what may be wrong with a row of its file."""

from satupintu.lib.words import Word


class Verdict(Word):
    """Whether the person was matched (flag of the NIK cleansing, pemadanan)."""

    MATCHED = "matched", "Padan", "Matched"
    NOT_MATCHED = "not_matched", "Tidak padan", "Not matched"


class Presence(Word):
    """What the matching found about a member of a household (keberadaan anggota rumah tangga)."""

    CONFIRMED = "confirmed", "Terkonfirmasi", "Confirmed"
    NOT_CONFIRMED = "not_confirmed", "Tidak terkonfirmasi", "Not confirmed"
    DUPLICATE = "duplicate", "Ganda", "Duplicate"
    DIED = "died", "Meninggal", "Died"
    NO_PAPERS = "no_papers", "Tidak memiliki dokumen kependudukan", "Has no civil documents"


class Likeness(Word):
    """How a value here stands to the one of the civil registry."""

    SAME = "same", "sama", "same"
    DIFFERENT = "different", "berbeda", "different"
    UNKNOWN = "unknown", "tidak dapat dibandingkan", "cannot be compared"


class RowProblem(Word):
    """Why a row of a file with answers is left out."""

    UNKNOWN = "unknown", "Tidak ada orang dengan nomor ini di wilayah berkas.", "Nobody in the area has this number."
    SEVERAL = "several", "Beberapa orang memakai NIK ini; isi kolom “orang”.", "Several have it; fill “orang”."
    NUMBER = (
        "number",
        "Nomornya bilangan, bukan teks; angkanya mungkin rusak.",
        "A number, not text: digits may be lost.",
    )
    NO_KEY = "no_key", "Kolom “nik” dan “orang” kosong.", "Neither “nik” nor “orang” is filled."
    NO_VERDICT = "no_verdict", "“flag_nik” harus 1 (padan) atau 2 (tidak padan).", "“flag_nik” must be 1 or 2."
    TWICE = "twice", "Orang ini sudah dijawab di baris sebelumnya.", "Answered in an earlier row."


VERDICTS = {"1": Verdict.MATCHED, "2": Verdict.NOT_MATCHED}
"""Code of ``flag_nik`` (pemadanan_flag, verval of DTKS 2020) → our word."""
PRESENCES = dict(zip("12345", Presence, strict=True))
"""Code of ``keberadaan`` (pemadanan_keberadaan_art) → our word."""
