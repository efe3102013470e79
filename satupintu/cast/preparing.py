"""Work of the back office as it stands today: checked, recommended, returned, put right; by the acts themselves."""

from typing import Any

from satupintu.cast.acting import acting, officer
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints import actions
from satupintu.work.complaints.forms.supervising import supervised
from satupintu.work.complaints.models import Complaint, ComplaintQuerySet, work_of
from satupintu.work.complaints.words import Advice, Eligibility, Listed, Status, Wait

PAIRS = (
    ("ara.belakang", "ara.koordinator"),
    ("ara.pendidikan", "ara.koordinator"),
    ("bulukumba.belakang", "bulukumba.manajer"),
)
"""Who prepares, and who decides what they prepare."""
COURSE = (
    "recommend", "recommend", "return", "recommend", "check", "repair", "recommend", "", "recommend", "visit",
    "recommend", "", "",
)  # fmt: skip
"""How far each of their complaints has come, the most urgent first; "" is still to be looked at."""

FOUND = (
    (Listed.LISTED, Eligibility.ELIGIBLE, "NIK dan KK cocok; belum menerima bantuan sejenis."),
    (Listed.NOT_LISTED, Eligibility.ELIGIBLE, "Belum masuk DTSEN, tetapi syarat program ini tidak memintanya."),
    (Listed.LISTED, Eligibility.UNCLEAR, "Desil tercatat 6; keadaan rumah perlu dilihat lagi."),
)
NEEDS_VISIT = (Listed.NOT_LISTED, Eligibility.NEEDS_VISIT, "Tidak ada di DTSEN. Perlu didatangi sebelum diusulkan.")
ADVICE = {
    "education": (Advice.REFER, "Berkas sekolah lengkap; keputusannya ada pada dinas pendidikan."),
    "health": (Advice.REFER, "Kepesertaan harus diaktifkan dinas kesehatan; KTP dan KK sudah dilihat."),
    "civil_registration": (Advice.REFER, "Dokumen hanya bisa diterbitkan Dukcapil; syaratnya sudah lengkap."),
    "social": (Advice.SETTLE, "Bisa dibantu dari dana desa bulan ini, sambil diusulkan masuk DTSEN."),
    "economy": (Advice.SETTLE, "Cukup didampingi di sini: pendaftaran usaha bisa dikerjakan back office."),
    "other": (Advice.SETTLE, "Bisa ditangani kader dusun bersama back office."),
}
RETURNED = "Sebutkan berkas apa saja yang sudah dilihat, dan siapa yang akan mengantar warga."
RETURNED_SERVICE = "Hasilnya belum jelas: siapa yang ditemui, dan apa yang disepakati dengan warga?"
REPAIRED = " Berkas: KTP, KK, dan surat keterangan desa; kader dusun yang mengantar."


def write() -> int:
    """Let the back officers of the cast work on what waits for them; answers how many complaints that made."""
    done = 0
    for clerk_name, head_name in PAIRS:
        clerk, head = officer(clerk_name), officer(head_name)
        with acting(clerk):
            waiting = list(_waiting(clerk)[: len(COURSE)])
        for turn, (complaint, course) in enumerate(zip(waiting, COURSE, strict=False)):
            done += bool(course)
            _prepare(complaint, course, turn, clerk, head)
    return done + _return_a_service()


def _return_a_service() -> int:
    """The supervisor of the kecamatan returns the newest result of somebody there; answers how many complaints that made."""
    supervisor = officer("bontobahari.supervisor")
    with acting(supervisor):
        for person in supervised(supervisor):
            served = work_of(person).filter(status=Status.ANSWERED).order_by("-received_at", "-pk").first()
            if served is not None:
                actions.return_for_repair(served, by=supervisor, reason=RETURNED_SERVICE)
                return 1
    return 0


def _waiting(clerk: Appointment) -> ComplaintQuerySet:
    return Complaint.objects.waiting_at(clerk.office_id, Wait.CHECK).filter(paused_since=None)


def _prepare(complaint: Complaint, course: str, turn: int, clerk: Appointment, head: Appointment) -> None:
    """Take one complaint as far as its course says."""
    if not course:
        return
    listed, eligible, note = NEEDS_VISIT if course == "visit" else FOUND[turn % len(FOUND)]
    advice, reason = ADVICE[complaint.field]
    advised: dict[str, Any] = {"advice": advice, "reason": reason}
    with acting(clerk):
        actions.check(complaint, by=clerk, listed=listed, eligible=eligible, note=note)
        if course in {"check", "visit"}:
            return
        actions.recommend(complaint, by=clerk, **advised)
    if course in {"return", "repair"}:
        with acting(head):
            actions.return_for_repair(complaint, by=head, reason=RETURNED)
    if course == "repair":
        with acting(clerk):
            actions.repair(complaint, by=clerk, advice=advice, reason=reason + REPAIRED)
