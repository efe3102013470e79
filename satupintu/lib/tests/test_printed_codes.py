"""Printed codes: drawn by chance, read as people type them."""

import re

import pytest

from satupintu.lib import printed_codes


def test_codes_are_eighty_bits_drawn_by_chance() -> None:
    drawn = {printed_codes.draw() for _ in range(200)}
    assert len(drawn) == 200 and all(re.fullmatch("[A-Z2-7]{16}", code) for code in drawn)


def test_a_code_follows_from_a_digest_and_is_printed_in_groups() -> None:
    assert printed_codes.grouped(printed_codes.of(bytes(32))) == "AAAA-AAAA-AAAA-AAAA"


@pytest.mark.parametrize(
    "typed", ["K3QO-7PLI-2ABC-D345", "k3qo 7pli 2abc d345", "K3Q0-7PL1-2A8C-D345", "K3QO7PLI2ABCD345é"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert printed_codes.plain(typed) == "K3QO7PLI2ABCD345"
    assert printed_codes.fingerprint(typed) == printed_codes.digest_of("K3QO7PLI2ABCD345")


def test_nothing_else_is_read_as_a_code() -> None:
    assert printed_codes.plain("é-ß·٣") in {"", "SS"}
