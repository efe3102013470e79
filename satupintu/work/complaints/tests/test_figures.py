"""Numbers for those who see no persons: what provinces and the nation read, and that no page tells what another hides."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.rollup import ROOT, TOTAL
from satupintu.work.complaints import figures
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity, Status, Urgency

Desk = Callable[[Any], Client]
ARA, PANAKKUKANG = 7302032006, 7306072008
BULUKUMBA, GOWA, SULSEL = 7302000000, 7306000000, 7300000000


def taken(cast: Any, count: int, **said: Any) -> None:
    """So many complaints of a village."""
    usual: dict[str, Any] = {
        "village_id": ARA, "channel": Channel.WALK_IN, "kind": Kind.GRIEVANCE, "nature": Nature.NEED,
        "field": ServiceField.HEALTH, "urgency": Urgency.ORDINARY, "urgency_rank": 0, "status": Status.RECEIVED,
        "sensitivity": Sensitivity.ORDINARY, "clearance": 0, "received_at": timezone.now(), "due_at": timezone.now(),
    }  # fmt: skip
    by = cast.panakkukang_koordinator if said.get("village_id") == PANAKKUKANG else cast.ara_koordinator
    office, author = by.office_id, by.pk
    usual |= {
        "intake_office_id": office,
        "handler_office_id": office,
        "waits_at_id": office,
        "author_id": author,
    } | said
    with house("uji", quietly=True):
        before = Complaint.objects.count()
        Complaint.objects.bulk_create(Complaint(number=f"K-{before + n}", **usual) for n in range(count))


@pytest.fixture
def counted(cast: Any) -> None:
    """Two kabupaten, two fields, and three of one field in one of them."""
    taken(cast, 20)
    taken(cast, 3, field=ServiceField.EDUCATION)
    taken(cast, 30, village_id=PANAKKUKANG)
    taken(cast, 10, village_id=PANAKKUKANG, field=ServiceField.EDUCATION)


def test_every_table_counts_the_same_people_and_the_levels_add_up(counted: None) -> None:
    with house("uji", quietly=True):
        published = figures.publication()
    assert set(published.tables) == {"status", "field", "month"}
    for table in published.tables.values():
        assert table[ROOT][TOTAL] == table[SULSEL][TOTAL] == 63
        assert (table[BULUKUMBA][TOTAL], table[GOWA][TOTAL]) == (23, 40)
    field = published.tables["field"]
    assert field[BULUKUMBA]["education"] is None and field[BULUKUMBA]["health"] is None
    assert field[GOWA]["education"] is None and field[GOWA]["health"] is None, "or the three would follow from the sum"
    assert (field[SULSEL]["education"], field[SULSEL]["health"]) == (13, 50)


def test_a_kabupaten_with_few_takes_its_neighbour_on_every_page(cast: Any) -> None:
    taken(cast, 3)
    taken(cast, 30, village_id=PANAKKUKANG)
    with house("uji", quietly=True):
        published = figures.publication()
    for table in published.tables.values():
        assert table[BULUKUMBA][TOTAL] is table[GOWA][TOTAL] is None
        assert table[SULSEL][TOTAL] == 33


def test_a_month_is_that_of_the_place_and_the_older_ones_stand_together(cast: Any, monkeypatch: Any) -> None:
    """23.30 on 31 December in Jakarta is the new year in Makassar."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 12, 31, 16, 45, tzinfo=UTC))
    taken(cast, 9, received_at=datetime(2026, 12, 31, 16, 30, tzinfo=UTC))
    taken(cast, 8, received_at=datetime(2026, 12, 31, 15, 30, tzinfo=UTC))
    taken(cast, 7, received_at=datetime(2025, 12, 31, 16, 30, tzinfo=UTC))
    taken(cast, 6, received_at=datetime(2025, 12, 31, 15, 30, tzinfo=UTC))
    with house("uji", quietly=True):
        december = figures.publication().tables["month"][BULUKUMBA]
        monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 12, 31, 17, 30, tzinfo=UTC))
        january = figures.publication().tables["month"][BULUKUMBA]
    assert december == {"2026-12": 17, "2026-01": 7, figures.BEFORE: 6, TOTAL: 30}
    assert january == {"2027-01": 9, "2026-12": 8, figures.BEFORE: 13, TOTAL: 30}


def test_the_last_twelve_months_go_over_the_year_s_end() -> None:
    months = list(figures.last_months(date(2027, 2, 3)))
    assert (months[0], months[-1], len(months)) == ("2026-03", "2027-02", 12)


def test_the_province_reads_kabupaten_and_the_nation_provinces_with_charts(
    counted: None, cast: Any, desk: Desk
) -> None:
    province = desk(cast.sulsel_pemantau).get("/").content.decode()
    for words in (
        "Keluhan menurut keadaan",
        "Keluhan menurut bidang",
        "Keluhan menurut bulan diterima",
        "Bulukumba",
        "Gowa",
    ):
        assert words in province
    assert "K-1" not in province and '<figure class="chart">' in province
    nation = desk(cast.nasional_pemantau).get("/").content.decode()
    assert "Sulawesi Selatan" in nation and "Bulukumba" not in nation
    assert "Belum ada keluhan" not in nation


def test_both_pages_hide_alike(counted: None, cast: Any, under: Any, rf: Any) -> None:
    """What the province hides of itself the nation hides too, whoever asks."""
    seen = {}
    for name in ("sulsel_pemantau", "nasional_pemantau"):
        by: Appointment = getattr(cast, name)
        with under(by):
            (_status, field, _month) = figures.figures(rf.get("/"), by)
            seen[name] = [row["cells"] for row in field.table.page.rows]
    assert seen["sulsel_pemantau"][-1] == seen["nasional_pemantau"][0], "a province's sums are its line in the nation"


def test_the_counting_leaves_the_reader_s_own_scope_as_it_was(counted: None, cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        before = Complaint.objects.count()
        figures.publication()
        assert Complaint.objects.count() == before == 23
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from complaints_counted()")
            assert cursor.fetchone() == (0,), "who sees persons of a village is no reader of the nation's numbers"
    with under(cast.nasional_pemantau):
        assert not Complaint.objects.exists()
        assert Office.objects.exists()


def test_a_long_ago_complaint_is_in_the_total(cast: Any) -> None:
    taken(cast, 40, received_at=timezone.now() - timedelta(days=900))
    taken(cast, 20)
    with house("uji", quietly=True):
        row = figures.publication().tables["month"][ROOT]
    assert row[figures.BEFORE] == 40 and row[TOTAL] == 60


def test_the_same_counts_are_veiled_once_and_others_anew(counted: None, cast: Any) -> None:
    first = figures.publication()
    assert figures.publication() is first
    taken(cast, 5)
    again = figures.publication()
    assert again is not first and again.tables["status"][ROOT][TOTAL] == 68
