"""Whom proposals listen to: a complaint that asks for a correction. It is known by the name of its event alone."""

from typing import Any

from satupintu.engine.events import on
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import OfficeKind
from satupintu.registry.changes.actions import Proposal, draft
from satupintu.registry.changes.words import Basis, Kind
from satupintu.registry.people.models import Person

HIGHEST = 1
"""How sensitive a complaint may be for its village to complete a proposal about it; what is secret stays where it is."""


@on("complaint.handed_over")
def open_a_proposal(event: Any) -> None:
    """A complaint that was handed over for data correction opens a proposal about its person, which the village completes."""
    wanted = event.facts.get("to") == "data_correction" and event.facts.get("person")
    if not wanted or event.clearance > HIGHEST or event.village is None:
        return
    with house("membuka usulan dari keluhan", spans=[(event.village, event.village + 1)], quietly=True) as by:
        person = Person.objects.filter(pk=event.facts["person"], village=event.village).first()
        office = Office.objects.filter(area=event.village, kind=OfficeKind.PUSKESOS).order_by("pk").first()
        if person is None or office is None:
            return
        what = Proposal(Kind.CORRECTION, Basis.MUSDES, person.shown_name, {}, person=person)
        origin = ("complaint", event.subject_id, event.trace)
        draft(by=by, what=what, village=event.village, office=office, origin=origin, clearance=event.clearance)
