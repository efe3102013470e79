"""A hand-over (penyerahan data) to another office: what it holds, who asked for what, and what became of it."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.people.models import Person
from satupintu.reports.sorting.words import HandOverKind, HandOverState, LegalBasis, Population

CODE = Word.MAX_LENGTH
OPEN = (HandOverState.SENT, HandOverState.ACKNOWLEDGED)
"""States in which the receiver has still something to do."""


class HandOverQuerySet(models.QuerySet["HandOver"]):
    """Questions about hand-overs."""

    def received_by(self, office_id: int) -> Self:
        """Hand-overs to an office."""
        return self.filter(to_office_id=office_id)

    def sent_by(self, office_id: int) -> Self:
        """Hand-overs from an office."""
        return self.filter(from_office_id=office_id)

    def open(self) -> Self:
        """Hand-overs that the receiver has not yet reported on, what is due first before what is due later."""
        return self.filter(state__in=OPEN).order_by("due_on", "pk")

    def overdue(self, today: date) -> Self:
        """Hand-overs whose day has passed without a report."""
        return self.open().filter(due_on__lt=today)

    def with_ends(self) -> Self:
        """With both offices and the area read in one query."""
        return self.select_related("from_office", "to_office", "village")


class HandOver(Versioned):
    """Tables or a list of names that one office hands to another for a purpose; a report about what was done is asked back.

    ``village`` is the area it is about. ``picture`` holds the veiled tables of a population as they were, ``tables`` which of
    them are handed over. A list of more than `rules.ONE_PERSON` names waits for a second person (``approved_by``).
    """

    PERSONAL: ClassVar[set[str]] = {"message", "heading"}
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version number kind village from_office to_office sender sender_label made_at sent_at due_on population as_of "
        "tables picture purpose basis basis_text people state decided_by decided_label decided_at decided_note received_by "
        "received_label received_at".split()
    )

    number = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=CODE, choices=HandOverKind.choices)
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", related_name="+")
    from_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    to_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    sender = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=200)
    made_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True)
    due_on = models.DateField()
    heading = models.CharField(max_length=200)
    population = models.CharField(max_length=CODE, choices=Population.choices)
    as_of = models.DateField()
    tables = models.JSONField(default=list)
    picture = models.JSONField(default=dict)
    purpose = models.CharField(max_length=300)
    message = models.TextField(blank=True)
    basis = models.CharField(max_length=CODE, choices=LegalBasis.choices, blank=True)
    basis_text = models.CharField(max_length=200, blank=True)
    people = models.IntegerField(default=0)
    state = models.CharField(max_length=CODE, choices=HandOverState.choices, default=HandOverState.SENT)
    decided_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    decided_label = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_note = models.TextField(blank=True)
    received_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    received_label = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField(null=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["to_office", "-made_at", "-id"], name="handover_to"),
            models.Index(fields=["from_office", "-made_at", "-id"], name="handover_from"),
            models.Index(
                fields=["due_on"],
                name="handover_open",
                condition=Q(state__in=["sent", "acknowledged"]),
                include=["village"],
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=HandOverState.codes()), name="handover_state_known"),
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="handover_two_ends"),
            models.CheckConstraint(condition=~Q(purpose=""), name="handover_for_a_purpose"),
            models.CheckConstraint(
                condition=Q(kind="tables", basis="") | (Q(kind="names") & ~Q(basis="") & ~Q(basis_text="")),
                name="handover_names_on_a_basis",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "refused", "withdrawn"]) | Q(sent_at__isnull=False),
                name="handover_sent_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(kind="tables") | Q(people__lte=1000) | Q(sent_at=None) | Q(decided_by__isnull=False),
                name="handover_many_names_by_two",
            ),
            models.CheckConstraint(condition=~Q(decided_by=F("sender")), name="handover_second_person"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Both ends see what happens to it; the receiver not before it was sent."""
        ends = (self.from_office_id, self.to_office_id if self.sent_at else self.from_office_id)
        return Reach(self.village_id, ends)

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/sortir/penyerahan/{self.number}/"

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def state_word(self) -> HandOverState:
        """Where it stands, as a word."""
        return HandOverState(self.state)

    @property
    def kind_word(self) -> HandOverKind:
        """What it is, as a word."""
        return HandOverKind(self.kind)

    @property
    def is_open(self) -> bool:
        """Whether a report is still awaited."""
        return self.state_word in OPEN

    def is_late(self, today: date) -> bool:
        """Whether its day has passed without a report."""
        return self.is_open and self.due_on < today


class HandedPerson(models.Model):
    """One name of a list that was handed over, as it was then: nothing of it follows what the register learns later."""

    handover = models.ForeignKey(HandOver, models.PROTECT, related_name="names")
    place = models.IntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    nik = models.CharField(max_length=16, blank=True)
    sex = models.CharField(max_length=CODE, blank=True)
    born = models.CharField(max_length=12, blank=True)
    address = models.CharField(max_length=300, blank=True)
    village_name = models.CharField(max_length=120)
    about = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = models.Manager()

    PERSONAL: ClassVar[set[str]] = {"person", "name", "nik", "sex", "born", "address", "village_name", "about"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "handover", "place"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["handover", "place"], name="handed_person_place")]

    def __str__(self) -> str:
        return f"{self.handover_id}/{self.place}"


class FollowUp(models.Model):
    """What the receiver has done with it: in words, for how many, by which day. The last one closes the hand-over."""

    handover = models.ForeignKey(HandOver, models.PROTECT, related_name="follow_ups")
    text = models.TextField()
    reached = models.IntegerField(null=True)
    done_on = models.DateField()
    is_last = models.BooleanField()
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = {"text"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "handover", "reached", "done_on", "is_last", "by", "by_label", "at"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="follow_up_says_something"),
            models.CheckConstraint(condition=Q(reached=None) | Q(reached__gte=0), name="follow_up_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.handover_id} {self.done_on}"


class ListCopy(models.Model):
    """A copy of a list of names that somebody took away; ``mark`` stands in each of its lines and leads back to here."""

    handover = models.ForeignKey(HandOver, models.PROTECT, related_name="copies")
    mark = models.CharField(max_length=16, unique=True)
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    taken_at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "handover", "mark", "by", "by_label", "why", "taken_at"}

    def __str__(self) -> str:
        return self.mark
