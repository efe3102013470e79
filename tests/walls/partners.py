"""Somebody who can help nearby: known in the whole kabupaten."""

from collections.abc import Callable
from datetime import date

from satupintu.work.partners.models import Resource


def resource_of(village: int, word: Callable[[str, str], str]) -> int:
    """Enter one that works in this village; answers its row."""
    row = Resource.objects.create(
        village_id=village,
        kind="youth",
        name=word("resource", "resource"),
        contact=word("resource", "contact"),
        confirmed_on=date(2026, 1, 2),
        confirmed_by="Uji",
    )
    return int(row.pk)
