"""Opening an attachment: only behind its wall, only as a harmless file, and always written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_GET

from satupintu.engine.documents.handing import handed_out
from satupintu.engine.documents.models import Attachment
from satupintu.foundation.access import officer, opened


@require_GET
@officer("attachment.read")
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture to look at (its safe copy), a PDF to save. Behind a wall it does not exist."""
    found = get_object_or_404(Attachment.objects.select_related("content"), pk=pk)
    opened(request, "attachment.opened", [found.pk], shown="content", reach=found.reach)
    return handed_out(found)


app_name = "attachments"
urlpatterns = [path("<int:pk>/", file, name="file")]
