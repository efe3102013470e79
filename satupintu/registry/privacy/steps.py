"""What may be done with a request on its page, each with its address, verb, form and words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from satupintu.foundation.access.steps import Step, StepForm
from satupintu.registry.privacy import actions
from satupintu.registry.privacy.words import RequestKind


def _long(label: Any, *, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea({"rows": 4}), max_length=2000, **more)


class CopyForm(StepForm):
    """Nothing is asked: what the copy may hold follows from who asked."""


class RestrictForm(StepForm):
    """A word for whoever asked."""

    private = ("text",)
    text = _long(gettext_lazy("Catatan"), required=False)


class EraseForm(StepForm):
    """The second person confirms that they know what it does."""

    sure = forms.BooleanField(
        label=gettext_lazy("Saya sudah memeriksa peminta dan buktinya. Penghapusan tidak dapat dibatalkan.")
    )

    def words(self) -> dict[str, Any]:
        """Nothing is told to the action: that the box is ticked is all."""
        return {}


class AnswerForm(StepForm):
    """What was put right."""

    private = ("text",)
    text = _long(
        gettext_lazy("Apa yang sudah diperbaiki?"),
        help_text=gettext_lazy("Ubah dulu datanya, atau kirim usulan perubahan; tulis nomor usulannya di sini."),
    )


class RefuseForm(StepForm):
    """Why not."""

    private = ("text",)
    text = _long(gettext_lazy("Mengapa ditolak? Alasan ini disampaikan kepada peminta."))


STEPS = (
    Step(
        "salinan",
        "privacy.hand_copy",
        actions.hand_copy,
        CopyForm,
        _("Buat salinan"),
        _("Buat salinan data"),
        _("Salinan siap. Unduh dan serahkan kepada peminta."),
    ),
    Step(
        "pembatasan",
        "privacy.restrict",
        actions.restrict,
        RestrictForm,
        _("Batasi pemakaian data"),
        _("Batasi pemakaian data"),
        _("Data dibatasi: tidak dipakai dan tidak diubah sampai dicabut."),
    ),
    Step(
        "penghapusan",
        "privacy.erase",
        actions.erase,
        EraseForm,
        _("Hapus data pribadi"),
        _("Hapus untuk selamanya"),
        _("Data pribadi sudah dihapus."),
        danger=True,
    ),
    Step(
        "jawaban",
        "privacy.answer",
        actions.answer,
        AnswerForm,
        _("Catat perbaikannya"),
        _("Simpan jawaban"),
        _("Permintaan selesai."),
    ),
    Step(
        "penolakan",
        "privacy.refuse",
        actions.refuse,
        RefuseForm,
        _("Tolak permintaan"),
        _("Tolak permintaan"),
        _("Permintaan ditolak."),
        danger=True,
    ),
)
"""In the order in which they come."""
FOR: dict[str, RequestKind] = {
    "privacy.hand_copy": RequestKind.COPY,
    "privacy.restrict": RequestKind.RESTRICTION,
    "privacy.answer": RequestKind.CORRECTION,
    "privacy.erase": RequestKind.ERASURE,
}
"""Which step answers which kind; what is not here answers any."""
ASIDE = frozenset({"privacy.refuse"})
"""What is never the next step, only possible."""
