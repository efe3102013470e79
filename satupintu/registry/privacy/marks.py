"""Whose copy of a person's data bears a mark."""

from collections.abc import Iterator

from satupintu.lib.printed_codes import plain
from satupintu.registry.exports.marks import Traced
from satupintu.registry.privacy.models import HandedCopy


def traced(typed: str) -> Iterator[Traced]:
    """Copies with this mark, of requests in the own area. Nobody is named: the page of the request does."""
    for one in HandedCopy.objects.select_related("request").filter(mark=plain(typed)):
        asked = one.request
        what, why = asked.kind_word.label, asked.asker_word.label
        yield Traced(asked.number, one.mark, one.by_label, one.made_at, what, why, asked.address)
