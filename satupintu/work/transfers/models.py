"""The offer of a matter to another office, and the questions that are asked about offers."""

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
from satupintu.work.transfers.words import Reason, Refusal, Status

CODE = Word.MAX_LENGTH
GUARD = ["village", "clearance", "sender", "field"]
"""What the wall looks at, besides the two ends: an index that holds it answers a count by itself."""


class TransferQuerySet(TwoEndedQuerySet["Transfer"]):
    """Questions about offers."""

    def open(self) -> Self:
        """Offers that wait for their answer, most urgent first, then by what the citizen was promised."""
        return self.filter(status=Status.OFFERED).order_by("-urgency", "due_at", "pk")


class Transfer(Versioned):
    """A matter that one office offers to another, which then owns it. Until it is accepted the receiver reads only this.

    ``village`` is where the matter lay when it was offered, ``due_at`` what the citizen was promised.
    """

    PERSONAL = frozenset({"note", "summary", "answer"})
    NOT_PERSONAL = frozenset(
        "id version number origin_type origin_id origin_number village from_office to_office sender sender_label "
        "offered_at due_at field urgency clearance reason status refusal answered_at answered_by answered_label".split()
    )

    number = models.CharField(max_length=40, unique=True)
    origin_type = models.CharField(max_length=40)
    origin_id = models.BigIntegerField()
    origin_number = models.CharField(max_length=40)
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", related_name="+")
    from_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    to_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    sender = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=200)
    offered_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField()
    field = models.CharField(max_length=CODE, choices=ServiceField.choices)
    urgency = models.SmallIntegerField(default=0)
    clearance = models.SmallIntegerField(default=0)
    reason = models.CharField(max_length=CODE, choices=Reason.choices)
    note = models.TextField(blank=True, help_text="Penjelasan alasan")
    summary = models.TextField(help_text="Uraian tanpa nama, yang dibaca penerima sebelum menjawab")
    status = models.CharField(max_length=CODE, choices=Status.choices, default=Status.OFFERED)
    refusal = models.CharField(max_length=CODE, choices=Refusal.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    answered_label = models.CharField(max_length=200, blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                F("to_office"),
                F("urgency").desc(),
                F("due_at"),
                F("id"),
                name="transfer_inbox",
                condition=Q(status="offered"),
                include=["from_office", *GUARD],
            ),
            models.Index(
                fields=["to_office", "-offered_at", "-id"], name="transfer_to", include=["from_office", *GUARD]
            ),
            models.Index(
                fields=["from_office", "-offered_at", "-id"], name="transfer_from", include=["to_office", *GUARD]
            ),
            models.Index(fields=["origin_type", "origin_id"], name="transfer_origin"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["origin_type", "origin_id"], condition=Q(status="offered"), name="transfer_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(status__in=Status.codes()), name="transfer_status_known"),
            models.CheckConstraint(condition=Q(reason__in=Reason.codes()), name="transfer_reason_known"),
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="transfer_two_ends"),
            models.CheckConstraint(
                condition=Q(status="offered", answered_at=None, answered_by=None)
                | (~Q(status="offered") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="transfer_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status="refused", refusal__in=Refusal.codes()) | (~Q(status="refused") & Q(refusal="")),
                name="transfer_refused_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Both ends see what happens to an offer."""
        return Reach(self.village_id, (self.from_office_id, self.to_office_id), self.clearance, topic=self.field)

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/pelimpahan/{self.number}/"

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def status_word(self) -> Status:
        """Where it stands, as a word."""
        return Status(self.status)

    @property
    def reason_word(self) -> Reason:
        """Why it is offered, as a word."""
        return Reason(self.reason)

    @property
    def refusal_word(self) -> Refusal | None:
        """Why it was refused, as a word."""
        return Refusal(self.refusal) if self.refusal else None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.status_word is Status.OFFERED

    def end(self, status: Status, *, by: Appointment, answer: str, refusal: Refusal | None = None) -> None:
        """Write down how the offer ended. Raises WrongState when it has ended before."""
        if not self.is_open:
            now = _("Pelimpahan ini sudah berstatus “%(status)s”.") % {"status": self.status_word.label}
            raise WrongState(now)
        self.status, self.refusal, self.answer = status, refusal or "", answer
        self.answered_at = timezone.now()
        self.answered_by, self.answered_label = by, by.label
        self.save()
