"""What each check is: how much it matters, what to do about it, and the limits it goes by. Plain values."""

import re
from dataclasses import dataclass

from satupintu.lib.names import name_key
from satupintu.lib.sentences import Said, say
from satupintu.reports.quality.words import Check, Severity

HEAD_FROM = 17
"""Who is below is no adult by civil registration (KTP from 17: UU 24/2013 art. 63)."""
MARRY_FROM = 19
"""The least age to marry: UU 16/2019 art. 7."""
SCHOOL_FROM, SCHOOL_BELOW = 4, 31
"""Who is said to attend school outside these ages deserves a look; kindergarten and universities are inside."""
OLDEST = 110

_NOT_NAMES = "tidak ada|tidak diketahui|tanpa nama|belum ada|belum bernama|bayi|anak|nn|na|xx+|tes|test"
ODD_NAME = rf"[0-9]|([a-z])\1\1|^[^aiueo]*$|^({_NOT_NAMES})$"
"""A name, in its compared form, that no person bears: digits, thrice the same letter, no vowel, a word instead of a name.
Read by Python and by PostgreSQL alike."""


def is_odd_name(name: str) -> bool:
    """Whether a name is blank or no name at all."""
    return re.search(ODD_NAME, name_key(name)) is not None


@dataclass(frozen=True)
class Case:
    """How much a check matters; ``of_homes``: it is of households; ``paired``: of two rows, so only pairs inside one's own
    area count, and nobody learns of the other half elsewhere.
    """

    severity: Severity
    of_homes: bool = False
    paired: bool = False


_GRAVE, _CAUTION, _GAP = Case(Severity.GRAVE), Case(Severity.CAUTION), Case(Severity.GAP)
CASES: dict[Check, Case] = {
    Check.NIK_TWICE: Case(Severity.GRAVE, paired=True),
    Check.PERSON_TWICE: Case(Severity.GRAVE, paired=True),
    Check.NIK_INVALID: _GRAVE,
    Check.NIK_DIFFERS: _CAUTION,
    Check.NIK_BLANK: _GAP,
    Check.KK_INVALID: _GRAVE,
    Check.KK_BLANK: _GAP,
    Check.NAME_ODD: _GRAVE,
    Check.BIRTH_BLANK: _GAP,
    Check.BIRTH_ODD: _GRAVE,
    Check.GONE_ACTIVE: _GRAVE,
    Check.CIVIL_DIED: _GRAVE,
    Check.CIVIL_MISMATCH: _CAUTION,
    Check.CIVIL_NEVER: _GAP,
    Check.CHILD_HEAD: _CAUTION,
    Check.CHILD_MARRIED: _CAUTION,
    Check.SPOUSE_SINGLE: _CAUTION,
    Check.SCHOOL_ODD: _CAUTION,
    Check.HEADS_ODD: Case(Severity.CAUTION, of_homes=True),
    Check.HOME_EMPTY: Case(Severity.CAUTION, of_homes=True),
    Check.STALE: _GAP,
}


def advice(check: Check) -> Said:
    """What to do about a finding."""
    return {
        Check.NIK_TWICE: say("Lihat KTP atau KK kedua orang itu; betulkan yang salah tulis."),
        Check.PERSON_TWICE: say("Kemungkinan orang yang sama. Jangan daftarkan lagi; laporkan untuk digabungkan."),
        Check.NIK_INVALID: say("Lihat KTP, KK, atau akta; tulis ulang enam belas angkanya."),
        Check.NIK_DIFFERS: say(
            "NIK tidak pernah berubah. Lihat KTP atau akta, lalu betulkan yang salah tulis di sini."
        ),
        Check.NIK_BLANK: say("Tanyakan KTP, KIA, atau KK. Tanpa NIK orang tetap dilayani."),
        Check.KK_INVALID: say("Lihat kartu keluarga; tulis ulang nomornya."),
        Check.KK_BLANK: say("Tanyakan kartu keluarga; kalau belum punya, bantu mengurusnya di Dukcapil."),
        Check.NAME_ODD: say("Tanyakan nama lengkap seperti di KTP, KIA, atau akta."),
        Check.BIRTH_BLANK: say("Tanyakan tanggal atau perkiraan tahun lahir."),
        Check.BIRTH_ODD: say("Lihat KTP atau akta; betulkan tanggal lahirnya."),
        Check.GONE_ACTIVE: say("Keluarkan dari keluarga dan KK, atau cabut keterangan pergi kalau ia kembali."),
        Check.CIVIL_DIED: say("Tanyakan keluarga atau RT; kalau benar, catat meninggal dengan akta."),
        Check.CIVIL_MISMATCH: say(
            "Bandingkan di halaman orang itu; minta keluarga memperbaiki di sini atau di Dukcapil."
        ),
        Check.CIVIL_NEVER: say("Masukkan ke berkas berikutnya untuk dipadankan Dukcapil."),
        Check.CHILD_HEAD: say("Pastikan siapa kepala keluarganya; kalau benar anak, kunjungi: ia mungkin perlu wali."),
        Check.CHILD_MARRIED: say("Pastikan status dan umurnya; kalau benar, sampaikan ke pendamping anak."),
        Check.SPOUSE_SINGLE: say("Tanyakan buku nikah atau status sebenarnya."),
        Check.SCHOOL_ODD: say("Pastikan umur dan apakah masih sekolah."),
        Check.HEADS_ODD: say("Tentukan satu kepala keluarga di halaman keluarga."),
        Check.HOME_EMPTY: say("Masukkan anggotanya, atau biarkan bila keluarga sudah pindah semua."),
        Check.STALE: say("Kunjungi atau telepon, lalu betulkan yang berubah."),
    }[check]
