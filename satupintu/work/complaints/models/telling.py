"""What the citizen told, and who told it: apart from everything that lists show."""

from django.db import models
from django.db.models import Q

from satupintu.work.complaints.models.complaint import CODE, Complaint
from satupintu.work.complaints.words import (
    Relation,
    SafeContact,
)


class Story(models.Model):
    """What the citizen told, apart from everything that lists show. Read on opening, never on a list."""

    PERSONAL = frozenset({"text", "wish"})
    NOT_PERSONAL = frozenset({"complaint"})

    complaint = models.OneToOneField(Complaint, models.CASCADE, primary_key=True, related_name="story")
    text = models.TextField()
    wish = models.TextField(blank=True)


class Reporter(models.Model):
    """Who told us, who need not be the person concerned. A reporter who wants no name has none here."""

    PERSONAL = frozenset({"name", "phone", "nik"})
    OTHERS = frozenset({"name", "phone", "nik"})
    NOT_PERSONAL = frozenset({"complaint", "relation", "contact"})

    complaint = models.OneToOneField(Complaint, models.CASCADE, primary_key=True, related_name="reporter")
    relation = models.CharField(max_length=CODE, choices=Relation.choices)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    nik = models.CharField(max_length=16, blank=True)
    contact = models.CharField(max_length=CODE, choices=SafeContact.choices, default=SafeContact.ANY)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(contact__in=SafeContact.codes()), name="reporter_contact_known"),
            models.CheckConstraint(
                condition=~Q(relation="anonymous") | Q(name="", phone="", nik=""), name="reporter_anonymous_has_no_name"
            ),
        ]
