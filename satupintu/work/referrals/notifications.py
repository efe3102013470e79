"""Which event of a letter tells whom: the other end, by the bell; an office that seldom looks in, by its mailbox too."""

from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.texts import Text
from satupintu.foundation.access.telling import Line, at, tell_officers
from satupintu.work.referrals.models import Referral

RECEIVER = at("to_office_id", "referral.accept")
SENDER = at("from_office_id", "referral.explain", topic="field")


def _both(letter: Referral, event: Event) -> set[int]:
    """Whoever answers at the one end and explains at the other."""
    return {*RECEIVER(letter, event), *SENDER(letter, event)}


def _writer(letter: Referral, event: Event) -> list[int]:
    """Whoever wrote the letter; of a complaint's letter nobody, for there the complaint tells what comes next."""
    return [] if letter.origin_type == "complaint" else [letter.sender_id]


ARRIVED = Text(
    Sentence("Surat rujukan {trace} menunggu jawaban kantor Anda. Masuk ke Satu Pintu untuk membacanya."),
    Sentence("Surat rujukan {trace}"),
)

OFFICERS = {
    "referral.sent": Line(Sentence("Surat rujukan {trace} masuk."), RECEIVER, "to_office_id", ARRIVED),
    "referral.explained": Line(Sentence("Keterangan untuk surat rujukan {trace} sudah datang."), RECEIVER),
    "referral.reminded": Line(
        Sentence("Surat rujukan {trace} diingatkan: belum dijawab."), RECEIVER, "to_office_id", ARRIVED
    ),
    "referral.overdue": Line(Sentence("Batas waktu jawaban surat rujukan {trace} sudah lewat."), _both),
    "referral.withdrawn": Line(Sentence("Surat rujukan {trace} dicabut pengirimnya."), RECEIVER),
    "referral.escalated": Line(
        Sentence("Surat rujukan {trace} belum dijawab dan diteruskan ke kantor Anda."),
        at("raised_to_id", "referral.read"),
    ),
    "referral.scheduled": Line(Sentence("Surat rujukan {trace}: kedatangan warga dijadwalkan."), SENDER),
    "referral.accepted": Line(Sentence("Surat rujukan {trace} diterima."), SENDER),
    "referral.asked": Line(Sentence("Penerima surat rujukan {trace} meminta keterangan."), SENDER),
    "referral.rejected": Line(Sentence("Surat rujukan {trace} ditolak."), _writer),
    "referral.served": Line(Sentence("Surat rujukan {trace} dijawab: sudah dilayani."), _writer),
    "referral.not_served": Line(Sentence("Surat rujukan {trace} dijawab: tidak terlayani."), _writer),
}
"""Event → what officers are told, and who. Another event is another line."""


tell_officer = tell_officers(Referral, OFFICERS, path=attrgetter("address"))
