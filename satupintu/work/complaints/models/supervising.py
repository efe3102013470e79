"""Who is charged with a complaint, and what those who oversee the work said about it."""

from django.db import models

from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models.complaint import Complaint
from satupintu.work.complaints.models.deeds import Deed


class Assignment(Deed):
    """Penugasan: from now on this officer is charged with the complaint; the newest one counts."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint to by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="assignments")
    to = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)


class Comment(Deed):
    """Catatan: what somebody who oversees the work wants those who do it to know. No citizen reads it."""

    PERSONAL = frozenset({"text"})
    OTHERS = frozenset({"text"})
    NOT_PERSONAL = frozenset("id complaint by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="comments")
    text = models.TextField()
