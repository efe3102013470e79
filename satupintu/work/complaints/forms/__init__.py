"""What a human may type about a complaint."""

from satupintu.work.complaints.forms.answering import AnswerForm, CloseForm, ReopenForm, TellForm
from satupintu.work.complaints.forms.deciding import EscalateForm, HandOverForm, ReferForm, ResultForm, SettleForm
from satupintu.work.complaints.forms.filters import ComplaintFilter
from satupintu.work.complaints.forms.intake import ClassifyForm, IntakeForm

__all__ = [
    "AnswerForm",
    "ClassifyForm",
    "CloseForm",
    "ComplaintFilter",
    "EscalateForm",
    "HandOverForm",
    "IntakeForm",
    "ReferForm",
    "ReopenForm",
    "ResultForm",
    "SettleForm",
    "TellForm",
]
