"""Who may send which form, and what must have happened before it: each form of the house once, in its right moment."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from satupintu.engine.documents.models import Letter
from satupintu.engine.documents.tests.files import pdf
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.registry.changes.models import ChangeRequest, Session
from satupintu.registry.imports.models import AppliedRow, Batch
from satupintu.registry.matching.models import Pair
from satupintu.registry.people.models import Person, Restriction
from satupintu.registry.privacy.models import DataRequest, LegalHold
from satupintu.reports.sorting.models import HandOver
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.rules import WAITS_FOR
from satupintu.work.complaints.words import Status
from satupintu.work.referrals.models import Referral
from satupintu.work.transfers.models import Transfer
from tests.walls.outreaches import arrange_outreach
from tests.walls.world import Record


@dataclass(frozen=True)
class Stage:
    """Whose form it is, the event that sending it leaves, and where complaint and letter must stand before."""

    who: str
    event: str
    complaint: Status = Status.RECEIVED
    letter: str = "sent"
    besides: frozenset[str] = frozenset()
    more: tuple[tuple[str, Any], ...] = ()
    official: dict[str, Any] = field(default_factory=dict)
    handed: str = "acknowledged"


def _letter(who: str, event: str, letter: str, *besides: str) -> Stage:
    return Stage(who, event, Status.REFERRED, letter, frozenset(besides))


def _offer(who: str, event: str, *besides: str) -> Stage:
    return Stage(who, event, Status.OFFERED, besides=frozenset(besides))


def _handed(who: str, event: str, state: str) -> Stage:
    return Stage(who, event, handed=state)


STAGES = {
    "complaints:intake": Stage("coordinator", "complaint.registered"),
    "complaints:penerimaan": Stage("coordinator", "complaint.taken", more=(("author_id", None),)),
    "complaints:pengecekan": Stage("village_back", "complaint.checked"),
    "complaints:kunjungan": Stage("village_back", "visit.recorded"),
    "complaints:rekomendasi": Stage("village_back", "complaint.recommended", Status.CHECKED),
    "complaints:pengembalian": Stage("coordinator", "complaint.returned_for_repair", Status.RECOMMENDED),
    "complaints:perbaikan": Stage("village_back", "complaint.repaired", Status.IN_REPAIR),
    "complaints:penolakan": Stage("coordinator", "complaint.refused", Status.RECOMMENDED),
    "complaints:layanan": Stage("coordinator", "complaint.service_finished"),
    "complaints:penerusan": Stage("coordinator", "complaint.escalated"),
    "complaints:rujukan": Stage("coordinator", "complaint.referred", besides=frozenset({"referral.sent"})),
    "complaints:pelimpahan": Stage(
        "coordinator", "complaint.transfer_offered", besides=frozenset({"transfer.offered"})
    ),
    "complaints:hasil": Stage("coordinator", "complaint.service_finished", Status.IN_SERVICE),
    "complaints:jawaban": Stage("coordinator", "complaint.told", Status.ANSWERED),
    "complaints:penutupan": Stage("coordinator", "complaint.closed", Status.TOLD),
    "complaints:pembukaan-kembali": Stage("coordinator", "complaint.reopened", Status.CLOSED),
    "complaints:jawaban-langsung": Stage("coordinator", "complaint.question_answered", more=(("kind", "question"),)),
    "complaints:serah-terima": Stage("coordinator", "complaint.handed_over", besides=frozenset({"change.drafted"})),
    "complaints:layanan-diminta": Stage("coordinator", "complaint.service_chosen"),
    "complaints:pemeriksaan-berkas": Stage(
        "coordinator", "complaint.papers_missing", besides=frozenset({"complaint.paused"})
    ),
    "complaints:penugasan": Stage("coordinator", "complaint.assigned"),
    "complaints:catatan": Stage("coordinator", "complaint.commented"),
    "desk:hand": Stage("coordinator", "complaint.assigned"),
    "complaints:kontak": Stage("coordinator", "complaint.contact_changed"),
    "complaints:golongan": Stage("coordinator", "complaint.classified"),
    "complaints:jeda": Stage("coordinator", "complaint.paused"),
    "complaints:kelanjutan": Stage("coordinator", "complaint.resumed"),
    "complaints:tindak-lanjut": Stage("tksk", "complaint.overdue_acknowledged"),
    "referrals:penerimaan": _letter("responder", "referral.accepted", "sent"),
    "referrals:penolakan": _letter("responder", "referral.rejected", "sent", "complaint.referral_returned"),
    "referrals:permintaan-keterangan": _letter("responder", "referral.asked", "sent"),
    "referrals:pelayanan": _letter("responder", "referral.served", "accepted", "complaint.answer_received"),
    "referrals:tidak-terlayani": _letter("responder", "referral.not_served", "accepted", "complaint.answer_received"),
    "referrals:jadwal": _letter("responder", "referral.scheduled", "accepted"),
    "referrals:pencabutan": _letter("coordinator", "referral.withdrawn", "sent", "complaint.referral_withdrawn"),
    "referrals:pengingat": _letter("coordinator", "referral.reminded", "sent"),
    "referrals:eskalasi": _letter("coordinator", "referral.escalated", "sent"),
    "referrals:kode-jawaban-baru": _letter("coordinator", "referral.pass_issued", "sent"),
    "referrals:pencabutan-kode": _letter("coordinator", "referral.pass_revoked", "sent"),
    "referrals:keterangan": _letter("coordinator", "referral.explained", "asked"),
    "transfers:penerimaan": _offer("manager", "transfer.accepted", "complaint.transferred"),
    "transfers:penolakan": _offer("manager", "transfer.refused", "complaint.transfer_refused"),
    "transfers:penarikan": _offer("coordinator", "transfer.withdrawn", "complaint.transfer_withdrawn"),
    "sorting:hand_names": Stage("manager", "handover.sent"),
    "sorting:penerimaan": _handed("responder", "handover.acknowledged", "sent"),
    "sorting:laporan": _handed("responder", "handover.reported", "acknowledged"),
    "sorting:persetujuan": _handed("manager", "handover.approved", "proposed"),
    "sorting:penolakan": _handed("manager", "handover.refused", "proposed"),
    "sorting:penarikan": _handed("manager", "handover.withdrawn", "sent"),
    "sorting:copy": _handed("responder", "handover.copied", "acknowledged"),
    "daybook:day": Stage("coordinator", "daybook.recorded"),
    "daybook:entry": Stage("coordinator", "daybook.recorded"),
    "daybook:correct": Stage("coordinator", "daybook.corrected"),
    "daybook:remark": Stage("coordinator", "daybook.remarked"),
    "visits:record": Stage("coordinator", "visit.recorded"),
    "visits:change": Stage("coordinator", "visit.changed"),
    "letters:draft": Stage("coordinator", "letter.drafted"),
    "letters:hand_out": Stage("coordinator", "letter.issued"),
    "letters:paraf": Stage("coordinator", "letter.initialled", official={"waits_for": "initial"}),
    "letters:tanda-tangan": Stage("coordinator", "letter.signed", besides=frozenset({"letter.issued"})),
    "letters:perbaikan": Stage("coordinator", "letter.changed"),
    "letters:pengembalian": Stage("coordinator", "letter.returned"),
    "letters:pencabutan": Stage("coordinator", "letter.revoked"),
    "people:new": Stage("coordinator", "person.registered"),
    "people:change": Stage("coordinator", "person.changed", besides=frozenset({"person.card_changed"})),
    "people:new_household": Stage("coordinator", "household.registered"),
    "people:confirm_household": Stage("coordinator", "household.confirmed"),
    "people:change_household": Stage("coordinator", "household.changed"),
    **{
        f"changes:{slug}": Stage(who, event, besides=frozenset(besides), more=(("proposal", state),))
        for slug, who, event, state, besides in (
            ("new", "coordinator", "change.proposed", "returned", ()),
            ("repair", "coordinator", "change.resent", "returned", ()),
            ("pernyataan", "coordinator", "change.vouched", "proposed", ("attachment.added",)),
            ("verifikasi", "tksk", "change.verified", "agreed", ()),
            ("pemeriksaan", "manager", "change.checked", "verified", ()),
            ("penerapan", "manager", "change.applied", "ratified", ("person.changed",)),
            ("pengembalian", "manager", "change.returned", "verified", ()),
            ("penarikan", "coordinator", "change.withdrawn", "proposed", ()),
            ("new_decree", "manager", "ratification.issued", "checked", ("change.ratified",)),
            ("apply_decree", "manager", "change.applied", "ratified", ("person.changed",)),
            ("answers", "manager", "ratification.answered", "ratified", ("change.accepted",)),
            ("decision", "coordinator", "musdes.decided", "proposed", ("change.discussed",)),
            ("kehadiran", "coordinator", "musdes.attended", "proposed", ()),
            ("berkas", "coordinator", "musdes.enclosed", "proposed", ("attachment.added",)),
            ("penutupan", "coordinator", "musdes.closed", "proposed", ("change.agreed",)),
        )
    },
    "privacy:ask": Stage("coordinator", "privacy.asked"),
    "privacy:salinan": Stage("manager", "privacy.copy_handed", more=(("request", "copy"),)),
    "privacy:pembatasan": Stage(
        "manager", "privacy.granted", besides=frozenset({"person.restricted"}), more=(("request", "restriction"),)
    ),
    "privacy:jawaban": Stage("manager", "privacy.granted", more=(("request", "correction"),)),
    "privacy:penolakan": Stage("manager", "privacy.refused", more=(("request", "copy"),)),
    "privacy:penghapusan": Stage(
        "manager",
        "privacy.erased",
        Status.CLOSED,
        "served",
        frozenset({"person.restricted"}),
        (("request", "erasure"), ("proposal", "withdrawn")),
    ),
    "privacy:breach": Stage("manager", "breach.told"),
    "exports:persetujuan": Stage("manager", "export.approved"),
    "exports:penolakan": Stage("manager", "export.refused"),
    "privacy:hold": Stage("manager", "privacy.held"),
    "privacy:release": Stage("manager", "privacy.released"),
    "privacy:lift": Stage("manager", "person.lifted"),
    "duplicates:decide": Stage("coordinator", "duplicate.decided"),
    "duplicates:confirm": Stage("tksk", "duplicate.sent_back"),
    "duplicates:undo": Stage("coordinator", "person.unmerged", besides=frozenset({"person.restored"})),
    "duplicates:report": Stage("coordinator", "duplicate.reported"),
    "partners:change": Stage("coordinator", "resource.changed"),
    "partners:confirm": Stage("coordinator", "resource.confirmed"),
    "partners:end": Stage("coordinator", "resource.ended"),
    "people:new_ppks": Stage("coordinator", "ppks.added"),
    "people:new_household_ppks": Stage("coordinator", "ppks.added"),
    "people:end_ppks": Stage("coordinator", "ppks.ended"),
    "people:verify": Stage("coordinator", "person.verified"),
    "people:verify_several": Stage("coordinator", "person.verified"),
    "people:contact": Stage("coordinator", "contact.recorded"),
    "detection:share": Stage("coordinator", "outreach.shared"),
    "detection:result": Stage("coordinator", "outreach.recorded", besides=frozenset({"visit.recorded"})),
    "detection:complaint": Stage(
        "coordinator", "outreach.complaint_opened", besides=frozenset({"complaint.registered"})
    ),
    "imports:columns": Stage("coordinator", "import.uploaded"),
    "imports:apply": Stage("coordinator", "import.started"),
    "imports:cancel": Stage("coordinator", "import.cancelled"),
    "imports:undo": Stage("coordinator", "import.undo_asked"),
}
"""Every form about people's data, by its route."""


CITIZENS = {
    "public:penilaian": Stage("citizen", "complaint.judged", Status.CLOSED),
    "public:pembukaan-kembali": Stage("citizen", "complaint.reopened", Status.CLOSED),
    "public:keberatan": Stage(
        "citizen", "complaint.appealed", Status.CLOSED, besides=frozenset({"complaint.reported"})
    ),
    "public:send": Stage("anonymous", "complaint.reported"),
}
"""Every form by which somebody without an account changes something, by its route."""


def _arrange_saved(record: Record) -> None:
    """Let the file of a record be saved: a person came of it whom nobody has touched since."""
    batch = Batch.objects.get(pk=record.keys["batch"])
    Batch.objects.filter(pk=batch.pk).update(state="applied")
    person = Person.objects.create(village_id=batch.area, name="Orang Dari Berkas")
    AppliedRow.objects.create(
        batch=batch, area=batch.area, person_id=person.pk, was_new=True, person_version=person.version,
        household_was_new=False, card_was_new=False,
    )  # fmt: skip


def arrange(stage: Stage, record: Record) -> None:
    """Put the complaint and the letter of a record where the stage begins."""
    closed = timezone.now() - timedelta(days=5) if stage.complaint is Status.CLOSED else None
    with house("uji", quietly=True):
        asked = {"state": "proposed", "keeps_one": True, "decided_by": record.author}
        undecided = {"state": "open", "keeps_one": None, "decided_by": None}
        proposed = stage.event == "duplicate.sent_back"
        Pair.objects.filter(pk=record.keys["pair"]).update(**(asked if proposed else undecided))
        Letter.objects.filter(pk=record.keys["official"]).update(**(stage.official or {"waits_for": "sign"}))
        sent = {"sent_at": None if stage.handed == "proposed" else timezone.now()}
        HandOver.objects.filter(pk=record.keys["handed_pk"]).update(state=stage.handed, decided_by=None, **sent)
        Referral.objects.filter(number=record.keys["letter"]).update(status=stage.letter)
        offered = stage.complaint is Status.OFFERED
        ended = {"status": "refused", "refusal": "other", "answered_by": record.author, "answered_at": timezone.now()}
        opened = {"status": "offered", "refusal": "", "answered_by": None, "answered_at": None}
        Transfer.objects.filter(pk=record.keys["offer_pk"]).update(**(opened if offered else ended))
        mine = Complaint.objects.filter(number=record.keys["complaint"])
        asked = dict(stage.more)
        _arrange_request(record, asked.pop("request", "copy"), stage.event)
        _arrange_proposal(record, asked.pop("proposal", "returned"), closing=stage.event == "musdes.closed")
        more = {"author_id": record.author, "kind": "grievance", **asked}
        mine.update(status=stage.complaint, waits_for=WAITS_FOR[stage.complaint], closed_at=closed, **more)
        complaint = mine.get()
        arrange_outreach(record.keys["outreach"], stage.event, record.author)
        if stage.event == "import.undo_asked":
            _arrange_saved(record)
        if stage.event == "complaint.resumed":
            mine.update(paused_since=timezone.now())
            told = {"since": timezone.now(), "expected_on": date(2040, 1, 1), "by_label": "x"}
            complaint.pauses.create(why="papers", **told)
        if stage.event == "complaint.overdue_acknowledged":
            above = Office.objects.get(code="K730203")
            complaint.escalations.create(office=above, due_at=complaint.due_at)
        if stage.complaint is Status.IN_REPAIR:
            told = {"by_id": complaint.author_id, "by_label": "x", "recommendation": complaint.recommendations.last()}
            complaint.repairs.create(reason="Perbaiki", **told)
        if stage.complaint is Status.IN_SERVICE:
            told = {"by_id": complaint.author_id, "by_label": "x", "server_id": complaint.author_id}
            complaint.services.create(what="Dikerjakan", planned_on=date(2026, 3, 3), **told)


def _arrange_request(record: Record, kind: str, event: str) -> None:
    """Let the request of a record wait for an answer; let the person's data rest or be held where that is to be ended."""
    waits = {"state": "open", "answered_at": None, "answered_by": None, "answered_label": ""}
    DataRequest.objects.filter(pk=record.keys["request_pk"]).update(kind=kind, **waits)
    lifted = None if event == "person.lifted" else timezone.localdate()
    Restriction.objects.filter(pk=record.keys["restriction"]).update(lifted_on=lifted)
    released = None if event == "privacy.released" else timezone.now()
    LegalHold.objects.filter(pk=record.keys["hold"]).update(released_at=released)
    if kind == "erasure":
        Letter.objects.filter(pk=record.keys["issued"]).update(issued_on=date(2010, 1, 1))


def _arrange_proposal(record: Record, state: str, *, closing: bool) -> None:
    """Put the proposal of a record where the stage begins, and its meeting right before the end."""
    decree = record.keys["decree"] if state == "ratified" else None
    ChangeRequest.objects.filter(pk=record.keys["change_pk"]).update(status=state, ratification=decree)
    meeting = Session.objects.filter(pk=record.keys["meeting"])
    meeting.update(closed_at=None, minutes=None, attendance_list=None)
    if closing:
        paper = record.keys["attachment"]
        meeting.update(minutes=paper, attendance_list=paper)
        meeting.get().attendance.get_or_create(group="rt", defaults={"men": 3, "village_id": record.village})


class SentAgain(SimpleUploadedFile):
    """A file that is read from its beginning each time it is sent."""

    def read(self, *size: int) -> bytes:
        """All of it, however often."""
        self.seek(0)
        return super().read(*size)


def _paper() -> SimpleUploadedFile:
    return SentAgain("berkas.pdf", pdf(b"% berkas"))


def extra(route: str, record: Record) -> dict[str, Any]:
    """What the form of a route asks besides, about this record."""
    if route == "people:new_household":
        return {"kepala": record.keys["person"], f"member_{record.keys['person']}": "head"}
    if route == "people:change_household":
        return {f"member_{record.keys['person']}": "head"}
    if route == "duplicates:report":
        return {"orang": record.keys["person"], "other": f"O-{record.keys['double']}"}
    if route == "complaints:serah-terima":
        return {"to": "data_correction"}
    if route == "people:verify_several":
        return {f"hasil_{record.keys['person']}": "here"}
    if route == "detection:share":
        return {f"untuk_{record.keys['outreach']}": record.keys["appointment"]}
    if route in {"complaints:penugasan", "desk:hand"}:
        return {"to": record.keys["appointment"], "complaints": [record.keys["complaint_pk"]]}
    if route in {"changes:pernyataan", "changes:berkas"}:
        return {"paper": _paper(), "minutes": _paper(), "attendance_list": _paper()}
    if route == "changes:answers":
        lines = f"Nomor usulan;Hasil\n{record.keys['change']};diterima\n"
        return {"file": SentAgain("jawaban.csv", lines.encode())}
    if route == "changes:new_decree":
        return {f"row_{record.keys['change_pk']}": "ratify"}
    if route == "changes:pengembalian":
        return {"reason": "incomplete"}
    return {}
