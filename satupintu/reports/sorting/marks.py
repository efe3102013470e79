"""Whose copy of a list that was handed over bears a mark."""

from collections.abc import Iterator

from satupintu.lib.printed_codes import plain
from satupintu.registry.exports.marks import Traced
from satupintu.reports.sorting.models import ListCopy


def traced(typed: str) -> Iterator[Traced]:
    """Copies with this mark, of lists that this officer sees."""
    for one in ListCopy.objects.select_related("handover__to_office").filter(mark=plain(typed)):
        handed = one.handover
        what = f"{handed.heading} ({handed.to_office.name})"
        yield Traced(handed.number, one.mark, one.by_label, one.taken_at, what, one.why, handed.address)
