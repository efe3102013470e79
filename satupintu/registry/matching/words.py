"""Words of matching: where a pair stands, how a search goes, and what speaks for one person, said plainly."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.lib.words import Word


class PairState(Word):
    """Where a pair stands."""

    OPEN = "open", "Belum diputuskan", "Undecided"
    LATER = "later", "Ditunda", "Put off"
    PROPOSED = "proposed", "Menunggu petugas kedua", "Waits for a second officer"
    SAME = "same", "Orang yang sama", "One person"
    DIFFERENT = "different", "Orang yang berbeda", "Two people"


class Decision(Word):
    """What an officer says of a pair."""

    SAME = "same", "Orang yang sama", "One person"
    DIFFERENT = "different", "Orang yang berbeda", "Two people"
    LATER = "later", "Putuskan nanti", "Decide another time"


class SearchState(Word):
    """How a search through the register goes."""

    WAITING = "waiting", "Menunggu giliran", "Waits its turn"
    READING = "reading", "Membaca data orang", "Reads the register"
    LEARNING = "learning", "Mempelajari data", "Learns from the data"
    COMPARING = "comparing", "Membandingkan", "Compares"
    DONE = "done", "Selesai", "Done"
    FAILED = "failed", "Gagal", "Failed"


class Strength(Word):
    """How much the evidence of a pair weighs, for people who do not read bits."""

    SURE = "sure", "Sangat mirip", "Very alike"
    LIKELY = "likely", "Mirip", "Alike"
    POSSIBLE = "possible", "Mungkin", "Possible"
    TOLD = "told", "Dilaporkan petugas", "Told by an officer"


EVIDENCE = {
    ("nik", "same"): noop("NIK sama"),
    ("nik", "other"): noop("NIK berbeda"),
    ("name", "same"): noop("Nama sama"),
    ("name", "sounds_same"): noop("Nama terdengar sama"),
    ("name", "very_like"): noop("Nama hampir sama"),
    ("name", "shorter"): noop("Nama yang satu lebih pendek"),
    ("name", "like"): noop("Nama mirip"),
    ("name", "one_part"): noop("Satu bagian nama sama"),
    ("name", "other"): noop("Nama berbeda"),
    ("born", "same"): noop("Tanggal lahir sama"),
    ("born", "swapped"): noop("Tanggal dan bulan lahir tertukar"),
    ("born", "one_digit"): noop("Tanggal lahir berbeda satu angka"),
    ("born", "day_or_month"): noop("Tahun lahir sama, tanggal atau bulannya juga"),
    ("born", "same_day"): noop("Hari lahir sama, tahunnya berbeda"),
    ("born", "same_year"): noop("Tahun lahir sama"),
    ("born", "near"): noop("Tahun lahir berdekatan"),
    ("born", "other"): noop("Tanggal lahir berbeda"),
    ("sex", "same"): noop("Jenis kelamin sama"),
    ("sex", "other"): noop("Jenis kelamin berbeda"),
    ("family", "same"): noop("Nama ibu sama"),
    ("family", "like"): noop("Nama ibu mirip"),
    ("family", "shorter"): noop("Nama ibu yang satu lebih pendek"),
    ("family", "card"): noop("Nomor KK sama"),
    ("family", "other"): noop("Nama ibu berbeda"),
    ("village", "same"): noop("Desa sama"),
    ("village", "kecamatan"): noop("Kecamatan sama, desa berbeda"),
    ("village", "other"): noop("Kecamatan berbeda"),
}
"""(comparison, level) → what it says."""


def said(comparison: str, level: str) -> str:
    """What a level of a comparison says, in the reader's language."""
    return _(EVIDENCE[comparison, level]) if (comparison, level) in EVIDENCE else f"{comparison}: {level}"
