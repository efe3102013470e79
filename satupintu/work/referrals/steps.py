"""The steps that both ends take with a letter: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step
from satupintu.work.referrals import actions, forms
from satupintu.work.referrals.words import ReplyKind

STEPS = (
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
        forms.ReasonForm,
        _("Tidak terlayani"),
        _("Jawab: tidak terlayani"),
        _("Jawaban terkirim."),
        danger=True,
    ),
    Step(
        "keterangan",
        "referral.explain",
        actions.explain,
        forms.WordForm,
        _("Beri keterangan"),
        _("Kirim keterangan"),
        _("Keterangan terkirim."),
    ),
)

REPLIES = {
    "referral.accept": ReplyKind.ACCEPTED,
    "referral.reject": ReplyKind.REJECTED,
    "referral.ask": ReplyKind.ASKED,
    "referral.explain": ReplyKind.EXPLAINED,
    "referral.serve": ReplyKind.SERVED,
    "referral.not_serve": ReplyKind.NOT_SERVED,
}
"""The reply that each verb writes."""
