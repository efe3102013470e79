"""Pesan keluar: how the messages of one's own area fare, and those that nobody tries any more. No address, no name."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from satupintu.engine.notifications import actions
from satupintu.engine.notifications.channels import channel_of
from satupintu.engine.notifications.models import Message
from satupintu.engine.notifications.words import Medium, MessageState, Trouble
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.roles import may


@dataclass(frozen=True)
class Way:
    """A medium, where it leads, and how many of its messages stand where."""

    medium: Medium
    leads_to: str
    counts: dict[str, int]


def _ways() -> list[Way]:
    counts: dict[str, dict[str, int]] = {medium: {} for medium in Medium}
    for medium, state, count in Message.objects.tally():
        counts[medium][state] = count
    unset = gettext("belum diatur; tidak ada yang dikirim lewat sini")
    channels = {medium: channel_of(medium) for medium in Medium}
    return [Way(medium, way.label if way else unset, counts[medium]) for medium, way in channels.items()]


def _count(*states: MessageState) -> Any:
    return lambda way: sum(way.counts.get(state, 0) for state in states)


def _columns() -> list[Column]:
    waiting, failed = (MessageState.QUEUED, MessageState.SENDING), MessageState.FAILED
    return [
        Column("medium", _("Media"), lambda way: way.medium.label),
        Column("leads_to", _("Menuju")),
        Column("waiting", MessageState.QUEUED.label, _count(*waiting), numeric=True),
        Column("failed", failed.label, _count(failed), numeric=True),
        Column("sent", MessageState.SENT.label, _count(MessageState.SENT), numeric=True),
        Column("given_up", MessageState.GIVEN_UP.label, _count(MessageState.GIVEN_UP), numeric=True),
    ]


GIVEN_UP = [
    Column("queued_at", _("Ditulis"), lambda row: row.queued_at),
    Column("medium", _("Media"), lambda row: Medium(row.medium).label),
    Column("last_error", _("Sebabnya"), lambda row: Trouble(row.last_error).label if row.last_error else ""),
    Column("attempts", _("Dicoba"), lambda row: row.attempts, numeric=True),
]


@require_GET
@officer("message.retry", personal=False)
def state(request: HttpRequest) -> HttpResponse:
    """The outbox as far as it concerns the own area. What a message is about sees only who may read such matters."""
    by = request.appointment  # type: ignore[attr-defined]
    about = [Column("trace", _("Tentang"), lambda row: row.trace)] if may(by.role, "complaint.read") else []
    ways = Table(request, _ways(), columns=_columns(), caption=gettext("Jalan keluar"), counted=False)
    given_up = Table(
        request,
        Message.objects.given_up(),
        columns=[*about, *GIVEN_UP],
        caption=gettext("Tidak terkirim"),
        link=lambda row: reverse("notifications:retry", args=[row.pk]),
        empty=gettext("Tidak ada pesan yang gagal dikirim."),
        counted=False,
    )
    context = {"ways": str(ways), "given_up": str(given_up), "any_given_up": bool(given_up.page.rows)}
    return render(request, "desk/outbox.html", context)


@officer("message.retry", personal=False)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a message that was given up be sent again."""
    by = request.appointment  # type: ignore[attr-defined]
    message = get_object_or_404(Message, pk=pk)
    form = Form(sent(request))
    return answer(
        request,
        form,
        lambda: actions.retry(message, by=by, key=form.key),
        question=gettext("Kirim lagi pesan ini?"),
        consequence=gettext("Isi dan penerimanya tetap."),
        verb=gettext("Kirim lagi"),
        done=gettext("Pesan ini dikirim lagi dalam satu menit."),
        back=reverse("notifications:outbox"),
    )
