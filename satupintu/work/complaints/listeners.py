"""What a complaint does when its letter is answered, and what hangs on a complaint does when the complaint moves: the
house does both, because whoever acts may see only a part of it."""

from collections.abc import Callable

from satupintu.engine.documents import actions as documents
from satupintu.engine.events import on
from satupintu.engine.events.models import Event
from satupintu.engine.notifications import notices
from satupintu.foundation.access import house
from satupintu.work.complaints.actions import receive_answer, return_referral, withdraw_referral
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Status
from satupintu.work.daybook.actions import visits_follow
from satupintu.work.referrals.actions import referrals_follow


@on("referral.rejected")
def a_letter_came_back(event: Event) -> None:
    """A rejected letter puts its complaint back on the sender's worklist."""
    _pass_on(event, return_referral)


@on("referral.served")
@on("referral.not_served")
def a_letter_was_answered(event: Event) -> None:
    """An answered letter makes its complaint one to tell the citizen about."""
    _pass_on(event, receive_answer)


@on("referral.withdrawn")
def a_letter_was_taken_back(event: Event) -> None:
    """A withdrawn letter leaves its complaint to whoever decided, once no other letter is out."""
    _pass_on(event, withdraw_referral)


@on("complaint.classified")
@on("complaint.escalated")
@on("complaint.reopened")
def what_hangs_on_it_follows(event: Event) -> None:
    """Papers, notices, letters and visits of a complaint reach as far as it does now, not as far as it did."""
    if event.subject_id is None:
        return
    with house("menyesuaikan jangkauan", quietly=True):
        complaint = Complaint.objects.get(pk=event.subject_id)
        origin, field, clearance = ("complaint", complaint.pk), complaint.field, complaint.clearance
        letters = referrals_follow(origin, field=field, clearance=clearance)
        visits = visits_follow(origin, topic=field, clearance=clearance)
        for row in (complaint, *letters, *visits):
            documents.follow(row)
            notices.follow(row)


def _pass_on(event: Event, act: Callable[..., Complaint]) -> None:
    if event.facts.get("origin_type") != "complaint" or event.village is None or event.subject_id is None:
        return
    with house("meneruskan jawaban rujukan", spans=[(event.village, event.village + 1)], quietly=True) as by:
        complaint = Complaint.objects.filter(pk=event.facts["origin"]).first()
        if complaint is not None and complaint.status == Status.REFERRED:
            act(complaint, by=by, office=event.facts.get("office", ""))
