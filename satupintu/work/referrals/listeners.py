"""What lies with a letter when the letter is brought before a superior: the house sees all of it, its sender may not."""

from satupintu.engine.documents.actions import follow
from satupintu.engine.events import on
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.work.referrals.models import Referral


@on("referral.escalated")
def its_papers_follow(event: Event) -> None:
    """Whoever it was brought before reads its papers too."""
    if event.village is None or event.subject_id is None:
        return
    with house("menyesuaikan jangkauan", spans=[(event.village, event.village + 1)], quietly=True):
        follow(Referral.objects.get(pk=event.subject_id))
