"""Secret complaints that still lie below the kabupaten: they became secret before what is secret moved there by itself."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.intake import back_office_of, lift
from satupintu.work.complaints.actions.offices import BELOW, secretariat_of
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Sensitivity, Status, Wait


def lying_below() -> QuerySet[Complaint]:
    """The secret complaints that an office below the kabupaten handles, though nobody there may know of them.

    What is offered to another office waits for its answer first.
    """
    secret = Complaint.objects.filter(sensitivity=Sensitivity.SECRET, handler_office__kind__in=BELOW)
    return secret.exclude(status=Status.OFFERED).order_by("pk")


@action("complaint.hand_up")
def hand_up(complaint: Complaint, *, by: House) -> Complaint:
    """Let the secretariat of the kabupaten handle a secret complaint that lies below it.

    Raises WrongState when it does not, or where no secretariat is open.
    """
    complaint.must_allow("complaint.hand_up")
    to = secretariat_of(complaint.village_id, timezone.localdate())
    if complaint.sensitivity != Sensitivity.SECRET or complaint.handler_office.kind not in BELOW or to is None:
        sentence = gettext("Keluhan ini tidak perlu diserahkan ke kabupaten.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    before = complaint.handler_office.name
    lift(complaint, to)
    if complaint.waits_for in rules.PREPARING and not back_office_of(complaint):
        complaint.waits_for = Wait.DECISION
    complaint.save()
    record("complaint.handed_up", complaint, by=by, office=before, to=to.name)
    return complaint
