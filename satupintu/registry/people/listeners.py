"""Whom people listen to: areas, when codes of villages change."""

from typing import Any

from satupintu.engine.events import on
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Edition, Succession
from satupintu.registry.people.actions import renumber


@on("area.edition_adopted")
def follow_the_codes(event: Any) -> None:
    """Renumber the rows of villages that the adopted edition recoded.

    A village that was split has several successors; its rows stay where they are until somebody decides.
    """
    edition = Edition.objects.get(pk=event.subject_id)
    steps = Succession.objects.filter(edition=edition).numbers()
    with house("Kode wilayah berganti", quietly=True) as by:
        renumber(steps, by=by, edition=edition)
