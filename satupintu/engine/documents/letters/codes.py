"""The code on a letter with which anybody may ask whether it is genuine: 80 bits, kept as a fingerprint only."""

import base64
import hashlib
import secrets

BYTES = 10
LENGTH = 16


def new_code() -> str:
    """Sixteen letters and digits, drawn by chance."""
    return base64.b32encode(secrets.token_bytes(BYTES)).decode()


def plain(text: str) -> str:
    """A code as it was drawn, however a person typed it: without spaces and dashes, in capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def fingerprint(text: str) -> str:
    """What the table keeps of a code."""
    return hashlib.sha256(plain(text).encode()).hexdigest()


def address(site: str, code: str) -> str:
    """Where the code is asked about."""
    return f"{site.rstrip('/')}/periksa/{code}/"
