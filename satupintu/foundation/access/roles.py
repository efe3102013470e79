"""The roles as prose, and what each may do. This is the one place; nobody asks for a role by name elsewhere."""

from dataclasses import dataclass

from satupintu.foundation.offices.words import Role


@dataclass(frozen=True)
class Duties:
    """What a role is there for (``prose``), the verbs it may use, and what it sees.

    ``persons``: sees rows about people in its area. ``audits``: reads events of its area, without content.
    ``operates``: sees whether messages leave its area, never to whom or why.
    ``handles``: sees the complaints that its office handles, and nothing else of the area.
    ``clearance``: 0 ordinary, 1 restricted, 2 secret; a row above it does not exist for the role.
    ``level``: the highest area level (1 province … 4 village, 0 the nation) that such an appointment may have.
    """

    prose: str
    verbs: frozenset[str]
    level: int
    persons: bool = True
    audits: bool = False
    handles: bool = False
    operates: bool = False
    clearance: int = 0


def _verbs(text: str) -> frozenset[str]:
    return frozenset(text.split())


READ = (
    "person.read complaint.read referral.read letter.read area.read office.read attachment.read service.read notice.read "
    "daybook.read visit.read bulletin.read transfer.read quality.read change.read resource.read outreach.read"
)
BOOK = "daybook.record daybook.correct daybook.remark visit.record visit.change"
PPKS = "ppks.add ppks.end"
REGISTER = (
    "person.register person.verify person.verify_several household.register contact.read contact.record "
    f"complaint.register complaint.take attachment.add letter.hand_out {BOOK}"
)
TELL = (
    "complaint.tell complaint.answer_question complaint.choose_service complaint.check_papers "
    "complaint.pause complaint.resume complaint.change_contact"
)
SORT = "sorting.read sorting.save_filter sorting.drop_filter"
HAND_OVER = "handover.read handover.send_tables handover.send_names handover.withdraw handover.approve handover.refuse"
EXPORT = "export.read export.ask"
LET_GO = f"{EXPORT} export.approve export.refuse export.trace"
TAKE_OVER = "handover.read handover.acknowledge handover.report handover.take_copy"
RESOURCES = "resource.register resource.change resource.confirm resource.end"
WATCH = "complaint.acknowledge"
SERVE = "complaint.finish_service complaint.hand_over"
VISIT = "outreach.record outreach.open_complaint household.confirm"
SHARE_OUT = "outreach.share"
OVERSEE = "report.read complaint.assign complaint.comment complaint.return_for_repair"
TRANSFER = "complaint.transfer transfer.offer transfer.withdraw transfer.accept transfer.refuse"
DECIDE = (
    "complaint.settle complaint.escalate complaint.refer complaint.refuse complaint.close "
    f"complaint.reopen complaint.classify {TRANSFER} {OVERSEE}"
)
OWN = f"complaint.settle complaint.refer complaint.refuse complaint.close complaint.reopen transfer.read {TRANSFER}"
"""What whoever decides does with a complaint that became its office's own; nothing with those of other offices."""
PREPARE = "complaint.check complaint.recommend complaint.repair"
LETTER = (
    "attachment.hand_on referral.send referral.explain referral.withdraw referral.remind referral.escalate "
    "referral.issue_pass referral.revoke_pass"
)
WRITE = "letter.draft letter.change"
SIGN = "letter.initial letter.sign letter.return letter.revoke bulletin.take"
TEMPLATES = "template.draft template.change template.publish"
ANSWER = "referral.accept referral.reject referral.ask referral.schedule referral.serve referral.not_serve"
STAFF = "account.create account.change account.invite account.deactivate account.activate appointment.create appointment.end"
OFFICES = "office.create office.change office.close calendar.change route.publish route.withdraw"
PROPOSE = "change.propose change.resend change.vouch change.withdraw"
MEET = "musdes.open musdes.attend musdes.decide musdes.enclose musdes.close"
VERIFY = "change.verify change.return"
CARRY_OUT = "change.check change.return change.apply change.export change.answer layout.save"
IMPORT = "import.read import.upload import.apply import.cancel import.undo mapping.publish"
ASK = "privacy.read privacy.ask"
PROTECT = f"{ASK} privacy.hand_copy privacy.answer privacy.refuse privacy.restrict person.restrict person.lift"
ERASE = f"{PROTECT} privacy.erase privacy.hold privacy.release breach.read breach.report breach.tell"
CATALOGUE = (
    "service.create service.change requirement.publish limit.publish round.publish refusal.publish retention.publish"
)
DUPLICATES = "duplicate.read duplicate.report duplicate.decide duplicate.undo"
ACROSS = f"{DUPLICATES} duplicate.confirm"

DUTIES: dict[Role, Duties] = {
    Role.FACILITATOR: Duties(
        "Bertemu warga di rumah dan di jalan: mencatat keluhan dan kunjungan, melayani sebisanya, menyampaikan jawaban, "
        "mendatangi yang ada di daftar jangkauannya, memastikan data keluarga masih sama.",
        _verbs(f"{READ} {REGISTER} {SERVE} {TELL} {PROPOSE} {VISIT}"),
        level=4,
    ),
    Role.VILLAGE_FRONT: Duties(
        "Menerima warga di Puskesos: mencari data, mencatat keluhan dan layanan, memberi tanda terima, menyampaikan jawaban.",
        _verbs(f"{READ} {REGISTER} {TELL} {VISIT}"),
        level=4,
    ),
    Role.VILLAGE_BACK: Duties(
        "Mengecek keluhan dan memberi rekomendasi, mengerjakan layanan langsung, menyiapkan konsep surat di Puskesos.",
        _verbs(
            f"{READ} {REGISTER} {PREPARE} {SERVE} {TELL} {LETTER} {WRITE} {PROPOSE} {PPKS} {VISIT} import.read {EXPORT}"
        ),
        level=4,
    ),
    Role.COORDINATOR: Duties(
        "Memimpin Puskesos: memutuskan diselesaikan di sini, diteruskan, dirujuk, atau dilimpahkan; menerima pelimpahan; "
        "menandatangani surat; menutup keluhan; mengimpor data desa; mengusulkan perubahan data dan mencatat "
        "musdes; menggabungkan data ganda di desanya.",
        _verbs(
            f"{READ} {REGISTER} {SERVE} {TELL} {DECIDE} {LETTER} {WRITE} {SIGN} {PROPOSE} {MEET} {SORT} {RESOURCES} {PPKS} "
            f"{VISIT} {SHARE_OUT} person.change household.change {IMPORT} office.change {DUPLICATES} {ASK} {EXPORT}"
        ),
        level=4,
        clearance=1,
    ),
    Role.SUPERVISOR: Duties(
        "Mengawasi fasilitator di kecamatan: melihat di mana keluhan tertahan, mengembalikan pekerjaan yang perlu diperbaiki, "
        "menindaklanjuti yang terlambat, memverifikasi usulan perubahan data, menggabungkan data ganda antardesa bersama "
        "petugas kedua.",
        _verbs(f"{READ} complaint.classify attachment.add {OVERSEE} {WATCH} {VERIFY} {ACROSS} {SORT} {SHARE_OUT}"),
        level=3,
        clearance=1,
    ),
    Role.TKSK: Duties(
        "Memimpin PUSPELKESSOS di kecamatan: pintu pertama data, layanan langsung, rujukan, dan pelimpahan.",
        _verbs(
            f"{READ} {REGISTER} {SERVE} {TELL} {DECIDE} {LETTER} {WRITE} {SIGN} {ANSWER} {WATCH} {VERIFY} {SORT} {RESOURCES} "
            f"{PPKS} {VISIT} {SHARE_OUT} person.change import.read {ACROSS} {ASK} {EXPORT}"
        ),
        level=3,
        clearance=1,
    ),
    Role.DISTRICT_FRONT: Duties(
        "Menerima warga di sekretariat SLRT kabupaten: mencatat keluhan dan menyampaikan jawaban.",
        _verbs(f"{READ} {REGISTER} {TELL}"),
        level=2,
    ),
    Role.DISTRICT_BACK: Duties(
        "Mengecek keluhan di sekretariat SLRT, memberi rekomendasi, menyiapkan rujukan dan surat untuk manajer; memeriksa "
        "usulan perubahan data dan menerapkan yang disahkan; mencari dan menggabungkan data ganda.",
        _verbs(
            f"{READ} {REGISTER} {PREPARE} {SERVE} {TELL} {LETTER} {WRITE} {CARRY_OUT} {SORT} {RESOURCES} {IMPORT} {ACROSS} "
            f"{PPKS} duplicate.search {PROTECT} {EXPORT}"
        ),
        level=2,
        clearance=1,
    ),
    Role.MANAGER: Duties(
        "Memimpin SLRT: memutuskan keluhan yang diteruskan atau dilimpahkan, merujuk ke pengelola program, menunjuk petugas "
        "di daerahnya, mengesahkan dan menerapkan usulan perubahan data, menyetujui unduhan daftar warga.",
        _verbs(
            f"{READ} {REGISTER} {SERVE} {TELL} {DECIDE} {LETTER} {WRITE} {SIGN} {TEMPLATES} {STAFF} {OFFICES} {CATALOGUE} "
            f"{CARRY_OUT} sign.publish change.ratify "
            f"person.change household.change {IMPORT} civil.load event.read export.complaints export.quality "
            f"message.retry {WATCH} {SORT} {RESOURCES} {PPKS} {HAND_OVER} {ACROSS} duplicate.search {ERASE} {LET_GO}"
        ),
        level=2,
        clearance=2,
    ),
    Role.HEAD: Duties(
        "Kepala dinas: membaca keadaan, menandatangani surat atau mengembalikannya, menyetujui unduhan daftar warga, "
        "melihat jejak audit.",
        _verbs(
            f"{READ} {SIGN} {SORT} {HAND_OVER} {ERASE} {LET_GO} event.read export.complaints export.quality report.read"
        ),
        level=2,
        clearance=2,
    ),
    Role.RESPONDER: Duties(
        "Petugas lembaga penerima: membaca surat rujukan untuk kantornya dan menjawabnya; tidak melihat data lain.",
        _verbs(
            f"referral.read letter.read area.read office.read attachment.read attachment.add notice.read {ANSWER} "
            f"{TAKE_OVER}"
        ),
        level=0,
        persons=False,
    ),
    Role.AGENCY_HANDLER: Duties(
        "Memutuskan di dinas atau OPD kabupaten maupun provinsi: menerima pelimpahan, menangani keluhan yang menjadi milik "
        "dinasnya sampai ditutup, menjawab surat rujukan; melihat keluhan dinasnya saja, bukan warga sewilayah.",
        _verbs(
            "complaint.read referral.read letter.read area.read office.read attachment.read attachment.add service.read "
            f"notice.read {OWN} {SERVE} {TELL} {LETTER} {ANSWER} {TAKE_OVER}"
        ),
        level=1,
        persons=False,
        handles=True,
        clearance=2,
    ),
    Role.SOCIAL_WORKER: Duties(
        "Pekerja sosial PKSAI: melayani anak dan keluarga, menerima dan mengirim rujukan, menerima pelimpahan, dan memutuskan "
        "keluhan yang menjadi milik PKSAI.",
        _verbs(
            f"{READ} {REGISTER} {OWN} {SERVE} {TELL} {LETTER} {WRITE} {SIGN} {ANSWER} {SORT} {PPKS} {TAKE_OVER} {EXPORT}"
        ),
        level=2,
        clearance=2,
    ),
    Role.PROVINCE_HANDLER: Duties(
        "Menangani keluhan yang diteruskan atau dilimpahkan ke dinas sosial provinsi; melihat keluhan itu saja, bukan warga "
        "se-provinsi.",
        _verbs(
            "complaint.read referral.read area.read office.read attachment.read attachment.add service.read notice.read "
            f"{OWN} complaint.finish_service complaint.tell {LETTER}"
        ),
        level=1,
        persons=False,
        handles=True,
        clearance=2,
    ),
    Role.PROVINCE_VIEWER: Duties(
        "Melihat angka se-provinsi, tidak pernah orang.",
        _verbs("area.read office.read figures.read bulletin.read"),
        level=1,
        persons=False,
    ),
    Role.NATIONAL_VIEWER: Duties(
        "Melihat angka se-Indonesia, tidak pernah orang.",
        _verbs("area.read office.read figures.read bulletin.read"),
        level=0,
        persons=False,
    ),
    Role.AUDITOR: Duties(
        "Membaca jejak: siapa melakukan apa dan membuka apa, tanpa isi keluhan.",
        _verbs("event.read area.read office.read"),
        level=0,
        persons=False,
        audits=True,
    ),
    Role.ADMINISTRATOR: Duties(
        "Mengurus akun, SK penugasan, kantor, layanan, batas waktu, dan naskah surat di daerahnya; tidak melihat data orang.",
        _verbs(
            f"{STAFF} {OFFICES} {CATALOGUE} {TEMPLATES} area.read office.read service.read area.adopt_edition "
            "area.adopt_crosswalk message.retry"
        ),
        level=0,
        persons=False,
        operates=True,
    ),
}

CITIZEN_VERBS = _verbs("complaint.report complaint.judge complaint.reopen complaint.appeal attachment.add")
"""What a citizen without an account may do, with the code of the one complaint that it is about."""

GUEST_VERBS = _verbs(f"referral.bind_pass {ANSWER} attachment.add")
"""Lembaga tanpa akun, dengan kode dari sebuah surat: membaca dan menjawab surat itu saja. No role: nobody is appointed."""

APPOINTED_BY: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset(Role),
    Role.MANAGER: frozenset(
        {
            Role.FACILITATOR,
            Role.VILLAGE_FRONT,
            Role.VILLAGE_BACK,
            Role.COORDINATOR,
            Role.SUPERVISOR,
            Role.DISTRICT_FRONT,
            Role.DISTRICT_BACK,
            Role.RESPONDER,
            Role.AGENCY_HANDLER,
            Role.SOCIAL_WORKER,
        }
    ),
}
"""Which roles a role may appoint, always inside its own area."""


KEEPERS = frozenset({Role.FACILITATOR})
"""Who stays charged with what they take down themselves."""
SUPERVISED = (Role.FACILITATOR, Role.VILLAGE_FRONT, Role.VILLAGE_BACK)
"""Who does the work of the village, under a coordinator and the supervisor of the kecamatan."""


def may(role: str, verb: str) -> bool:
    """Whether the role holds the verb at all."""
    return verb in DUTIES[Role(role)].verbs


def roles_with(verb: str) -> list[Role]:
    """The roles that hold a verb."""
    return [role for role, duties in DUTIES.items() if verb in duties.verbs]


def clearance_of(role: str) -> int:
    """How sensitive a row may be for the role to see it."""
    return DUTIES[Role(role)].clearance


def needs_second_factor(role: str, area_level: int | None) -> bool:
    """From the kabupaten upward, and for whoever administers, a password alone is not enough (SECURITY W6)."""
    return area_level is None or area_level <= 2 or Role(role) in {Role.ADMINISTRATOR, Role.AUDITOR}
