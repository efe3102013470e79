"""Handing a file out: only as a harmless one, and never kept by the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from satupintu.engine.documents.models import Attachment

SEALED_OFF = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""What a browser may do with the file if it shows it as a page of its own: nothing."""


def sealed(data: bytes, content_type: str, name: str = "", *, shown: bool = False) -> HttpResponse:
    """Bytes that a browser saves under ``name``, or that are looked at: without a name, or when ``shown`` says so."""
    answer = HttpResponse(
        data,
        content_type=content_type,
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": SEALED_OFF,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        },
    )
    if name:
        answer["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    return answer


def handed_out(found: Attachment) -> HttpResponse:
    """A picture to look at (its safe copy), a PDF to save. Whoever calls has written down who opens it."""
    picture = found.kind_word.picture
    name = found.name.rpartition(".")[0] + ".jpg" if picture else found.name
    return sealed(bytes(found.content.data), "image/jpeg" if picture else "application/pdf", name, shown=picture)
