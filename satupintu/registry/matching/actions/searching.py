"""Searching the register of an area for records that may be one person."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.registry.matching.linkage.engine import is_installed
from satupintu.registry.matching.linkage.model import Model, Settings
from satupintu.registry.matching.linkage.pairs import Pair as Scored
from satupintu.registry.matching.models import Search, TrainedModel
from satupintu.registry.matching.words import SearchState

SQL = Path(__file__).parent.parent / "sql"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, before anything of it is kept."""

    records: int
    model: Model
    settings: Settings
    pairs: Sequence[Scored]


@action("duplicate.search")
def search(*, by: Any, queued: bool = True) -> Search:
    """Have the register of the own area searched by a worker. Raises WrongState when one is at work, or none can be."""
    if not is_installed(settings.MATCHING_BACKEND):
        raise WrongState("Pencarian se-wilayah belum terpasang di mesin ini.", [_("Mintalah pengelola memasangnya.")])
    area = getattr(by, "area_id", None) or 0
    if Search.objects.at_work().filter(area=area).exists():
        raise WrongState("Pencarian di wilayah ini sedang berjalan.", [_("Tunggu sampai selesai.")])
    begun = Search.objects.create(area=area, asked_by=by.label[:200])
    record("duplicate.search_asked", begun, by=by)
    if queued:
        from satupintu.registry.matching import jobs

        jobs.find.defer(search_id=begun.pk)
    return begun


@action("duplicate.find")
def find(begun: Search, *, by: Any, found: Found) -> Search:
    """Keep what a search found. A pair that is known keeps its decision; only what is undecided is weighed anew."""
    model = TrainedModel.objects.create(
        area=begun.area,
        comparisons=found.model.version,
        numbers=found.model.packed(),
        sure=found.settings.sure,
        least=found.settings.least,
        trained_on=found.model.trained_on,
        by=begun.asked_by,
    )
    rows = [
        [int(pair.one), int(pair.other), round(pair.weight, 3), dict(pair.levels), pair.held]
        if int(pair.one) < int(pair.other)
        else [int(pair.other), int(pair.one), round(pair.weight, 3), dict(pair.levels), pair.held]
        for pair in found.pairs
    ]
    with connection.cursor() as cursor:
        cursor.execute((SQL / "keep_pairs.sql").read_text(), {"search": begun.pk, "rows": json.dumps(rows)})
        (new,) = cursor.fetchone()
    sure = sum(pair.weight >= found.settings.sure for pair in found.pairs)
    begun.state, begun.ended_at, begun.model = SearchState.DONE, timezone.now(), model
    begun.counts = {"records": found.records, "pairs": len(rows), "sure": sure, "new": new}
    begun.save()
    record("duplicate.search_done", begun, by=by, **begun.counts)
    return begun
