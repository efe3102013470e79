"""What happened to proposals, meetings and decrees, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.registry.changes.words import Basis, Finding, Found, Kind, MoveKind, ReturnReason

tell(
    {
        "change.drafted": Sentence("membuka usulan dari keluhan {origin}: {kind}", {"kind": Kind}),
        "change.proposed": Sentence("mengusulkan: {kind}, dasar {basis}", {"kind": Kind, "basis": Basis}),
        "change.resent": Sentence("mengirim kembali usulan: {move}", {"move": MoveKind}),
        "change.withdrawn": Sentence("menarik usulan"),
        "change.discussed": Sentence("membahas usulan dalam musdes: {found}", {"found": Found}),
        "change.agreed": Sentence("usulan disepakati musdes: {found}", {"found": Found}),
        "change.dropped": Sentence("usulan tidak dilanjutkan oleh musdes: {found}", {"found": Found}),
        "change.vouched": Sentence("mengunggah SPTJM sebagai dasar usulan"),
        "change.verified": Sentence("memverifikasi usulan: {finding}", {"finding": Finding}),
        "change.not_confirmed": Sentence("verifikasi tidak membenarkan usulan: {finding}", {"finding": Finding}),
        "change.checked": Sentence("memeriksa usulan: lengkap dan benar"),
        "change.returned": Sentence("mengembalikan usulan: {reason}", {"reason": ReturnReason}),
        "change.ratified": Sentence("mengesahkan usulan dengan SK {sk}"),
        "change.applied": Sentence("menerapkan usulan: {kind}", {"kind": Kind}),
        "change.opened": Sentence("membuka usulan perubahan"),
        "change.listed": Sentence("membuka daftar usulan perubahan"),
        "change.prepared": Sentence("membuka formulir usulan perubahan"),
        "musdes.opened": Sentence("membuka catatan musdes"),
        "musdes.attended": Sentence("mencatat kehadiran musdes: {present} orang"),
        "musdes.decided": Sentence("mencatat keputusan musdes: {found}", {"found": Found}),
        "musdes.enclosed": Sentence("mengunggah berkas musdes"),
        "musdes.closed": Sentence("menutup musdes: {agreed} disepakati, {dropped} tidak dilanjutkan"),
        "musdes.read": Sentence("membuka halaman musdes"),
        "musdes.listed": Sentence("membuka daftar musdes"),
        "ratification.issued": Sentence("mengesahkan {rows} usulan, mengembalikan {returned}"),
        "ratification.answered": Sentence("mencatat {rows} jawaban pusat, {accepted} diterima"),
        "ratification.exported": Sentence("mengekspor usulan yang disahkan"),
        "change.accepted": Sentence("usulan diterima pusat"),
        "change.refused": Sentence("usulan ditolak pusat: {reason}"),
        "round.published": Sentence("menetapkan jadwal usulan: tutup tanggal {cut_off}, data ditarik tanggal {drawn}"),
        "layout.saved": Sentence("menyimpan susunan ekspor dengan {columns} kolom"),
        "refusal.published": Sentence("menyimpan kode alasan {code}"),
        "ratification.opened": Sentence("membuka halaman pengesahan"),
        "ratification.prepared": Sentence("membuka formulir pengesahan"),
    }
)
