"""Pictures: opened in a process of their own, and copied without anything that is hidden in them."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.documents.inspection.refusal import NotAccepted
from satupintu.engine.documents.words import FileKind

_DECODER = Path(__file__).with_name("decoder.py")
_PATIENCE = 20.0
"""Seconds that a picture may take."""


@dataclass(frozen=True)
class Copy:
    """A safe copy: a JPEG without metadata, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def copy(data: bytes, kind: FileKind) -> Copy:
    """Copy a picture pixel by pixel. Raises NotAccepted when it is cut off, too large or no picture at all.

    The bytes are a stranger's, so they are decoded by a process with limits of time and memory that holds nothing.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_DECODER), kind.value.upper()],
            input=data,
            capture_output=True,
            timeout=_PATIENCE,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise _too_large() from None
    head, _newline, jpeg = done.stdout.partition(b"\n")
    answer: dict[str, Any] = json.loads(head) if done.returncode == 0 and head else {"refused": "broken"}
    if answer.get("refused") == "large":
        raise _too_large()
    if "refused" in answer:
        raise NotAccepted(_("Gambar ini rusak atau terpotong. Ambil atau simpan ulang, lalu kirim lagi."), "broken")
    return Copy(jpeg, answer["width"], answer["height"])


def _too_large() -> NotAccepted:
    return NotAccepted(_("Gambar ini terlalu besar ukurannya. Kecilkan dahulu, lalu kirim lagi."), "pixels")
