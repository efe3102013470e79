"""Opening an attachment: only behind its wall, only as a harmless file, and always written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from satupintu.engine.documents.models import Attachment
from satupintu.foundation.access import officer, opened

SEALED_OFF = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""What a browser may do with the file if it shows it as a page of its own: nothing."""


@require_GET
@officer("attachment.read")
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture to look at (its safe copy), a PDF to save. Behind a wall it does not exist."""
    found = get_object_or_404(Attachment.objects.select_related("content"), pk=pk)
    opened(request, "attachment.opened", [found.pk], shown="content", reach=found.reach)
    picture = found.kind_word.picture
    name = found.name.rpartition(".")[0] + ".jpg" if picture else found.name
    return HttpResponse(
        bytes(found.content.data),
        content_type="image/jpeg" if picture else "application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(not picture, name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": SEALED_OFF,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        },
    )


app_name = "attachments"
urlpatterns = [path("<int:pk>/", file, name="file")]
