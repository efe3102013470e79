"""Overseeing the work: charge somebody with a complaint, and say a word about it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from satupintu.engine.actions import Refused, action
from satupintu.engine.events import record
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models import Assignment, Comment, Complaint


@action("complaint.assign")
def assign(complaint: Complaint, *, by: Appointment, to: Appointment, reason: str = "") -> Assignment:
    """Charge an officer with a complaint.

    Raises Refused unless that officer works where the complaint lies, today, and may know of it.
    """
    complaint.must_allow("complaint.assign")
    start, end = to.span
    if not (to.in_force(timezone.now()) and start <= complaint.village_id < end):
        raise Refused("Petugas itu tidak bertugas di desa keluhan ini.")
    if to.fields and complaint.field not in to.fields:
        raise Refused("Petugas itu tidak ditugaskan untuk bidang keluhan ini.")
    if clearance_of(to.role) < complaint.clearance and to.pk != complaint.author_id:
        raise Refused("Petugas itu tidak boleh mengetahui keluhan ini.")
    complaint.assignee = to
    complaint.save(update_fields=["assignee"])
    assignment = complaint.assignments.create(to=to, reason=reason, by=by, by_label=by.label)
    record("complaint.assigned", complaint, by=by, to=to.account.name, appointment=to.pk)
    return assignment


def assign_all(
    complaints: Iterable[Complaint], *, by: Appointment, to: Appointment, key: str, reason: str = ""
) -> list[Assignment]:
    """Charge an officer with several complaints: all of them or none. Raises what ``assign`` raises."""
    with transaction.atomic():
        return [assign(one, by=by, to=to, reason=reason, key=f"{key}:{one.pk}") for one in complaints]


@action("complaint.comment")
def comment(complaint: Complaint, *, by: Appointment, text: str) -> Comment:
    """Write a word to those who do the work. The citizen does not see it."""
    complaint.must_allow("complaint.comment")
    said: Comment = complaint.comments.create(text=text, by=by, by_label=by.label)
    record("complaint.commented", complaint, by=by)
    return said
