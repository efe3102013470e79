"""What was done with a proposal: every state is a noun with who, when and why."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import Beside
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.words import Word
from satupintu.registry.changes.models.request import ChangeRequest
from satupintu.registry.changes.words import Finding, MoveKind, ReturnReason
from satupintu.registry.people.words import ExternalList

CODE = Word.MAX_LENGTH


class Deed(Beside):
    """Something done to one proposal: by whom, when. Seen from its village by whoever is cleared; never changed."""

    clearance = models.SmallIntegerField(default=0)
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    account_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


DEED = frozenset("id village clearance request by account_id by_label at".split())


class MoveQuerySet(models.QuerySet["Move"]):
    """Questions about what was done."""

    def latest_return(self) -> "Move | None":
        """The last time it was given back, with the reason."""
        return self.filter(kind=MoveKind.RETURNED).order_by("-pk").first()

    def oldest_first(self) -> Self:
        """In the order in which it happened."""
        return self.order_by("pk")


class Move(Deed):
    """One step of a proposal. Its state is always what the moves say (`rules.status`)."""

    request = models.ForeignKey(ChangeRequest, models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=CODE, choices=MoveKind.choices)
    reason = models.CharField(max_length=CODE, choices=ReturnReason.choices, blank=True)
    text = models.TextField(blank=True)

    objects: ClassVar[Any] = MoveQuerySet.as_manager()

    PERSONAL = frozenset({"text"})
    NOT_PERSONAL = DEED | {"kind", "reason"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MoveKind.codes()), name="change_move_known"),
            models.CheckConstraint(
                condition=Q(kind="returned", reason__in=ReturnReason.codes()) | (~Q(kind="returned") & Q(reason="")),
                name="change_returned_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"

    @property
    def kind_word(self) -> MoveKind:
        """What was done, as a word."""
        return MoveKind(self.kind)

    @property
    def reason_word(self) -> ReturnReason | None:
        """Why it was given back, as a word."""
        return ReturnReason(self.reason) if self.reason else None


class Statement(Deed):
    """SPTJM: somebody answers for a proposal with their signature, where no meeting was held."""

    request = models.ForeignKey(ChangeRequest, models.PROTECT, related_name="statements")
    signed_by = models.CharField(max_length=120)
    position = models.CharField(max_length=120)
    signed_on = models.DateField()
    paper = models.ForeignKey(Attachment, models.PROTECT, related_name="+")

    PERSONAL = frozenset({"signed_by", "position"})
    OTHERS = frozenset({"signed_by", "position"})
    NOT_PERSONAL = DEED | {"signed_on", "paper"}

    def __str__(self) -> str:
        return f"{self.request_id} SPTJM"


class Verification(Deed):
    """A visit that looked whether a proposal is true: day, place, officer, finding. Photos are attached to it."""

    request = models.ForeignKey(ChangeRequest, models.PROTECT, related_name="verifications")
    on = models.DateField()
    finding = models.CharField(max_length=CODE, choices=Finding.choices)
    confirmed = models.BooleanField()
    officer = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    text = models.TextField(blank=True)

    PERSONAL = frozenset({"finding", "confirmed", "place", "latitude", "longitude", "text"})
    NOT_PERSONAL = DEED | {"on", "officer"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(finding__in=Finding.codes()), name="verification_finding_known"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="verification_place_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.on}"

    @property
    def finding_word(self) -> Finding:
        """What was found, as a word."""
        return Finding(self.finding)

    @property
    def reach(self) -> Reach:
        """Its photos are seen by whoever sees the proposal."""
        return Reach(village=self.village_id, clearance=self.clearance)

    @property
    def trace(self) -> str:
        """What attachments call it."""
        return self.request.number


class Ratification(Versioned):
    """A decree of the kabupaten (SK) that ratifies a batch of proposals. A published paper: no citizen stands on the row."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    list = models.CharField(max_length=CODE, choices=ExternalList.choices)
    round_year = models.SmallIntegerField()
    round_month = models.SmallIntegerField()
    sk_number = models.CharField(max_length=60)
    sk_date = models.DateField()
    signatory = models.CharField(max_length=120)
    position = models.CharField(max_length=120)
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "sk_number"], name="ratification_once_a_decree"),
            models.CheckConstraint(condition=Q(list__in=ExternalList.codes()), name="ratification_list_known"),
        ]

    def __str__(self) -> str:
        return self.sk_number

    @property
    def reach(self) -> Reach:
        """Whoever sees the kabupaten sees what happened to the decree."""
        return Reach(village=self.area_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"SK-{self.pk}"

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/pengesahan/{self.pk}/"
