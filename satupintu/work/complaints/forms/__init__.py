"""What a human may type about a complaint."""

from satupintu.work.complaints.forms.answering import CloseForm, ReopenForm, TellForm
from satupintu.work.complaints.forms.deciding import EscalateForm, ReferForm, ResultForm, SettleForm
from satupintu.work.complaints.forms.filters import ComplaintFilter
from satupintu.work.complaints.forms.intake import ClassifyForm, IntakeForm

__all__ = [
    "ClassifyForm",
    "CloseForm",
    "ComplaintFilter",
    "EscalateForm",
    "IntakeForm",
    "ReferForm",
    "ReopenForm",
    "ResultForm",
    "SettleForm",
    "TellForm",
]
