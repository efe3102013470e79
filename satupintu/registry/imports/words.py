"""Words of imports: states of a batch, what becomes of a row, what a column holds."""

from satupintu.lib.words import Word


class BatchState(Word):
    """Where a batch stands. received → checking → checked → applying → applied (→ undoing → undone); cancelled and failed
    end it.
    """

    RECEIVED = "received", "Berkas diterima", "Received"
    CHECKING = "checking", "Sedang diperiksa", "Being checked"
    CHECKED = "checked", "Siap disimpan", "Ready to be saved"
    APPLYING = "applying", "Sedang disimpan", "Being saved"
    APPLIED = "applied", "Selesai disimpan", "Saved"
    UNDOING = "undoing", "Sedang ditarik kembali", "Being taken back"
    UNDONE = "undone", "Sudah ditarik kembali", "Taken back"
    CANCELLED = "cancelled", "Dibatalkan", "Cancelled"
    FAILED = "failed", "Tidak dapat dibaca", "Cannot be read"

    @classmethod
    def unsaved(cls) -> "frozenset[BatchState]":
        """The states in which it may still be cancelled."""
        return frozenset({cls.RECEIVED, cls.CHECKING, cls.CHECKED, cls.FAILED})


class Verdict(Word):
    """What becomes of a row."""

    NEW = "new", "Orang baru", "New person"
    CHANGED = "changed", "Data berubah", "Changed"
    UNCHANGED = "unchanged", "Sudah sama", "Unchanged"
    REFUSED = "refused", "Ditolak", "Refused"


class Column(Word):
    """What a column of a file may hold."""

    NAME = "name", "Nama", "Name"
    NIK = "nik", "NIK", "NIK"
    KK_NUMBER = "kk_number", "Nomor KK", "KK number"
    HOUSEHOLD_KEY = "household_key", "Nomor rumah tangga", "Household number"
    RELATIONSHIP = "relationship", "Hubungan dengan kepala rumah tangga", "Relation to the head of the household"
    CARD_RELATIONSHIP = "card_relationship", "Hubungan dalam KK", "Relation on the KK"
    SEX = "sex", "Jenis kelamin", "Sex"
    BIRTH_DATE = "birth_date", "Tanggal lahir", "Birth date"
    BIRTH_YEAR = "birth_year", "Tahun lahir", "Birth year"
    AGE = "age", "Umur", "Age"
    BIRTH_PLACE = "birth_place", "Tempat lahir", "Birth place"
    MOTHER_NAME = "mother_name", "Nama ibu kandung", "Mother's name"
    VILLAGE_CODE = "village_code", "Kode desa", "Code of the desa"
    VILLAGE_NAME = "village_name", "Nama desa", "Name of the desa"
    KECAMATAN_NAME = "kecamatan_name", "Nama kecamatan", "Name of the kecamatan"
    DUSUN = "dusun", "Dusun/lingkungan", "Dusun/lingkungan"
    RT = "rt", "RT", "RT"
    RW = "rw", "RW", "RW"
    ADDRESS = "address", "Alamat", "Address"
    OCCUPATION = "occupation", "Pekerjaan", "Occupation"
    MARITAL_STATUS = "marital_status", "Status perkawinan", "Marital status"
    RELIGION = "religion", "Agama", "Religion"
    EDUCATION = "education", "Pendidikan", "Education"
    EMPLOYMENT = "employment", "Kedudukan dalam pekerjaan", "Employment status"
    DISABILITY = "disability", "Disabilitas", "Disability"
    ILLNESS = "illness", "Penyakit menahun", "Chronic illness"
    SCHOOLING = "schooling", "Partisipasi sekolah", "School participation"
    IDENTITY_PAPERS = "identity_papers", "Kartu identitas", "Identity papers"
    LIFE_STATUS = "life_status", "Status dasar", "Life status"
    BIRTH = "birth", "Tempat dan tanggal lahir", "Place and date of birth"
    RT_RW = "rt_rw", "RT/RW", "RT/RW"
    DESIL = "desil", "Desil", "Desil"
    PERCENTILE = "percentile", "Persentil kesejahteraan", "Welfare percentile"
    RAW = "raw", "Nilai asli, disimpan bersama daftarnya", "Raw value, kept with its list"
    MEMBER_ID = "member_id", "Nomor di daftar (DTSEN/DTKS)", "Number in the list (DTSEN/DTKS)"


class AreaSystem(Word):
    """Whose codes of villages a file holds. Both have ten digits and are different codes."""

    KEMENDAGRI = "kemendagri", "Kode Kemendagri (73.02.03.2006)", "Home Affairs codes (73.02.03.2006)"
    BPS = "bps", "Kode BPS (7302030004)", "Statistics codes (7302030004)"
    NAMES = "names", "Nama desa dan kecamatan saja", "Names only"


class DateStyle(Word):
    """How a file writes its dates."""

    DAY_FIRST = "day_first", "Tanggal dulu: 21-11-1987", "Day first: 21-11-1987"
    MONTH_FIRST = "month_first", "Bulan dulu: 11/21/1987", "Month first: 11/21/1987"
    SERIAL = "serial", "Bilangan Excel: 32102", "Excel serial: 32102"


class Sharing(Word):
    """Who may use a mapping that somebody has made."""

    OWN = "own", "Wilayah saya saja", "My own area"
    BELOW = "below", "Wilayah saya dan semua di bawahnya", "My area and all below it"
    EVERYONE = "everyone", "Semua wilayah", "Everyone"
