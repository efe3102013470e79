"""The steps that officers take with a proposal, and those of a meeting: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step
from satupintu.registry.changes import actions
from satupintu.registry.changes.forms import deciding, meeting
from satupintu.registry.changes.words import MoveKind

STEPS = (
    Step(
        "pernyataan",
        "change.vouch",
        actions.vouch,
        deciding.StatementForm,
        _("Unggah SPTJM"),
        _("Simpan SPTJM"),
        _("SPTJM tersimpan. Usulan menunggu verifikasi."),
    ),
    Step(
        "verifikasi",
        "change.verify",
        actions.verify,
        deciding.VerifyForm,
        _("Catat verifikasi"),
        _("Simpan hasil verifikasi"),
        _("Hasil verifikasi tersimpan."),
    ),
    Step(
        "pemeriksaan",
        "change.check",
        actions.check,
        deciding.CheckForm,
        _("Lengkap dan benar"),
        _("Nyatakan lengkap dan benar"),
        _("Usulan siap disahkan."),
    ),
    Step(
        "penerapan",
        "change.apply",
        actions.apply,
        deciding.ApplyForm,
        _("Terapkan ke data"),
        _("Terapkan sekarang"),
        _("Usulan sudah diterapkan ke data."),
    ),
    Step(
        "pengembalian",
        "change.return",
        actions.give_back,
        deciding.ReturnForm,
        _("Kembalikan ke desa"),
        _("Kembalikan usulan"),
        _("Usulan dikembalikan dengan alasannya."),
        danger=True,
    ),
    Step(
        "penarikan",
        "change.withdraw",
        actions.withdraw,
        deciding.WithdrawForm,
        _("Tarik usulan"),
        _("Tarik usulan"),
        _("Usulan ditarik."),
        danger=True,
    ),
)
"""What may be done with a proposal, the usual next step first."""

DOES = {
    "change.vouch": MoveKind.AGREED,
    "change.verify": MoveKind.VERIFIED,
    "change.check": MoveKind.CHECKED,
    "change.apply": MoveKind.APPLIED,
    "change.return": MoveKind.RETURNED,
    "change.withdraw": MoveKind.WITHDRAWN,
}
"""What each step does to its proposal."""
ASIDE = frozenset({"change.return", "change.withdraw"})
"""What is never the next step, only possible."""

MEETING_STEPS = (
    Step(
        "kehadiran",
        "musdes.attend",
        actions.attend,
        meeting.AttendanceForm,
        _("Catat kehadiran"),
        _("Simpan kehadiran"),
        _("Kehadiran tersimpan."),
    ),
    Step(
        "berkas",
        "musdes.enclose",
        actions.enclose,
        meeting.PapersForm,
        _("Unggah berkas musdes"),
        _("Unggah berkas"),
        _("Berkas tersimpan."),
    ),
    Step(
        "penutupan",
        "musdes.close",
        actions.close_session,
        meeting.CloseForm,
        _("Tutup musdes"),
        _("Tutup musdes, keputusan berlaku"),
        _("Musdes ditutup. Keputusannya sekarang berlaku."),
    ),
)
"""What is written about a meeting, in this order."""
