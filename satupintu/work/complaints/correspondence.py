"""The letters of a complaint, as its page shows them: their answers, what is still out, when the citizen is expected."""

from typing import Any

from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.steps import ANOTHER_LETTER
from satupintu.work.complaints.words import Status
from satupintu.work.referrals.letters import letters, meetings
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.rules import OPEN


def correspondence(complaint: Complaint) -> dict[str, Any]:
    """``letters`` as cards, ``meetings`` as facts, ``still_out``: whose answer is missing, ``another_letter``: its words."""
    sent = list(Referral.objects.about("complaint", complaint.pk).with_ends().prefetch_related("replies"))
    return {
        "letters": letters(sent),
        "meetings": meetings(sent),
        "still_out": [one.to_office.name for one in sent if one.status_word in OPEN],
        "another_letter": ANOTHER_LETTER if complaint.status_word == Status.REFERRED else "",
    }
