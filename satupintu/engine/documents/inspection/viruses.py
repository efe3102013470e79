"""Known bad content: the test signature of virus scanners always, and a clamd when the configuration names one."""

import re
import socket
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from satupintu.engine.documents.inspection.refusal import NotAccepted

# In two pieces, or scanners would take this very file for the test virus.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_PATIENCE = 20.0
"""Seconds to wait for clamd."""

_PAGE = re.compile(rb"<(?:script|html|iframe|!doctype\s+html|\?php)[\s>]", re.IGNORECASE)
_ARCHIVE_END = b"PK\x05\x06"
_ARCHIVE_ENTRY = b"PK\x01\x02"
_FARTHEST_ARCHIVE_END = 65_557
"""A ZIP's last record lies within so many bytes of the end (22 and a comment of at most 65,535)."""


def search(data: bytes) -> None:
    """Raise NotAccepted when a file carries a known signature, or is at once a web page or an archive."""
    if EICAR in data:
        raise _infected()
    if _PAGE.search(data) or (_ARCHIVE_END in data[-_FARTHEST_ARCHIVE_END:] and _ARCHIVE_ENTRY in data):
        raise NotAccepted(
            _("Berkas ini memuat isi lain di dalamnya. Buka, simpan ulang sebagai foto atau PDF, lalu kirim lagi."),
            "polyglot",
        )
    if address := getattr(settings, "CLAMD_SOCKET", ""):
        _ask_clamd(data, address)


def _ask_clamd(data: bytes, address: str) -> None:
    """Send the bytes to clamd (INSTREAM). A scanner that is configured and silent lets nothing in."""
    try:
        with _connect(address) as line:
            line.sendall(b"zINSTREAM\0" + struct.pack(">I", len(data)) + data + struct.pack(">I", 0))
            answer = line.makefile("rb").read().rstrip(b"\0\n")
    except OSError:
        answer = b""
    if answer.endswith(b"FOUND"):
        raise _infected()
    if not answer.endswith(b"OK"):
        raise NotAccepted(
            _("Pemeriksa virus sedang tidak dapat dihubungi. Coba lagi beberapa menit lagi."), "unchecked"
        )


def _connect(address: str) -> socket.socket:
    """A socket of this machine (``/run/clamav/clamd.ctl``) or ``host:port``."""
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(_PATIENCE)
        line.connect(address)
        return line
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), _PATIENCE)


def _infected() -> NotAccepted:
    return NotAccepted(_("Berkas ini mengandung virus dan tidak disimpan."), "virus")
