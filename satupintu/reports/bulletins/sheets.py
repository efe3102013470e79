"""The sheet of services: laid out from one sum in the database, drawn as a page, a workbook or a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import long_day, weekdays
from satupintu.engine.ui.tables import Column
from satupintu.reports.bulletins import rules
from satupintu.reports.bulletins.places import Place
from satupintu.reports.bulletins.rules import Bucket, Line, Pair, Sheet
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.catalogue.models import Service


@dataclass(frozen=True)
class Head:
    """A column's two lines of words."""

    name: str
    detail: str = ""


@dataclass(frozen=True)
class Drawn:
    """A sheet with its words: ``names`` of lines, ``heads`` of columns."""

    kind: SheetKind
    place: Place
    period: Bucket
    sheet: Sheet
    names: tuple[str, ...]
    heads: tuple[Head, ...]

    @property
    def title(self) -> str:
        """What the sheet is called, with its days."""
        return f"{self.kind.label}: {spoken(self.kind, self.period)}"

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Each line with its name."""
        return zip(self.names, self.sheet.lines, strict=True)

    def turned(self) -> Iterator[tuple[Head, list[Pair], Pair]]:
        """Columns as lines: for the matrix of dates × services."""
        for column, head in enumerate(self.heads):
            yield head, [line.cells[column] for line in self.sheet.lines], self.sheet.totals[column]


def draw(kind: SheetKind, place: Place, day: date) -> Drawn:
    """The sheet of a place over the period that holds ``day``: one sum, and the services of its first and last day."""
    whole = rules.period(kind, day)
    sums: list[Any] = list(place.records().between(whole.start, whole.end).sums("service", "day"))
    columns = rules.buckets(kind, day, (one for _service, one, _people, _cards in sums))
    services = _services(place, whole, {service for service, *_rest in sums})
    sheet = rules.lay_out([service.pk for service in services], columns, sums)
    return Drawn(kind, place, whole, sheet, tuple(one.label for one in services), heads(kind, columns))


def _services(place: Place, whole: Bucket, used: set[int]) -> list[Service]:
    """What is counted daily there in that time, and whatever was given although it is not."""
    days = (whole.start, whole.end - timedelta(days=1))
    at = [Service.objects.offered(place.number or None, day).filter(daily=True) for day in days]
    daily = {pk for found in at for pk in found.values_list("pk", flat=True)}
    return list(Service.objects.filter(pk__in=daily | used).order_by("position", "pk"))


def heads(kind: SheetKind, columns: Sequence[Bucket]) -> tuple[Head, ...]:
    """The words over the columns."""
    if kind is SheetKind.YEAR:
        return tuple(Head(long_day(one.start).split()[-2]) for one in columns)
    if kind is SheetKind.MONTH:
        words = _("Minggu %(number)s")
        spans = [f"{one.start.day}–{(one.end - timedelta(days=1)).day}" for one in columns]
        return tuple(Head(words % {"number": number}, span) for number, span in enumerate(spans, 1))
    names = weekdays()
    return tuple(Head(names[one.start.weekday()], f"{one.start:%d-%m}") for one in columns)


def spoken(kind: SheetKind, whole: Bucket) -> str:
    """The days of a sheet in words."""
    if kind is SheetKind.DAY:
        return long_day(whole.start, weekday=True)
    if kind is SheetKind.YEAR:
        return str(whole.start.year)
    if kind is SheetKind.WEEK:
        return _("minggu mulai %(day)s") % {"day": long_day(whole.start)}
    return month_words(whole.start)


def month_words(month: date) -> str:
    """ "November 2026" in the reader's language."""
    return " ".join(long_day(month).split()[-2:])


def columns_of_file(drawn: Drawn) -> tuple[list[Column], list[Any]]:
    """The sheet for a workbook: one column for visitors and one for cards of each bucket, a line of totals last."""
    people, cards = _("orang"), _("KK")
    rows = [(name, line.cells, line.total) for name, line in drawn.lines()]
    rows.append((_("Jumlah"), drawn.sheet.totals, drawn.sheet.total))
    columns = [Column("name", _("Layanan"), cell=lambda row: row[0])]
    for place, head in enumerate(drawn.heads):
        name = f"{head.name} {head.detail}".strip()
        columns += [
            Column(f"p{place}", f"{name} {people}", cell=lambda row, at=place: row[1][at].people),  # type: ignore[misc]
            Column(f"k{place}", f"{name} {cards}", cell=lambda row, at=place: row[1][at].cards),  # type: ignore[misc]
        ]
    columns += [
        Column("people", f"{_('Jumlah')} {people}", cell=lambda row: row[2].people),
        Column("cards", f"{_('Jumlah')} {cards}", cell=lambda row: row[2].cards),
    ]
    return columns, rows
