"""Who can help near a family: a part of the page of a person."""

from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Task
from satupintu.registry.people.models import Person
from satupintu.registry.people.panels import Panel
from satupintu.work.partners.models import Resource

SHOWN = 6


def near(person: Person) -> Panel:
    """Those of the village first, then of its kecamatan and its kabupaten."""
    found = Resource.objects.serving(person.village_id).select_related("village")[:SHOWN]
    tasks = [
        Task(title=one.name, url=f"/psks/{one.pk}/", what=one.offers or one.word.label, where=one.village.name)
        for one in found
    ]
    return Panel(_("Yang dapat membantu di sekitar sini"), "partners/near.html", {"tasks": tasks}, beside=True)
