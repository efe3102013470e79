"""What can be wrong with a row: a stable code, the column, and a sentence that says what to do."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as noop

from satupintu.lib.sentences import Said


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a row. An error refuses the row; a caution only asks somebody to look."""

    code: str
    sentence: Said
    column: str = ""

    def packed(self) -> list[Any]:
        """As it is kept beside the row: [code, column, pattern, facts], whatever language the worker spoke."""
        return [self.code, self.column, *self.sentence.packed()]


class Unreadable(ValueError):
    """A cell cannot be read; carries the problem."""

    def __init__(self, code: str, sentence: Said) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


IN_SQL = {
    "same_row": noop("Baris ini sama dengan baris {row}. Hapus salah satunya."),
    "nik_in_file": noop("NIK ini juga dipakai di baris {row} untuk nama lain. Periksa keduanya."),
    "nik_used": noop("NIK ini sudah tercatat untuk orang lain di wilayah Anda. Periksa di halaman orang itu."),
    "restricted": noop("Data orang ini dibatasi atas permintaannya; baris ini tidak disimpan."),
    "two_heads": noop("Rumah tangga ini sudah punya kepala di baris {row}; baris ini dicatat sebagai anggota lain."),
}
"""Problems that only show when rows are compared with each other and with the register: patterns of sentences."""
