"""Every action: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf
from satupintu.engine.events.models import Event
from satupintu.work.daybook import actions
from satupintu.work.daybook.models import Finding, ListedCard, Remark, ServiceRecord, Visit
from satupintu.work.daybook.words import VisitKind, VisitResult

ARA, BIRA = 7302032006, 7302032005
FIRST = date(2026, 11, 1)


def remark_of(by: Any, week: int = 1) -> Remark:
    return Remark(author=by, month=FIRST, week=week)


def names(subject: Any) -> list[str]:
    return list(Event.objects.about(subject).order_by("id").values_list("name", flat=True))


def test_a_day_is_written_into_the_book_of_the_own_post(cast: Any, under: Any, entry: Any, today: date) -> None:
    by = cast.ara_depan
    with under(by):
        told = [entry(3, 2), entry(1, 0, "rekomendasi-jampersal"), entry(0, 4, "bantuan-masa-panik")]
        made = actions.record_day(told, by=by, day=today)
        rows = list(ServiceRecord.objects.filter(pk__in=made).order_by("pk"))
        assert [(row.visitors, row.kk) for row in rows] == [(3, 2), (1, 0), (0, 4)]
        assert {(row.office_id, row.village_id, row.day) for row in rows} == {(by.office_id, ARA, today)}
        assert all(names(row) == ["daybook.recorded"] for row in rows)
        assert set(ServiceRecord.objects.at_office(by.office_id).sums("day")) == {(today, 4, 6)}


def test_listed_cards_are_counted_once_each(cast: Any, under: Any, entry: Any, today: date) -> None:
    by, number = cast.ara_depan, "7302031201080001"
    with under(by):
        (pk,) = actions.record_day([entry(1, 0, cards=(number, number, "7302031201080002"))], by=by, day=today)
        assert ServiceRecord.objects.get(pk=pk).kk == 2
        assert ListedCard.objects.filter(record=pk).count() == 2


def test_twice_is_once(cast: Any, under: Any, entry: Any, trip: Any, today: date) -> None:
    by = cast.ara_koordinator
    with under(by):
        first = actions.record_day([entry()], by=by, day=today, key="satu")
        assert actions.record_day([entry()], by=by, day=today, key="satu") == first
        old = ServiceRecord.objects.get(pk=first[0])
        new = actions.correct(old, by=by, entry=entry(1, 1), reason="Salah ketik", key="dua")
        assert actions.correct(old, by=by, entry=entry(1, 1), reason="Salah ketik", key="dua") == new
        visit = actions.record_visit(trip(), by=by, key="tiga")
        assert actions.record_visit(trip(), by=by, key="tiga") == visit
        for _again in range(2):
            actions.change_visit(visit, by=by, changes={"result": "moved"}, key="empat")
            actions.remark(remark_of(by), by=by, remarks="Ramai", challenges="Hujan", key="lima")
        assert names(visit) == ["visit.recorded", "visit.changed"]
        assert (ServiceRecord.objects.count(), Visit.objects.count(), Remark.objects.count()) == (2, 1, 1)


@pytest.mark.parametrize("days", [-1, 32])
def test_a_day_to_come_and_a_day_long_past_are_refused(
    days: int, cast: Any, under: Any, entry: Any, trip: Any, today: date
) -> None:
    by, day = cast.ara_depan, today - timedelta(days=days)
    with under(by):
        with pytest.raises(Refused):
            actions.record_day([entry()], by=by, day=day)
        with pytest.raises(Refused):
            actions.record_visit(trip(on=day), by=by)
        assert not ServiceRecord.objects.exists() and not Visit.objects.exists()


def test_a_day_is_the_post_s_own(cast: Any, under: Any, entry: Any, monkeypatch: Any) -> None:
    """At 00.30 in Bulukumba (WITA) it is still yesterday in Jakarta."""
    late = timezone.make_aware(timezone.datetime(2026, 11, 20, 23, 30), timezone.get_default_timezone())  # type: ignore[attr-defined]
    monkeypatch.setattr(timezone, "now", lambda: late)
    by = cast.ara_depan
    assert actions.today_of(by) == date(2026, 11, 21)
    with under(by):
        assert actions.record_day([entry()], by=by, day=date(2026, 11, 21))


@pytest.mark.parametrize(("visitors", "kk"), [(0, 0), (1000, 0), (1, 1000), (-1, 2)])
def test_numbers_that_nobody_can_mean_are_refused(
    visitors: int, kk: int, cast: Any, under: Any, entry: Any, today: date
) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.record_day([entry(visitors, kk)], by=cast.ara_depan, day=today)


def test_a_service_that_is_not_offered_is_refused(cast: Any, under: Any, entry: Any, today: date) -> None:
    told = entry()
    with under(cast.nasional_admin):
        from satupintu.work.catalogue.actions import change_service

        change_service(told.service, by=cast.nasional_admin, changes={"valid_to": today - timedelta(days=1)})
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.record_day([told], by=cast.ara_depan, day=today)


def test_a_correction_takes_the_place_and_the_old_entry_stays(
    cast: Any, under: Any, written: ServiceRecord, entry: Any
) -> None:
    by = cast.ara_koordinator
    with under(by):
        new = actions.correct(written, by=by, entry=entry(5, 5), reason="Salah hitung")
        written.refresh_from_db()
        assert not written.current and new.current and new.replaces_id == written.pk
        assert (written.visitors, new.visitors, new.by_id) == (3, 5, by.pk)
        assert list(ServiceRecord.objects.at_office(by.office_id).sums("day")) == [(written.day, 5, 5)]
        assert names(new) == ["daybook.corrected"]
        with pytest.raises(WrongState):
            actions.correct(written, by=by, entry=entry(1, 1), reason="Lagi")
        struck = actions.correct(new, by=by, entry=entry(0, 0), reason="Tidak pernah ada")
        assert list(ServiceRecord.objects.at_office(by.office_id).sums("day")) == [(written.day, 0, 0)]
        with pytest.raises(Refused):
            actions.correct(struck, by=by, entry=entry(1000, 0), reason="Terlalu banyak")


def test_an_entry_that_counts_nothing_is_no_entry(written: ServiceRecord, cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises(DatabaseError), transaction.atomic():
        ServiceRecord.objects.filter(pk=written.pk).update(visitors=0, kk=0)


@pytest.mark.parametrize("who", ["bira_koordinator", "bulukumba_kadis", "nasional_pemantau", "bontobahari_tksk"])
def test_another_post_writes_nothing_into_this_book(
    who: str, cast: Any, under: Any, written: ServiceRecord, visit: Visit, entry: Any
) -> None:
    by = getattr(cast, who)
    with under(by):
        for act in (
            lambda: actions.correct(written, by=by, entry=entry(9, 9), reason="Diam-diam"),
            lambda: actions.change_visit(visit, by=by, changes={"result": "declined"}),
            lambda: actions.remark(remark_of(cast.ara_fasilitator), by=by, remarks="x", challenges=""),
        ):
            with pytest.raises(Refused):
                act()
    with under(cast.ara_koordinator):
        written.refresh_from_db()
        visit.refresh_from_db()
        assert written.current and visit.result == VisitResult.MET


@pytest.mark.parametrize(
    "who", ["bira_koordinator", "panakkukang_koordinator", "sulsel_pemantau", "bulukumba_dukcapil"]
)
def test_the_stranger_sees_nothing_of_the_book(
    who: str, cast: Any, under: Any, written: ServiceRecord, visit: Visit
) -> None:
    with under(cast.ara_fasilitator):
        actions.remark(remark_of(cast.ara_fasilitator), by=cast.ara_fasilitator, remarks="x", challenges="")
    with under(getattr(cast, who)):
        for model in (ServiceRecord, ListedCard, Visit, Finding, Remark):
            assert not model.objects.exists()  # type: ignore[attr-defined]
    for inside in (cast.bontobahari_supervisor, cast.bulukumba_manajer):
        with under(inside):
            assert ServiceRecord.objects.count() == Visit.objects.count() == Remark.objects.count() == 1


def test_the_database_itself_refuses_an_entry_for_another_post(cast: Any, under: Any, written: ServiceRecord) -> None:
    by = cast.bontobahari_tksk
    with under(by), pytest.raises(DatabaseError), transaction.atomic():
        ServiceRecord.objects.filter(pk=written.pk).update(visitors=100)
    row = {"day": written.day, "service_id": written.service_id, "visitors": 1, "by": by, "by_label": by.label}
    with under(by), pytest.raises(DatabaseError), transaction.atomic():
        ServiceRecord.objects.create(office_id=written.office_id, village_id=ARA, **row)


def test_an_outreach_needs_no_complaint(cast: Any, under: Any, visit: Visit) -> None:
    with under(cast.ara_koordinator):
        assert visit.origin_id is None and visit.visitor_label == cast.ara_fasilitator.label
        assert visit.finding.text == "Rumah bocor."
        assert visit.surveys == ["cek_bansos", "kelayakan"]
        assert names(visit) == ["visit.recorded"]


def test_a_complaint_s_home_visit_is_the_same_noun(cast: Any, under: Any, trip: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        told = trip(kind=VisitKind.HOME, origin=("complaint", 77, "K26-77"))
        visit = actions.record_visit(told, by=by, visitor=cast.ara_fasilitator)
        assert visit.visitor == cast.ara_fasilitator and visit.author == by
        assert list(Visit.objects.about("complaint", 77)) == [visit]
        assert not Visit.objects.about("case", 77).exists()
        assert Event.objects.about(visit).get().facts["origin"] == 77


def test_a_visit_elsewhere_or_by_another_office_is_refused(cast: Any, under: Any, trip: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        with pytest.raises(Refused):
            actions.record_visit(trip(village_id=BIRA), by=by)
        with pytest.raises(Refused):
            actions.record_visit(trip(), by=by, visitor=cast.bira_fasilitator)


def test_a_secret_visit_is_seen_by_who_is_cleared_and_by_its_author(cast: Any, under: Any, trip: Any) -> None:
    with under(cast.ara_fasilitator):
        visit = actions.record_visit(trip(clearance=2), by=cast.ara_fasilitator)
        assert Visit.objects.filter(pk=visit.pk).exists()
    for who, sees in (("ara_koordinator", False), ("bulukumba_manajer", True)):
        with under(getattr(cast, who)):
            assert Visit.objects.filter(pk=visit.pk).exists() is sees
            assert Finding.objects.filter(pk=visit.pk).exists() is sees


def test_a_visit_is_put_right_and_its_photos_follow(cast: Any, under: Any, visit: Visit) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    by = cast.ara_koordinator
    with under(by):
        attach(visit, SimpleUploadedFile("rumah.pdf", pdf()), by=by)
        changes = {"result": VisitResult.MOVED, "latitude": Decimal("-5.546120"), "longitude": Decimal("120.453210")}
        changed = actions.change_visit(
            visit, by=by, changes=changes | {"clearance": 1}, findings="Rumah kosong.", seen=1
        )
        assert changed.version == 2 and Finding.objects.get(visit=visit).text == "Rumah kosong."
        assert Attachment.objects.of(visit).get().clearance == 1
        assert names(visit)[-1] == "visit.changed"
        with pytest.raises(Conflict):
            actions.change_visit(visit, by=by, changes={"result": VisitResult.MET}, seen=1)
        with pytest.raises(Refused):
            actions.change_visit(visit, by=by, changes={"on": actions.today_of(by) + timedelta(days=1)})


def test_a_remark_is_written_over_by_its_author_only(cast: Any, under: Any) -> None:
    by = cast.ara_fasilitator
    with under(by):
        first = actions.remark(remark_of(by), by=by, remarks="Ramai", challenges="")
        again = actions.remark(first, by=by, remarks="Sepi", challenges="Hujan")
        assert (again.pk, again.version, again.remarks) == (first.pk, 2, "Sepi")
        assert names(again) == ["daybook.remarked", "daybook.remarked"]
    with under(cast.ara_koordinator), pytest.raises(Refused):
        actions.remark(first, by=cast.ara_koordinator, remarks="Lain", challenges="")
    with under(cast.ara_koordinator), pytest.raises(DatabaseError), transaction.atomic():
        Remark.objects.filter(pk=first.pk).update(remarks="Lain")
