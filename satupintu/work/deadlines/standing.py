"""Which limits stand now, and which of them ever count in a place: what the page shows."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codes import area_level
from satupintu.work.deadlines import rules
from satupintu.work.deadlines.rules import Limit, Matter
from satupintu.work.deadlines.words import Subject, Urgency


def in_force(limits: Iterable[Limit], day: date) -> list[Limit]:
    """Of each rule the version of that day, complaints first, the most urgent and the narrowest first."""
    newest: dict[object, Limit] = {}
    for limit in sorted(limits, key=lambda one: (one.valid_from, one.id)):
        if limit.valid_from <= day:
            newest[limit.matter] = limit
    standing = [limit for limit in newest.values() if limit.amount is not None]
    return sorted(
        standing,
        key=lambda one: (
            one.subject,
            -(one.urgency if one.urgency is not None else 0.5),
            [-part for part in one.narrowness],
        ),
    )


def used(limits: Sequence[Limit], area: int | None, day: date) -> set[int]:
    """The numbers of the limits that some matter of that area falls under."""
    levels = range(0 if area is None else area_level(area), 5)
    return {
        rules.choose(limits, Matter(subject, field, urgency.rank, area, level, day)).id
        for subject, field, urgency, level in product(Subject, ServiceField, Urgency, levels)
    }
