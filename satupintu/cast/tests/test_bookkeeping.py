"""A year of the daybook: whole, in the names of those who wrote it, nothing ahead of time."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.cast.acts import ACTS, Wanted
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.roles import may
from satupintu.reports.bulletins import places, sheets
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.actions import Entry, Trip, record_day, record_visit, today_of
from satupintu.work.daybook.models import Remark, ServiceRecord, Visit
from satupintu.work.daybook.words import VisitKind, VisitResult

STAFF, BOOK = ACTS[0], next(act for act in ACTS if act.title == "Buku harian setahun")


@pytest.fixture
def book(db: None) -> None:
    for act in (STAFF, BOOK):
        act.play(Wanted(households=0, complaints=0), lambda line: None)


def test_it_is_played_once(book: None) -> None:
    assert BOOK.done()


def test_every_entry_and_visit_has_its_event_in_the_name_of_who_may(book: None) -> None:
    with house("uji"):
        for model, verb, name in (
            (ServiceRecord, "daybook.record", "daybook.recorded"),
            (Visit, "visit.record", "visit.recorded"),
        ):
            rows = {row.pk: row for row in model.objects.select_related("office")}  # type: ignore[attr-defined]
            events = Event.objects.filter(name=name, subject_id__in=rows)
            assert len(rows) == len(events) > 30
            for event in events:
                row = rows[event.subject_id or 0]
                assert (event.trace, event.village, event.office_id) == (row.trace, row.village_id, row.office_id)
                assert may(event.role, verb)


def test_nothing_lies_ahead_and_days_are_a_year(book: None) -> None:
    with house("uji"):
        today = timezone.localdate() + timedelta(days=1)
        assert not ServiceRecord.objects.filter(day__gt=today).exists()
        assert ServiceRecord.objects.earliest("day").day < today - timedelta(days=300)
        assert Event.objects.filter(at__gt=timezone.now()).count() == 0
        assert Remark.objects.exists()


def test_a_named_officer_finds_this_week_on_the_sheet(book: None, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        drawn = sheets.draw(SheetKind.MONTH, places.of_office(by.office), today_of(by) - timedelta(days=20))
        assert drawn.sheet.total.people > 10
        rows = ServiceRecord.objects.at_office(by.office_id).between(drawn.period.start, drawn.period.end)
        assert drawn.sheet.total.people == sum(row.visitors for row in rows)


def test_what_was_written_at_once_is_what_the_actions_leave(book: None, cast: Any, under: Any) -> None:
    def footprint(row: Any) -> Any:
        event = Event.objects.about(row).get()
        return event.kind, event.name, event.subject_type, event.offices, event.clearance, sorted(event.facts)

    with under(cast.ara_depan):
        bulk = ServiceRecord.objects.filter(by=cast.ara_depan).latest("pk")
        service = Service.objects.get(code="kartu-kusuka")
        (pk,) = record_day([Entry(service, 2, 2)], by=cast.ara_depan, day=today_of(cast.ara_depan))
        assert footprint(bulk) == footprint(ServiceRecord.objects.get(pk=pk))
    with under(cast.ara_fasilitator):
        by = cast.ara_fasilitator
        bulk_visit = Visit.objects.filter(visitor=by, origin_type="").latest("pk")
        trip = Trip(VisitKind.OUTREACH, today_of(by), bulk_visit.village_id, VisitResult.MET)
        assert footprint(bulk_visit) == footprint(record_visit(trip, by=by))
