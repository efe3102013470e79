"""What stands open to everybody: the citizens' front page, and where browsers report what the page policy stopped."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from satupintu.foundation.access import open_door
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.complaints.public import passes

log = logging.getLogger(__name__)

OFFERED = 8
"""Villages that a typed name may mean."""
DESKS = {OfficeKind.PUSKESOS, OfficeKind.PUSPELKESSOS, OfficeKind.SLRT}
"""Offices that a citizen may walk into with any need."""
LONGEST_REPORT = 8 * 1024


@dataclass(frozen=True)
class Place:
    """A village and the office that serves its citizens; None where nobody takes part yet."""

    village: Area
    office: Office | None


@open_door("citizens learn what this is and where to go; no account, no personal data")
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What Satu Pintu is, and where one's own Puskesos is."""
    text = request.GET.get("desa", "").strip()[:80]
    found = Area.objects.current().suggest(text, level=4, limit=OFFERED) if text else []
    return render(request, "public/home.html", {"text": text, "places": _places(found)})


def _places(villages: list[Area]) -> list[Place]:
    """Each village with its own office, or the nearest above it."""
    above = {area: [area.number, area.number // 10**4 * 10**4, area.number // 10**6 * 10**6] for area in villages}
    numbers = {number for chain in above.values() for number in chain}
    offices = Office.objects.open_on(timezone.localdate()).filter(kind__in=DESKS, area_id__in=numbers).order_by("pk")
    by_area = {office.area_id: office for office in reversed(offices)}
    return [
        Place(area, next((by_area[number] for number in chain if number in by_area), None))
        for area, chain in above.items()
    ]


@open_door("whoever must leave a page about violence at once gets away from it")
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Go to a page that anybody might look at; a pass to a complaint is forgotten on the way."""
    answer = HttpResponseRedirect(settings.QUICK_EXIT)
    passes.take_back(answer)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer


@csrf_exempt  # a browser sends reports by itself and holds no token; nothing is changed by them
@open_door("browsers report here what the page policy stopped; nobody is known, nothing is kept but a log line")
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """Log which directive was broken: its name alone, because addresses and samples may hold personal data."""
    body = request.read(LONGEST_REPORT + 1)
    if len(body) <= LONGEST_REPORT:
        log.warning("the page policy stopped something: %s", _directive(body))
    return HttpResponse(status=204)


def _directive(body: bytes) -> str:
    """The directive that a report names, if it is one that browsers know."""
    try:
        said = json.loads(body)
    except ValueError:
        return "unreadable"
    reports = said if isinstance(said, list) else [said]
    told: Any = reports[0] if reports and isinstance(reports[0], dict) else {}
    inner = told.get("csp-report") or told.get("body") or {}
    name = inner.get("effective-directive") or inner.get("effectiveDirective") if isinstance(inner, dict) else ""
    known = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    # script-src-elem and the like are reported for script-src.
    plain = str(name or "").removesuffix("-elem").removesuffix("-attr")
    return plain if plain in known else "unknown"
