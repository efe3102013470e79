"""An export (unduhan): rows about people that an officer asked to take away as a file."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Max, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.exports.words import ExportState, Purpose

CODE = Word.MAX_LENGTH


class ExportQuerySet(models.QuerySet["Export"]):
    """Questions about exports."""

    def within(self, by: Appointment) -> Self:
        """Those that were asked for in the area of an appointment."""
        return self.filter(area__gte=by.span[0], area__lt=by.span[1])

    def of(self, by: Appointment) -> Self:
        """Those that were asked for under an appointment."""
        return self.filter(asked_by=by)

    def alone_since(self, moment: datetime) -> Self:
        """Those that were let go without a second person since a moment."""
        return self.filter(state=ExportState.READY, decided_by=None, asked_at__gte=moment)

    def rows_beside(self, path: str, query: str) -> int:
        """How many rows these hold together without those of one list; of a list that was taken twice, once."""
        lists = self.exclude(path=path, query=query).order_by().values("path", "query").annotate(most=Max("rows"))
        return sum(one["most"] for one in lists)

    def waiting(self) -> Self:
        """Those that wait for a second person, the first asked for before the others."""
        return self.filter(state=ExportState.WAITING).order_by("asked_at", "pk")

    def with_ends(self) -> Self:
        """With who asked and their office read in one query."""
        return self.select_related("asked_by", "office")


class Export(Versioned):
    """Rows of a list that somebody takes away, for a purpose; ``mark`` stands in each line of the file and leads back here.

    ``path`` and ``query`` are the address of the list with its filter, and ``form`` the kind of file: it is made when it is
    fetched, under the walls of whoever asked, and kept nowhere. ``rows`` are those counted when it was asked for; more than
    ``alone`` wait for a second person. It may be fetched until ``until``.
    """

    number = models.CharField(max_length=40, unique=True)
    mark = models.CharField(max_length=16, unique=True)
    area = models.BigIntegerField()
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    asked_by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    asked_label = models.CharField(max_length=200)
    asked_at = models.DateTimeField(db_default=Now())
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=200)
    query = models.TextField(blank=True)
    form = models.CharField(max_length=CODE)
    rows = models.IntegerField()
    alone = models.IntegerField()
    purpose = models.CharField(max_length=CODE, choices=Purpose.choices)
    text = models.CharField(max_length=300)
    state = models.CharField(max_length=CODE, choices=ExportState.choices)
    until = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    decided_label = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_note = models.CharField(max_length=500, blank=True)

    objects: ClassVar[Any] = ExportQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version number mark area office asked_by asked_label asked_at title path query form rows alone purpose text state "
        "until decided_by decided_label decided_at decided_note".split()
    )

    class Meta:
        indexes = [
            models.Index(fields=["area", "-asked_at", "-id"], name="export_area"),
            models.Index(fields=["asked_by", "-asked_at", "-id"], name="export_asker"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ExportState.codes()), name="export_state_known"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.codes()) & ~Q(text=""), name="export_for_a_purpose"),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(rows__lte=F("alone")) | Q(decided_by__isnull=False),
                name="export_many_by_two",
            ),
            models.CheckConstraint(condition=~Q(state="ready") | Q(until__isnull=False), name="export_ends_some_day"),
            models.CheckConstraint(condition=~Q(decided_by=F("asked_by")), name="export_second_person"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Seen where it was asked for, and above."""
        return Reach(village=self.area, offices=(self.office_id,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/unduhan/{self.number}/"

    @property
    def file_address(self) -> str:
        """Where whoever asked fetches the file: the list itself, asked for this very copy."""
        return f"{self.path}?{self.query}{'&' if self.query else ''}unduh={self.form}&salinan={self.number}"

    @property
    def list_address(self) -> str:
        """The list as a page."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def state_word(self) -> ExportState:
        """Where it stands, as a word."""
        return ExportState(self.state)

    @property
    def purpose_word(self) -> Purpose:
        """What it is for, as a word."""
        return Purpose(self.purpose)

    def is_open(self, now: datetime) -> bool:
        """Whether the file may be fetched now."""
        return self.state == ExportState.READY and self.until is not None and now < self.until
