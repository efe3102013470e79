"""Words of early detection (deteksi dini): the first signs, where an outreach stands, how it ended."""

from satupintu.lib.words import Word


class FirstSign(Word):
    """The signs that every kabupaten begins with; each may give them other limits, switch them off, and add its own."""

    OUT_OF_SCHOOL = "out_of_school", "Anak tidak bersekolah", "Child out of school"
    NO_CERTIFICATE = "no_certificate", "Anak tanpa akta kelahiran", "Child without birth certificate"
    CHILD_MARRIED = "child_married", "Anak sudah kawin", "Married child"
    DISABILITY_NO_AID = "disability_no_aid", "Disabilitas tanpa bantuan", "Disability without aid"
    ELDERLY_ALONE = "elderly_alone", "Lansia miskin tinggal sendiri", "Poor elderly person living alone"
    UNCONFIRMED = "unconfirmed", "Data keluarga lama tidak dipastikan", "Household data long unconfirmed"


class Paper(Word):
    """A paper that somebody may be found to lack."""

    BIRTH_CERTIFICATE = "birth_certificate", "Akta kelahiran", "Birth certificate"
    KTP = "ktp", "KTP", "National identity card"


class Silence(Word):
    """Which open complaint of the person keeps a sign silent. Only ordinary ones do: others must not be told by a gap."""

    SAME_FIELD = "same_field", "Keluhan terbuka di bidang yang sama", "An open complaint in the same field"
    ANY = "any", "Keluhan terbuka apa pun", "Any open complaint"
    NONE = "none", "Tidak ada", "None"


class State(Word):
    """Where an outreach stands."""

    FOUND = "found", "Belum dibagi", "Not shared out"
    SHARED = "shared", "Menunggu dikunjungi", "Waits for a visit"
    CLOSED = "closed", "Selesai", "Done"


class Result(Word):
    """How an outreach ended. The last two are the house's own."""

    IN_NEED = "in_need", "Dikunjungi, perlu bantuan", "Visited, in need"
    HELPED = "helped", "Dikunjungi, sudah terbantu", "Visited, help already there"
    NOT_FOUND = "not_found", "Tidak bertemu", "Not met"
    MOVED = "moved", "Sudah pindah", "Moved away"
    REFUSED = "refused", "Tidak bersedia", "Declined"
    SAME = "same", "Data masih sama", "Data are still right"
    WRONG_DATA = "wrong_data", "Datanya keliru", "Data are wrong"
    CHANGED = "changed", "Keadaan berubah", "No longer so"
    MERGED = "merged", "Catatan digabung", "Records merged"
