"""The breach kit: from an account and a window of time to whose data were seen, which fields, which papers.

It is read from the events alone: what was not shown by this house does not stand here. Set-wise, along the index of an
appointment's events; a hundred million events of others cost nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from satupintu.foundation.access.scope import ALL_FIELDS, EVERYWHERE, Scope, entered
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Person
from satupintu.registry.privacy.holdings import Holding, holdings
from satupintu.registry.privacy.readers import of_people

HOURS = 72
"""Hours within which the people concerned and the agency are told (UU 27/2022, art. 46)."""
_READ = """
select e.name, r.row_id, r.place, array_agg(distinct e.facts ->> 'shown'), count(*), min(e.at), max(e.at)
from events_event e cross join lateral unnest(e.shown_ids) with ordinality as r(row_id, place)
where e.appointment_id = any(%s) and e.at >= %s and e.at < %s and e.kind = 'reading'
group by 1, 2, 3 order by 1, 2, 3
"""
_TAKEN = """
select e.at, e.name, coalesce(e.facts ->> 'why', ''), cardinality(e.shown_ids)
from events_event e
where e.appointment_id = any(%s) and e.at >= %s and e.at < %s and e.kind = 'reading' and e.facts ->> 'shown' = 'file'
order by e.id
"""


@dataclass
class Seen:
    """A row that was seen: which fields, how often, first and last."""

    fields: set[str] = field(default_factory=set)
    times: int = 0
    first: datetime | None = None
    last: datetime | None = None

    def add(self, fields: Sequence[str | None], times: int, first: datetime, last: datetime) -> None:
        """Join what another page showed of it."""
        self.fields |= {one for some in fields for one in (some or "").split(",") if one}
        self.times += times
        self.first = min(first, self.first or first)
        self.last = max(last, self.last or last)


@dataclass(frozen=True)
class Kit:
    """What an account saw in a window: persons, papers by kind and number, lists taken away as files."""

    subjects: dict[int, Seen]
    papers: dict[tuple[str, int], Seen]
    files: list[tuple[datetime, str, str, int]]


def seen_by(account_id: int, since: datetime, until: datetime) -> Kit:
    """Everything that the account was shown from ``since`` until before ``until``, under whichever appointment.

    A person counts as seen, too, through a paper about them. Read in the house's scope: asked by whoever answers for it.
    """
    theirs = [*Appointment.objects.filter(account_id=account_id).values_list("pk", flat=True)]
    subjects: dict[int, Seen] = defaultdict(Seen)
    papers: dict[tuple[str, int], Seen] = defaultdict(Seen)
    everywhere = Scope(spans=(EVERYWHERE,), audit=(EVERYWHERE,), clearance=2, fields=ALL_FIELDS)
    with entered(everywhere), connection.cursor() as cursor:
        cursor.execute(_READ, [theirs, since, until])
        for name, row, place, *told in cursor.fetchall():
            if name in of_people() and place > of_people()[name]:
                subjects[row].add(*told)
            else:
                papers[name.partition(".")[0], row].add(*told)
        cursor.execute(_TAKEN, [theirs, since, until])
        files = cursor.fetchall()
        for (kind, number), seen in papers.items():
            for person in _about(kind, number):
                subjects[person].add([*seen.fields], seen.times, _at(seen.first), _at(seen.last))
    return Kit(dict(subjects), dict(papers), files)


def _at(value: datetime | None) -> datetime:
    assert value is not None
    return value


def _about(kind: str, number: int) -> Iterator[int]:
    """The persons whom a paper is about: named by itself, or by what it is about."""
    model = _models().get(kind)
    names = {one.name for one in model._meta.concrete_fields} if model else set()
    if model is None:
        return
    if "person" in names:
        yield from model._base_manager.filter(pk=number).exclude(person=None).values_list("person_id", flat=True)
    for pointing in ("subject", "origin"):
        if {f"{pointing}_type", f"{pointing}_id"} <= names:
            for above, row in model._base_manager.filter(pk=number).values_list(f"{pointing}_type", f"{pointing}_id"):
                yield from _about(above, row) if above and row else ()


def _models() -> dict[str, Any]:
    return {str(one.model._meta.model_name): one.model for one in holdings() if _is_paper(one)}


def _is_paper(one: Holding) -> bool:
    return hasattr(one.model, "reach") and one.model is not Person


SUBJECT_HEADS = ["Nomor", "Nama", "Desa", "Kolom yang tampak", "Berapa kali", "Pertama", "Terakhir"]
PAPER_HEADS = ["Jenis", "Nomor baris", "Kolom yang tampak", "Berapa kali", "Pertama", "Terakhir"]
FILE_HEADS = ["Waktu", "Peristiwa", "Untuk apa", "Banyaknya baris"]


def sheets(kit: Kit) -> list[tuple[str, list[str], list[list[Any]]]]:
    """The kit as sheets of a workbook. Names are read under the walls of whoever asks: elsewhere only the number stands."""
    names = {
        pk: (name, village)
        for pk, name, village in Person.everyone.filter(pk__in=kit.subjects).values_list("pk", "name", "village__name")
    }
    return [
        (
            "Orang",
            SUBJECT_HEADS,
            [[f"O-{pk}", *names.get(pk, ("", "")), *_told(seen)] for pk, seen in sorted(kit.subjects.items())],
        ),
        (
            "Surat dan keluhan",
            PAPER_HEADS,
            [[kind, row, *_told(seen)] for (kind, row), seen in sorted(kit.papers.items())],
        ),
        ("Berkas yang diunduh", FILE_HEADS, [[at, name, why, rows] for at, name, why, rows in kit.files]),
    ]


def _told(seen: Seen) -> list[Any]:
    return [", ".join(sorted(seen.fields)), seen.times, seen.first, seen.last]


def as_dict(kit: Kit) -> dict[str, Any]:
    """The kit for a machine: numbers, fields, times; no name."""

    def told(seen: Seen) -> dict[str, Any]:
        return {"fields": sorted(seen.fields), "times": seen.times, "first": seen.first, "last": seen.last}

    return {
        "subjects": [{"person": f"O-{pk}", **told(seen)} for pk, seen in sorted(kit.subjects.items())],
        "papers": [{"kind": kind, "row": row, **told(seen)} for (kind, row), seen in sorted(kit.papers.items())],
        "files": [{"at": at, "event": name, "why": why, "rows": rows} for at, name, why, rows in kit.files],
    }
