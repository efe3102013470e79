from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satupintu.lib import rupiah
from satupintu.lib.rupiah import NotANumeral


@pytest.mark.parametrize(
    ("written", "amount"),
    [("Rp 1.500.000", 1_500_000), ("1500000", 1_500_000), ("Rp1.500.000,00", 1_500_000), ("Rp. 600.000,-", 600_000),
     ("1,5 juta", 1_500_000), ("500 rb", 500_000), ("2 M", 2 * 10**9), ("-Rp500", -500), ("Rp-500", -500)],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(written: str, amount: int) -> None:
    assert rupiah.read_rupiah(written) == amount


@pytest.mark.parametrize("written", ["", "Rp", "1.5 juta", "1,500,000", "1.50", "1.2345", "1,50", "--5", "٥"])
def test_what_is_no_amount_or_may_mean_two_is_refused(written: str) -> None:
    with pytest.raises(NotANumeral):
        rupiah.read_rupiah(written)


@given(st.integers(-(10**15), 10**15))
def test_what_is_written_reads_back_the_same(amount: int) -> None:
    assert rupiah.read_rupiah(rupiah.format_rupiah(amount)) == amount
    assert rupiah.read_number(rupiah.format_number(amount)) == amount


@given(st.decimals(-(10**9), 10**9, places=2))
def test_decimals_read_back_the_same(value: Decimal) -> None:
    assert rupiah.read_number(rupiah.format_number(value, 2)) == value


def test_numbers_look_indonesian() -> None:
    assert rupiah.format_number(1234567.5, 1) == "1.234.567,5"
    assert rupiah.format_rupiah(-1500000) == "-Rp1.500.000"


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        rupiah.read_rupiah(text)
    except NotANumeral as refusal:
        assert refusal.sentence.endswith(".")
