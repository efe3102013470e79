"""Questions to the table of areas, and the type-ahead."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from satupintu.foundation.areas import search
from satupintu.foundation.areas.models import COUNTRY, Area, Edition, FormerName, labels
from satupintu.foundation.areas.rules import kind_of

pytestmark = pytest.mark.django_db

MORE = (
    (7302020000, "Bira"),
    (7302070000, "Bulukumpa"),
    (7371000000, "Kota Makassar"),
    (7371090000, "Panakkukang"),
    (7371091002, "Panaikang"),
    (7401012006, "Ara"),
    (7302012006, "Ara Jaya"),
)


@pytest.fixture
def country() -> Iterator[None]:
    """Namesakes and look-alikes beside the areas of the cast."""
    edition = Edition.objects.newest()
    for number, name in MORE:
        Area(number=number, name=name, kind=kind_of(number, name), began=edition).save()
    return


def codes(text: str, **narrowed: Any) -> list[str]:
    """The codes suggested for a text."""
    return [area.code for area in Area.objects.suggest(text, **narrowed)]


def test_a_typing_error_finds_the_village_first(country: None) -> None:
    assert codes("panakukang")[:2] == ["73.06.07.2008", "73.71.09"]


def test_equal_names_are_told_apart_by_their_path(country: None) -> None:
    places = {area.code: area.full_name for area in Area.objects.suggest("panakkukang")}
    assert places["73.06.07.2008"] == "Desa Panakkukang, Kec. Pallangga, Kab. Gowa, Sulawesi Selatan"
    assert places["73.71.09"] == "Kec. Panakkukang, Kota Makassar, Sulawesi Selatan"


@pytest.mark.parametrize("text", ["73.02.03.2006", "7302032006", " 73.02.03.2006 "])
def test_a_code_is_found_with_and_without_dots(country: None, text: str) -> None:
    assert codes(text) == ["73.02.03.2006"]


def test_the_beginning_of_a_code_lists_from_the_top(country: None) -> None:
    assert codes("73.02")[:2] == ["73.02", "73.02.01"]


@pytest.mark.parametrize("text", ["ara bontobahari", "Desa Ara, Kec. Bonto Bahari", "ara bonto bahari bulukumba"])
def test_words_of_the_place_choose_among_equal_names(country: None, text: str) -> None:
    assert codes("ara")[:2] == ["73.02.03.2006", "74.01.01.2006"]
    assert codes(text)[0] == "73.02.03.2006"
    assert codes("ara wundulako")[0] == "74.01.01.2006"


@pytest.mark.parametrize(
    ("text", "code"), [("kec bulukumpa", "73.02.07"), ("kab bulukumba", "73.02"), ("kota makasar", "73.71")]
)
def test_a_kind_before_the_name_narrows(country: None, text: str, code: str) -> None:
    assert codes(text)[0] == code


def test_among_equal_names_a_village_comes_before_a_kecamatan(country: None) -> None:
    assert codes("bira")[:2] == ["73.02.03.2005", "73.02.02"]


def test_the_beginning_of_a_name_is_enough(country: None) -> None:
    assert codes("bulukum")[0] in {"73.02", "73.02.07"}


def test_only_what_lies_inside_and_has_the_level_is_suggested(country: None) -> None:
    assert codes("ara", inside=(7400000000, 7500000000)) == ["74.01.01.2006"]
    assert codes("panakkukang", level=3) == ["73.71.09"]
    assert len(codes("ara", limit=1)) == 1


@pytest.mark.parametrize("text", ["", " ", "a", "%", "'", "zzzzzz", "x" * 500, "00.00"])
def test_nonsense_suggests_nothing_and_breaks_nothing(country: None, text: str) -> None:
    assert codes(text) == []


def test_a_former_name_still_finds_the_village(country: None) -> None:
    edition = Edition.objects.newest()
    FormerName.objects.create(area_id=7302032006, name="Lembanna", name_key="lembanna", until=edition)
    assert codes("lembana") == ["73.02.03.2006"]


def test_an_ended_area_is_no_longer_suggested(country: None) -> None:
    later = Edition.objects.create(decree="Kepmendagri uji 2", decree_date="2030-01-01")
    Area.objects.filter(pk=7302032006).update(ended=later)
    assert "73.02.03.2006" not in codes("ara")


def test_what_others_ask_by_likeness_is_left_as_it_was(country: None) -> None:
    Area.objects.suggest("ara")
    with connection.cursor() as cursor:
        cursor.execute("show pg_trgm.similarity_threshold")
        assert cursor.fetchone() == ("0.3",)


def test_the_look_up_can_stand_on_its_indexes(country: None) -> None:
    sql, facts = search.statement("ara bontobahari", COUNTRY, None, 10) or ("", {})
    with connection.cursor() as cursor:
        # So few rows are read fastest as a whole; forbidden that, an index must be able to answer.
        cursor.execute("set local enable_seqscan = off; set local enable_indexscan = off")
        cursor.execute(f"explain {sql}", facts)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "area_name_trigram" in plan and "area_place_trigram" in plan and "Seq Scan on areas_area" not in plan


def test_a_path_is_one_query_and_none_after_with_paths(country: None, django_assert_num_queries: Any) -> None:
    village = Area.objects.get(pk=7302032006)
    with django_assert_num_queries(1):
        assert [area.name for area in village.path()] == ["Bonto Bahari", "Bulukumba", "Sulawesi Selatan"]
        village.path()
    with django_assert_num_queries(2):
        assert all(area.full_name for area in Area.objects.at_level(4).with_paths())


def test_inside_and_children_are_spans(country: None) -> None:
    kabupaten = Area.objects.get(pk=7302000000)
    inside = set(Area.objects.current().inside(kabupaten).at_level(4).values_list("pk", flat=True))
    assert 7302032006 in inside and 7306072008 not in inside
    assert set(Area.objects.children_of(None).values_list("level", flat=True)) == {1}
    counted = Area.objects.children_of(kabupaten).with_villages().get(pk=7302030000)
    assert counted.villages == 3


def test_names_are_found_whatever_their_writing(country: None) -> None:
    assert {area.pk for area in Area.objects.named("KOTA MAKASSAR")} == {7371000000}
    assert {area.pk for area in Area.objects.named("bonto-bahari")} == {7302030000}


def test_many_labels_are_one_query(country: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert labels([7302032006, 7302030000, 1]) == {7302032006: "Desa Ara", 7302030000: "Kec. Bonto Bahari"}


def test_the_clock_of_a_village_is_that_of_its_province(country: None) -> None:
    assert Area.objects.get(pk=7302032006).zone.key == "Asia/Makassar"
