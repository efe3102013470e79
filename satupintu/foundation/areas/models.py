"""Areas of Indonesia, from province to village, with the history of their codes."""

from collections.abc import Iterable
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.contrib.postgres.indexes import GinIndex
from django.db import connections, models, transaction
from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    Count,
    F,
    OuterRef,
    Q,
    SmallIntegerField,
    Subquery,
    Value,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas import rules, search
from satupintu.foundation.areas.words import CodeSystem, Kind, Reason
from satupintu.lib.codes import area_code, area_level, area_parent, area_span
from satupintu.lib.periods import zone
from satupintu.lib.words import Word

COUNTRY = search.COUNTRY


def _by_level(province: str, kabupaten: str, kecamatan: str, village: str) -> str:
    """SQL that takes one of four values by the level, which the number alone decides."""
    return (
        f"case when mod(number, 100000000) = 0 then {province} when mod(number, 1000000) = 0 then {kabupaten}"
        f" when mod(number, 10000) = 0 then {kecamatan} else {village} end"
    )


def _raw(sql: str, answer: "models.Field[Any, Any] | None" = None) -> RawSQL:
    """SQL of this file, without anything from outside in it."""
    return RawSQL(sql, [], answer)  # noqa: S611


_PARTS = ["number::text from 1 for 2", "number::text from 3 for 2", "number::text from 5 for 2", "number::text from 7"]
_DOTTED = [" || '.' || ".join(f"substring({part})" for part in _PARTS[:level]) for level in (1, 2, 3, 4)]
_LEVEL = _by_level("1", "2", "3", "4")
_END = "number + " + _by_level("100000000", "1000000", "10000", "1")
_PARENT = _by_level("null", "number / 100000000 * 100000000", "number / 1000000 * 1000000", "number / 10000 * 10000")


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def newest(self) -> "Edition | None":
        """The edition in force; None before the first load."""
        return self.order_by("decree_date", "id").last()


class Edition(models.Model):
    """One edition of the national list of codes, as a decree of the Minister of Home Affairs set it."""

    decree = models.CharField(max_length=120, unique=True)
    decree_date = models.DateField()
    source = models.CharField(max_length=200, blank=True)
    adopted_at = models.DateTimeField(db_default=Now())

    objects = EditionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.decree

    @property
    def reach(self) -> Reach:
        """An edition concerns the whole country: number 0 lies only in a scope without borders."""
        return Reach(village=0)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.decree


class AreaQuerySet(models.QuerySet["Area"]):
    """Questions about areas."""

    def current(self) -> Self:
        """Areas whose code is in force."""
        return self.filter(ended__isnull=True)

    def at_level(self, level: int) -> Self:
        """Only provinces (1), kabupaten/kota (2), kecamatan (3) or desa/kelurahan (4)."""
        return self.filter(level=level)

    def inside(self, area: "Area") -> Self:
        """The area itself and everything in it."""
        return self.filter(number__gte=area.span[0], number__lt=area.span[1])

    def children_of(self, area: "Area | None") -> Self:
        """One level down; the provinces for None."""
        return self.filter(parent=area)

    def named(self, name: str) -> Self:
        """Areas of exactly this name, whatever its capitals, accents and signs."""
        keys = {rules.name_key(name, level) for level in (2, 4)}
        return self.filter(name_key__in=keys)

    def with_code(self, code: str) -> "Area | None":
        """The area of a code with or without dots, in force or ended; None when there is none."""
        number = rules.number_of(code)
        return None if number is None else self.filter(pk=number).first()

    def with_villages(self) -> Self:
        """Each with ``villages``, the number of desa and kelurahan in force inside it."""
        inside = Area.objects.current().filter(number__gte=OuterRef("number"), number__lt=OuterRef("span_end"), level=4)
        count = inside.order_by().annotate(one=Value(1)).values("one").annotate(count=Count("pk")).values("count")
        return self.annotate(villages=Coalesce(Subquery(count), 0))

    def with_paths(self) -> "list[Area]":
        """The areas as a list whose ``path()`` and ``full_name`` are ready: one query more for all of them."""
        areas: list[Area] = list(self)
        above = {number for area in areas for number in rules.ancestors_of(area.number)}
        known = Area.objects.using(self.db).in_bulk(above) if above else {}
        for area in areas:
            area._path = [known[number] for number in rules.ancestors_of(area.number) if number in known]
        return areas

    def suggest(
        self, text: str, inside: tuple[int, int] | None = None, level: int | None = None, limit: int = 10
    ) -> "list[Area]":
        """What somebody who types ``text`` probably means, best first, each with its path ready.

        ``text`` is a name (typing errors allowed), a name and words of where it lies ("ara bontobahari"), a name after
        its kind ("kec pallangga"), or the beginning of a code. ``inside`` is a half-open span of numbers. Empty for
        less than two signs. Former names count as well.
        """
        query = search.statement(text, inside or COUNTRY, level, limit)
        if query is None:
            return []
        with transaction.atomic(using=self.db, savepoint=False), connections[self.db].cursor() as cursor:
            cursor.execute(search.STRICT)
            cursor.execute(*query)
            ranks = {row[0]: place for place, row in enumerate(cursor.fetchall())}
            cursor.execute(search.AS_BEFORE)
        found = self.model._default_manager.using(self.db).filter(pk__in=ranks).with_paths() if ranks else []
        return sorted(found, key=lambda area: ranks[area.pk])


class Area(models.Model):
    """A province, kabupaten/kota, kecamatan or village.

    An ended code stays, so that old rows point at something true. The number decides code, level and span.
    """

    number = models.BigIntegerField(primary_key=True)
    code = models.GeneratedField(
        expression=_raw(_by_level(*_DOTTED)), output_field=CharField(max_length=13), db_persist=True
    )
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    level = models.GeneratedField(expression=_raw(_LEVEL), output_field=SmallIntegerField(), db_persist=True)
    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=Kind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    span_start = models.GeneratedField(expression=_raw("number"), output_field=BigIntegerField(), db_persist=True)
    span_end = models.GeneratedField(expression=_raw(_END), output_field=BigIntegerField(), db_persist=True)
    # No index on either: an edition is asked for once in years, and half of all rows bear the same one.
    began = models.ForeignKey(Edition, models.PROTECT, related_name="+", db_index=False)
    ended = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        indexes = [
            GinIndex(fields=["name_key"], name="area_name_trigram", opclasses=["gin_trgm_ops"]),
            GinIndex(
                fields=["name_key"], name="area_place_trigram", opclasses=["gin_trgm_ops"], condition=Q(level__lte=3)
            ),
            models.Index(fields=["name_key"], name="area_name_key", opclasses=["varchar_pattern_ops"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(11 * 10**8, 10**10 - 1)), name="area_number_ten_digits"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name_key=""), name="area_has_a_name"),
            models.CheckConstraint(
                condition=_raw(f"parent_id is not distinct from {_PARENT}", BooleanField()),
                name="area_parent_by_number",
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(level=level) | Q(kind__in=sorted(kind.value for kind in Kind if kind.level == level)),
                    name=f"area_kind_of_level_{level}",
                )
                for level in (1, 2, 3, 4)
            ),
            models.CheckConstraint(condition=~Q(ended=F("began")), name="area_ends_after_it_began"),
        ]

    _path: "list[Area] | None" = None

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the parent and the compared form of the name that the number and the name lead to."""
        self.name_key = rules.name_key(self.name, area_level(self.number))
        self.parent_id = area_parent(self.number)
        super().save(*args, **kwargs)

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of all villages inside, half open."""
        return area_span(self.number)

    @property
    def zone(self) -> ZoneInfo:
        """Its time zone: WIB, WITA or WIT."""
        return zone(self.number)

    @property
    def word(self) -> Kind:
        """Its kind as a word."""
        return Kind(self.kind)

    @property
    def label(self) -> str:
        """Kind and name as an address writes them: "Kec. Pallangga"."""
        return rules.label(self.kind, self.name)

    @property
    def full_name(self) -> str:
        """What tells equal names apart: "Desa Panakkukang, Kec. Pallangga, Kab. Gowa, Sulawesi Selatan"."""
        return ", ".join(area.label for area in [self, *self.path()])

    @property
    def place(self) -> str:
        """Where it lies: "Kec. Pallangga, Kab. Gowa, Sulawesi Selatan"; empty for a province."""
        return ", ".join(area.label for area in self.path())

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return f"/wilayah/{self.code}/"

    def path(self) -> "list[Area]":
        """The areas above it, nearest first; one query the first time, none after ``with_paths``."""
        if self._path is None:
            above = Area.objects.in_bulk(rules.ancestors_of(self.number))
            self._path = [above[number] for number in rules.ancestors_of(self.number) if number in above]
        return self._path


class SuccessionQuerySet(models.QuerySet["Succession"]):
    """Questions about what replaced what."""

    def since(self, edition: Edition) -> Self:
        """What this edition and those after it replaced, in their order."""
        later = Q(edition__decree_date__gt=edition.decree_date) | Q(edition=edition)
        return self.filter(later).order_by("edition__decree_date", "edition_id", "old_id")

    def numbers(self) -> dict[int, int]:
        """Old number → number now, for every code with exactly one successor; chains are followed to their end.

        A code that was split has several successors and is left out: a person decides for each of its rows.
        """
        steps: dict[int, dict[int, list[int]]] = {}
        for edition, old, new in self.values_list("edition_id", "old_id", "new_id"):
            steps.setdefault(edition, {}).setdefault(old, []).append(new)
        return rules.follow(list(steps.values()))


class Succession(models.Model):
    """One area replaced another by an edition. A split has one row for each part, a merger one for each former area."""

    old = models.ForeignKey(Area, models.PROTECT, related_name="successions")
    new = models.ForeignKey(Area, models.PROTECT, related_name="predecessions")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="successions")
    reason = models.CharField(max_length=Word.MAX_LENGTH, choices=Reason.choices)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "old", "new"], name="succession_once"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="succession_of_another"),
            models.CheckConstraint(condition=Q(reason__in=Reason.codes()), name="succession_reason_known"),
        ]

    def __str__(self) -> str:
        return f"{area_code(self.old_id)} → {area_code(self.new_id)}"

    @property
    def why(self) -> Reason:
        """The reason as a word."""
        return Reason(self.reason)


class FormerName(models.Model):
    """What an area was called until an edition; people go on saying it for years."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    until = models.ForeignKey(Edition, models.PROTECT, related_name="+")

    class Meta:
        indexes = [GinIndex(fields=["name_key"], name="former_name_trigram", opclasses=["gin_trgm_ops"])]
        constraints = [
            models.UniqueConstraint(fields=["area", "until"], name="former_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OtherCodeQuerySet(models.QuerySet["OtherCode"]):
    """Questions about codes that others give to our areas."""

    def villages(self, system: str, span: tuple[int, int]) -> dict[str, int]:
        """Code → number of the village, for those in force inside the half-open span."""
        inside = self.filter(system=system, area__number__gte=span[0], area__number__lt=span[1])
        return dict(inside.filter(area__level=4, area__ended=None).values_list("code", "area_id"))


class OtherCode(models.Model):
    """A code that somebody else (BPS) gives to an area, by the edition of their list that says so."""

    system = models.CharField(max_length=Word.MAX_LENGTH, choices=CodeSystem.choices)
    code = models.CharField(max_length=20)
    area = models.ForeignKey(Area, models.PROTECT, related_name="other_codes")
    edition = models.CharField(max_length=40)

    objects = OtherCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "code"], name="other_code_once"),
            models.CheckConstraint(condition=Q(system__in=CodeSystem.codes()), name="other_code_system_known"),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.code}"


def labels(numbers: Iterable[int]) -> dict[int, str]:
    """Number → "Kec. Pallangga" for many areas in one query; unknown numbers are left out."""
    rows = Area.objects.filter(pk__in=set(numbers)).values_list("number", "kind", "name")
    return {number: rules.label(kind, name) for number, kind, name in rows}
