"""Printed codes: how they are made, written and recognised. 80 bits, in letters that nobody confuses."""

import secrets
from hashlib import sha256

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1: 32 signs, five bits each."""
LENGTH = 16
LIFETIME_DAYS = 7


def new_code() -> str:
    """A code as it is printed, "K7QF-9M2P-AB3C-XY45"."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))


def digest(code: str) -> str:
    """What is kept of a code: spaces, hyphens and small letters make no difference."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return sha256(signs.encode()).hexdigest()
