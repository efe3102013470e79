"""A request about one's own data: who asks, what they showed, until when it is answered, and what the answer was."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.foundation.areas.placed import Placed, PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.people.models import Person
from satupintu.registry.privacy.words import Asker, Proof, RequestKind, RequestState

CODE = Word.MAX_LENGTH


class DataRequestQuerySet(PlacedQuerySet["DataRequest"]):
    """Questions about requests."""

    def open(self) -> Self:
        """Those that wait for an answer, the first due first."""
        return self.filter(state=RequestState.OPEN).order_by("due_at", "pk")

    def overdue(self, now: datetime) -> Self:
        """Those whose three days have passed."""
        return self.open().filter(due_at__lt=now)

    def of_person(self, person: Person) -> Self:
        """About a person, the newest first."""
        return self.filter(person=person).order_by("-pk")

    def with_names(self) -> Self:
        """With person and village read in one query."""
        return self.select_related("person", "village")


class DataRequest(Placed, Versioned):
    """Somebody asks for a copy of data, a correction, a restriction or an erasure, and showed a paper.

    ``asked_account_id`` is kept beside the appointment: who decides about an erasure is another *person*.
    """

    number = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=CODE, choices=RequestKind.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asker = models.CharField(max_length=CODE, choices=Asker.choices)
    asker_name = models.CharField(max_length=120, blank=True)
    proof = models.CharField(max_length=CODE, choices=Proof.choices)
    ground = models.TextField(blank=True)
    asked_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField()
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    asked_by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    asked_account_id = models.BigIntegerField()
    asked_label = models.CharField(max_length=200)
    state = models.CharField(max_length=CODE, choices=RequestState.choices, default=RequestState.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    answered_label = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = DataRequestQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "asker", "asker_name", "proof", "ground", "answer"}
    OTHERS: ClassVar[set[str]] = {"asker_name"}
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version village kecamatan kabupaten provinsi number kind asked_at due_at office asked_by asked_account_id "
        "asked_label state answered_at answered_by answered_label".split()
    )

    class Meta:
        indexes = [
            models.Index(fields=["kabupaten", "state", "due_at"], name="request_kabupaten", include=["village"]),
            models.Index(fields=["kecamatan", "state", "due_at"], name="request_kecamatan", include=["village"]),
            models.Index(fields=["village", "state", "due_at"], name="request_village"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RequestKind.codes()), name="request_kind_known"),
            models.CheckConstraint(condition=Q(asker__in=Asker.codes()), name="request_asker_known"),
            models.CheckConstraint(condition=Q(proof__in=Proof.codes()), name="request_proof_known"),
            models.CheckConstraint(condition=Q(state__in=RequestState.codes()), name="request_state_known"),
            models.CheckConstraint(
                condition=Q(state="open", answered_at=None) | Q(~Q(state="open"), answered_at__isnull=False),
                name="request_answered_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(kind="erasure", state="answered") | ~Q(answered_by=F("asked_by")),
                name="request_erased_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/permintaan-data/{self.number}/"

    @property
    def kind_word(self) -> RequestKind:
        """What is asked, as a word."""
        return RequestKind(self.kind)

    @property
    def asker_word(self) -> Asker:
        """Who asks, as a word."""
        return Asker(self.asker)

    @property
    def state_word(self) -> RequestState:
        """Where it stands, as a word."""
        return RequestState(self.state)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state_word is RequestState.OPEN

    def is_late(self, now: datetime) -> bool:
        """Whether its three days have passed without an answer."""
        return self.is_open and self.due_at < now
