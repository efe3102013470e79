"""Which event of a complaint tells whom: officers by the bell, the reporter by telephone where that is safe."""

from collections.abc import Iterable
from operator import attrgetter

from django.conf import settings

from satupintu.engine.events import Sentence, on
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.channels import channel_of
from satupintu.engine.notifications.outbox import enqueue
from satupintu.engine.notifications.texts import Text
from satupintu.engine.notifications.words import Medium
from satupintu.foundation.access import house
from satupintu.foundation.access.seeing import seeing
from satupintu.foundation.access.telling import Line, Who, at, officers, tell_officers
from satupintu.registry.people.reaching import may_be_written_to, mobile
from satupintu.work.complaints import rules
from satupintu.work.complaints.models import Complaint, DirectService
from satupintu.work.complaints.words import Relation, SafeContact, Sensitivity, Wait
from satupintu.work.referrals.models import Referral


def _waiting(verb: str) -> Who:
    """Officers of the office where it waits."""
    return at("waits_at_id", verb, handler="handler_office_id")


DECIDE, TELL, REPAIR = (_waiting(f"complaint.{verb}") for verb in ("settle", "tell", "repair"))
CLOSE = at("intake_office_id", "complaint.close", handler="handler_office_id")


def _in_charge(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever was charged with it, or took it down where nobody was; nobody who does not see it any more."""
    return seeing(complaint, [one for one in (complaint.assignee_id or complaint.author_id,) if one])


def _server(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever was asked to serve."""
    return DirectService.objects.filter(complaint=complaint, finished_on=None).values_list("server_id", flat=True)


def _teller(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever took it down and knows the citizen; all who may tell, where that officer is not there any more."""
    found = set(TELL(complaint, event))
    return found & {complaint.author_id} or found


def _teller_and_writer(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever is to tell the citizen, and whoever wrote its letters and still sees what they were about."""
    writers = Referral.objects.about("complaint", complaint.pk).values_list("sender_id", flat=True)
    return {*seeing(complaint, writers), *_teller(complaint, event)}


def _next(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever has the next move; of one that waits for an institution, who decided to refer it."""
    verb = rules.NEXT.get(Wait(complaint.waits_for))
    return _waiting(verb)(complaint, event) if verb else at("handler_office_id", "complaint.refer")(complaint, event)


def _brought_to(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever answers for it in the office above, before which the clock has brought it."""
    return officers(event.facts["to_office"], "complaint.acknowledge", clearance=event.clearance, topic=event.topic)


def _taken_over(complaint: Complaint, event: Event) -> Iterable[int]:
    """Whoever has the next move of one that became secret and so the kabupaten's."""
    return _next(complaint, event) if event.facts.get("to") else ()


OFFICERS = {
    "complaint.registered": Line(Sentence("Keluhan {trace} masuk dan menunggu kantor Anda."), _next),
    "complaint.reported": Line(Sentence("Kiriman warga {trace} menunggu diperiksa."), _waiting("complaint.take")),
    "complaint.escalated": Line(Sentence("Keluhan {trace} diteruskan ke kantor Anda."), _next),
    "complaint.classified": Line(Sentence("Keluhan {trace} menjadi rahasia; kantor Anda menanganinya."), _taken_over),
    "complaint.handed_up": Line(Sentence("Keluhan {trace} menjadi rahasia; kantor Anda menanganinya."), _next),
    "complaint.reopened": Line(Sentence("Keluhan {trace} dibuka kembali dan menunggu keputusan."), DECIDE),
    "complaint.recommended": Line(Sentence("Rekomendasi keluhan {trace} menunggu keputusan Anda."), DECIDE),
    "complaint.returned_for_repair": Line(Sentence("Rekomendasi keluhan {trace} dikembalikan."), REPAIR),
    "complaint.service_returned": Line(Sentence("Hasil layanan Anda pada keluhan {trace} dikembalikan."), _server),
    "complaint.repaired": Line(Sentence("Rekomendasi keluhan {trace} sudah diperbaiki."), DECIDE),
    "complaint.referral_returned": Line(Sentence("Rujukan keluhan {trace} kembali; perlu keputusan baru."), DECIDE),
    "complaint.transferred": Line(Sentence("Keluhan {trace} dilimpahkan ke kantor Anda dan menunggu."), _next),
    "complaint.assigned": Line(Sentence("Keluhan {trace} ditugaskan kepada Anda."), _in_charge),
    "complaint.commented": Line(Sentence("Ada catatan baru untuk Anda pada keluhan {trace}."), _in_charge),
    "complaint.judged": Line(Sentence("Warga menilai penutupan keluhan {trace}."), CLOSE),
    "complaint.appealed": Line(Sentence("Warga mengajukan keberatan atas keluhan {trace}."), CLOSE),
    "complaint.settled": Line(Sentence("Anda diminta melayani keluhan {trace}."), _server),
    "complaint.answer_received": Line(Sentence("Jawaban untuk keluhan {trace} sudah datang."), _teller_and_writer),
    "complaint.service_finished": Line(Sentence("Keluhan {trace} selesai dilayani; warga perlu diberi tahu."), _teller),
    "complaint.refused": Line(
        Sentence("Keluhan {trace} diputuskan tidak dapat dipenuhi; warga perlu diberi tahu."), _teller
    ),
    "complaint.due_soon": Line(Sentence("Batas waktu keluhan {trace} hampir habis."), _next),
    "complaint.overdue": Line(Sentence("Batas waktu keluhan {trace} sudah lewat."), _next),
    "complaint.escalated_by_clock": Line(Sentence("Keluhan {trace} terlambat dan dibawa ke kantor Anda."), _brought_to),
}
"""Event → what officers are told, and who. Another event is another line."""

REGISTERED = Text(Sentence("Keluhan Anda tercatat dengan nomor {trace}. Simpan tanda terimanya."))
NEWS = Text(Sentence("Ada kabar tentang keluhan {trace}. Silakan datang ke kantor tempat Anda melapor."))
QUIET = Text(Sentence("Ada kabar untuk nomor {trace}. Silakan datang ke kantor tempat Anda melapor."))
"""What is said of a sensitive one, whatever happened: whoever looks at the telephone learns no more."""
MOVED = Text(Sentence("Keluhan {trace} sekarang ditangani kantor lain. Tanyakan di kantor tempat Anda melapor."))
REPORTER = {
    "complaint.registered": REGISTERED,
    "complaint.transferred": MOVED,
    "complaint.answer_received": NEWS,
    "complaint.service_finished": NEWS,
    "complaint.refused": NEWS,
}
"""Event → what whoever reported it is told, where a telephone number was given and messages are safe.

Not what citizens send in by themselves: anybody may type anybody's number there, and the page tells them all this.
"""


tell_officer = tell_officers(Complaint, OFFICERS, path=attrgetter("address"))


def tell_reporter(event: Event) -> None:
    """Write to whoever reported it, in the transaction of the act: where they and the person concerned allow it."""
    medium = Medium(settings.MESSAGE_TO_PHONES)
    if event.village is None or event.subject_id is None or channel_of(medium) is None:
        return
    spans = [(event.village, event.village + 1)]
    with house("memberi tahu pelapor", spans=spans, quietly=True, savepoint=False):
        complaint = event.row(Complaint)
        if complaint is None:
            return
        number = mobile(complaint.reporter.phone)
        sensitivity = Sensitivity(complaint.sensitivity)
        if not (number and rules.may_write(SafeContact(complaint.reporter.contact), sensitivity)):
            return
        own = complaint.reporter.relation == Relation.SELF
        if may_be_written_to(complaint.person_id, number, own=own):
            text = REPORTER[event.name] if sensitivity == Sensitivity.ORDINARY else QUIET
            enqueue(event, medium, number, text=text)


for _name in REPORTER:
    on(_name)(tell_reporter)
