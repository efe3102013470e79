"""What may be done with a hand-over on its page, each with its address, verb, form and words."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from satupintu.engine.ui.forms import DayField
from satupintu.foundation.access.steps import Step, StepForm
from satupintu.reports.sorting import actions


def _long(label: Any, *, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea({"rows": 4}), max_length=2000, **more)


class AcknowledgeForm(StepForm):
    """Nothing is asked: it was received."""


class ReportForm(StepForm):
    """What was done with it."""

    text = _long(gettext_lazy("Apa yang dilakukan?"))
    reached = forms.IntegerField(
        label=gettext_lazy("Berapa orang terjangkau?"), required=False, min_value=0, max_value=10_000_000
    )
    done_on = DayField(label=gettext_lazy("Sampai tanggal"), no_future=True)
    is_last = forms.BooleanField(label=gettext_lazy("Tindak lanjut selesai"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"done_on": timezone.localdate(), "is_last": True})
        super().__init__(*args, **kwargs)


class ApproveForm(StepForm):
    """A word of the second person."""

    text = _long(gettext_lazy("Catatan"), required=False)


class RefuseForm(StepForm):
    """Why it may not go."""

    text = _long(gettext_lazy("Mengapa tidak disetujui?"))


class WithdrawForm(StepForm):
    """Why it is taken back."""

    text = _long(gettext_lazy("Mengapa ditarik kembali?"))


STEPS = (
    Step(
        "penerimaan",
        "handover.acknowledge",
        actions.acknowledge,
        AcknowledgeForm,
        _("Terima data ini"),
        _("Terima data ini"),
        _("Diterima. Laporkan tindak lanjutnya di halaman ini."),
    ),
    Step(
        "laporan",
        "handover.report",
        actions.report,
        ReportForm,
        _("Laporkan tindak lanjut"),
        _("Kirim laporan"),
        _("Laporan terkirim."),
    ),
    Step(
        "persetujuan",
        "handover.approve",
        actions.approve,
        ApproveForm,
        _("Setujui dan kirim"),
        _("Setujui dan kirim"),
        _("Disetujui. Daftarnya terkirim."),
    ),
    Step(
        "penolakan",
        "handover.refuse",
        actions.refuse,
        RefuseForm,
        _("Jangan kirim"),
        _("Tidak disetujui"),
        _("Tidak disetujui. Daftarnya tidak terkirim."),
        danger=True,
    ),
    Step(
        "penarikan",
        "handover.withdraw",
        actions.withdraw,
        WithdrawForm,
        _("Tarik kembali"),
        _("Tarik kembali penyerahan"),
        _("Penyerahan ditarik kembali."),
        danger=True,
    ),
)
"""In the order in which they come."""

ASIDE = frozenset({"handover.withdraw"})
"""What is never the next step, only possible."""
