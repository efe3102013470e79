"""Whose copy bears a mark. A room whose copies bear one says in its ``marks.py`` by ``traced(typed)`` what it knows of it.

Each looks behind its own walls: a mark of a stranger's copy is as unknown as one that was never drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.tables import Stamp
from satupintu.lib.printed_codes import grouped, plain
from satupintu.registry.exports.models import Export


@dataclass(frozen=True)
class Traced:
    """A copy that was found: whose it is, when it was taken, what it holds, for what, and where its page is."""

    number: str
    mark: str
    who: str
    at: datetime
    what: str
    why: str
    url: str


def stamp_of(number: str, mark: str, office: str, why: str) -> Stamp:
    """What stands on a copy: its mark and purpose in every line, number, office and day on every page."""
    seen = grouped(mark)
    told = {"mark": seen, "why": why}
    return Stamp(
        number=number,
        head=f"{number} · {office} · {day(timezone.localdate())}",
        foot=_("Kode salinan %(mark)s · hanya untuk: %(why)s") % told,
        lines=((_("Kode salinan"), seen), (_("Hanya untuk"), why)),
    )


def traced(typed: str) -> Iterator[Traced]:
    """Exports with this mark or number."""
    asked = Q(mark=plain(typed)) | Q(number=typed.strip().upper())
    for one in Export.objects.filter(asked):
        why = f"{one.purpose_word.label}: {one.text}"
        yield Traced(one.number, one.mark, one.asked_label, one.asked_at, one.title, why, one.address)


def trace(typed: str) -> Traced | None:
    """The copy that bears a mark, from whichever room; None when nobody here knows it."""
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.marks"):
            for found in import_module(f"{app.name}.marks").traced(typed):
                return found  # type: ignore[no-any-return]
    return None
