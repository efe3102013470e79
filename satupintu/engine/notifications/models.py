"""Notices to officers, messages out of the house, and the envelopes that hold whom they go to."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.reach import Reach
from satupintu.engine.notifications import texts
from satupintu.engine.notifications.words import Medium, MessageState, Trouble
from satupintu.lib.words import Word

UNFINISHED = [MessageState.QUEUED, MessageState.SENDING, MessageState.FAILED]
"""Where a message still waits: a later one to the same recipient waits behind it."""
MOST_COUNTED = 100
"""Unread notices are counted up to here; a bell says no more than 99+."""

_UNREAD = (
    "select count(*) from ("
    "select 1 from notifications_notice where appointment_id = %s and read_at is null limit %s) part"
)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def to(self, appointment_id: int) -> Self:
        """Those of one appointment, newest first."""
        return self.filter(appointment_id=appointment_id).order_by("-id")

    def unread(self) -> Self:
        """Not read yet."""
        return self.filter(read_at=None)


def unread(appointment_id: int) -> int:
    """How many notices of an appointment are unread, at most ``MOST_COUNTED``. Every page asks: one small index."""
    with connection.cursor() as cursor:
        cursor.execute(_UNREAD, [appointment_id, MOST_COUNTED])
        return int(cursor.fetchone()[0])


class Notice(models.Model):
    """News for one officer, about something that happened. It says where, never what about whom."""

    PERSONAL = frozenset[str]()
    NOT_PERSONAL = frozenset(
        "id event_id name facts subject_type subject_id trace path village clearance appointment_id at read_at".split()
    )

    event_id = models.BigIntegerField()
    name = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    trace = models.CharField(max_length=60, blank=True)
    path = models.CharField(max_length=200)
    village = models.BigIntegerField(null=True)
    clearance = models.SmallIntegerField(default=0)
    appointment_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event_id", "appointment_id"], name="notice_once")]
        indexes = [
            models.Index(fields=["appointment_id", "-id"], name="notice_newest"),
            models.Index(
                fields=["appointment_id"],
                name="notice_unread",
                condition=Q(read_at=None),
                include=["clearance", "village"],
            ),
            models.Index(fields=["subject_type", "subject_id"], name="notice_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.trace}"

    @property
    def sentence(self) -> str:
        """What it says, in the reader's language."""
        return texts.notice(self.name, {**self.facts, "trace": self.trace})

    @property
    def reach(self) -> Reach:
        """Where the matter lies."""
        return Reach(self.village, (), self.clearance)


class MessageQuerySet(models.QuerySet["Message"]):
    """Questions about messages."""

    def unfinished(self) -> Self:
        """Still to be sent."""
        return self.filter(state__in=UNFINISHED)

    def given_up(self) -> Self:
        """Those that nobody tries any more, newest first."""
        return self.filter(state=MessageState.GIVEN_UP).order_by("-id")

    def tally(self) -> Iterable[tuple[str, str, int]]:
        """(medium, state, how many)."""
        counted = self.order_by().values("medium", "state").annotate(count=models.Count("id"))
        return counted.values_list("medium", "state", "count")


class Message(models.Model):
    """A message on its way out of the house: what happened to it. Whom it goes to lies in its envelope.

    ``key`` is unique, so the same news is written once; every attempt hands the same key to the gateway. ``recipient``
    tells messages to the same address apart from others without telling the address. ``next_at`` is when it is taken
    next; while it is being sent, when it counts as abandoned.
    """

    PERSONAL = frozenset({"recipient"})
    OTHERS = frozenset({"recipient"})
    NOT_PERSONAL = frozenset(
        "id key event_id name subject_type subject_id trace medium state attempts last_error queued_at next_at sent_at "
        "receipt village offices clearance topic".split()
    )

    key = models.CharField(max_length=80, unique=True)
    event_id = models.BigIntegerField()
    name = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    trace = models.CharField(max_length=60, blank=True)
    medium = models.CharField(max_length=Word.MAX_LENGTH, choices=Medium.choices)
    recipient = models.CharField(max_length=64)
    state = models.CharField(max_length=Word.MAX_LENGTH, choices=MessageState.choices, default=MessageState.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=Word.MAX_LENGTH, choices=Trouble.choices, blank=True)
    queued_at = models.DateTimeField()
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=80, blank=True)
    village = models.BigIntegerField(null=True)
    offices = ArrayField(models.BigIntegerField(), default=list)
    clearance = models.SmallIntegerField(default=0)
    topic = models.CharField(max_length=Word.MAX_LENGTH, default="", blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(medium__in=Medium.codes()), name="message_medium_known"),
            models.CheckConstraint(condition=Q(state__in=MessageState.codes()), name="message_state_known"),
        ]
        indexes = [
            models.Index(F("next_at"), F("id"), name="message_due", condition=Q(state__in=UNFINISHED)),
            models.Index(F("recipient"), F("id"), name="message_line", condition=Q(state__in=UNFINISHED)),
            models.Index(fields=["-id"], name="message_given_up", condition=Q(state="given_up")),
            models.Index(
                fields=["medium", "state"], name="message_tally", include=["village", "offices", "clearance", "topic"]
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def reach(self) -> Reach:
        """Whoever sees the matter sees that a message about it goes out."""
        return Reach(self.village, tuple(self.offices), self.clearance, self.topic)

    @property
    def state_word(self) -> MessageState:
        """Where it stands, as a word."""
        return MessageState(self.state)

    def must_be(self, state: MessageState) -> None:
        """Return when it stands there. Raises WrongState."""
        if self.state != state:
            now = _("Pesan ini sekarang berstatus “%(status)s”.") % {"status": self.state_word.label}
            raise WrongState(now, [])

    def queue(self, now: datetime) -> None:
        """Stand in the line again, as if it had been written now."""
        self.state, self.attempts, self.last_error = MessageState.QUEUED, 0, ""
        self.queued_at = self.next_at = now
        self.save(update_fields=["state", "attempts", "last_error", "queued_at", "next_at"])


class Envelope(models.Model):
    """Whom a message goes to and what it says. Only the house opens it, and it is gone when the message is sent."""

    PERSONAL = frozenset({"address", "subject", "text"})
    OTHERS = frozenset({"address", "subject", "text"})
    NOT_PERSONAL = frozenset({"message"})

    message = models.OneToOneField(Message, models.CASCADE, primary_key=True, related_name="envelope")
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=160, blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return f"envelope {self.pk}"


def about(subject: Any) -> dict[str, Any]:
    """The filter of notices and messages about one row."""
    return {"subject_type": subject._meta.model_name, "subject_id": subject.pk}
