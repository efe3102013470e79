"""Words of sorting (sortir data) and of handing over: populations, tables, where a hand-over stands."""

from satupintu.lib.words import Word


class Population(Word):
    """Who is counted. A child is below 18 (UU 35/2014 art. 1), an elderly person 60 or more (UU 13/1998 art. 1)."""

    CHILDREN = "children", "Anak (di bawah 18 tahun)", "Children (below 18)"
    ELDERLY = "elderly", "Lansia (60 tahun ke atas)", "Elderly (60 and above)"
    DISABILITY = "disability", "Penyandang disabilitas", "People with a disability"
    EVERYBODY = "everybody", "Semua warga", "Everybody"


class TableKind(Word):
    """What people are sorted by. The first seven are the tables of Bulukumba (source 001)."""

    NUMBER = "number", "Jumlah", "Number"
    SEX = "sex", "Jenis kelamin", "Sex"
    MARITAL_STATUS = "marital_status", "Status kawin", "Marital status"
    PAPERS = "papers", "Kepemilikan identitas", "Identity papers"
    ILLNESS = "illness", "Penyakit kronis", "Chronic illness"
    DISABILITY = "disability", "Jenis disabilitas", "Kind of disability"
    SCHOOLING = "schooling", "Partisipasi sekolah", "School participation"
    RELIGION = "religion", "Agama", "Religion"
    EDUCATION = "education", "Pendidikan", "Education"
    EMPLOYMENT = "employment", "Kedudukan dalam pekerjaan", "Employment status"


class AgeGroup(Word):
    """Ages in full years, from … to below …, as the table of numbers has them; those of a child follow schools."""

    TODDLER = "toddler", "0–4 tahun", "0–4 years"
    PRESCHOOL = "preschool", "5–6 tahun", "5–6 years"
    PRIMARY = "primary", "7–12 tahun", "7–12 years"
    JUNIOR = "junior", "13–15 tahun", "13–15 years"
    SENIOR = "senior", "16–17 tahun", "16–17 years"
    YOUNG = "young", "18–29 tahun", "18–29 years"
    GROWN = "grown", "30–44 tahun", "30–44 years"
    MIDDLE = "middle", "45–59 tahun", "45–59 years"
    OLD = "old", "60–69 tahun", "60–69 years"
    OLDER = "older", "70–79 tahun", "70–79 years"
    OLDEST = "oldest", "80 tahun ke atas", "80 years and above"


class Document(Word):
    """Identity papers that a person may hold, several at once (BDT 2015 and Regsosek 2022 ask for different ones)."""

    BIRTH_CERTIFICATE = "birth_certificate", "Akta kelahiran", "Birth certificate"
    CHILD_CARD = "child_card", "KIA", "Child identity card"
    STUDENT_CARD = "student_card", "Kartu pelajar", "Student card"
    KTP = "ktp", "KTP", "National identity card"
    LICENCE = "licence", "SIM", "Driving licence"


class Presence(Word):
    """Whether people who have gone are counted."""

    PRESENT = "present", "Yang masih ada", "Those still here"
    DEPARTED = "departed", "Yang sudah tidak ada", "Those who have gone"
    ALL = "all", "Keduanya", "Both"


class HeldNik(Word):
    """Whether people are counted by having a NIK."""

    WITH = "with", "Punya NIK", "With NIK"
    WITHOUT = "without", "Tanpa NIK", "Without NIK"


class HandOverKind(Word):
    """What is handed over: numbers, or names."""

    TABLES = "tables", "Tabel angka", "Tables of numbers"
    NAMES = "names", "Daftar nama", "List of names"


class HandOverState(Word):
    """Where a hand-over stands."""

    PROPOSED = "proposed", "Menunggu persetujuan kedua", "Waits for a second person"
    REFUSED = "refused", "Tidak disetujui", "Not approved"
    SENT = "sent", "Menunggu diterima", "Waiting to be acknowledged"
    ACKNOWLEDGED = "acknowledged", "Sedang ditindaklanjuti", "Being acted on"
    REPORTED = "reported", "Sudah dilaporkan", "Reported"
    WITHDRAWN = "withdrawn", "Ditarik kembali", "Taken back"


class LegalBasis(Word):
    """What a list of names rests on (UU 27/2022 art. 20 paragraph 2)."""

    CONSENT = "consent", "Persetujuan warga", "Consent of the people"
    DUTY = "duty", "Kewajiban hukum", "Legal duty"
    PUBLIC_TASK = "public_task", "Tugas kepentingan umum", "Task in the public interest"
