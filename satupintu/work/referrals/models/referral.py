"""The letter with two ends, and the questions that are asked about letters."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.ends import TwoEndedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word
from satupintu.work.deadlines.models import Timed
from satupintu.work.deadlines.timetable import timetable
from satupintu.work.referrals import clock, rules
from satupintu.work.referrals.words import Consent, ReplyKind, Status

GUARD = ["village", "clearance", "sender", "raised_to", "field"]
"""What the wall looks at, besides the two ends: an index that holds it answers a count by itself."""


def late(now: datetime) -> Q:
    """An answer that should have come, and whose clock runs: what "terlambat" means everywhere."""
    return Q(status__in=rules.OPEN, due_at__lt=now, paused_since__isnull=True)


class ReferralQuerySet(TwoEndedQuerySet["Referral"]):
    """Questions about letters."""

    def open(self) -> Self:
        """Letters that still wait for their answer."""
        return self.filter(status__in=rules.OPEN)

    def waiting_for_receiver(self) -> Self:
        """Letters whose next move is the receiver's, most urgent first."""
        return self.filter(status__in=[*rules.AT_RECEIVER]).order_by("-urgency", "due_at", "pk")

    def waiting_for_sender(self) -> Self:
        """Letters whose receiver asked something."""
        return self.filter(status=Status.ASKED).order_by("-urgency", "due_at", "pk")

    def raised_with(self, office_id: int) -> Self:
        """Letters that were brought before an office because their receiver left them lying."""
        return self.filter(raised_to_id=office_id)

    def overdue(self, now: datetime) -> Self:
        """Letters whose answer should have come, and whose clock runs. Computed when read, never stored."""
        return self.filter(late(now))


class Referral(Versioned, Timed):
    """A letter that asks another institution to help. The receiver sees it, and nothing of the matter behind it."""

    PERSONAL = frozenset({"subject_name", "subject_nik", "subject_address", "need", "consent_by"})
    OTHERS = frozenset({"consent_by"})
    NOT_PERSONAL = frozenset(
        "id version number origin_type origin_id origin_number village kecamatan kabupaten provinsi from_office to_office "
        "sender sender_label sent_at due_at limit clock_at paused_since field urgency clearance status consent meet_at "
        "raised_to".split()
    )

    number = models.CharField(max_length=40, unique=True)
    origin_type = models.CharField(max_length=40)
    origin_id = models.BigIntegerField()
    origin_number = models.CharField(max_length=40)
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", related_name="+")
    from_office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=200)
    sent_at = models.DateTimeField(db_default=Now())
    field = models.CharField(max_length=Word.MAX_LENGTH, choices=ServiceField.choices)
    urgency = models.SmallIntegerField(default=0)
    clearance = models.SmallIntegerField(default=0)
    subject_name = models.CharField(max_length=160, blank=True)
    subject_nik = models.CharField(max_length=16, blank=True)
    subject_address = models.CharField(max_length=250, blank=True)
    need = models.TextField()
    consent = models.CharField(max_length=Word.MAX_LENGTH, choices=Consent.choices, blank=True, db_default="")
    consent_by = models.CharField(max_length=160, blank=True, db_default="")
    meet_at = models.DateTimeField(null=True)
    raised_to = models.ForeignKey(Office, models.PROTECT, null=True, db_index=False, related_name="+")
    status = models.CharField(max_length=Word.MAX_LENGTH, choices=Status.choices, default=Status.SENT)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                F("to_office"),
                F("urgency").desc(),
                F("due_at"),
                F("id"),
                name="referral_inbox",
                condition=Q(status__in=["sent", "accepted", "scheduled"]),
                include=["status", "from_office", *GUARD],
            ),
            models.Index(
                F("from_office"),
                F("urgency").desc(),
                F("due_at"),
                F("id"),
                name="referral_asked",
                condition=Q(status="asked"),
                include=["status", "to_office", *GUARD],
            ),
            # With all that the wall looks at, so that a count needs no rows.
            models.Index(
                fields=["to_office", "-sent_at", "-id"],
                name="referral_to",
                include=["from_office", *GUARD],
            ),
            models.Index(
                fields=["from_office", "-sent_at", "-id"],
                name="referral_from",
                include=["to_office", *GUARD],
            ),
            models.Index(fields=["clock_at"], name="referral_clock", condition=Q(clock_at__isnull=False)),
            models.Index(fields=["origin_type", "origin_id"], name="referral_origin"),
            models.Index(fields=["village"], name="referral_village"),
            models.Index(
                fields=["raised_to", "-sent_at", "-id"], name="referral_raised", condition=Q(raised_to__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.codes()), name="referral_status_known"),
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="referral_two_ends"),
            models.CheckConstraint(
                condition=Q(paused_since=None) | Q(status__in=["asked", "scheduled"]),
                name="referral_stands_only_waiting",
            ),
            models.CheckConstraint(
                condition=Q(clock_at=None) | Q(status__in=["sent", "asked", "accepted", "scheduled"]),
                name="referral_clock_of_the_open",
            ),
            models.CheckConstraint(condition=Q(consent__in=["", *Consent.codes()]), name="referral_consent_known"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Whoever receives it sees what happens to it; its sender and the area where they work on its field."""
        receive = tuple(end for end in (self.to_office_id, self.raised_to_id) if end is not None)
        return Reach(self.village_id, receive, self.clearance, topic=self.field, handler=self.from_office_id)

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/rujukan/{self.number}/"

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def status_word(self) -> Status:
        """Where it stands, as a word."""
        return Status(self.status)

    @property
    def waits_for_word(self) -> bool:
        """Whether the citizen was expected by now and the receiver has not said what became of it."""
        return rules.meeting_is_over(self.status_word, self.meet_at, timezone.now())

    def last_moment(self, kind: ReplyKind) -> datetime | None:
        """When a reply of a kind was last written; None when never."""
        return self.replies.filter(kind=kind).order_by("-pk").values_list("at", flat=True).first()

    def take(self, reply: ReplyKind) -> None:
        """Let a reply move the letter, and its clock. Raises WrongState with what may be written instead.

        With the last word of a correspondence its codes end.
        """
        if not rules.may_reply(self.status_word, reply):
            possible = sorted(kind.label for kind in rules.MAY_FOLLOW[self.status_word])
            now = _("Surat ini sudah berstatus “%(status)s”.") % {"status": self.status_word.label}
            raise WrongState(now, possible)
        written = [ReplyKind(kind) for kind in self.replies.order_by("pk").values_list("kind", flat=True)]
        self.status = rules.status([*written, reply])
        clock.turn(self, timezone.now(), lambda: timetable(self.to_office))
        self.save()
        if self.status_word not in rules.OPEN:
            self.passes.live().update(used_at=timezone.now())
