"""Why a file is not read: stable codes and the sentences that the sender is told. Also the limits themselves."""

from collections.abc import Callable

from satupintu.lib.sentences import Said, say

MAX_FILE_BYTES = 50 * 2**20
MAX_UNPACKED_BYTES = 200 * 10**6
MAX_ENTRIES = 200
MAX_RATIO = 100
RATIO_COUNTS_FROM = 2**20  # a small part may be packed tighter: nothing can burst out of a megabyte
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CELL_CHARACTERS = 32_767  # what Excel itself allows
MEMORY_BYTES = 512 * 2**20
CPU_SECONDS = 30

_SENTENCES: dict[str, Callable[[], Said]] = {
    "too_big": lambda: say("Berkas lebih dari 50 MB. Pecah menjadi beberapa berkas lalu kirim satu per satu."),
    "empty_file": lambda: say("Berkas ini kosong."),
    "empty_table": lambda: say("Tabel dalam berkas ini kosong."),
    "not_a_table": lambda: say("Berkas ini bukan tabel. Kirim berkas XLSX, XLS, ODS, atau CSV."),
    "web_page": lambda: say("Berkas ini sebenarnya halaman web. Buka di Excel, simpan sebagai .xlsx, lalu kirim lagi."),
    "xlsb": lambda: say("Berkas XLSB belum dapat dibaca. Simpan sebagai .xlsx lalu kirim lagi."),
    "macro": lambda: say("Berkas ini memuat makro. Simpan sebagai .xlsx tanpa makro lalu kirim lagi."),
    "password": lambda: say("Berkas ini dikunci kata sandi. Buka kuncinya lalu kirim lagi."),
    "damaged": lambda: say("Berkas ini rusak dan tidak dapat dibuka. Simpan ulang dari Excel lalu kirim lagi."),
    "unsafe": lambda: say(
        "Berkas ini memuat bagian yang tidak aman dan tidak dibuka. Simpan ulang dari Excel lalu kirim lagi."
    ),
    "unpacked": lambda: say("Isi berkas ini terlalu besar setelah dibuka. Hapus lembar dan gambar yang tidak perlu."),
    "rows": lambda: say(
        "Tabel ini melewati 200.000 baris. Pecah menjadi beberapa berkas, dan hapus isian yang jauh di bawah."
    ),
    "columns": lambda: say(
        "Tabel ini melewati 200 kolom. Hapus kolom yang tidak perlu, juga isian yang jauh di kanan."
    ),
    "long_cell": lambda: say("Ada sel berisi lebih dari 32.767 huruf, atau tanda kutip yang tidak ditutup."),
    "no_such_sheet": lambda: say("Lembar yang diminta tidak ada dalam berkas ini."),
    "too_heavy": lambda: say(
        "Berkas ini terlalu berat: lebih dari 30 detik belum selesai dibaca. Pecah menjadi beberapa berkas."
    ),
    "memory": lambda: say(
        "Berkas ini memerlukan memori terlalu besar. Hapus isian yang jauh dari tabel, atau simpan sebagai CSV."
    ),
}


class SheetRefused(Exception):
    """A file is not read. `code` is stable, `sentence` (also args[0]) says why, `row` where it stopped."""

    def __init__(self, code: str, row: int | None = None) -> None:
        self.code, self.row = code, row
        why = _SENTENCES[code]()
        self.sentence = say("{why} (Baris {row}.)", why=why, row=row) if row else why
        super().__init__(self.sentence)
