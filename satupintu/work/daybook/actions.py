"""What may be written into the book: entries of a day, corrections, visits, a word about the week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.actions import follow
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Household, Person
from satupintu.work.catalogue.models import Service
from satupintu.work.daybook import rules
from satupintu.work.daybook.models import Finding, ListedCard, Remark, ServiceRecord, Visit
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult


@dataclass(frozen=True)
class Entry:
    """One line of a day: a service, how many came, for how many family cards. Listed card numbers are counted."""

    service: Service
    visitors: int
    kk: int = 0
    cards: tuple[str, ...] = ()
    person: Person | None = None
    household: Household | None = None
    note: str = ""

    @property
    def kk_count(self) -> int:
        """How many cards: those that are listed, or the number that was typed if it is larger."""
        return max(self.kk, len(set(self.cards)))


@dataclass(frozen=True)
class Trip:
    """A visit as it is told. ``origin`` is (type, row number, number that people read) of the matter it was made for."""

    kind: VisitKind
    on: date
    village_id: int
    result: VisitResult
    findings: str = ""
    surveys: Sequence[Survey] = ()
    about: str = ""
    place: str = ""
    coordinates: tuple[Decimal, Decimal] | None = None
    person: Person | None = None
    household: Household | None = None
    origin: tuple[str, int, str] = field(default=("", 0, ""))
    clearance: int = 0
    topic: str = ""


def today_of(by: Appointment) -> date:
    """The day on the wall of the officer's post."""
    return timezone.localdate(timezone=by.office.zone)


def place_of(by: Appointment) -> int:
    """The area that entries of the officer's post lie in: the post's own, or a smaller one that the officer works for."""
    area, (start, end) = by.office.area_id, by.span
    return area if area is not None and start <= area < end else start


@action("daybook.record")
def record_day(entries: Sequence[Entry], *, by: Appointment, day: date) -> list[int]:
    """Write entries into the book of one's own post; answers their row numbers.

    Raises Refused for a day that has not come or is older than a month, a service that is not offered there, and
    numbers that nobody can mean.
    """
    _must_be_open(day, by)
    place = place_of(by)
    offered = set(Service.objects.offered(place, day).values_list("pk", flat=True))
    if not entries or any(not rules.plausible(one.visitors, one.kk_count) for one in entries):
        raise Refused("Tulis jumlah pengunjung atau KK, paling banyak 999 dalam satu catatan.")
    if any(one.service.pk not in offered for one in entries):
        raise Refused("Layanan ini tidak ditawarkan di kantor Anda pada hari itu.")
    rows = ServiceRecord.objects.bulk_create(
        ServiceRecord(office_id=by.office_id, village_id=place, day=day, by=by, by_label=by.label, **_counts(one))
        for one in entries
    )
    for row, entry in zip(rows, entries, strict=True):
        _list_cards(row, entry.cards)
        record("daybook.recorded", row, by=by, service=entry.service.name, visitors=row.visitors, kk=row.kk)
    return [row.pk for row in rows]


@action("daybook.correct")
def correct(old: ServiceRecord, *, by: Appointment, entry: Entry, reason: str) -> ServiceRecord:
    """Put an entry right: a new one takes its place, the old one stays to be read. None and none means: it never was.

    Raises WrongState when it has been put right already, Refused for numbers that nobody can mean.
    """
    if not old.current:
        raise WrongState("Catatan ini sudah dibetulkan. Buka catatan yang terbaru.", ["daybook.correct"])
    if not (0 <= entry.visitors <= rules.MOST and 0 <= entry.kk_count <= rules.MOST):
        raise Refused("Tulis jumlah pengunjung atau KK, paling banyak 999 dalam satu catatan.")
    old.current = False
    old.save(update_fields=["current"])
    same = {"office_id": old.office_id, "village_id": old.village_id, "day": old.day}
    new = ServiceRecord.objects.create(**same, by=by, by_label=by.label, replaces=old, reason=reason, **_counts(entry))
    _list_cards(new, entry.cards)
    record("daybook.corrected", new, by=by, service=entry.service.name, visitors=new.visitors, kk=new.kk)
    return new


@action("visit.record")
def record_visit(trip: Trip, *, by: Appointment, visitor: Appointment | None = None) -> Visit:
    """Write down a visit or an outreach that ``visitor`` made (``by`` when nobody is named).

    Raises Refused for a day that has not come or is older than a month, a village outside the own area, and a visitor
    of another office.
    """
    _must_be_open(trip.on, by)
    visitor = visitor or by
    start, end = by.span
    if not start <= trip.village_id < end:
        raise Refused("Desa ini di luar wilayah penugasan Anda.")
    if visitor.office_id != by.office_id:
        raise Refused("Yang berkunjung harus petugas kantor ini.")
    origin_type, origin_id, origin_number = trip.origin
    latitude, longitude = trip.coordinates or (None, None)
    told = ("kind", "on", "village_id", "result", "about", "place", "person", "household", "clearance", "topic")
    visit = Visit.objects.create(
        visitor=visitor,
        visitor_label=visitor.label,
        author=by,
        office_id=by.office_id,
        surveys=[survey.value for survey in trip.surveys],
        latitude=latitude,
        longitude=longitude,
        origin_type=origin_type,
        origin_id=origin_id if origin_type else None,
        origin_number=origin_number,
        **{name: getattr(trip, name) for name in told},
    )
    Finding.objects.create(visit=visit, text=trip.findings)
    record(
        "visit.recorded",
        visit,
        by=by,
        kind=trip.kind,
        result=trip.result,
        origin_type=origin_type,
        origin=origin_id or None,
    )
    return visit


@action("visit.change")
def change_visit(visit: Visit, *, by: Appointment, changes: Mapping[str, Any], findings: str | None = None) -> Visit:
    """Put right what was written about a visit. Raises Refused for a day that has not come."""
    for name, value in changes.items():
        setattr(visit, name, value)
    if visit.on > today_of(by):
        raise Refused("Tanggal kunjungan belum terjadi.")
    visit.save()
    if findings is not None:
        Finding.objects.filter(visit=visit).update(text=findings)
    follow(visit)
    record("visit.changed", visit, by=by, kind=visit.kind, result=visit.result)
    return visit


def visits_follow(origin: tuple[str, int], *, topic: str, clearance: int) -> list[Visit]:
    """Let the visits made for a matter, (type, row number), be as sensitive as it and in its field; answers them.

    Called by the house, in the transaction of the act. Their photos follow by ``documents.actions.follow``.
    """
    rows = Visit.objects.filter(origin_type=origin[0], origin_id=origin[1])
    rows.exclude(topic=topic, clearance=clearance).update(topic=topic, clearance=clearance, version=F("version") + 1)
    return list(rows)


@action("daybook.remark")
def remark(draft: Remark, *, by: Appointment, remarks: str, challenges: str) -> Remark:
    """Write keterangan and tantangan of a week into one's own monthly report, over what stood there.

    ``draft`` names author, month (its first day) and week; it is saved already when something stood there.
    """
    draft.remarks, draft.challenges = remarks, challenges
    draft.village_id = by.area_id or by.span[0]
    draft.save()
    record("daybook.remarked", draft, by=by, month=f"{draft.month:%Y-%m}", week=draft.week)
    return draft


def _must_be_open(day: date, by: Appointment) -> None:
    if not rules.may_record(day, today_of(by)):
        raise Refused("Hari ini belum terjadi, atau sudah lewat lebih dari 31 hari.")


def _counts(entry: Entry) -> dict[str, Any]:
    return {
        "service": entry.service,
        "visitors": entry.visitors,
        "kk": entry.kk_count,
        "person": entry.person,
        "household": entry.household,
        "note": entry.note,
    }


def _list_cards(row: ServiceRecord, cards: Sequence[str]) -> None:
    ListedCard.objects.bulk_create(ListedCard(record=row, kk_number=number) for number in dict.fromkeys(cards))
