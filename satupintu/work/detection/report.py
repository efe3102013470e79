"""How many a sign found where, and what became of them: lines of a table, counted by the database."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q

from satupintu.foundation.areas.models import Area
from satupintu.work.detection.models import Outreach
from satupintu.work.detection.words import Result, State

VISITED = (Result.IN_NEED, Result.HELPED, Result.WRONG_DATA, Result.SAME)
"""Results of somebody who was met."""
FOUND = Q(closed_on=None) | ~Q(result=Result.MERGED)


@dataclass(frozen=True)
class Line:
    """One sign in one village (or in the whole area, ``village`` None): found, open, shared out, ended, and since when the
    oldest waits.
    """

    code: str
    village: int | None
    place: str
    found: int
    unshared: int
    shared: int
    visited: int
    in_need: int
    complaints: int
    unmet: int
    changed: int
    same: int
    oldest: date | None


def lines(area: Area, *, by_village: bool, code: str = "", since: date | None = None) -> list[Line]:
    """The lines of an area, each sign or each sign and village; closed ones only since a day."""
    rows = Outreach.objects.in_area(area.number).filter(FOUND)
    if code:
        rows = rows.filter(code=code)
    if since is not None:
        rows = rows.filter(Q(closed_on=None) | Q(closed_on__gte=since))
    keys = ["code", "village_id"] if by_village else ["code"]
    counted = rows.order_by().values(*keys).annotate(**_COUNTS)
    names = _names(area) if by_village else {}
    return [_line(one, names) for one in counted]


_COUNTS: dict[str, Any] = {
    "found": Count("pk"),
    "unshared": Count("pk", filter=Q(state=State.FOUND)),
    "shared": Count("pk", filter=Q(state=State.SHARED)),
    "visited": Count("pk", filter=Q(result__in=VISITED)),
    "in_need": Count("pk", filter=Q(result=Result.IN_NEED)),
    "complaints": Count("opened__complaint"),
    "unmet": Count("pk", filter=Q(result__in=[Result.NOT_FOUND, Result.MOVED, Result.REFUSED])),
    "changed": Count("pk", filter=Q(result=Result.CHANGED)),
    "same": Count("pk", filter=Q(result=Result.SAME)),
    "oldest": Min("found_on", filter=Q(closed_on=None)),
}


def _names(area: Area) -> dict[int, str]:
    found = Area.objects.current().at_level(4).inside(area) if area.level < 4 else [area]
    return {one.number: one.name for one in found}


def _line(one: dict[str, Any], names: dict[int, str]) -> Line:
    village = one.get("village_id")
    counts = {name: one[name] for name in _COUNTS}
    return Line(one["code"], village, names.get(village, "") if village else "", **counts)
