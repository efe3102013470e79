"""A visit made for another matter: written down from the page of a complaint, say, and shown there as a card.

``cards(Visit.objects.about("complaint", pk))`` in the view, ``{% include "daybook/cards.html" with visits=cards %}`` in the
page. It shows findings, so the view's ``opened`` names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.documents.actions import attach
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, Tone, badge
from satupintu.foundation.offices.models import Appointment
from satupintu.work.daybook.actions import record_visit
from satupintu.work.daybook.forms import VisitForm
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.words import VisitResult

TONES: dict[VisitResult, Tone] = {
    VisitResult.MET: Tone.DONE,
    VisitResult.NOT_MET: Tone.WAITING,
    VisitResult.MOVED: Tone.OFF,
    VisitResult.DECLINED: Tone.REFUSED,
}
"""How the end of a visit looks; the same everywhere."""


@dataclass(frozen=True)
class Card:
    """One visit, ready to be drawn."""

    title: str
    url: str
    state: SafeString
    who: str
    findings: str
    place: str


def url_of(visit: Visit) -> str:
    """The page of a visit."""
    return reverse("visits:detail", args=[visit.pk])


def cards(visits: Iterable[Visit]) -> list[Card]:
    """Visits as cards; what they touch comes with ``Visit.objects.about``."""
    return [
        Card(
            title=f"{one.kind_word.label} · {day(one.on)}",
            url=url_of(one),
            state=badge(one.result_word.label, TONES[one.result_word]),
            who=one.visitor_label.split(" · ")[0],
            findings=one.finding.text,
            place=", ".join(part for part in (one.place, one.village.name) if part),
        )
        for one in visits
    ]


def record_with_photos(form: VisitForm, *, by: Appointment, **known: Any) -> Visit:
    """Write down what was typed and attach the photos: all or nothing. ``known`` goes into the trip, as ``origin``."""
    with transaction.atomic(savepoint=False):
        visitor = form.cleaned_data["visitor"]
        written: Visit = record_visit(form.trip(**known), by=by, visitor=visitor, key=form.key)
        for turn, photo in enumerate(form.photos(), 1):
            attach(written, photo, by=by, key=f"{form.key}:{turn}")
    return written


def facts(visit: Visit) -> list[Fact]:
    """What is known about a visit, without what was found."""
    where = f"{visit.latitude}, {visit.longitude}" if visit.latitude is not None else ""
    return [
        Fact(_("Tanggal"), day(visit.on)),
        Fact(_("Yang berkunjung"), visit.visitor_label.split(" · ")[0]),
        Fact(_("Pendataan"), ", ".join(word.label for word in visit.survey_words)),
        Fact(_("Desa"), visit.village.full_name),
        Fact(_("RT/RW atau dusun"), visit.place),
        Fact(_("Koordinat"), where),
    ]
