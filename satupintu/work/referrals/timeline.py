"""What happened to a letter, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word
from satupintu.work.referrals.words import Reason

WHY: dict[str, type[Word]] = {"reason": Reason}

tell(
    {
        "referral.opened": Sentence("membuka surat rujukan"),
        "referral.listed": Sentence("membuka daftar surat rujukan"),
        "referral.sent": Sentence("mengirim rujukan ke {to}, bidang {field}", {"field": ServiceField}),
        "referral.accepted": Sentence("menerima rujukan"),
        "referral.rejected": Sentence("menolak rujukan: {reason}", WHY),
        "referral.asked": Sentence("meminta keterangan tambahan"),
        "referral.explained": Sentence("memberi keterangan tambahan"),
        "referral.scheduled": Sentence("menjadwalkan kedatangan warga"),
        "referral.withdrawn": Sentence("mencabut surat rujukan"),
        "referral.reminded": Sentence("mengingatkan penerima"),
        "referral.escalated": Sentence("meneruskan surat yang belum dijawab ke {to}"),
        "referral.overdue": Sentence("mencatat bahwa batas waktu jawaban sudah lewat"),
        "referral.resumed": Sentence("menjalankan waktu lagi sesudah jadwal kedatangan"),
        "referral.pass_issued": Sentence("membuat kode jawaban untuk penerima"),
        "referral.pass_revoked": Sentence("mencabut kode jawaban"),
        "referral.pass_opened": Sentence("membuka surat dengan kode jawaban"),
        "referral.pass_printed": Sentence("mencetak kode jawaban"),
        "referral.served": Sentence("menjawab: warga sudah dilayani"),
        "referral.not_served": Sentence("menjawab: tidak terlayani – {reason}", WHY),
    }
)
