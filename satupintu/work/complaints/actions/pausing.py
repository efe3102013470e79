"""The clock stands while the office waits for the citizen, and goes on afterwards."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.periods import zone
from satupintu.work.complaints import clock, rules
from satupintu.work.complaints.models import Complaint, Pause
from satupintu.work.complaints.words import PauseReason

LONGEST = timedelta(days=90)
"""Nobody waits longer without looking at it again."""


@action("complaint.pause")
def pause(
    complaint: Complaint, *, by: Appointment | House, why: PauseReason, expected_on: date, note: str = ""
) -> Pause:
    """Let the clock stand until the citizen has come, at most until ``expected_on``: then it goes on by itself.

    Raises WrongState when it stands already, when the citizen has been told, and for a day that has passed or lies more
    than ninety days ahead.
    """
    complaint.must_allow("complaint.pause")
    now = timezone.now()
    today = timezone.localdate(now, zone(complaint.village_id))
    if not today < expected_on <= today + LONGEST:
        sentence = _("Pilih hari sesudah hari ini, paling lama 90 hari lagi.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    return hold(complaint, by=by, why=why, expected_on=expected_on, note=note)


def hold(
    complaint: Complaint, *, by: Appointment | House, why: PauseReason, expected_on: date, note: str = ""
) -> Pause:
    """Stop the clock of a complaint whose clock runs, as part of an action that says why."""
    now = timezone.now()
    complaint.paused_since = now
    complaint.clock_at = clock.morning_of(expected_on, complaint.village_id)
    complaint.save()
    held = complaint.pauses.create(
        why=why, note=note, since=now, expected_on=expected_on, by_id=by.pk, by_label=by.label
    )
    record("complaint.paused", complaint, by=by, why=why, expected_on=expected_on.isoformat())
    return held


@action("complaint.resume")
def resume(complaint: Complaint, *, by: Appointment | House) -> Complaint:
    """Let the clock go on: what was left when it was stopped is left now. Raises WrongState when it runs already."""
    complaint.must_allow("complaint.resume")
    return resume_clock(complaint, by=by)


def resume_clock(complaint: Complaint, *, by: Appointment | House) -> Complaint:
    """Let the clock of a complaint go on, as part of an action that says why."""
    clock.go_on(complaint, timezone.now())
    complaint.save()
    record("complaint.resumed", complaint, by=by)
    return complaint
