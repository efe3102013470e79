"""What a human may type about a complaint."""

from satupintu.work.complaints.forms.answering import AnswerForm, CloseForm, ReopenForm, TellForm
from satupintu.work.complaints.forms.citizen import TakeForm
from satupintu.work.complaints.forms.deciding import EscalateForm, HandOverForm, ReferForm, ResultForm, SettleForm
from satupintu.work.complaints.forms.filters import ComplaintFilter
from satupintu.work.complaints.forms.intake import ClassifyForm, ContactForm, IntakeForm
from satupintu.work.complaints.forms.papers import PapersForm, ServiceForm
from satupintu.work.complaints.forms.supervising import AssignForm, CommentForm, ReassignForm
from satupintu.work.complaints.forms.waiting import AcknowledgeForm, PauseForm, ResumeForm

__all__ = [
    "AcknowledgeForm",
    "AnswerForm",
    "AssignForm",
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
    "ReferForm",
    "ReopenForm",
    "ResultForm",
    "ResumeForm",
    "ServiceForm",
    "SettleForm",
    "TakeForm",
    "TellForm",
]
