"""Bulletins that name people: counted from what was done, seen by who may, taken away by who answers for it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import month
from satupintu.registry.exports.tests.taking import taken
from satupintu.reports.bulletins.facilitator import report_of
from satupintu.reports.bulletins.forms import ProposalFilter
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature
from satupintu.work.daybook.actions import Trip, record_visit, remark, today_of
from satupintu.work.daybook.models import Remark, Visit
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

ARA = 7302032006


@pytest.fixture
def worked(cast: Any, under: Any, enter: Any) -> Any:
    """A month of the facilitator of Ara: entries, a complaint, visits, a remark. Answers its month."""
    by = cast.ara_fasilitator
    today = today_of(by)
    first = today.replace(day=1)
    enter(by, first, "pengecekan-desil", 4, 4)
    enter(by, first + timedelta(days=7), "pengaktifan-bpjs", 2, 1)
    enter(cast.ara_depan, first, "pengaktifan-bpjs", 9, 9)
    with under(by):
        told = Intake(
            village_id=ARA, channel=Channel.OUTREACH, kind=Kind.GRIEVANCE, nature=Nature.NEED,
            field=ServiceField.HEALTH, text="Sakit.", about="Daeng Caya",
        )  # fmt: skip
        taken = register(told, by=by)
        Complaint.objects.filter(pk=taken.pk).update(
            received_at=datetime(first.year, first.month, 1, 0, 30, tzinfo=by.zone)
        )
        trip = Trip(
            VisitKind.OUTREACH, today, ARA, VisitResult.MET, "Rumah bocor.", (Survey.AID, Survey.NEWBORN), "Daeng Rola"
        )
        visit = record_visit(trip, by=by)
        Visit.objects.filter(pk=visit.pk).update(on=first + timedelta(days=28 if first.month != 2 else 21))
        draft = Remark(author=by, month=first, week=2)
        remark(draft, by=by, remarks="Ramai pasar", challenges="Jalan putus")
    return month(first.year, first.month)


def test_the_report_is_counted_from_what_was_done(worked: Any, cast: Any, under: Any) -> None:
    by = cast.ara_fasilitator
    with under(by):
        made = report_of(by, worked)
    assert [week.services for week in made.weeks][:2] == [4 + 1, 2]
    assert (made.total.served, made.total.complaints, made.total.visits) == (6, 1, 1)
    assert made.total.collected() == [1, 0, 1, 0, 0]
    assert (made.weeks[1].remarks, made.weeks[1].challenges) == ("Ramai pasar", "Jalan putus")
    assert made.places == {"1": "Sulawesi Selatan", "2": "Kab. Bulukumba", "3": "Kec. Bonto Bahari", "4": "Desa Ara"}
    assert [name for _role, name in made.signatures] == [
        by.account.name, cast.ara_koordinator.account.name, cast.bulukumba_manajer.account.name,
    ]  # fmt: skip


def test_it_is_signed_by_who_was_appointed_at_the_end_of_that_month(cast: Any, under: Any) -> None:
    by, head = cast.ara_fasilitator, cast.ara_koordinator
    year = date.today().year
    Appointment.objects.filter(pk=head.pk).update(valid_from=date(year - 3, 1, 1), valid_to=date(year - 1, 6, 30))
    with under(by):
        names = [dict(report_of(by, month(year - 1, number)).signatures)["checked"] for number in (6, 7)]
    assert names == [head.account.name, ""]


def test_the_days_of_a_list_of_proposals_are_bounds_of_its_index(cast: Any) -> None:
    asked = ProposalFilter({"start": "2026-03-01", "end": "2026-03-31", "status": "received"})
    assert asked.is_valid()
    sql = str(asked.narrow(Complaint.objects.all()).query)
    assert "AT TIME ZONE" not in sql and sql.count('"received_at" >= ') == sql.count('"received_at" < ') == 1


def test_a_day_of_the_report_is_the_officers_own(worked: Any, cast: Any, under: Any) -> None:
    """Half past midnight on the first in Bulukumba is still the month before in Jakarta and at Greenwich."""
    by = cast.ara_fasilitator
    before = worked.start - timedelta(days=1)
    with under(by):
        assert report_of(by, month(before.year, before.month)).total.complaints == 0
        assert report_of(by, worked).weeks[0].complaints == 1


def test_the_page_and_the_paper_of_a_report(worked: Any, cast: Any, desk: Any) -> None:
    browser = desk(cast.ara_fasilitator)
    page = browser.get("/laporan/petugas/").content.decode()
    for words in ("Jalan putus", "Kec. Bonto Bahari", "Cek bansos", "6 orang dilayani, 1 keluhan dicatat, 1 kunjungan"):
        assert words in page
    assert "minggu=2" in page
    paper = browser.get("/laporan/petugas/?unduh=pdf")
    assert paper.content.startswith(b"%PDF")
    empty = browser.get("/laporan/petugas/?bulan=2020-02").content.decode()
    assert "0 orang dilayani" in empty


def test_a_facilitator_reads_the_own_report_only_and_a_supervisor_all_of_the_kecamatan(
    worked: Any, cast: Any, desk: Any
) -> None:
    ara = cast.ara_fasilitator
    for who, sees in (("bontobahari_supervisor", True), ("ara_koordinator", True), ("bira_fasilitator", False)):
        page = desk(getattr(cast, who)).get(f"/laporan/petugas/?petugas={ara.pk}").content.decode()
        assert ("Jalan putus" in page) is sees, who
    assert desk(cast.panakkukang_koordinator).get(f"/laporan/petugas/?petugas={ara.pk}").status_code == 200
    assert desk(cast.bulukumba_dukcapil).get("/laporan/petugas/").status_code == 403


def test_the_remark_of_a_week_is_typed_and_found_in_the_report(cast: Any, desk: Any, under: Any) -> None:
    by, browser = cast.ara_fasilitator, desk(cast.ara_fasilitator)
    path = f"/buku-harian/keterangan/?bulan={today_of(by):%Y-%m}&minggu=3"
    assert browser.get(path).status_code == 200
    for words in ("Panen raya", "Panen selesai"):
        sent = browser.post(path, {"remarks": words, "challenges": "", "seen": ""})
        assert sent.status_code == 302
        assert words in browser.get(sent["Location"]).content.decode()
    stale = browser.post(path, {"remarks": "Lama", "challenges": "", "seen": "1"})
    assert stale.status_code == 409
    with under(by):
        assert Remark.objects.get().version == 2
    for wrong in ("bulan=2026-13", "minggu=6", "bulan=x"):
        assert browser.get(f"/buku-harian/keterangan/?{wrong}").status_code == 404


def test_who_came_to_the_post_is_listed_by_name_and_the_reading_is_told(
    worked: Any, cast: Any, desk: Any, under: Any
) -> None:
    page = desk(cast.ara_koordinator).get("/laporan/sekretariat/").content.decode()
    assert "Daeng Caya" in page and "Kesehatan" in page
    assert "Daeng Caya" not in desk(cast.bira_koordinator).get("/laporan/sekretariat/").content.decode()
    with under(cast.ara_koordinator):
        taken = Complaint.objects.get()
        reading = Event.objects.filter(name="bulletin.listed").latest("id")
        assert taken.pk in reading.shown_ids


@pytest.mark.parametrize("path", ["/laporan/sekretariat/?", "/laporan/rekap/?", "/laporan/rekap/?rekap=kunjungan&"])
def test_a_list_is_taken_away_by_who_answers_for_it(path: str, worked: Any, cast: Any, desk: Any, under: Any) -> None:
    by = cast.ara_koordinator
    assert taken(desk(by), f"{path}unduh=pdf").content.startswith(b"%PDF")
    assert taken(desk(by), f"{path}unduh=xlsx")["Content-Disposition"].startswith("attachment")
    with under(by):
        assert Event.objects.filter(name="bulletin.listed").latest("id").facts["shown"] == "file"
    page = desk(cast.ara_depan).get(f"{path}unduh=pdf")
    assert page["Content-Type"].startswith("text/html") and ">PDF<" not in page.content.decode()


def test_proposals_and_visits_are_narrowed_by_day_and_state(worked: Any, cast: Any, desk: Any) -> None:
    browser = desk(cast.ara_koordinator)
    assert "Daeng Caya" in browser.get("/laporan/rekap/?status=received").content.decode()
    assert "Daeng Caya" not in browser.get("/laporan/rekap/?status=closed").content.decode()
    visits = browser.get("/laporan/rekap/?rekap=kunjungan").content.decode()
    assert "Daeng Rola" in visits and "Cek bansos" in visits and "Rumah bocor" not in visits
    assert 'type="hidden" name="rekap" value="kunjungan"' in visits, "filtering visits keeps them visits"
    old = f"{date(2020, 1, 1):%d-%m-%Y}"
    assert "Daeng Rola" not in browser.get(f"/laporan/rekap/?rekap=kunjungan&end={old}").content.decode()
