"""The steps that both ends take with an offer: address, verb, form and words of each."""

from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step
from satupintu.work.transfers import actions, forms

STEPS = (
    Step(
        "penerimaan",
        "transfer.accept",
        actions.accept,
        forms.AcceptForm,
        _("Terima, kami tangani"),
        _("Terima pelimpahan"),
        _("Pelimpahan diterima. Keluhannya sekarang milik kantor Anda."),
    ),
    Step(
        "penolakan",
        "transfer.refuse",
        actions.refuse,
        forms.RefuseForm,
        _("Tidak diterima"),
        _("Jawab: tidak diterima"),
        _("Jawaban terkirim. Keluhannya tetap di kantor pengirim."),
        danger=True,
    ),
    Step(
        "penarikan",
        "transfer.withdraw",
        actions.withdraw,
        forms.WithdrawForm,
        _("Tarik kembali"),
        _("Tarik kembali pelimpahan"),
        _("Pelimpahan ditarik kembali. Keluhannya menunggu keputusan kantor Anda."),
        danger=True,
    ),
)
"""What may be written while an offer is open, the receiver's answers first."""

ASIDE = frozenset({"transfer.withdraw"})
"""What is never the next step, only possible."""
