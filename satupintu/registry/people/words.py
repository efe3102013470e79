"""Words of people: what is written down about a person, a household and a family card."""

from satupintu.lib.codelists import bdt, register, regsosek
from satupintu.lib.codes import CodeList
from satupintu.lib.nik import Sex
from satupintu.lib.words import Word

__all__ = [
    "BDT_RELATIONSHIPS",
    "LISTS",
    "RELATIONSHIPS",
    "ConsentForm",
    "ConsentPurpose",
    "DepartureBasis",
    "DepartureKind",
    "ExternalList",
    "Field",
    "Introduction",
    "Mark",
    "PpksBasis",
    "PpksEnd",
    "Relationship",
    "SafeContact",
    "Sex",
    "Variable",
    "Verdict",
]


class Relationship(Word):
    """What somebody is to the head of a household or of a family card: every list in use can be told in these words."""

    HEAD = "head", "Kepala", "Head"
    SPOUSE = "spouse", "Istri/suami", "Spouse"
    CHILD = "child", "Anak", "Child"
    CHILD_IN_LAW = "child_in_law", "Menantu", "Child-in-law"
    GRANDCHILD = "grandchild", "Cucu", "Grandchild"
    PARENT = "parent", "Orang tua", "Parent"
    PARENT_IN_LAW = "parent_in_law", "Mertua", "Parent-in-law"
    RELATIVE = "relative", "Famili lain", "Other relative"
    HELPER = "helper", "Pembantu", "Helper"
    OTHER = "other", "Lainnya", "Other"


class DepartureKind(Word):
    """Why somebody is no longer here (status dasar of the village register)."""

    DIED = "died", "Meninggal", "Died"
    MOVED = "moved", "Pindah", "Moved away"
    MISSING = "missing", "Hilang", "Missing"
    UNKNOWN = "unknown", "Tidak ditemukan di sini", "Not found here"


class DepartureBasis(Word):
    """What a departure rests on."""

    CERTIFICATE = "certificate", "Akta atau surat keterangan", "Certificate or letter"
    FAMILY = "family", "Keterangan keluarga", "Told by the family"
    NEIGHBOURS = "neighbours", "Keterangan RT/tetangga", "Told by neighbours"
    FILE = "file", "Berkas yang diimpor", "Imported file"
    SEARCHED = "searched", "Dicari petugas", "Looked for by an officer"


class Verdict(Word):
    """What became of a member of an external list whom the register did not know."""

    HERE = "here", "Benar ada dan tinggal di sini", "Exists and lives here"
    UNKNOWN = "unknown", "Tidak ditemukan di sini", "Not found here"


class SaidBy(Word):
    """Who said that the data of a household are still right."""

    HEAD = "head", "Kepala keluarga", "Head of the household"
    MEMBER = "member", "Anggota keluarga lain", "Another member"
    NEIGHBOUR = "neighbour", "Ketua RT atau tetangga", "RT head or a neighbour"


class SafeContact(Word):
    """How somebody may be reached without danger: a phone may be in the wrong hands. One rule for the whole house."""

    ANY = "any", "Boleh ditelepon atau dikirimi pesan", "May be called or written to"
    MESSAGE = "message", "Kirim pesan saja, jangan menelepon", "Only write, do not call"
    CALL = "call", "Boleh ditelepon, jangan kirim pesan", "May be called, do not write"
    IN_PERSON = "in_person", "Hanya bertemu langsung", "In person only"
    NONE = "none", "Jangan hubungi; saya lihat sendiri dengan kode", "Do not contact me; I will look with the code"


class Introduction(Word):
    """What may be said when somebody else answers."""

    SAY = "say", "Boleh menyebut siapa yang menghubungi", "May say who is calling"
    HIDE = "hide", "Jangan sebut dari mana dan soal apa", "Do not say from where and about what"


class PpksBasis(Word):
    """Who says that somebody is in a state of need."""

    ASSESSMENT = "assessment", "Asesmen petugas", "Officer's assessment"
    FAMILY = "family", "Keterangan yang bersangkutan atau keluarga", "Told by themselves or the family"
    NEIGHBOURS = "neighbours", "Keterangan RT/tetangga", "Told by neighbours"
    MUSDES = "musdes", "Musyawarah desa", "Village meeting"
    DECISION = "decision", "Surat atau putusan lembaga", "Letter or decision of an institution"
    FILE = "file", "Berkas yang diimpor", "Imported file"


class PpksEnd(Word):
    """Why somebody no longer counts among the people of a kind."""

    OVERCOME = "overcome", "Masalahnya sudah teratasi", "The problem is solved"
    GROWN = "grown", "Melewati batas umur", "Past the age"
    WRONG = "wrong", "Ternyata keliru dicatat", "Recorded by mistake"
    GONE = "gone", "Meninggal atau pindah", "Died or moved away"


class ConsentPurpose(Word):
    """What a person allows their data to be used for (UU 27/2022, art. 20–22)."""

    SERVICE = "service", "Pelayanan sosial", "Social services"
    SHARING = "sharing", "Dibagikan kepada pengelola program", "Sharing with programme owners"


class ConsentForm(Word):
    """How consent was given."""

    SPOKEN = "spoken", "Lisan", "Spoken"
    SIGNED = "signed", "Tertulis", "Signed"
    PROXY = "proxy", "Lewat wali", "Through a guardian"


class ExternalList(Word):
    """Lists that others keep; each comes in editions."""

    DTSEN = "dtsen", "DTSEN", "DTSEN"
    DTKS = "dtks", "DTKS", "DTKS"
    BDT = "bdt", "BDT/PBDT", "BDT/PBDT"
    REGSOSEK = "regsosek", "Regsosek", "Regsosek"
    PKH = "pkh", "Penerima PKH", "PKH recipients"
    SEMBAKO = "sembako", "Penerima Program Sembako", "Sembako recipients"
    PBI_JKN = "pbi_jkn", "Penerima PBI JKN", "PBI JKN recipients"
    PROGRAMME = "programme", "Penerima program lain", "Recipients of another programme"


class Variable(Word):
    """What is kept about a person as a code of some list: always with the system and version of that list."""

    MARITAL_STATUS = "marital_status", "Status perkawinan", "Marital status"
    RELIGION = "religion", "Agama", "Religion"
    EDUCATION = "education", "Pendidikan", "Education"
    EMPLOYMENT = "employment", "Kedudukan dalam pekerjaan", "Employment status"
    DISABILITY = "disability", "Disabilitas", "Disability"
    ILLNESS = "illness", "Penyakit menahun", "Chronic illness"
    SCHOOLING = "schooling", "Partisipasi sekolah", "School participation"
    IDENTITY_PAPERS = "identity_papers", "Kartu identitas", "Identity papers"


class Mark(Word):
    """A small label beside a person's name."""

    DIED = "died", "meninggal", "died"
    MOVED = "moved", "pindah", "moved away"
    MISSING = "missing", "hilang", "missing"
    UNKNOWN = "unknown", "tidak ditemukan", "not found"
    UNVERIFIED = "unverified", "perlu diverifikasi", "to be verified"
    BABY = "baby", "bayi", "baby"
    CHILD = "child", "anak", "child"
    ELDERLY = "elderly", "lansia", "elderly"
    DISABILITY = "disability", "disabilitas", "disability"
    WITHOUT_NIK = "without_nik", "tanpa NIK", "no NIK"
    NOT_LISTED = "not_listed", "tidak di DTSEN", "not in DTSEN"


class Field(Word):
    """What may change about a person, as events name it: the field, never its value."""

    NAME = "name", "nama", "name"
    NIK = "nik", "NIK", "NIK"
    SEX = "sex", "jenis kelamin", "sex"
    BIRTH_DATE = "birth_date", "tanggal lahir", "birth date"
    BIRTH_YEAR = "birth_year", "tahun lahir", "birth year"
    BIRTH_PLACE = "birth_place", "tempat lahir", "birth place"
    MOTHER_NAME = "mother_name", "nama ibu", "mother's name"
    VILLAGE = "village_id", "desa", "desa"
    DUSUN = "dusun", "dusun", "dusun"
    RT = "rt", "RT", "RT"
    RW = "rw", "RW", "RW"
    ADDRESS = "address", "alamat", "address"
    LATITUDE = "latitude", "lintang", "latitude"
    LONGITUDE = "longitude", "bujur", "longitude"
    OCCUPATION = "occupation", "pekerjaan", "occupation"
    KK_NUMBER = "kk_number", "nomor KK", "KK number"
    DEPARTURE = "departure", "keadaan", "presence"
    TRAITS = "traits", "keterangan", "particulars"


LISTS: dict[Variable, tuple[CodeList, ...]] = {
    Variable.MARITAL_STATUS: (bdt.MARITAL_STATUS, register.MARITAL_STATUS, regsosek.MARITAL_STATUS),
    Variable.RELIGION: (register.RELIGION,),
    Variable.EDUCATION: (register.EDUCATION, bdt.CERTIFICATE, regsosek.CERTIFICATE),
    Variable.EMPLOYMENT: (bdt.EMPLOYMENT_STATUS, regsosek.EMPLOYMENT_STATUS),
    Variable.DISABILITY: (bdt.DISABILITY, bdt.DISABILITY_VERVAL_2019, register.DISABILITY),
    Variable.ILLNESS: (bdt.CHRONIC_ILLNESS, register.CHRONIC_ILLNESS, regsosek.CHRONIC_ILLNESS),
    Variable.SCHOOLING: (bdt.SCHOOL_PARTICIPATION, regsosek.SCHOOL_PARTICIPATION),
    Variable.IDENTITY_PAPERS: (bdt.IDENTITY, regsosek.IDENTITY),
}
"""The lists that a variable may be coded in, one of each system and version; forms offer the first."""

RELATIONSHIPS: dict[str, Relationship] = {
    "1": Relationship.HEAD,
    "2": Relationship.SPOUSE,
    "3": Relationship.SPOUSE,
    "4": Relationship.CHILD,
    "5": Relationship.CHILD_IN_LAW,
    "6": Relationship.GRANDCHILD,
    "7": Relationship.PARENT,
    "8": Relationship.PARENT_IN_LAW,
    "9": Relationship.RELATIVE,
    "10": Relationship.HELPER,
    "11": Relationship.OTHER,
}
"""SHDK of the village register (`register.RELATION`) → our word."""

BDT_RELATIONSHIPS: dict[str, Relationship] = {
    "1": Relationship.HEAD,
    "2": Relationship.SPOUSE,
    "3": Relationship.CHILD,
    "4": Relationship.CHILD_IN_LAW,
    "5": Relationship.GRANDCHILD,
    "6": Relationship.PARENT,
    "7": Relationship.HELPER,
    "8": Relationship.OTHER,
}
"""Relation to the head in BDT/DTKS (`bdt.RELATION_TO_HOUSEHOLD_HEAD`) → our word; its 6 is parent or parent-in-law."""
