"""What happened to imported files, as sentences."""

from satupintu.engine.events import Sentence, tell

SENTENCES = {
    "import.uploaded": Sentence("Mengunggah berkas untuk diperiksa."),
    "import.started": Sentence("Meminta {rows} baris disimpan."),
    "import.applied": Sentence("Menyimpan berkas: {new} orang baru, {changed} berubah, {refused} baris ditolak."),
    "import.undo_asked": Sentence("Meminta berkas ditarik kembali."),
    "import.undone": Sentence(
        "Menarik kembali berkas: {removed} orang dihapus, {restored} dikembalikan seperti semula."
    ),
    "import.undo_refused": Sentence("Berkas tidak dapat ditarik kembali: {changed} orang sudah diubah sejak itu."),
    "import.cancelled": Sentence("Membatalkan berkas."),
    "import.opened": Sentence("Membuka isi berkas."),
    "mapping.published": Sentence("Menerbitkan pemetaan “{mapping}” versi {number}."),
    "mapping.shared": Sentence("Mengubah siapa yang boleh memakai pemetaan “{mapping}”."),
    "import.listed": Sentence("Melihat daftar berkas."),
}

tell(SENTENCES)
