"""What becomes of a hand-over: decided by a second person, acknowledged, reported on, copied, taken back."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import draw
from satupintu.reports.sorting.models import FollowUp, HandOver, ListCopy
from satupintu.reports.sorting.words import HandOverKind, HandOverState


def _must_be(handover: HandOver, *states: HandOverState) -> None:
    if handover.state_word not in states:
        now = _("Penyerahan ini sudah berstatus “%(status)s”.") % {"status": handover.state_word.label}
        raise WrongState(now)


def _decide(handover: HandOver, state: HandOverState, by: Appointment, note: str) -> None:
    _must_be(handover, HandOverState.PROPOSED)
    handover.state, handover.decided_note = state, note
    handover.decided_by, handover.decided_label, handover.decided_at = by, by.label, timezone.now()


@action("handover.approve")
def approve(handover: HandOver, *, by: Appointment, text: str = "") -> HandOver:
    """The second person lets a long list go. Raises WrongState unless it waits for one."""
    _decide(handover, HandOverState.SENT, by, text)
    handover.sent_at = timezone.now()
    handover.save()
    record("handover.approved", handover, by=by, to=handover.to_office.name, people=handover.people)
    return handover


@action("handover.refuse")
def refuse(handover: HandOver, *, by: Appointment, text: str) -> HandOver:
    """The second person does not let it go; the receiver never learns of it."""
    _decide(handover, HandOverState.REFUSED, by, text)
    handover.save()
    record("handover.refused", handover, by=by)
    return handover


@action("handover.acknowledge")
def acknowledge(handover: HandOver, *, by: Appointment) -> HandOver:
    """The receiver has it and takes it on."""
    _must_be(handover, HandOverState.SENT)
    handover.state = HandOverState.ACKNOWLEDGED
    handover.received_by, handover.received_label, handover.received_at = by, by.label, timezone.now()
    handover.save()
    record("handover.acknowledged", handover, by=by)
    return handover


@action("handover.report")
def report(
    handover: HandOver, *, by: Appointment, text: str, done_on: date, is_last: bool, reached: int | None = None
) -> FollowUp:
    """The receiver tells what was done with it, for how many people; the last report closes it."""
    _must_be(handover, HandOverState.ACKNOWLEDGED)
    made = handover.follow_ups.create(
        text=text, reached=reached, done_on=done_on, is_last=is_last, by=by, by_label=by.label
    )
    if is_last:
        handover.state = HandOverState.REPORTED
    handover.save()
    record("handover.reported", handover, by=by, reached=reached, last=is_last or None)
    return made


@action("handover.withdraw")
def withdraw(handover: HandOver, *, by: Appointment, text: str) -> HandOver:
    """The sender takes it back: a list can then be opened and copied no more. Raises WrongState once it is reported on."""
    _must_be(handover, HandOverState.PROPOSED, HandOverState.SENT, HandOverState.ACKNOWLEDGED)
    handover.state, handover.decided_note = HandOverState.WITHDRAWN, text
    handover.save()
    record("handover.withdrawn", handover, by=by)
    return handover


@action("handover.take_copy")
def take_copy(handover: HandOver, *, by: Appointment, why: str) -> ListCopy:
    """Take a copy of a list of names, with a mark of its own by which it is found again. WrongState where there is none."""
    _must_be(handover, HandOverState.ACKNOWLEDGED, HandOverState.REPORTED)
    if handover.kind_word is not HandOverKind.NAMES:
        raise WrongState(_("Penyerahan ini tidak berisi nama."))
    made = handover.copies.create(mark=draw(), by=by, by_label=by.label, why=why)
    record("handover.copied", handover, by=by, copy=made.pk, people=handover.people)
    return made
