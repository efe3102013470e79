"""What a human may type about a complaint."""

from satupintu.work.complaints.forms.answering import AnswerForm, CloseForm, ReopenForm, TellForm
from satupintu.work.complaints.forms.citizen import TakeForm
from satupintu.work.complaints.forms.deciding import EscalateForm, HandOverForm, ReferForm, ResultForm, SettleForm
from satupintu.work.complaints.forms.filters import ComplaintFilter
from satupintu.work.complaints.forms.intake import ClassifyForm, ContactForm, IntakeForm
from satupintu.work.complaints.forms.papers import PapersForm, ServiceForm
from satupintu.work.complaints.forms.preparing import CheckForm, RecommendForm, RefuseForm, RepairForm, ReturnForm
from satupintu.work.complaints.forms.supervising import AssignForm, CommentForm, ReassignForm
from satupintu.work.complaints.forms.transferring import TransferForm
from satupintu.work.complaints.forms.waiting import AcknowledgeForm, PauseForm, ResumeForm

__all__ = [
    "AcknowledgeForm",
    "AnswerForm",
    "AssignForm",
    "CheckForm",
    "ClassifyForm",
    "CloseForm",
    "CommentForm",
    "ComplaintFilter",
    "ContactForm",
    "EscalateForm",
    "HandOverForm",
    "IntakeForm",
    "PapersForm",
    "PauseForm",
    "ReassignForm",
    "RecommendForm",
    "ReferForm",
    "RefuseForm",
    "ReopenForm",
    "RepairForm",
    "ResultForm",
    "ResumeForm",
    "ReturnForm",
    "ServiceForm",
    "SettleForm",
    "TakeForm",
    "TellForm",
    "TransferForm",
]
