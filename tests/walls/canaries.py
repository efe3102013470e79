"""Canaries: words and numbers that stand in one row of one record only, so that an answer tells whose data it holds."""

import io
import re
import zipfile
from hashlib import sha256
from typing import Any
from urllib.parse import unquote_plus

_FORM = re.compile(r"kenari[a-p]{12}|(?<!\d)99\d{14}(?!\d)")
_SPACED = re.compile(r"(?<!\d)99\d\d([ .\-\u00a0])\d{4}\1\d{4}\1\d{4}(?!\d)")

PAPERS = frozenset(
    ("number", "letter_number", "offer_number", "handed_number", "change_number", "request_number", "export_number")
)
"""Canaries that are numbers of papers: these stand in addresses and tell nothing of anybody, and what was done with a person
is still told by them."""


def word(*parts: object) -> str:
    """A canary that reads like a name: the same parts give the same word."""
    digest = sha256(repr(parts).encode()).hexdigest()[:12]
    return "Kenari" + "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def number(*parts: object) -> str:
    """A canary of sixteen digits, as a NIK has them."""
    return f"99{int(sha256(repr(parts).encode()).hexdigest(), 16) % 10**14:014d}"


def found(text: str) -> set[str]:
    """Every canary in a text, in small letters; a number also when it is written in groups of four."""
    text = text.lower()
    spaced = {"".join(filter(str.isdigit, match.group())) for match in _SPACED.finditer(text)}
    return set(_FORM.findall(text)) | spaced


def everything(answer: Any) -> str:
    """All that leaves the house with an answer: status line, headers, cookies, body; a workbook unpacked."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return "\n".join([heads, unquote_plus(heads), answer.cookies.output(), readable(body)])


def readable(body: bytes) -> str:
    """The text of a body; of a workbook or another archive that of all its parts."""
    if body[:2] != b"PK":
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
