"""Letters as PDF, and as a picture for previews. Set by typst in a process of its own, which holds nothing of ours."""

import io
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _
from PIL import Image

_PRESS = Path(__file__).with_name("press.py")
_ROOT = Path(__file__).parents[4]
_PATIENCE = 20.0
"""Seconds that one letter may take; a page takes a tenth of one."""
PICTURE_PPI = 110
NOT_NOW = _("Surat belum dapat dicetak. Coba lagi sebentar.")


class NotPrinted(Exception):
    """The letter could not be set: it is too long, or the layout is broken."""


def pdf(letter: dict[str, Any], at: datetime) -> bytes:
    """A letter as PDF/A-2a, with ``at`` as the moment it was made. Raises NotPrinted."""
    return b"".join(_press(letter, "pdf", int(at.timestamp())))


def table_pdf(table: dict[str, Any], at: datetime) -> bytes:
    """Tables with a heading and signatures as PDF/A-2a (``table.typ`` says what it takes). Raises NotPrinted."""
    return b"".join(_press(table, "pdf", int(at.timestamp()), layout="table"))


def pictures(letter: dict[str, Any], ppi: int = PICTURE_PPI) -> list[bytes]:
    """The pages of a letter as PNG. Raises NotPrinted."""
    return _press(letter, "png", 0, ppi)


def picture(letter: dict[str, Any], ppi: int = PICTURE_PPI) -> bytes:
    """All pages of a letter in one PNG, one below the other. Raises NotPrinted."""
    pages = pictures(letter, ppi)
    if len(pages) == 1:
        return pages[0]
    drawn = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]
    gap = 12
    whole = Image.new("RGB", (drawn[0].width, sum(page.height + gap for page in drawn) - gap), "#c5cfd1")
    top = 0
    for page in drawn:
        whole.paste(page, (0, top))
        top += page.height + gap
    out = io.BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()


def _press(
    letter: dict[str, Any], form: str, moment: int, ppi: int = PICTURE_PPI, *, layout: str = "letter"
) -> list[bytes]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_PRESS), str(_ROOT), layout, form, str(ppi), str(moment)],
            input=json.dumps(letter).encode(),
            capture_output=True,
            timeout=_PATIENCE,
            cwd="/",
            env={name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ},
        )
    except subprocess.TimeoutExpired:
        raise NotPrinted("the press took too long") from None
    head, _newline, rest = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:
        raise NotPrinted(f"the press ended with {done.returncode}: {_last_line(done.stderr)}")
    pages, at = [], 0
    for size in json.loads(head):
        pages.append(rest[at : at + size])
        at += size
    return pages


def _last_line(told: bytes) -> str:
    """What the press said last; it names the layout's line, never the letter's words."""
    lines = told.decode(errors="replace").strip().splitlines()
    return lines[-1][:200] if lines else ""
