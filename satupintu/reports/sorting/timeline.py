"""What happened in sorting, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.reports.sorting.words import HandOverKind

tell(
    {
        "sorting.counted": Sentence("menghitung tabel sortir"),
        "sorting.filter_saved": Sentence("menyimpan saringan sortir"),
        "sorting.filter_dropped": Sentence("menghapus saringan sortir"),
        "handover.sent": Sentence("menyerahkan {kind} kepada {to}", {"kind": HandOverKind}),
        "handover.proposed": Sentence("menyiapkan daftar {people} nama untuk {to}; menunggu persetujuan kedua"),
        "handover.approved": Sentence("menyetujui dan mengirim daftar {people} nama kepada {to}"),
        "handover.refused": Sentence("tidak menyetujui penyerahan daftar nama"),
        "handover.acknowledged": Sentence("menerima penyerahan data"),
        "handover.reported": Sentence("melaporkan tindak lanjut penyerahan data"),
        "handover.withdrawn": Sentence("menarik kembali penyerahan data"),
        "handover.copied": Sentence("mengambil salinan daftar {people} nama"),
        "handover.opened": Sentence("membuka penyerahan data"),
        "handover.prepared": Sentence("membuka formulir penyerahan daftar nama"),
        "handover.listed": Sentence("membuka daftar penyerahan data"),
        "handover.names_listed": Sentence("membuka daftar nama yang diserahkan"),
        "sorting.listed": Sentence("membuka daftar nama di balik tabel sortir"),
    }
)
