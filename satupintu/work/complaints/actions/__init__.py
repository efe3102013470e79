"""What may be done with a complaint. Each action reads as an officer would say it."""

from satupintu.work.complaints.actions.answering import answer_question, close, reopen, tell
from satupintu.work.complaints.actions.deciding import (
    escalate,
    finish_service,
    hand_over,
    receive_answer,
    refer,
    return_referral,
    settle,
)
from satupintu.work.complaints.actions.intake import classify, register
from satupintu.work.complaints.actions.papers import check_papers, choose_service

__all__ = [
    "answer_question",
    "check_papers",
    "choose_service",
    "classify",
    "close",
    "escalate",
    "finish_service",
    "hand_over",
    "receive_answer",
    "refer",
    "register",
    "reopen",
    "return_referral",
    "settle",
    "tell",
]
