"""The pages of those who see numbers and never persons: complaints, and visitors of posts, of a closed month."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day, month
from satupintu.engine.ui.pieces import Tab
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import CAPITAL, Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import date_in, month_of
from satupintu.lib.words import Word
from satupintu.reports.editions import rules
from satupintu.reports.editions.drawing import Drawer, Wanted
from satupintu.reports.editions.models import Edition
from satupintu.reports.editions.words import Subject
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints.words import Judgement, Status

SHOWN = 12
"""Months side by side."""


@officer("figures.read", personal=False)
def complaints(request: HttpRequest) -> HttpResponse:
    """Complaints of the own area in a closed month, and what citizens said of them."""
    return front(request, request.appointment)  # type: ignore[attr-defined]


def front(request: HttpRequest, by: Appointment) -> HttpResponse:
    """The same for the door, which shows it as the home of whoever reads numbers."""
    context, edition = _context(request, Subject.COMPLAINTS, _("Keluhan"))
    if edition is None:
        return render(request, "editions/figures.html", context)
    draw = Drawer(request, by, _("keluhan"), _("Tidak ada keluhan di daerah ini pada bulan ini."))
    wanted = [
        Wanted("status", _("Menurut keadaan"), _("Status"), _words(Status)),
        Wanted("field", _("Menurut bidang"), _("Bidang"), _words(ServiceField), drawn=True),
    ]
    parts = [*draw.parts(edition, wanted), draw.over(Subject.COMPLAINTS, _months(edition), _("Bulan demi bulan"))]
    said = Edition.objects.of(Subject.VERDICTS).filter(month=edition.month).first()
    if said is not None:
        judge = Drawer(request, by, _("penilaian"), _("Tidak ada warga yang menilai pada bulan ini."))
        title = _("Kata warga sesudah keluhannya ditutup")
        parts += judge.parts(said, [Wanted("judgement", title, _("Penilaian"), _words(Judgement))])
    return render(request, "editions/figures.html", context | {"parts": parts})


@officer("figures.read", personal=False)
def visitors(request: HttpRequest) -> HttpResponse:
    """Visitors of the own area's posts in a closed month, by service."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    context, edition = _context(request, Subject.VISITORS, _("Pengunjung"))
    if edition is None:
        return render(request, "editions/figures.html", context)
    draw = Drawer(request, by, _("pengunjung"), _("Belum ada catatan pada bulan ini."))
    used = edition.cells.seen_by(by).filter(what="service").values_list("code", flat=True).distinct()
    words = {str(one.pk): one.label for one in Service.objects.filter(pk__in=[int(code) for code in used])}
    parts = [
        *draw.parts(edition, [Wanted("service", _("Menurut layanan"), _("Layanan"), words, drawn=True)]),
        draw.over(Subject.VISITORS, _months(edition), _("Bulan demi bulan")),
    ]
    return render(request, "editions/figures.html", context | {"parts": parts})


def _context(request: HttpRequest, subject: Subject, here: str) -> tuple[dict[str, Any], Edition | None]:
    """The edition that the address asks for, the newest if none, with the ways to its neighbours."""
    editions = list(Edition.objects.of(subject))
    asked = date_in(request.GET.get("bulan", ""))
    chosen = next((one for one in editions if asked and one.month == month_of(asked).start), None)
    edition = chosen or (editions[-1] if editions else None)
    place = editions.index(edition) if edition else 0
    today = timezone.localdate(timezone=CAPITAL)
    return {
        "tabs": [
            Tab(_("Keluhan"), "/angka/", here == _("Keluhan")),
            Tab(_("Pengunjung"), "/laporan/angka/", here == _("Pengunjung")),
        ],
        "title": f"{subject.label}: {month(edition.month)}" if edition else subject.label,
        "counted": day(timezone.localtime(edition.counted_at, CAPITAL).date()) if edition else "",
        "before": _address(editions[place - 1]) if place else "",
        "after": _address(editions[place + 1]) if edition and place + 1 < len(editions) else "",
        "coming": _coming(today),
    }, edition


def _coming(today: date) -> dict[str, str]:
    """The month whose numbers come next, and when."""
    last = rules.closed(today)[-1]
    return {"month": month(last.end), "day": day(rules.closes_on(last.end))}


def _words(kind: type[Word]) -> dict[str, str]:
    return {word.value: str(word.label) for word in kind}


def _address(edition: Edition) -> str:
    return f"?bulan={edition.month:%d-%m-%Y}"


def _months(edition: Edition) -> list[date]:
    """The last months up to an edition's own, oldest first."""
    found = [edition.month]
    while len(found) < SHOWN:
        found.append(month_of(found[-1] - timedelta(days=1)).start)
    return found[::-1]
