"""A file that came in, and its rows on their way to becoming people."""

import json
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Now
from psycopg import Cursor

from satupintu.engine.actions.models import Versioned
from satupintu.foundation.access.errands import Errand
from satupintu.lib.sentences import again
from satupintu.lib.words import Word
from satupintu.registry.imports.layout import Layout, SheetRule, Source, read_layout, rule_for
from satupintu.registry.imports.layout.binding import letter_of
from satupintu.registry.imports.models.mapping import MappingVersion
from satupintu.registry.imports.words import BatchState, Column, Verdict
from satupintu.registry.people.models import ListEdition


class BatchQuerySet(models.QuerySet["Batch"]):
    """Questions about batches."""

    def unsaved(self) -> Self:
        """Those that nobody saved or cancelled: their files and rows still lie here."""
        return self.filter(state__in=BatchState.unsaved())

    def newest_first(self) -> Self:
        """The newest before the older."""
        return self.order_by("-id")


class Batch(Errand, Versioned):
    """One file: who brought it, for which area, what its columns hold, and what became of its rows.

    ``area`` is the ten-digit number of the area of whoever brought it (0: the whole country); rows from outside it
    are refused. ``layout`` is how the file is read, as a mapping's document; empty until headings have suggested one.
    ``mapping`` is the published mapping that it came from, if it did. ``columns`` maps places in the row of headings to
    meanings; ``counts`` are numbers only.
    """

    TRACE = "IMP"

    area = models.BigIntegerField()
    file_name = models.CharField(max_length=120)
    size = models.IntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=Word.MAX_LENGTH, choices=BatchState.choices, default=BatchState.RECEIVED)
    headings = ArrayField(models.CharField(max_length=80), default=list)
    heading_row = models.IntegerField(default=0)
    columns = models.JSONField(default=dict)
    layout = models.JSONField(default=dict)
    mapping = models.ForeignKey(MappingVersion, models.PROTECT, null=True, related_name="+")
    edition = models.ForeignKey(ListEdition, models.PROTECT, null=True, related_name="+")
    rows_read = models.IntegerField(default=0)
    counts = models.JSONField(default=dict)
    failure = models.CharField(max_length=1000, blank=True)
    uploaded_by = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = BatchQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"file_name"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "version", "area", "size", "sha256", "state", "headings", "heading_row", "columns", "edition"),
        *("layout", "mapping"),
        *("rows_read", "counts", "failure", "uploaded_by", "uploaded_at", "applied_at"),
    }

    class Meta:
        indexes = [models.Index(fields=["area", "-id"], name="batch_area")]
        constraints = [models.CheckConstraint(condition=Q(state__in=BatchState.codes()), name="batch_state_known")]

    @property
    def word(self) -> BatchState:
        """Its state as a word."""
        return BatchState(self.state)

    @property
    def read_by(self) -> Layout | None:
        """How its file is read; None until headings have suggested it."""
        if self.layout:
            return read_layout(self.layout)
        if not self.columns:
            return None
        # Brought before mappings were kept: what its columns hold was written down by their places.
        rules = tuple(rule_for(Column(code), Source(letter=letter_of(int(p)))) for p, code in self.columns.items())
        return Layout(SheetRule(rules, heading_row=self.heading_row))

    @property
    def why(self) -> str:
        """Why it cannot be read, in the reader's language; "" for one that can."""
        return again(json.loads(self.failure)) if self.failure else ""

    @property
    def is_busy(self) -> bool:
        """Whether a job is at work on it, or will be."""
        return self.word in {BatchState.RECEIVED, BatchState.CHECKING, BatchState.APPLYING, BatchState.UNDOING}

    def count(self, what: str) -> int:
        """One of its numbers; 0 before it was counted."""
        return int(self.counts.get(what, 0))


class UploadManager(models.Manager["Upload"]):
    """Takes files in and gives them out as the bytes that they are; written into the text of a statement they would be twice
    as long, and several times in memory.
    """

    def keep(self, batch: Batch, content: bytes) -> None:
        """Keep the file of a batch."""
        with Cursor(self._connected()) as cursor:
            asked = "insert into imports_upload (batch_id, area, content) values (%s, %s, %b)"
            cursor.execute(asked, [batch.pk, batch.area, content])

    def content(self, batch: Batch) -> bytes:
        """The file of a batch. Raises Upload.DoesNotExist when it is gone, or lies behind the wall."""
        with Cursor(self._connected()) as cursor:
            asked = "select content from imports_upload where batch_id = %s"
            found = cursor.execute(asked, [batch.pk], binary=True).fetchone()
        if found is None:
            raise Upload.DoesNotExist
        return bytes(found[0])

    @staticmethod
    def _connected() -> Any:
        connection.ensure_connection()
        return connection.connection


class Upload(models.Model):
    """The bytes of a batch's file, kept until it is applied or cancelled, then gone.

    ``heads`` are the first rows of each sheet, kept once somebody has looked at them: [[sheet, [[number, cells], …]], …].
    """

    batch = models.OneToOneField(Batch, models.CASCADE, primary_key=True, related_name="upload")
    area = models.BigIntegerField()
    content = models.BinaryField()
    heads = models.JSONField(null=True)

    objects: ClassVar[UploadManager] = UploadManager()

    PERSONAL: ClassVar[set[str]] = {"content", "heads"}
    NOT_PERSONAL: ClassVar[set[str]] = {"batch", "area"}

    def __str__(self) -> str:
        return f"IMP-{self.batch_id}"


class StagedRowQuerySet(models.QuerySet["StagedRow"]):
    """Questions about rows."""

    def refused(self) -> Self:
        """Rows that will not be saved."""
        return self.filter(verdict=Verdict.REFUSED)

    def to_look_at(self) -> Self:
        """Rows with an error or a caution."""
        return self.exclude(errors=[], cautions=[])


class StagedRow(models.Model):
    """One row of a file as it was read. ``cells`` are the row as written, for giving it back with a message.

    ``errors`` refuse the row, ``cautions`` do not; each is [code, column, pattern, facts] (``lib.sentences``).
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", db_index=False)
    area = models.BigIntegerField()
    number = models.IntegerField()
    cells = models.JSONField()
    village = models.BigIntegerField(null=True)
    household_key = models.TextField(null=True)
    kk_number = models.TextField(null=True)
    nik = models.TextField(null=True)
    name = models.TextField(null=True)
    name_key = models.TextField(null=True)
    keys = ArrayField(models.TextField(), null=True)
    sex = models.TextField(null=True)
    birth_date = models.DateField(null=True)
    birth_year = models.SmallIntegerField(null=True)
    birth_place = models.TextField(null=True)
    mother_name = models.TextField(null=True)
    dusun = models.TextField(null=True)
    rt = models.TextField(null=True)
    rw = models.TextField(null=True)
    address = models.TextField(null=True)
    occupation = models.TextField(null=True)
    traits = models.JSONField(default=dict)
    relationship = models.TextField(null=True)
    card_relationship = models.TextField(null=True)
    departure = models.TextField(null=True)
    desil = models.SmallIntegerField(null=True)
    member_id = models.TextField(null=True)
    raw = models.JSONField(default=dict)
    errors = models.JSONField(default=list)
    cautions = models.JSONField(default=list)
    changes = ArrayField(models.TextField(), default=list)
    verdict = models.CharField(max_length=Word.MAX_LENGTH, choices=Verdict.choices, blank=True)
    person_id = models.BigIntegerField(null=True)
    household_id = models.BigIntegerField(null=True)
    household_is_new = models.BooleanField(default=False)
    card_id = models.BigIntegerField(null=True)
    card_is_new = models.BooleanField(default=False)

    objects: ClassVar[Any] = StagedRowQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {
        *("cells", "household_key", "kk_number", "nik", "name", "name_key", "keys", "sex", "birth_date", "birth_year"),
        *("birth_place", "mother_name", "dusun", "rt", "rw", "address", "occupation", "traits", "relationship"),
        *("card_relationship", "departure", "desil", "member_id", "raw", "errors", "cautions"),
    }
    NOT_PERSONAL: ClassVar[set[str]] = {
        *(
            "id",
            "batch",
            "area",
            "number",
            "village",
            "changes",
            "verdict",
            "person_id",
            "household_id",
            "household_is_new",
        ),
        *("card_id", "card_is_new"),
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="staged_row_once")]

    def __str__(self) -> str:
        return f"IMP-{self.batch_id}/{self.number}"
