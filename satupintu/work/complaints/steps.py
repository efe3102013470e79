"""The steps that officers take with a complaint, in the order of the work: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step
from satupintu.work.complaints import actions, forms, visiting
from satupintu.work.complaints.words import Status

STEPS = (
    Step(
        "penerimaan",
        "complaint.take",
        actions.take,
        forms.TakeForm,
        _("Terima kiriman warga"),
        _("Sudah diperiksa, terima"),
        _("Kiriman warga diterima. Sekarang putuskan penanganannya."),
    ),
    Step(
        "kelanjutan",
        "complaint.resume",
        actions.resume,
        forms.ResumeForm,
        _("Lanjutkan: yang ditunggu sudah ada"),
        _("Jalankan waktu lagi"),
        _("Hitungan waktu berjalan lagi."),
    ),
    Step(
        "tindak-lanjut",
        "complaint.acknowledge",
        actions.acknowledge,
        forms.AcknowledgeForm,
        _("Tindak lanjuti keterlambatan"),
        _("Simpan tindak lanjut"),
        _("Tindak lanjut tercatat."),
    ),
    Step(
        "pengecekan",
        "complaint.check",
        actions.check,
        forms.CheckForm,
        _("Catat pengecekan"),
        _("Simpan pengecekan"),
        _("Pengecekan tercatat."),
    ),
    Step(
        "kunjungan",
        visiting.VISIT,
        visiting.record,
        visiting.ComplaintVisitForm,
        _("Catat kunjungan"),
        _("Simpan kunjungan"),
        _("Kunjungan tercatat."),
    ),
    Step(
        "rekomendasi",
        "complaint.recommend",
        actions.recommend,
        forms.RecommendForm,
        _("Beri rekomendasi"),
        _("Kirim rekomendasi"),
        _("Rekomendasi terkirim kepada yang memutuskan."),
    ),
    Step(
        "perbaikan",
        "complaint.repair",
        actions.repair,
        forms.RepairForm,
        _("Perbaiki rekomendasi"),
        _("Kirim perbaikan"),
        _("Rekomendasi yang diperbaiki sudah terkirim."),
    ),
    Step(
        "jawaban-langsung",
        "complaint.answer_question",
        actions.answer_question,
        forms.AnswerForm,
        _("Jawab sekarang"),
        _("Jawab dan tutup"),
        _("Pertanyaan warga sudah dijawab dan ditutup."),
    ),
    Step(
        "layanan",
        "complaint.settle",
        actions.settle,
        forms.SettleForm,
        _("Selesaikan di sini"),
        _("Catat layanan langsung"),
        _("Layanan langsung tercatat."),
    ),
    Step(
        "penerusan",
        "complaint.escalate",
        actions.escalate,
        forms.EscalateForm,
        _("Teruskan ke kantor di atas"),
        _("Teruskan keluhan"),
        _("Keluhan diteruskan."),
    ),
    Step(
        "rujukan",
        "complaint.refer",
        actions.refer,
        forms.ReferForm,
        _("Rujuk ke lembaga"),
        _("Kirim rujukan"),
        _("Surat rujukan terkirim."),
    ),
    Step(
        "pelimpahan",
        "complaint.transfer",
        actions.transfer,
        forms.TransferForm,
        _("Limpahkan ke kantor lain"),
        _("Tawarkan pelimpahan"),
        _("Pelimpahan ditawarkan. Keluhannya tetap di sini sampai diterima."),
    ),
    Step(
        "penolakan",
        "complaint.refuse",
        actions.refuse,
        forms.RefuseForm,
        _("Tidak dapat dipenuhi"),
        _("Putuskan tidak dapat dipenuhi"),
        _("Keputusan tercatat. Sekarang beri tahu warga."),
    ),
    Step(
        "pengembalian",
        "complaint.return_for_repair",
        actions.return_for_repair,
        forms.ReturnForm,
        _("Kembalikan untuk diperbaiki"),
        _("Kembalikan"),
        _("Dikembalikan kepada yang mengerjakannya."),
    ),
    Step(
        "hasil",
        "complaint.finish_service",
        actions.finish_service,
        forms.ResultForm,
        _("Catat hasil layanan"),
        _("Simpan hasil"),
        _("Hasil layanan tercatat. Sekarang beri tahu warga."),
    ),
    Step(
        "jawaban",
        "complaint.tell",
        actions.tell,
        forms.TellForm,
        _("Beri tahu warga"),
        _("Catat jawaban ke warga"),
        _("Jawaban ke warga tercatat."),
    ),
    Step(
        "penutupan",
        "complaint.close",
        actions.close,
        forms.CloseForm,
        _("Tutup keluhan"),
        _("Tutup keluhan"),
        _("Keluhan ditutup."),
    ),
    Step(
        "pembukaan-kembali",
        "complaint.reopen",
        actions.reopen,
        forms.ReopenForm,
        _("Buka kembali"),
        _("Buka kembali keluhan"),
        _("Keluhan dibuka kembali."),
    ),
    Step(
        "penugasan",
        "complaint.assign",
        actions.assign,
        forms.AssignForm,
        _("Tugaskan"),
        _("Tugaskan"),
        _("Keluhan ini sudah ditugaskan."),
    ),
    Step(
        "catatan",
        "complaint.comment",
        actions.comment,
        forms.CommentForm,
        _("Tulis catatan"),
        _("Simpan catatan"),
        _("Catatan tersimpan."),
    ),
    Step(
        "layanan-diminta",
        "complaint.choose_service",
        actions.choose_service,
        forms.ServiceForm,
        _("Pilih layanan yang diminta"),
        _("Simpan layanan"),
        _("Layanan tercatat. Sekarang periksa berkasnya."),
    ),
    Step(
        "pemeriksaan-berkas",
        "complaint.check_papers",
        actions.check_papers,
        forms.PapersForm,
        _("Periksa berkas"),
        _("Simpan pemeriksaan"),
        _("Pemeriksaan berkas tercatat."),
    ),
    Step(
        "jeda",
        "complaint.pause",
        actions.pause,
        forms.PauseForm,
        _("Tunggu warga"),
        _("Hentikan hitungan waktu"),
        _("Hitungan waktu berhenti selama menunggu warga."),
    ),
    Step(
        "serah-terima",
        "complaint.hand_over",
        actions.hand_over,
        forms.HandOverForm,
        _("Serahkan juga ke"),
        _("Serahkan"),
        _("Perkara ini diserahkan."),
    ),
    Step(
        "kontak",
        "complaint.change_contact",
        actions.change_contact,
        forms.ContactForm,
        _("Kontak pelapor"),
        _("Simpan kontak"),
        _("Kontak pelapor diperbarui."),
    ),
    Step(
        "golongan",
        "complaint.classify",
        actions.classify,
        forms.ClassifyForm,
        _("Perbaiki golongan"),
        _("Simpan golongan"),
        _("Golongan keluhan diperbaiki."),
    ),
)

BY_VERB = {step.verb: step for step in STEPS}
"""The step of each verb."""

ASIDE = frozenset(
    f"complaint.{verb}"
    for verb in "pause classify reopen assign comment hand_over choose_service check_papers change_contact".split()
) | {visiting.VISIT}
"""What is never the next step, only possible."""


def aside(verb: str, now: Status) -> bool:
    """Whether a step is only possible and not the next: so is another letter while one is out, or returning an answer."""
    besides = {"complaint.refer": Status.REFERRED, "complaint.return_for_repair": Status.ANSWERED}
    return verb in ASIDE or besides.get(verb) is now


ANOTHER_LETTER = _("Rujuk juga ke lembaga lain")
"""What referring is called while a letter is out already."""
