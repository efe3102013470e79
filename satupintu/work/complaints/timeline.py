"""What happened to a complaint, as sentences."""

from satupintu.engine.events import Sentence, tell
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import (
    Advice,
    Channel,
    Elsewhere,
    Judgement,
    Kind,
    Nature,
    Outcome,
    PauseReason,
    SafeContact,
    Urgency,
    Way,
)

tell(
    {
        "complaint.registered": Sentence(
            "mencatat {kind} bidang {field} ({channel})", {"kind": Kind, "field": ServiceField, "channel": Channel}
        ),
        "complaint.reported": Sentence("mengirim {kind} bidang {field} sendiri", {"kind": Kind, "field": ServiceField}),
        "complaint.taken": Sentence("memeriksa kiriman warga dan menerimanya"),
        "complaint.judged": Sentence("menilai: {judgement}", {"judgement": Judgement}),
        "complaint.appealed": Sentence("mengajukan keberatan {appeal} ke {to}"),
        "complaint.classified": Sentence(
            "memperbaiki golongan: {field}, {nature}, {urgency}",
            {"field": ServiceField, "nature": Nature, "urgency": Urgency},
        ),
        "complaint.checked": Sentence("mencatat pengecekan back office"),
        "complaint.recommended": Sentence("merekomendasikan: {advice}", {"advice": Advice}),
        "complaint.returned_for_repair": Sentence("mengembalikan rekomendasi {to} untuk diperbaiki"),
        "complaint.repaired": Sentence("memperbaiki rekomendasi: {advice}", {"advice": Advice}),
        "complaint.refused": Sentence("memutuskan tidak dapat dipenuhi; warga perlu diberi tahu"),
        "complaint.settled": Sentence("memutuskan dilayani di sini oleh {server}"),
        "complaint.service_returned": Sentence("mengembalikan hasil layanan {to} untuk diperbaiki"),
        "complaint.service_finished": Sentence("mencatat hasil layanan oleh {server}"),
        "complaint.escalated": Sentence("meneruskan ke {to}"),
        "complaint.referred": Sentence("merujuk ke {to} dengan surat {referral}"),
        "complaint.referral_returned": Sentence("rujukan dikembalikan {office}"),
        "complaint.referral_withdrawn": Sentence("surat rujukan dicabut {office}"),
        "complaint.transfer_offered": Sentence("menawarkan pelimpahan {transfer} kepada {to}"),
        "complaint.transfer_refused": Sentence("pelimpahan tidak diterima oleh {office}"),
        "complaint.transfer_withdrawn": Sentence("pelimpahan ditarik kembali oleh {office}"),
        "complaint.transferred": Sentence("dilimpahkan dari {office} ke {to}"),
        "complaint.answer_received": Sentence("jawaban {office} diterima"),
        "complaint.told": Sentence("memberi tahu warga ({way})", {"way": Way}),
        "complaint.contact_changed": Sentence("memperbarui kontak pelapor: {contact}", {"contact": SafeContact}),
        "complaint.closed": Sentence("menutup keluhan: {outcome}", {"outcome": Outcome}),
        "complaint.question_answered": Sentence("menjawab pertanyaan warga ({way}) dan menutupnya", {"way": Way}),
        "complaint.assigned": Sentence("menugaskan kepada {to}"),
        "complaint.commented": Sentence("menulis catatan untuk petugas"),
        "supervision.listed": Sentence("membuka daftar petugas di bawahnya"),
        "complaint.service_chosen": Sentence("memilih layanan yang diminta"),
        "complaint.papers_complete": Sentence("memeriksa berkas: lengkap"),
        "complaint.papers_missing": Sentence("memeriksa berkas: kurang {missing}"),
        "complaint.missing_printed": Sentence("mencetak daftar berkas yang kurang"),
        "complaint.handed_over": Sentence("menyerahkan perkara ini ke {to}", {"to": Elsewhere}),
        "complaint.handed_up": Sentence("menyerahkan keluhan rahasia ini dari {office} ke {to}"),
        "complaint.reopened": Sentence("membuka kembali keluhan"),
        "complaint.paused": Sentence(
            "menghentikan hitungan waktu: {why}, paling lama sampai {expected_on}", {"why": PauseReason}
        ),
        "complaint.resumed": Sentence("menjalankan hitungan waktu lagi"),
        "complaint.due_soon": Sentence("mengingatkan: batas waktunya hampir habis"),
        "complaint.overdue": Sentence("mencatat: batas waktunya sudah lewat"),
        "complaint.escalated_by_clock": Sentence("memberi tahu {to} bahwa keluhan ini terlambat"),
        "complaint.overdue_acknowledged": Sentence("menindaklanjuti keterlambatan"),
        "complaint.opened": Sentence("membuka halaman keluhan"),
        "complaint.followed": Sentence("membaca kabar keluhan dengan kode lacak"),
        "complaint.listed": Sentence("membuka daftar keluhan"),
        "complaint.prepared": Sentence("membuka formulir keluhan baru"),
        "complaint.receipt_opened": Sentence("membuka tanda terima keluhan"),
        "worklist.listed": Sentence("membuka beranda"),
    }
)
