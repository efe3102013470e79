"""Which event of a hand-over tells whom."""

from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.engine.notifications.texts import Text
from satupintu.foundation.access.telling import Line, at, tell_officers
from satupintu.reports.sorting.models import HandOver

RECEIVER = at("to_office_id", "handover.acknowledge")
SENDER = at("from_office_id", "handover.withdraw")
SECOND = at("from_office_id", "handover.approve")
ARRIVED = Text(
    Sentence("Penyerahan data {trace} menunggu diterima kantor Anda. Masuk ke Satu Pintu untuk membacanya."),
    Sentence("Penyerahan data {trace}"),
)

OFFICERS = {
    "handover.sent": Line(
        Sentence("Penyerahan data {trace} menunggu diterima kantor Anda."), RECEIVER, "to_office_id", ARRIVED
    ),
    "handover.approved": Line(
        Sentence("Penyerahan data {trace} menunggu diterima kantor Anda."), RECEIVER, "to_office_id", ARRIVED
    ),
    "handover.proposed": Line(Sentence("Daftar nama {trace} menunggu persetujuan orang kedua."), SECOND),
    "handover.refused": Line(Sentence("Daftar nama {trace} tidak disetujui."), SENDER),
    "handover.acknowledged": Line(Sentence("Penyerahan data {trace} sudah diterima."), SENDER),
    "handover.reported": Line(Sentence("Ada laporan tindak lanjut penyerahan data {trace}."), SENDER),
    "handover.withdrawn": Line(Sentence("Penyerahan data {trace} ditarik kembali oleh pengirimnya."), RECEIVER),
}
"""Event → what officers are told, and who."""

tell_officer = tell_officers(HandOver, OFFICERS, path=attrgetter("address"))
