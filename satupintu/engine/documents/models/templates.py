"""Templates of letters: what an area and a kind of office writes, in versions that never change once published."""

from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.documents.letters.kinds import LetterKind, kind_of
from satupintu.engine.documents.letters.wording import Wording
from satupintu.engine.documents.words import VersionState
from satupintu.engine.events.reach import Reach
from satupintu.lib.words import Word


class LetterTemplate(models.Model):
    """A template: kind of letter, name, and for whom: offices of one kind ("" any) in one span of areas.

    A narrower span goes before a wider one of the same name.
    """

    kind = models.CharField(max_length=Word.MAX_LENGTH)
    name = models.CharField(max_length=80)
    office_kind = models.CharField(max_length=Word.MAX_LENGTH, blank=True)
    area_start = models.BigIntegerField()
    area_end = models.BigIntegerField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name", "office_kind", "area_start", "area_end"], name="template_once"
            ),
            models.CheckConstraint(condition=Q(area_end__gt=F("area_start")), name="template_area"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind_of(self) -> LetterKind:
        """The kind as its room brought it."""
        return kind_of(self.kind)

    @property
    def reach(self) -> Reach:
        """A template holds no person: whoever sees its area sees what happened to it."""
        return Reach(village=self.area_start)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"N-{self.pk}"


class TemplateVersionQuerySet(models.QuerySet["TemplateVersion"]):
    """Questions about versions."""

    def in_force(self, day: date) -> Self:
        """Of each template the newest that is published and has begun on that day."""
        published = self.filter(state=VersionState.PUBLISHED, valid_from__lte=day)
        return published.newest_of_each()

    def newest_of_each(self) -> Self:
        """Of each template one version, the newest; whatever else is asked must hold for a template as a whole."""
        return self.select_related("template").order_by("template_id", "-number").distinct("template_id")

    def offered(
        self, kinds: Collection[str], office_kind: str, area: int, day: date
    ) -> dict[str, list["TemplateVersion"]]:
        """What an office may write on that day, by kind: one version of each name, from the narrowest that fits."""
        fitting = self.in_force(day).filter(
            template__kind__in=kinds,
            template__office_kind__in=["", office_kind],
            template__area_start__lte=area,
            template__area_end__gt=area,
        )
        best: dict[tuple[str, str], TemplateVersion] = {}
        for version in fitting:
            key = (version.template.kind, version.template.name)
            known = best.get(key)
            if known is None or version.fit < known.fit:
                best[key] = version
        found: dict[str, list[TemplateVersion]] = {}
        for kind, name in sorted(best):
            found.setdefault(kind, []).append(best[kind, name])
        return found


class TemplateVersion(Versioned):
    """One version of a template. A draft may be changed; a published one never is, so an issued letter stays as it was."""

    template = models.ForeignKey(LetterTemplate, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=Word.MAX_LENGTH, choices=VersionState.choices, default=VersionState.DRAFTED)
    wording = models.JSONField()
    valid_from = models.DateField(null=True)
    by_label = models.CharField(max_length=200)
    changed_at = models.DateTimeField(db_default=Now())

    objects = TemplateVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="template_version"),
            models.CheckConstraint(condition=Q(state__in=VersionState.codes()), name="template_state_known"),
            models.CheckConstraint(
                condition=~Q(state=VersionState.PUBLISHED) | Q(valid_from__isnull=False), name="template_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.number}"

    @property
    def reach(self) -> Reach:
        """As far as its template."""
        return self.template.reach

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"{self.template.trace} v{self.number}"

    @property
    def state_word(self) -> VersionState:
        """Where it stands, as a word."""
        return VersionState(self.state)

    @property
    def words(self) -> Wording:
        """What it says."""
        return Wording.unpacked(self.wording)

    @property
    def fit(self) -> tuple[int, bool]:
        """How narrow its template is: the smaller the nearer."""
        return (self.template.area_end - self.template.area_start, self.template.office_kind == "")
