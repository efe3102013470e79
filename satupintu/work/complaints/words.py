"""Words of complaints (keluhan): how they come, what they are, where they stand, how they end."""

from satupintu.lib.words import Word
from satupintu.registry.people.words import SafeContact as SafeContact
from satupintu.work.deadlines.words import Urgency as Urgency
from satupintu.work.routing.words import Nature as Nature


class Channel(Word):
    """How the complaint reached us (FO-BO manual; Cek Bansos and call centre of the ministry)."""

    WALK_IN = "walk_in", "Datang ke kantor", "Came to the office"
    OUTREACH = "outreach", "Ditemui fasilitator", "Met by a facilitator"
    PHONE = "phone", "Telepon/WhatsApp", "Phone or WhatsApp"
    LETTER = "letter", "Surat", "Letter"
    OTHER_APP = "other_app", "Aplikasi atau call center lain", "Other application or call centre"
    PUBLIC_FORM = "public_form", "Formulir warga", "Citizens' own form"


class Kind(Word):
    """What it is (SLRT, jenis keluhan)."""

    QUESTION = "question", "Pertanyaan", "Question"
    SUGGESTION = "suggestion", "Saran", "Suggestion"
    GRIEVANCE = "grievance", "Pengaduan", "Grievance"


class Sensitivity(Word):
    """Who may know that it exists."""

    ORDINARY = "ordinary", "Biasa", "Ordinary"
    RESTRICTED = "restricted", "Terbatas: koordinator ke atas", "Restricted: coordinator and above"
    SECRET = "secret", "Rahasia: manajer dan pekerja sosial", "Secret: manager and social worker"

    @property
    def clearance(self) -> int:
        """The clearance that a role needs to see it; its author always sees it."""
        return list(Sensitivity).index(self)


class Relation(Word):
    """Who the reporter is to the person concerned."""

    SELF = "self", "Diri sendiri", "Self"
    FAMILY = "family", "Keluarga", "Family"
    NEIGHBOUR = "neighbour", "Tetangga", "Neighbour"
    LOCAL = "local", "RT/RW, kader, tokoh", "RT/RW head, volunteer, local figure"
    PROXY = "proxy", "Kuasa", "Proxy"
    INSTITUTION = "institution", "Lembaga", "Institution"
    ANONYMOUS = "anonymous", "Tidak mau disebut", "Does not want to be named"


class Status(Word):
    """Where a complaint stands; always what its events say (``rules.status``)."""

    RECEIVED = "received", "Diterima", "Received"
    CHECKED = "checked", "Sudah dicek", "Checked"
    RECOMMENDED = "recommended", "Menunggu keputusan", "Awaiting decision"
    IN_REPAIR = "in_repair", "Dikembalikan untuk diperbaiki", "Returned for repair"
    IN_SERVICE = "in_service", "Dilayani di sini", "Being served here"
    ESCALATED = "escalated", "Diteruskan", "Passed on"
    REFERRED = "referred", "Dirujuk", "Referred"
    OFFERED = "offered", "Menunggu diterima kantor lain", "Offered to another office"
    RETURNED = "returned", "Perlu diputuskan lagi", "To be decided again"
    ANSWERED = "answered", "Ada jawaban", "Answer at hand"
    TOLD = "told", "Warga sudah diberi tahu", "Citizen told"
    CLOSED = "closed", "Ditutup", "Closed"


class Wait(Word):
    """What a complaint waits for: the next action, and so whose worklist it stands on."""

    CHECK = "check", "Cek", "Check"
    RECOMMENDATION = "recommendation", "Beri rekomendasi", "Recommend"
    REPAIR = "repair", "Perbaiki", "Repair"
    DECISION = "decision", "Putuskan", "Decide"
    SERVICE = "service", "Layani", "Serve"
    RECEIVER = "receiver", "Jawaban lembaga", "Answer of the institution"
    TELLING = "telling", "Beri tahu warga", "Tell the citizen"
    CLOSURE = "closure", "Tutup", "Close"
    NOTHING = "nothing", "Selesai", "Done"


class PauseReason(Word):
    """Why the clock stands: what the office waits for before it can go on."""

    PAPERS = "papers", "Menunggu berkas dari warga", "Waiting for papers from the citizen"
    DATE = "date", "Menunggu tanggal yang disepakati", "Waiting for the agreed date"


class DecisionKind(Word):
    """What was decided."""

    SETTLE = "settle", "Selesaikan di sini", "Settle it here"
    ESCALATE = "escalate", "Teruskan ke kantor di atas", "Pass on to an office above"
    REFER = "refer", "Rujuk ke lembaga", "Refer to an institution"
    REFUSE = "refuse", "Tidak dapat dipenuhi", "Cannot be met"


class Listed(Word):
    """Whether the person stands in the national register, as far as the back office found (FO-BO manual: DTKS/DTSEN)."""

    LISTED = "listed", "Ada di DTSEN", "In DTSEN"
    NOT_LISTED = "not_listed", "Tidak ada di DTSEN", "Not in DTSEN"
    UNCLEAR = "unclear", "Belum jelas", "Not clear yet"


class Eligibility(Word):
    """Whether the person may get what is asked for. Who is in no register is visited, not turned away (§1.1)."""

    ELIGIBLE = "eligible", "Memenuhi syarat", "Eligible"
    NEEDS_VISIT = "needs_visit", "Perlu kunjungan rumah", "Needs a home visit"
    NOT_ELIGIBLE = "not_eligible", "Tidak memenuhi syarat", "Not eligible"
    UNCLEAR = "unclear", "Belum jelas", "Not clear yet"


class Advice(Word):
    """What the back office recommends to whoever decides."""

    SETTLE = "settle", "Selesaikan di sini", "Settle it here"
    REFER = "refer", "Rujuk ke lembaga", "Refer to an institution"
    ESCALATE = "escalate", "Teruskan ke kantor di atas", "Pass on to an office above"
    REFUSE = "refuse", "Tidak dapat dipenuhi", "Cannot be met"


class Way(Word):
    """How the citizen was told."""

    IN_PERSON = "in_person", "Bertemu langsung", "In person"
    HOME_VISIT = "home_visit", "Didatangi ke rumah", "Home visit"
    PHONE = "phone", "Telepon/WhatsApp", "Phone or WhatsApp"
    LETTER = "letter", "Surat", "Letter"
    THROUGH = "through", "Lewat keluarga atau kader", "Through family or volunteer"
    CODE = "code", "Dengan kode lacak (anonim)", "By follow-up code (anonymous)"


class Elsewhere(Word):
    """Where a matter goes on besides the complaint: a hand-over that other rooms take."""

    DATA_CORRECTION = "data_correction", "Perbaikan data", "Data correction"
    CHILD_AT_RISK = "child_at_risk", "Anak berisiko (PKSAI)", "Child at risk (PKSAI)"


class Outcome(Word):
    """How it ended for the citizen. "Layak, kuota habis" is its own outcome: eligible is not served."""

    FULFILLED = "fulfilled", "Terpenuhi", "Fulfilled"
    PARTLY = "partly", "Terpenuhi sebagian", "Partly fulfilled"
    INFORMED = "informed", "Sudah dijelaskan", "Informed"
    NOT_ELIGIBLE = "not_eligible", "Tidak memenuhi syarat", "Not eligible"
    NO_QUOTA = "no_quota", "Layak, kuota habis", "Eligible, no quota"
    NOT_SERVED = "not_served", "Tidak terlayani", "Not served"
    WITHDRAWN = "withdrawn", "Dicabut warga", "Withdrawn by the citizen"
    UNREACHABLE = "unreachable", "Warga tidak dapat dihubungi", "Citizen could not be reached"


class Danger(Word):
    """Whether somebody is in danger, as a citizen tells it."""

    NO = "no", "Tidak", "No"
    VIOLENCE = "violence", "Ya: kekerasan, pelecehan, atau anak disakiti", "Yes: violence, abuse, or a child is hurt"
    OTHER = "other", "Ya: sakit parah, bencana, atau kelaparan", "Yes: serious illness, disaster or hunger"


class Judgement(Word):
    """What a citizen says of a closed complaint."""

    SOLVED = "solved", "Sudah selesai", "Solved"
    UNSOLVED = "unsolved", "Belum selesai", "Not solved"
