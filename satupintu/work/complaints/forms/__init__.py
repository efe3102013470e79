"""What a human may type about a complaint."""

from satupintu.work.complaints.forms.answering import AnswerForm, CloseForm, ReopenForm, TellForm
from satupintu.work.complaints.forms.citizen import TakeForm
from satupintu.work.complaints.forms.deciding import EscalateForm, HandOverForm, ReferForm, ResultForm, SettleForm
from satupintu.work.complaints.forms.filters import ComplaintFilter
from satupintu.work.complaints.forms.intake import ClassifyForm, IntakeForm
from satupintu.work.complaints.forms.papers import PapersForm, ServiceForm

__all__ = [
    "AnswerForm",
    "ClassifyForm",
    "CloseForm",
    "ComplaintFilter",
    "EscalateForm",
    "HandOverForm",
    "IntakeForm",
    "PapersForm",
    "ReferForm",
    "ReopenForm",
    "ResultForm",
    "ServiceForm",
    "SettleForm",
    "TakeForm",
    "TellForm",
]
