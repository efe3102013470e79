"""Words of referrals: states of a letter, kinds of reply, reasons."""

from satupintu.lib.words import Word


class Status(Word):
    """Where a letter stands; always what its replies say (``rules.status``)."""

    SENT = "sent", "Menunggu jawaban", "Awaiting reply"
    ASKED = "asked", "Minta keterangan", "Asks for information"
    ACCEPTED = "accepted", "Diterima, sedang dilayani", "Accepted"
    REJECTED = "rejected", "Ditolak", "Rejected"
    SERVED = "served", "Terlayani", "Served"
    NOT_SERVED = "not_served", "Tidak terlayani", "Not served"


class ReplyKind(Word):
    """What one end wrote to the other."""

    ACCEPTED = "accepted", "Menerima", "Accepts"
    REJECTED = "rejected", "Menolak", "Rejects"
    ASKED = "asked", "Meminta keterangan", "Asks"
    EXPLAINED = "explained", "Memberi keterangan", "Explains"
    SERVED = "served", "Terlayani", "Served"
    NOT_SERVED = "not_served", "Tidak terlayani", "Not served"


class Reason(Word):
    """Why a letter is rejected or a person not served. "Layak, kuota habis" is kept apart: listed is not served."""

    NOT_OURS = "not_ours", "Bukan kewenangan kami", "Not our authority"
    INCOMPLETE = "incomplete", "Berkas tidak lengkap", "Papers incomplete"
    NOT_ELIGIBLE = "not_eligible", "Tidak memenuhi syarat", "Not eligible"
    NO_QUOTA = "no_quota", "Layak, kuota habis", "Eligible, no quota"
    UNAVAILABLE = "unavailable", "Layanan tidak tersedia", "Service unavailable"
    DECLINED = "declined", "Warga tidak bersedia", "Declined by the citizen"
    NOT_FOUND = "not_found", "Warga tidak dapat ditemui", "Citizen could not be reached"
    OTHER = "other", "Alasan lain", "Other reason"
