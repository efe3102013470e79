"""The way of a file through the inspection: size, name, signatures, kind, and then what its kind asks for."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import File
from django.utils.translation import gettext as _

from satupintu.engine.documents.inspection import pdf, pictures, viruses
from satupintu.engine.documents.inspection.refusal import NotAccepted
from satupintu.engine.documents.words import FileKind

LARGEST = 5 * 1024 * 1024
"""Bytes that an attachment may have."""

_BIDI = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}


@dataclass(frozen=True)
class Inspected:
    """A file that was let in: ``original`` as it came, ``content`` as it may be handed out.

    ``content`` of a picture is a JPEG of at most 1,600 pixels without metadata, and ``width``, ``height`` are its own;
    of a PDF it is the original, and there are none.
    """

    name: str
    kind: FileKind
    original: bytes
    content: bytes
    width: int | None = None
    height: int | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint of the original, in hexadecimal."""
        return hashlib.sha256(self.original).hexdigest()


def inspect(upload: File) -> Inspected:
    """Let a file in, or raise NotAccepted with a sentence for the person who sent it.

    Takes about a tenth of a second for a picture, because it is opened in a process of its own.
    """
    size = upload.size or 0
    if size == 0:
        raise NotAccepted(_("Berkas ini kosong. Pilih berkas lain."), "empty")
    if size > LARGEST:
        raise NotAccepted(_("Berkas ini lebih besar dari 5 MB. Kecilkan dahulu, lalu kirim lagi."), "large")
    upload.seek(0)
    data = upload.read(LARGEST + 1)
    name = shown_name(upload.name or "")
    viruses.search(data)
    kind = _kind(data, name)
    if kind is FileKind.PDF:
        pdf.examine(data)
        return Inspected(name, kind, data, data)
    picture = pictures.copy(data, kind)
    return Inspected(name, kind, data, picture.jpeg, picture.width, picture.height)


def shown_name(raw: str) -> str:
    """The last part of a file's name without anything invisible, at most 120 characters, its ending kept."""
    last = PurePosixPath(raw.replace("\\", "/")).name
    seen = "".join(sign for sign in unicodedata.normalize("NFC", last) if sign.isprintable() and sign not in _BIDI)
    ending = PurePosixPath(seen).suffix[:10]
    return seen.removesuffix(ending)[: 120 - len(ending)] + ending


def _kind(data: bytes, name: str) -> FileKind:
    """The kind that content and ending agree on."""
    kind = _kind_of_content(data)
    if kind is None:
        raise NotAccepted(_("Hanya foto (JPEG, PNG, WebP) dan PDF yang dapat dilampirkan."), "kind")
    if PurePosixPath(name).suffix.lower() not in kind.extensions:
        raise NotAccepted(
            _("Isi berkas ini adalah %(kind)s, tetapi akhiran namanya lain. Simpan ulang dengan akhiran yang benar.")
            % {"kind": kind.label},
            "ending",
        )
    return kind


def _kind_of_content(data: bytes) -> FileKind | None:
    if data.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.WEBP
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    return None
