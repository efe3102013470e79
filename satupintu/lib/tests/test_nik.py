from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satupintu.lib import nik as niks
from satupintu.lib.nik import Nik, NotANumber, Sex, read_kk, read_nik

MAN = "7302031211870001"
sixteen = st.text(alphabet="0123456789", min_size=16, max_size=16)


def test_a_nik_tells_area_birth_sex_and_serial() -> None:
    nik = read_nik("3602041211870001")
    assert (nik.area, nik.sex, nik.serial) == (3602040000, Sex.MALE, "0001")
    assert nik.dates == (date(1987, 11, 12), date(2087, 11, 12))
    assert nik.birth_date(on=date(2026, 1, 1)) == date(1987, 11, 12)
    woman = read_nik("3515144508680002")
    assert (woman.sex, woman.birth_date(on=date(2026, 1, 1))) == (Sex.FEMALE, date(1968, 8, 5))


def test_the_century_is_the_latest_that_has_come() -> None:
    assert read_nik("7302031211050001").birth_date(on=date(2026, 1, 1)) == date(2005, 11, 12)
    assert read_nik("7302031211050001").birth_date(on=date(2005, 1, 1)) == date(1905, 11, 12)


@pytest.mark.parametrize(
    "written",
    ["7302 0312 1187 0001", "73.02.03.121187.0001", "'7302031211870001", " 7302-0312-1187-0001\n",
     "\u200e7302031211870001\u200b", "٧٣٠٢٠٣١٢١١٨٧٠٠٠١", "７３０２０３１２１１８７０００１"],
)  # fmt: skip
def test_a_nik_is_read_as_people_type_it(written: str) -> None:
    assert read_nik(written).digits == MAN


@pytest.mark.parametrize(
    ("written", "code", "sentence"),
    [
        ("", "empty", "NIK belum diisi."),
        (" \u200b", "empty", "NIK belum diisi."),
        (MAN[:15], "length", "NIK harus 16 angka; ini baru 15."),
        (MAN + "1", "length", "NIK harus 16 angka; ini 17."),
        ("73O2031211870001", "letter", "NIK memuat huruf O di tempat ke-3; apakah maksudnya angka 0?"),
        ("l302031211870001", "letter", "NIK memuat huruf l di tempat ke-1; apakah maksudnya angka 1?"),
        ("7302x31211870001", "not_digits", "NIK hanya boleh berisi angka; di tempat ke-5 ada “x”."),
        ("①302031211870001", "not_digits", "NIK hanya boleh berisi angka; di tempat ke-1 ada “①”."),
    ],
)
def test_what_cannot_be_a_nik_is_refused_in_words(written: str, code: str, sentence: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        read_nik(written)
    assert (refusal.value.code, refusal.value.sentence) == (code, sentence)


@pytest.mark.parametrize("written", ["7.30203121187E+15", "7,30203121187E15", "7e15"])
def test_a_nik_turned_into_a_number_by_excel_is_recognised(written: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        read_nik(written)
    assert refusal.value.code == "spreadsheet"


def test_a_number_cell_never_becomes_a_nik() -> None:
    for number in (float(MAN), int(MAN)):
        with pytest.raises(TypeError):
            read_nik(number)  # type: ignore[arg-type]


def _codes(nik: Nik, **facts: object) -> list[str]:
    return [caution.code for caution in niks.warnings(nik, **facts)]  # type: ignore[arg-type]


def test_a_nik_that_agrees_with_everything_warns_of_nothing() -> None:
    facts = {"birth_date": date(1987, 11, 12), "sex": Sex.MALE, "known_area": lambda area: area == 7302030000}
    assert _codes(read_nik(MAN), **facts) == []


def test_a_birth_date_may_disagree_with_the_nik_but_is_told() -> None:
    [caution] = niks.warnings(read_nik(MAN), birth_date=date(1987, 11, 13))
    assert caution.code == "birth_date_differs"
    assert caution.sentence == "Tanggal lahir pada NIK (12-11-1987) berbeda dari yang ditulis."


@pytest.mark.parametrize(
    ("digits", "facts", "codes"),
    [
        (MAN, {"sex": Sex.FEMALE}, ["sex_differs"]),
        (MAN, {"known_area": lambda area: False}, ["area_unknown"]),
        ("7302031211870000", {}, ["serial_zero"]),
        ("7302033502870001", {}, ["date_impossible", "sex_unreadable"]),
        ("7302037102870001", {}, ["date_impossible"]),
        ("7302030011870001", {}, ["date_impossible", "sex_unreadable"]),
        ("7302031213870001", {"birth_date": date(1987, 11, 12)}, ["date_impossible"]),
    ],
)
def test_what_is_odd_warns_and_does_not_refuse(digits: str, facts: dict[str, object], codes: list[str]) -> None:
    assert _codes(read_nik(digits), **facts) == codes


def test_a_leap_day_exists_in_one_century_only() -> None:
    assert read_nik("7302032902000001").dates == (date(2000, 2, 29),)


def test_a_family_card_has_no_sex_but_a_date_of_issue() -> None:
    kk = read_kk("7302-0315-0412-0007")
    assert (kk.area, kk.serial, kk.dates[-1]) == (7302030000, "0007", date(2012, 4, 15))
    assert niks.kk_warnings(kk) == []
    assert [c.code for c in niks.kk_warnings(read_kk("7302034504120007"))] == ["date_impossible"]
    with pytest.raises(NotANumber, match=r"Nomor KK harus 16 angka; ini baru 4\."):
        read_kk("7302")


def test_the_whole_number_shows_in_no_log() -> None:
    assert "03121187" not in repr(read_nik(MAN))
    assert read_nik(MAN).masked == "7302••••••••0001"
    assert read_nik(MAN).grouped == "7302 0312 1187 0001"


@settings(max_examples=2000)
@given(sixteen)
def test_sixteen_digits_are_kept_exactly(digits: str) -> None:
    assert read_nik(digits).digits == digits
    assert read_nik(read_nik(digits).grouped).digits == digits
    niks.warnings(read_nik(digits), birth_date=date(2000, 1, 1), sex=Sex.MALE)


@given(st.text(max_size=30) | st.text(alphabet="0123456789OIeE+., \u0663\u200f", max_size=24))
def test_any_text_is_a_nik_or_refused(text: str) -> None:
    try:
        assert len(read_nik(text).digits) == 16
    except NotANumber as refusal:
        assert refusal.sentence.endswith((".", "?"))


@given(st.dates(date(1930, 1, 1), date(2026, 1, 1)), st.sampled_from(list(Sex)), st.integers(1, 9999))
def test_a_nik_made_of_parts_says_the_same_parts(born: date, sex: Sex, serial: int) -> None:
    nik = niks.made_up(7302030000, born, sex, serial)
    assert born in nik.dates
    assert niks.warnings(nik, birth_date=born, sex=sex) == []
    assert "birth_date_differs" in _codes(nik, birth_date=born + timedelta(days=1))
