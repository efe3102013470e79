"""Which event of a proposal tells whom: the office that made it."""

from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.foundation.access.telling import Line, at, tell_officers
from satupintu.registry.changes.models import ChangeRequest

VILLAGE = at("office_id", "change.resend")

OFFICERS = {
    "change.drafted": Line(Sentence("Sebuah keluhan meminta perbaikan data: lengkapi usulan {trace}."), VILLAGE),
    "change.returned": Line(Sentence("Usulan {trace} dikembalikan; ada yang perlu diperbaiki."), VILLAGE),
    "change.not_confirmed": Line(Sentence("Usulan {trace} tidak sesuai hasil verifikasi dan dikembalikan."), VILLAGE),
    "change.refused": Line(Sentence("Usulan {trace} ditolak pusat; alasannya ada di halamannya."), VILLAGE),
    "change.ratified": Line(Sentence("Usulan {trace} disahkan."), VILLAGE),
    "change.applied": Line(Sentence("Usulan {trace} sudah diterapkan ke data."), VILLAGE),
}
"""Event → what officers are told, and who. Another event is another line."""

tell_officer = tell_officers(ChangeRequest, OFFICERS, path=attrgetter("address"))
