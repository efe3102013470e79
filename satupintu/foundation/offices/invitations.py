"""Printed codes: how they are made, written and recognised. 80 bits, in letters that nobody confuses."""

import secrets

from satupintu.lib import printed_codes

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1: 32 signs, five bits each."""
LIFETIME_DAYS = 7


def new_code() -> str:
    """A code as it is printed, "K7QF-9M2P-AB3C-XY45"."""
    return printed_codes.grouped("".join(secrets.choice(ALPHABET) for _ in range(printed_codes.LENGTH)))


def digest(code: str) -> str:
    """What is kept of a code: spaces, hyphens and small letters make no difference."""
    return printed_codes.digest_of(printed_codes.signs(code))
