"""The pages: numbers of the night, rows of today, and never another area's."""

from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.exports.tests.taking import taken
from satupintu.registry.people.models import Person
from satupintu.reports.quality.actions import count
from satupintu.reports.quality.jobs import count_kabupaten
from satupintu.reports.quality.models import Tally
from satupintu.reports.quality.report import Report
from satupintu.reports.quality.words import Check

ARA, BIRA, GOWA, KECAMATAN, KABUPATEN = 7302032006, 7302032005, 7306072008, 7302030000, 7302000000
NIK, TODAY = "7302034508680002", date(2026, 11, 22)
AS_FILE = "/mutu-data/daftar/?periksa=nik_twice&unduh=xlsx"


@pytest.fixture
def twins(db: None) -> tuple[Person, Person]:
    """Two persons of neighbouring villages with one NIK, and the count of their kabupaten."""
    with house("uji", quietly=True):
        made = [
            Person.objects.create(village_id=village, name=name, nik=NIK, birth_date=date(1968, 8, 5))
            for village, name in ((ARA, "Aminah"), (BIRA, "Zubaedah"))
        ]
    counted(TODAY)
    return made[0], made[1]


def counted(on: date) -> None:
    with house("uji", quietly=True) as by:
        count(by=by, kabupaten=KABUPATEN, today=on)


def found(own: int, area: int) -> dict[str, int]:
    return {line.check.value: line.count for line in Report(own, area).checks() if line.count}


def test_a_count_is_one_event_and_a_second_one_of_the_month_replaces_it(twins: Any) -> None:
    with house("uji", quietly=True):
        before = Tally.objects.count()
    counted(TODAY)
    with house("uji", quietly=True):
        assert Tally.objects.count() == before > 0
        assert Event.objects.filter(name="quality.counted", village=KABUPATEN).count() == 2


def test_the_job_counts_once_a_day_and_leaves_an_empty_kabupaten_alone(twins: Any) -> None:
    for kabupaten in (KABUPATEN, KABUPATEN, 7306000000):
        count_kabupaten(kabupaten, "2026-12-01")
    with house("uji", quietly=True):
        assert Event.objects.filter(name="quality.counted").count() == 2
        assert sorted(set(Tally.objects.values_list("month", flat=True))) == [date(2026, 11, 1), date(2026, 12, 1)]


def test_only_the_house_counts(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(Refused):
        count(by=by, kabupaten=KABUPATEN, today=TODAY)


def test_that_a_nik_is_used_in_another_village_is_told_only_to_those_who_see_both(
    twins: Any, cast: Any, under: Any
) -> None:
    with under(cast.ara_koordinator):
        assert "nik_twice" not in found(ARA, ARA)
        assert not Tally.objects.filter(paired=True).exists()
        assert found(ARA, ARA)["civil_never"] == 1
    with under(cast.bontobahari_supervisor):
        assert found(KECAMATAN, KECAMATAN)["nik_twice"] == 2
        assert found(KECAMATAN, ARA)["nik_twice"] == 1
    with under(cast.bulukumba_manajer):
        assert found(KABUPATEN, KABUPATEN)["nik_twice"] == 2


def test_the_list_behind_a_number_is_of_the_own_area_and_is_a_reading(twins: Any, cast: Any, desk: Any) -> None:
    asked = "/mutu-data/daftar/?periksa=nik_twice"
    page = desk(cast.bulukumba_manajer).get(asked).content.decode()
    assert "Aminah" in page and "Zubaedah" in page and "Lihat KTP atau KK kedua orang itu" in page
    assert "Aminah" not in desk(cast.ara_koordinator).get(asked).content.decode()
    near = desk(cast.ara_koordinator).get(f"/mutu-data/daftar/?periksa=civil_never&wilayah={BIRA}").content.decode()
    assert "Aminah" in near and "Zubaedah" not in near
    with house("uji", quietly=True):
        readings = Event.objects.filter(name="quality.listed").order_by("id")
        assert [sorted(one.shown_ids) for one in readings] == [
            [twins[0].pk, twins[1].pk],
            [],
            [twins[0].pk],
        ]


def test_the_page_shows_checks_and_places_and_gives_them_as_a_file(twins: Any, cast: Any, desk: Any) -> None:
    browser = desk(cast.bulukumba_manajer)
    page = browser.get("/mutu-data/").content.decode()
    assert Check.NIK_TWICE.label in page and "periksa=nik_twice&amp;wilayah=7302000000" in page
    places = browser.get("/mutu-data/?menurut=wilayah").content.decode()
    assert "Bonto Bahari" in places and "/mutu-data/?wilayah=7302030000" in places
    file = browser.get("/mutu-data/?menurut=wilayah&unduh=csv")
    assert Check.NIK_TWICE.label in b"".join(file.streaming_content).decode()
    assert browser.get(f"/mutu-data/?wilayah={GOWA}").content.decode().count("Bulukumba")


def test_the_trend_says_how_a_month_ended(twins: Any, cast: Any, under: Any) -> None:
    counted(date(2026, 12, 3))
    with under(cast.bulukumba_manajer):
        line = next(one for one in Report(KABUPATEN, KABUPATEN).checks() if one.check is Check.NIK_TWICE)
        assert (line.count, line.change) == (2, 0)


def test_a_file_of_names_is_for_those_who_may_take_one_and_numbers_only_see_nothing(
    twins: Any, cast: Any, desk: Any
) -> None:
    assert "attachment" in taken(desk(cast.bulukumba_manajer), AS_FILE)["Content-Disposition"]
    assert "Content-Disposition" not in desk(cast.ara_koordinator).get(AS_FILE)
    assert desk(cast.nasional_pemantau).get("/mutu-data/").status_code == 403
    assert desk(cast.bulukumba_manajer).get("/mutu-data/daftar/?periksa=lain").status_code == 404
