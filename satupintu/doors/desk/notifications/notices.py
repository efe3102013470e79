"""Pemberitahuan: what happened that concerns me, newest first; one click reads it and leads to the matter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from satupintu.engine.notifications import actions
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import officer
from satupintu.foundation.access.gatekeeper import allows

SHOWN = 50


def _row(asked: str) -> int:
    """The number of a row as an address has it; 0, which none has, for anything else."""
    return min(int(asked), 2**62) if asked.isdecimal() else 0


@require_GET
@officer("notice.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """One's own notices, fifty at a time."""
    by = request.appointment  # type: ignore[attr-defined]
    rows = Notice.objects.to(by.pk)
    before = request.GET.get("sebelum", "")
    if before.isdecimal():
        rows = rows.filter(pk__lt=_row(before))
    found = list(rows[: SHOWN + 1])
    context = {
        "notices": found[:SHOWN],
        "older": found[SHOWN - 1].pk if len(found) > SHOWN else None,
        "newest": found[0].pk if found else None,
        "unread": request.unread,  # type: ignore[attr-defined]
        "sees_outbox": allows(by, "message.retry"),
    }
    return render(request, "desk/notices.html", context)


@require_POST
@officer("notice.read", personal=False)
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a notice of one's own as read and go where it leads."""
    by = request.appointment  # type: ignore[attr-defined]
    notice = get_object_or_404(Notice.objects.to(by.pk), pk=pk)
    actions.read(notice, by=by)
    return redirect(notice.path)


@require_POST
@officer("notice.read", personal=False)
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything up to the newest that was shown as read; what came since stays unread."""
    by = request.appointment  # type: ignore[attr-defined]
    newest = request.POST.get("sampai", "")
    notice = Notice.objects.to(by.pk).filter(pk=_row(newest)).first()
    if notice is not None:
        actions.read(notice, by=by, and_older=True)
    return redirect("notifications:notices")
