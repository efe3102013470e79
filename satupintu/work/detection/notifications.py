"""Who is told: the officer to whom outreaches were given, once for all of them."""

from collections.abc import Iterable

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.foundation.access.telling import Line, tell_officers
from satupintu.work.detection.models import Sharing


def _receiver(sharing: Sharing, event: Event) -> Iterable[int]:
    return [sharing.to_id]


OFFICERS = {"outreach.shared": Line(Sentence("{many} orang di daftar jangkauan menunggu kunjungan Anda."), _receiver)}
"""Event → what officers are told, and who."""

tell_officer = tell_officers(Sharing, OFFICERS, path=lambda sharing: "/jangkauan/?daftar=saya")
