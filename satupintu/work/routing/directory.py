"""Rules and offices brought together: which office stands above, which office a matter usually goes to."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.models import Office, OfficeQuerySet
from satupintu.work.routing import rules
from satupintu.work.routing.models import Route
from satupintu.work.routing.rules import Matter, Place


@dataclass(frozen=True)
class Suggestion:
    """An office that a matter may go to, and why, as a sentence in the reader's language; ``rule`` is the route's number,
    None where no route speaks."""

    office: Office
    reason: str
    rule: int | None = None


def offices_above(office: Office, *, today: date) -> list[Office]:
    """All offices above one, the nearest first, one for each level: PUSPELKESSOS if there is one, SLRT, provinsi.

    One query; ``area`` is read with each.
    """
    if office.area_id is None:
        return []
    kinds = {kind for _level, kind, _field in rules.LADDER}
    near = Office.objects.open_on(today).filter(area_id__in=ancestors_of(office.area_id), kind__in=kinds)
    found = {one.pk: one for one in near.select_related("area")}
    ladder = rules.above(rules.level_of(office.area_id), [_place(one) for one in found.values()])
    return [found[place.pk] for place in ladder]


def suggestions(matter: Matter, offices: OfficeQuerySet) -> list[Suggestion]:
    """Which of these offices the matter usually goes to, the best first, by the rules in force where the person lives."""
    found = {one.pk: one for one in offices}
    routes = [route.rule for route in Route.objects.in_force().for_area(matter.village)]
    named = rules.suggest(matter, routes, [_place(one) for one in found.values()])
    return [Suggestion(found[one.office], gettext(one.reason), one.rule) for one in named]


def _place(office: Office) -> Place:
    return Place(office.pk, office.kind, office.area_id, frozenset(office.fields))
