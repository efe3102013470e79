"""Which event of an offer tells whom: the other end, by the bell; an office that seldom looks in, by its mailbox too."""

from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.engine.notifications.texts import Text
from satupintu.foundation.access.telling import Line, at, tell_officers
from satupintu.work.transfers.models import Transfer

RECEIVER = at("to_office_id", "transfer.accept")
SENDER = at("from_office_id", "transfer.withdraw")

ARRIVED = Text(
    Sentence("Pelimpahan {trace} menunggu jawaban kantor Anda. Masuk ke Satu Pintu untuk membacanya."),
    Sentence("Pelimpahan {trace}"),
)

OFFICERS = {
    "transfer.offered": Line(
        Sentence("Pelimpahan {trace} ditawarkan kepada kantor Anda."), RECEIVER, "to_office_id", ARRIVED
    ),
    "transfer.withdrawn": Line(Sentence("Pelimpahan {trace} ditarik kembali oleh pengirimnya."), RECEIVER),
    "transfer.accepted": Line(Sentence("Pelimpahan {trace} diterima; keluhannya sekarang ditangani di sana."), SENDER),
    "transfer.refused": Line(Sentence("Pelimpahan {trace} tidak diterima; perlu keputusan baru."), SENDER),
}
"""Event → what officers are told, and who. Another event is another line."""


tell_officer = tell_officers(Transfer, OFFICERS, path=attrgetter("address"))
