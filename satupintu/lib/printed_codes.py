"""Codes that stand on paper and that people type back: 80 bits, four groups of four, of which a table keeps a fingerprint."""

import base64
import hashlib
import secrets

BYTES = 10
LENGTH = 16
_MISREAD = str.maketrans("018", "OIB")
"""Digits that no code holds, and the letters that they were read for."""


def draw() -> str:
    """A code by chance, of the letters A to Z and the digits 2 to 7."""
    return of(secrets.token_bytes(BYTES))


def of(digest: bytes) -> str:
    """The code that follows from a digest, so that a paper can be printed again."""
    return base64.b32encode(digest[:BYTES]).decode()


def grouped(code: str) -> str:
    """A code as it is printed, ``K3QF-9M2P-…``."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def plain(typed: str) -> str:
    """A code as it was made, however a person typed it: small letters, blanks, dashes, 0 for O, 1 for I, 8 for B."""
    return signs(typed).translate(_MISREAD)


def fingerprint(typed: str) -> str:
    """What a table keeps of a code, however a person typed it."""
    return digest_of(plain(typed))


def signs(typed: str) -> str:
    """The letters A to Z and the digits in what was typed: what is left of a code of another alphabet."""
    return "".join(sign for sign in typed.upper() if sign.isascii() and sign.isalnum())


def digest_of(secret: str) -> str:
    """What a table keeps of a secret that is not typed, or of one in another alphabet, exactly as it is."""
    return hashlib.sha256(secret.encode()).hexdigest()
