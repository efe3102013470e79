"""Which event of a request tells whom: those who may answer it while three days run, then whoever wrote it down."""

from collections.abc import Iterable
from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.foundation.access.telling import Line, above, tell_officers
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import RequestKind

_VERBS = {
    RequestKind.COPY: "privacy.hand_copy",
    RequestKind.RESTRICTION: "privacy.restrict",
    RequestKind.ERASURE: "privacy.erase",
}


def answering(row: DataRequest, event: Event) -> Iterable[int]:
    """Whoever may do what is asked, where the person lives and above; somebody else than who asked for an erasure."""
    found = above(row.village_id, _VERBS.get(row.kind_word, "privacy.answer"))
    if row.kind_word is RequestKind.ERASURE:
        found = found.exclude(account_id=row.asked_account_id)
    return found.values_list("pk", flat=True)


def asker(row: DataRequest, event: Event) -> Iterable[int]:
    """The officer who wrote it down and knows who waits for the answer."""
    return [row.asked_by_id]


OFFICERS = {
    "privacy.asked": Line(Sentence("Permintaan data {trace} menunggu jawaban dalam 3 × 24 jam."), answering),
    "privacy.copy_handed": Line(Sentence("Salinan untuk permintaan data {trace} sudah dibuat."), asker),
    "privacy.granted": Line(Sentence("Permintaan data {trace} dipenuhi; beri tahu peminta."), asker),
    "privacy.erased": Line(Sentence("Permintaan data {trace} dipenuhi; beri tahu peminta."), asker),
    "privacy.refused": Line(Sentence("Permintaan data {trace} ditolak; sampaikan alasannya kepada peminta."), asker),
}
"""Event → what officers are told, and who."""

tell_officer = tell_officers(DataRequest, OFFICERS, path=attrgetter("address"))
