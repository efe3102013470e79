"""A mapping: how files of one layout are read, kept under a name, shared, in versions that never change."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events import Reach
from satupintu.foundation.access.scope import span_of
from satupintu.lib.words import Word
from satupintu.registry.imports.layout import Layout, read_layout
from satupintu.registry.imports.words import Sharing


class MappingQuerySet(models.QuerySet["Mapping"]):
    """Questions about mappings; who sees which is the wall's business."""

    def by_name(self) -> Self:
        """Those that have a version, in the order of their names; ``latest`` is its number."""
        return self.annotate(latest=models.Max("versions__number")).filter(latest__gt=0).order_by("name", "id")


class Mapping(Versioned):
    """A name for a layout, kept by an area (0: the whole country) and shared with those below it or with everyone.

    ``span_end`` closes the half-open span of the area's numbers: the wall compares it with whoever looks.
    """

    area = models.BigIntegerField()
    span_end = models.BigIntegerField()
    name = models.CharField(max_length=80)
    sharing = models.CharField(max_length=Word.MAX_LENGTH, choices=Sharing.choices, default=Sharing.OWN)
    made_by = models.CharField(max_length=200)

    objects: ClassVar[Any] = MappingQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "version", "area", "span_end", "name", "sharing", "made_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="mapping_name_once"),
            models.CheckConstraint(condition=Q(sharing__in=Sharing.codes()), name="mapping_sharing_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the end of the area's span."""
        self.span_end = span_of(self.area)[1]
        super().save(*args, **kwargs)

    @property
    def reach(self) -> Reach:
        """What happens to a mapping is seen where it is kept."""
        return Reach(village=self.area)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"PTA-{self.pk}"

    @property
    def word(self) -> Sharing:
        """With whom it is shared."""
        return Sharing(self.sharing)

    @property
    def newest(self) -> "MappingVersion | None":
        """The version in force."""
        found: MappingVersion | None = self.versions.order_by("-number").first()
        return found


class MappingVersion(models.Model):
    """One published version of a mapping. The database lets nobody change it."""

    mapping = models.ForeignKey(Mapping, models.PROTECT, related_name="versions")
    number = models.IntegerField()
    document = models.JSONField()
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "mapping", "number", "document", "made_by", "made_at"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mapping", "number"], name="mapping_version_once")]

    def __str__(self) -> str:
        return f"{self.mapping_id} v{self.number}"

    @property
    def layout(self) -> Layout:
        """How a file is read by it."""
        return read_layout(self.document)
