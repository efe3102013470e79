"""Jejak: who did what and opened what, for auditors, heads of office and managers. Sentences only, no content."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satupintu.engine.events import sentences
from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.engine.ui.forms import DayField, KeptFilter
from satupintu.engine.ui.pieces import badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer

TONES = {Kind.CHANGE: "done", Kind.READING: "new", Kind.REFUSAL: "danger"}
DAYS = 30
"""Without a period the trail shows this many days: the whole of it is long."""


class Narrow(KeptFilter):
    """Period, kind, what happened, who, and about what."""

    dari = DayField(label=_("Dari hari"))
    sampai = DayField(label=_("Sampai hari"))
    jenis = forms.ChoiceField(label=_("Jenis"), choices=lambda: [("", _("Semua")), *Kind.choices()])
    peristiwa = forms.ChoiceField(
        label=_("Peristiwa"), choices=lambda: [("", _("Semua")), *((name, name) for name in sorted(sentences.told()))]
    )
    petugas = forms.CharField(label=_("Petugas"), max_length=100)
    nomor = forms.CharField(label=_("Nomor atau kode"), max_length=60)

    def narrow(self, rows: QuerySet[Event]) -> QuerySet[Event]:
        """Only what was asked for."""
        asked = self.cleaned_data
        if asked["dari"]:
            rows = rows.filter(at__gte=_midnight(asked["dari"]))
        else:
            rows = rows.filter(at__gte=timezone.now() - timedelta(days=DAYS))
        if asked["sampai"]:
            rows = rows.filter(at__lt=_midnight(asked["sampai"]) + timedelta(days=1))
        if asked["jenis"]:
            rows = rows.filter(kind=asked["jenis"])
        if asked["peristiwa"]:
            rows = rows.filter(name=asked["peristiwa"])
        if asked["petugas"]:
            rows = rows.filter(actor__icontains=asked["petugas"])
        return rows.filter(trace=asked["nomor"]) if asked["nomor"] else rows


def _midnight(day: Any) -> Any:
    return timezone.make_aware(timezone.datetime(day.year, day.month, day.day))  # type: ignore[attr-defined]


def _kind(event: Event) -> SafeString:
    kind = Kind(event.kind)
    return badge(kind.label, TONES[kind])


COLUMNS = [
    Column("at", _("Waktu")),
    Column("actor", _("Siapa"), cell=lambda event: event.who),
    Column("kind", _("Jenis"), cell=_kind, export=lambda event: Kind(event.kind).label),
    Column("sentence", _("Apa")),
    Column("trace", _("Tentang")),
    Column("count", _("Berapa data"), cell=lambda event: len(event.shown_ids) or "", numeric=True),
]


@officer("event.read", personal=False)
def trail(request: HttpRequest) -> HttpResponse:
    """The events that the wall lets through for this appointment, newest first."""
    if request.method == "POST":
        return Narrow.keep(request)
    table = Table(
        request,
        Event.objects.order_by("-id"),
        columns=COLUMNS,
        caption=gettext("Jejak"),
        filters=Narrow.kept(request),
        empty=gettext("Tidak ada peristiwa dalam masa ini."),
        counted=False,
        file_name="jejak",
    )
    return render(request, "desk/audit.html", {"table": str(table)})
