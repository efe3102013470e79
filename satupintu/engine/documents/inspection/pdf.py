"""PDF: complete, not locked, and nothing in it that acts by itself."""

import re
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from satupintu.engine.documents.inspection.refusal import NotAccepted

MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes that all streams together may unpack to."""
_PIECE = 1024 * 1024
_SLICE = 64 * 1024
_OVERLAP = 64

_ACTS = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Rendition|XFA)(?![A-Za-z0-9])"
)
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_ON_OPENING = re.compile(rb"/OpenAction\s*(\[|<<[^>]{0,200}|(\d+)\s+\d+\s+R)?")
_OBJECTS = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_OTHER_PACKING = re.compile(
    rb"/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL|Crypt)(?![A-Za-z0-9])"
)
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def examine(data: bytes) -> None:
    """Raise NotAccepted when a PDF is cut off, locked, or acts by itself (scripts, launches, files inside)."""
    if b"%%EOF" not in data[-1024:]:
        raise NotAccepted(_("PDF ini terpotong. Simpan ulang, lalu kirim lagi."), "broken")
    plain = _spelled_out(data)
    if _LOCKED.search(plain):
        raise NotAccepted(_("PDF ini dikunci dengan sandi. Simpan tanpa sandi, lalu kirim lagi."), "locked")
    inside = (_acts(_spelled_out(part), plain) for part in _unpacked(data))
    if _acts(plain, plain) or _hides_objects(plain) or any(inside):
        raise NotAccepted(
            _("PDF ini memuat perintah atau berkas lain di dalamnya. Cetak ulang ke PDF, lalu kirim lagi."), "active"
        )


def _spelled_out(data: bytes) -> bytes:
    """With names written plainly: ``/Java#53cript`` is ``/JavaScript``."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)


def _acts(part: bytes, whole: bytes) -> bool:
    """Whether something in ``part`` acts. Opening at a certain page is no action: office programs write that always."""
    if _ACTS.search(part):
        return True
    return any(not _only_turns_to_a_page(found, part, whole) for found in _ON_OPENING.finditer(part))


def _only_turns_to_a_page(found: re.Match[bytes], part: bytes, whole: bytes) -> bool:
    target = found[1] or b""
    if target.startswith(b"["):
        return True
    if found[2]:
        place = re.compile(rb"(?<!\d)" + found[2] + rb"\s+\d+\s+obj\s*(\[|<<.{0,200})", re.DOTALL)
        there = place.search(part) or place.search(whole)
        target = there[1] if there else b""
    return target.startswith(b"[") or re.search(rb"/GoTo(?![A-Za-z0-9])", target) is not None


def _hides_objects(plain: bytes) -> bool:
    """Whether objects are packed in a way that no honest program packs them, so that nobody looks inside."""
    return any(
        _OTHER_PACKING.search(plain[max(0, found.start() - 500) : found.end() + 500])
        for found in _OBJECTS.finditer(plain)
    )


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What the packed streams hold, in pieces that overlap. Raises NotAccepted when that is more than MOST_UNPACKED."""
    left = MOST_UNPACKED
    for start in _STREAM.finditer(data):
        before = b""
        for piece in _inflated(memoryview(data)[start.end() :]):
            left -= len(piece)
            if left < 0:
                raise NotAccepted(_("PDF ini terlalu besar isinya. Kecilkan dahulu, lalu kirim lagi."), "unpacked")
            yield before + piece
            before = piece[-_OVERLAP:]


def _inflated(packed: memoryview) -> Iterator[bytes]:
    """The stream that begins here, piece by piece, as far as it is one."""
    unpack = zlib.decompressobj()
    for at in range(0, len(packed), _SLICE):
        rest: bytes | memoryview = packed[at : at + _SLICE]
        while rest and not unpack.eof:
            try:
                piece = unpack.decompress(rest, _PIECE)
            except zlib.error:
                return
            yield piece
            rest = unpack.unconsumed_tail
        if unpack.eof:
            return
