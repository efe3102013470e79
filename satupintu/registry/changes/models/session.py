"""The village meeting (musdes, muskel): who came, who led, what was decided row by row, and the papers that prove it."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.documents.models import Attachment
from satupintu.foundation.areas.placed import Beside, Placed, PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.changes import rules
from satupintu.registry.changes.models.request import ChangeRequest
from satupintu.registry.changes.words import Found, Group, Missing

CODE = Word.MAX_LENGTH


class SessionQuerySet(PlacedQuerySet["Session"]):
    """Questions about meetings."""

    def open(self) -> Self:
        """Those that are not closed yet."""
        return self.filter(closed_at=None)


class Session(Placed, Versioned):
    """A meeting. Its decisions count when it is closed, and it is closed only with minutes and signed attendance list."""

    held_on = models.DateField()
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=120)
    leader = models.CharField(max_length=120)
    leader_position = models.CharField(max_length=120)
    explained = models.BooleanField(default=False)
    indicators = models.TextField(blank=True)
    minutes = models.ForeignKey(Attachment, models.PROTECT, null=True, db_index=False, related_name="+")
    attendance_list = models.ForeignKey(Attachment, models.PROTECT, null=True, db_index=False, related_name="+")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    opened_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True)
    closed_label = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = SessionQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"leader", "leader_position", "indicators"}
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version village kecamatan kabupaten provinsi held_on starts ends place explained minutes attendance_list "
        "office by by_label opened_at closed_at closed_label".split()
    )

    class Meta:
        indexes = [
            models.Index(fields=["village", "-held_on"], name="musdes_village"),
            models.Index(fields=["kecamatan", "-held_on"], name="musdes_kecamatan", include=["village"]),
            models.Index(fields=["kabupaten", "-held_on"], name="musdes_kabupaten", include=["village"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(minutes__isnull=False, attendance_list__isnull=False),
                name="musdes_closed_with_papers",
            ),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"M-{self.pk}"

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/musdes/{self.pk}/"

    @property
    def present(self) -> int:
        """How many came."""
        told = self.attendance.aggregate(men=Sum("men"), women=Sum("women"))
        return (told["men"] or 0) + (told["women"] or 0)

    def lacks(self) -> list[str]:
        """What it still lacks before it can be closed (`rules.lacks`)."""
        return rules.lacks(
            minutes=self.minutes_id is not None,
            attendance=self.attendance_list_id is not None,
            present=self.present,
            rows=self.decisions.count(),
        )


class Attendance(Beside):
    """How many of one group were invited and came, men and women apart."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendance")
    group = models.CharField(max_length=CODE, choices=Group.choices)
    invited = models.PositiveSmallIntegerField(default=0)
    men = models.PositiveSmallIntegerField(default=0)
    women = models.PositiveSmallIntegerField(default=0)

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "session", "group", "invited", "men", "women"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "group"], name="attendance_once_a_group"),
            models.CheckConstraint(condition=Q(group__in=Group.codes()), name="attendance_group_known"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.group}"


class Decision(Beside):
    """What a meeting decided about one proposal. It may be decided otherwise until the meeting is closed."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="decisions")
    request = models.ForeignKey(ChangeRequest, models.PROTECT, related_name="decisions")
    clearance = models.SmallIntegerField(default=0)
    found = models.CharField(max_length=CODE, choices=Found.choices)
    able = models.BooleanField(null=True)
    missing = models.CharField(max_length=CODE, choices=Missing.choices, blank=True)
    outcome = models.CharField(max_length=CODE)
    note = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = {"found", "able", "missing", "outcome", "note"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "session", "request", "clearance", "at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "request"], name="decided_once_in_a_meeting"),
            models.CheckConstraint(condition=Q(found__in=Found.codes()), name="decision_found_known"),
            models.CheckConstraint(
                condition=Q(found="missing", missing__in=Missing.codes()) | (~Q(found="missing") & Q(missing="")),
                name="decision_missing_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(found__in=["missing", "duplicate"], able=None)
                | Q(found__in=["found", "new"], able__isnull=False),
                name="decision_able_where_found",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.request_id}"

    @property
    def found_word(self) -> Found:
        """What was found, as a word."""
        return Found(self.found)

    @property
    def agreed(self) -> bool:
        """Whether the proposal goes on."""
        return self.outcome == rules.SUBMITTED
