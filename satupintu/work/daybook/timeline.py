"""What happened in the book, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.work.daybook.words import VisitKind, VisitResult

tell(
    {
        "daybook.listed": Sentence("membuka buku harian"),
        "daybook.recorded": Sentence("mencatat layanan {service}: {visitors} orang, {kk} KK"),
        "daybook.corrected": Sentence("membetulkan catatan {service}: {visitors} orang, {kk} KK"),
        "daybook.remarked": Sentence("menulis keterangan laporan bulanan {month}, minggu {week}"),
        "daybook.opened": Sentence("membuka catatan buku harian"),
        "visit.listed": Sentence("membuka daftar kunjungan"),
        "visit.opened": Sentence("membuka catatan kunjungan"),
        "visit.prepared": Sentence("menyiapkan catatan kunjungan"),
        "visit.recorded": Sentence("mencatat {kind}: {result}", {"kind": VisitKind, "result": VisitResult}),
        "visit.changed": Sentence("mengubah catatan {kind}: {result}", {"kind": VisitKind, "result": VisitResult}),
    }
)
