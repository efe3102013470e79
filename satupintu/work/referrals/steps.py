"""The steps that both ends take with a letter: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step
from satupintu.work.referrals import actions, forms
from satupintu.work.referrals.words import ReplyKind

ANSWERS = (
    Step(
        "penerimaan",
        "referral.accept",
        actions.accept,
        forms.NoteForm,
        _("Terima"),
        _("Terima rujukan"),
        _("Rujukan diterima."),
    ),
    Step(
        "pelayanan",
        "referral.serve",
        actions.serve,
        forms.WordForm,
        _("Terlayani"),
        _("Jawab: sudah dilayani"),
        _("Jawaban terkirim."),
    ),
    Step(
        "jadwal",
        "referral.schedule",
        actions.schedule,
        forms.MeetingForm,
        _("Jadwalkan"),
        _("Simpan jadwal"),
        _("Jadwal tersimpan; pengirim akan memberi tahu warga."),
    ),
    Step(
        "permintaan-keterangan",
        "referral.ask",
        actions.ask,
        forms.WordForm,
        _("Minta keterangan"),
        _("Kirim pertanyaan"),
        _("Pertanyaan terkirim."),
    ),
    Step(
        "penolakan",
        "referral.reject",
        actions.reject,
        forms.ReasonForm,
        _("Tolak"),
        _("Tolak rujukan"),
        _("Penolakan terkirim."),
        danger=True,
    ),
    Step(
        "tidak-terlayani",
        "referral.not_serve",
        actions.not_serve,
        forms.NotServedForm,
        _("Tidak terlayani"),
        _("Jawab: tidak terlayani"),
        _("Jawaban terkirim."),
        danger=True,
    ),
)
"""What the receiver writes, in the order of the buttons."""

STEPS = (
    *ANSWERS,
    Step(
        "keterangan",
        "referral.explain",
        actions.explain,
        forms.WordForm,
        _("Beri keterangan"),
        _("Kirim keterangan"),
        _("Keterangan terkirim."),
    ),
    Step(
        "pengingat",
        "referral.remind",
        actions.remind,
        forms.RemindForm,
        _("Ingatkan penerima"),
        _("Ingatkan"),
        _("Penerima sudah diingatkan."),
    ),
    Step(
        "eskalasi",
        "referral.escalate",
        actions.escalate,
        forms.EscalateForm,
        _("Teruskan ke atasan"),
        _("Teruskan ke atasan"),
        _("Surat diteruskan ke atasan."),
    ),
    Step(
        "pencabutan",
        "referral.withdraw",
        actions.withdraw,
        forms.WithdrawForm,
        _("Cabut surat"),
        _("Cabut surat"),
        _("Surat dicabut. Keluhannya kembali ke daftar kerja yang memutuskan."),
        danger=True,
    ),
)

CODES = (
    Step(
        "kode-jawaban-baru",
        "referral.issue_pass",
        actions.issue_pass,
        forms.PlainForm,
        _("Buat kode jawaban"),
        _("Buat kode jawaban"),
        _("Kode jawaban dibuat. Cetak, lalu sertakan pada surat."),
    ),
    Step(
        "pencabutan-kode",
        "referral.revoke_pass",
        actions.revoke_pass,
        forms.PlainForm,
        _("Cabut kode jawaban"),
        _("Cabut kode"),
        _("Kode jawaban dicabut. Kertas yang sudah dikirim tidak bisa dipakai lagi."),
        danger=True,
    ),
)
"""The steps about codes for a receiver without an account; the page keeps them apart."""

ASIDE = frozenset({"referral.remind", "referral.escalate", "referral.withdraw"})
"""What is never the next step, only possible."""

REPLIES = {
    "referral.accept": ReplyKind.ACCEPTED,
    "referral.reject": ReplyKind.REJECTED,
    "referral.ask": ReplyKind.ASKED,
    "referral.explain": ReplyKind.EXPLAINED,
    "referral.schedule": ReplyKind.SCHEDULED,
    "referral.serve": ReplyKind.SERVED,
    "referral.not_serve": ReplyKind.NOT_SERVED,
    "referral.withdraw": ReplyKind.WITHDRAWN,
    "referral.remind": ReplyKind.REMINDED,
    "referral.escalate": ReplyKind.ESCALATED,
}
"""The reply that each verb writes."""

AFTER_MEETING = {
    "referral.serve": _("Hadir, sudah dilayani"),
    "referral.not_serve": _("Tidak hadir atau tidak terlayani"),
    "referral.schedule": _("Jadwalkan ulang"),
}
"""What the buttons say once the day of the appointment has come."""


def title(step: Step, *, after_meeting: bool) -> str:
    """What the button of a step says."""
    return AFTER_MEETING.get(step.verb, step.title) if after_meeting else step.title
