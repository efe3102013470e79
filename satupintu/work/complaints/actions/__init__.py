"""What may be done with a complaint. Each action reads as an officer would say it."""

from satupintu.work.complaints.actions.answering import answer_question, change_contact, close, reopen, tell
from satupintu.work.complaints.actions.citizen import appeal, judge, report
from satupintu.work.complaints.actions.deciding import (
    escalate,
    finish_service,
    hand_over,
    receive_answer,
    refer,
    refuse,
    return_referral,
    settle,
    withdraw_referral,
)
from satupintu.work.complaints.actions.handing_up import hand_up, lying_below
from satupintu.work.complaints.actions.intake import classify, register, take
from satupintu.work.complaints.actions.overseeing import acknowledge, keep_time
from satupintu.work.complaints.actions.papers import check_papers, choose_service
from satupintu.work.complaints.actions.pausing import pause, resume
from satupintu.work.complaints.actions.preparing import check, recommend, repair, return_for_repair
from satupintu.work.complaints.actions.supervising import assign, assign_all, comment
from satupintu.work.complaints.actions.transferring import return_transfer, take_over, transfer, withdraw_transfer

__all__ = [
    "acknowledge",
    "answer_question",
    "appeal",
    "assign",
    "assign_all",
    "change_contact",
    "check",
    "check_papers",
    "choose_service",
    "classify",
    "close",
    "comment",
    "escalate",
    "finish_service",
    "hand_over",
    "hand_up",
    "judge",
    "keep_time",
    "lying_below",
    "pause",
    "receive_answer",
    "recommend",
    "refer",
    "refuse",
    "register",
    "reopen",
    "repair",
    "report",
    "resume",
    "return_for_repair",
    "return_referral",
    "return_transfer",
    "settle",
    "take",
    "take_over",
    "tell",
    "transfer",
    "withdraw_referral",
    "withdraw_transfer",
]
