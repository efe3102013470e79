"""Codes, names and kinds of areas, without a database."""

import pytest

from satupintu.foundation.areas import rules
from satupintu.foundation.areas.words import Kind


@pytest.mark.parametrize(
    ("code", "number"),
    [("73", 7300000000), ("73.02", 7302000000), ("7302032005", 7302032005), (" 73.02.03.2005 ", 7302032005)],
)
def test_a_code_is_read_with_and_without_dots(code: str, number: int) -> None:
    assert rules.number_of(code) == number


@pytest.mark.parametrize(
    "code", ["", "7", "73.2", "73.02.03.205", "73.00", "7302030000", "0102", "Gowa", "73.02.00.2005"]
)
def test_what_is_no_area_is_no_code(code: str) -> None:
    assert rules.number_of(code) is None


def test_the_areas_above_stand_nearest_first() -> None:
    assert rules.ancestors_of(7302032005) == (7302030000, 7302000000, 7300000000)
    assert rules.ancestors_of(7300000000) == ()


@pytest.mark.parametrize(
    ("name", "level", "key"),
    [
        ("Kabupaten Gowa", 2, "gowa"),
        ("KAB. ADM. KEPULAUAN SERIBU", 2, "kepulauan seribu"),
        ("Kota Administrasi Jakarta Pusat", 2, "jakarta pusat"),
        ("Kota Baru", 4, "kota baru"),
        ("Ma'rang", 4, "marang"),
        ("Lewa-lewa", 4, "lewa lewa"),
    ],
)
def test_names_are_compared_without_capitals_signs_and_kinds(name: str, level: int, key: str) -> None:
    assert rules.name_key(name, level) == key


@pytest.mark.parametrize(
    ("number", "name", "kind"),
    [
        (7300000000, "Sulawesi Selatan", Kind.PROVINSI),
        (7302000000, "Kabupaten Bulukumba", Kind.KABUPATEN),
        (7371000000, "Kota Makassar", Kind.KOTA),
        (3171000000, "Kota Administrasi Jakarta Pusat", Kind.KOTA_ADM),
        (3101000000, "Kabupaten Administrasi Kepulauan Seribu", Kind.KABUPATEN_ADM),
        (7302030000, "Bonto Bahari", Kind.KECAMATAN),
        (9103010000, "Sentani", Kind.DISTRIK),
        (7302031004, "Tanah Beru", Kind.KELURAHAN),
        (7302032005, "Bira", Kind.DESA),
        (9103013001, "Kampung Adat", Kind.DESA_ADAT),
    ],
)
def test_the_code_tells_the_kind(number: int, name: str, kind: Kind) -> None:
    assert rules.kind_of(number, name) == kind


def test_an_address_writes_kind_and_name_once() -> None:
    assert rules.label("kabupaten", "Kabupaten Gowa") == "Kab. Gowa"
    assert rules.label("kota_adm", "Kota Administrasi Jakarta Pusat") == "Kota Adm. Jakarta Pusat"
    assert rules.label("provinsi", "Sulawesi Selatan") == "Sulawesi Selatan"
    assert rules.label("desa", "Ara") == "Desa Ara"


def test_successors_are_followed_through_editions() -> None:
    assert rules.follow([{1: [2]}, {2: [3]}]) == {1: 3, 2: 3}


def test_codes_that_changed_places_do_not_run_in_a_circle() -> None:
    assert rules.follow([{1: [2], 2: [1]}]) == {1: 2, 2: 1}


def test_a_split_has_no_single_successor() -> None:
    assert rules.follow([{1: [2, 3]}, {3: [4]}]) == {3: 4}
