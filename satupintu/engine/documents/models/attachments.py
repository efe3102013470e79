"""Attachments and the counters of numbers."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.documents.words import FileKind
from satupintu.engine.events.reach import Reach
from satupintu.lib.words import Word


class Counter(models.Model):
    """The last number that was given in a sequence, such as ``P7302032005-K26``."""

    scope = models.CharField(max_length=60, primary_key=True)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.scope}: {self.value}"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Questions about attachments."""

    def of(self, subject: Any) -> Self:
        """What was attached to one row, oldest first."""
        return self.filter(subject_type=subject._meta.model_name, subject_id=subject.pk).order_by("pk")


class Attachment(models.Model):
    """A file that belongs to a row. It reaches as far as that row does; its bytes lie apart, lists never read them."""

    PERSONAL = frozenset({"name"})
    NOT_PERSONAL = frozenset(
        "id subject_type subject_id trace kind size sha256 width height village offices clearance topic handler at "
        "appointment_id by_label".split()
    )

    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    trace = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=FileKind.choices)
    size = models.PositiveIntegerField(help_text="Byte berkas asli")
    sha256 = models.CharField(max_length=64, help_text="Sidik berkas asli")
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    village = models.BigIntegerField(null=True)
    offices = ArrayField(models.BigIntegerField(), default=list)
    clearance = models.SmallIntegerField(default=0)
    topic = models.CharField(max_length=20, blank=True, db_default="")
    handler = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="attachment_subject")]
        constraints = [models.CheckConstraint(condition=Q(kind__in=FileKind), name="attachment_kind_known")]

    def __str__(self) -> str:
        return f"{self.trace} · {self.kind}"

    @property
    def kind_word(self) -> FileKind:
        """What kind of file, as a word."""
        return FileKind(self.kind)

    @property
    def reach(self) -> Reach:
        """Whoever sees the row sees what is attached to it."""
        return Reach(self.village, tuple(self.offices), self.clearance, self.topic, self.handler)


class Content(models.Model):
    """The bytes that are handed out: a picture as its safe copy (JPEG without metadata), a PDF as it came."""

    PERSONAL = frozenset({"data"})
    NOT_PERSONAL = frozenset({"attachment"})

    attachment = models.OneToOneField(Attachment, models.CASCADE, primary_key=True, related_name="content")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"content {self.pk}"


class Original(models.Model):
    """A picture as it came, with everything hidden in it. Sealed: the application may put it in, never take it out."""

    PERSONAL = frozenset({"data"})
    NOT_PERSONAL = frozenset({"attachment"})

    attachment = models.OneToOneField(Attachment, models.CASCADE, primary_key=True, related_name="+")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"original {self.pk}"
