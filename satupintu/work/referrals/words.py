"""Words of referrals: states of a letter, kinds of reply, reasons."""

from satupintu.lib.words import Word


class Status(Word):
    """Where a letter stands; always what its replies say (``rules.status``)."""

    SENT = "sent", "Menunggu jawaban", "Awaiting reply"
    ASKED = "asked", "Minta keterangan", "Asks for information"
    ACCEPTED = "accepted", "Diterima, sedang dilayani", "Accepted"
    SCHEDULED = "scheduled", "Dijadwalkan", "Scheduled"
    REJECTED = "rejected", "Ditolak", "Rejected"
    SERVED = "served", "Terlayani", "Served"
    NOT_SERVED = "not_served", "Tidak terlayani", "Not served"
    WITHDRAWN = "withdrawn", "Dicabut pengirim", "Withdrawn by the sender"


class ReplyKind(Word):
    """What one end wrote to the other."""

    ACCEPTED = "accepted", "Menerima", "Accepts"
    REJECTED = "rejected", "Menolak", "Rejects"
    ASKED = "asked", "Meminta keterangan", "Asks"
    EXPLAINED = "explained", "Memberi keterangan", "Explains"
    SCHEDULED = "scheduled", "Menjadwalkan", "Schedules"
    SERVED = "served", "Terlayani", "Served"
    NOT_SERVED = "not_served", "Tidak terlayani", "Not served"
    WITHDRAWN = "withdrawn", "Mencabut", "Withdraws"
    REMINDED = "reminded", "Mengingatkan", "Reminds"
    ESCALATED = "escalated", "Meneruskan ke atasan", "Escalates"


class Reason(Word):
    """Why a letter is rejected or a person not served. "Layak, kuota habis" is kept apart: listed is not served."""

    NOT_OURS = "not_ours", "Bukan kewenangan kami", "Not our authority"
    INCOMPLETE = "incomplete", "Berkas tidak lengkap", "Papers incomplete"
    NOT_ELIGIBLE = "not_eligible", "Tidak memenuhi syarat", "Not eligible"
    NO_QUOTA = "no_quota", "Layak, kuota habis", "Eligible, no quota"
    UNAVAILABLE = "unavailable", "Layanan tidak tersedia", "Service unavailable"
    DECLINED = "declined", "Warga tidak bersedia", "Declined by the citizen"
    NOT_FOUND = "not_found", "Warga tidak dapat ditemui", "Citizen could not be reached"
    ABSENT = "absent", "Warga tidak hadir pada jadwalnya", "Citizen did not come on the day"
    OTHER = "other", "Alasan lain", "Other reason"


class Consent(Word):
    """On what ground the letter may say who it is about (UU 27/2022 art. 20: consent, or a duty by law)."""

    SPOKEN = "spoken", "Disetujui secara lisan", "Agreed by word of mouth"
    SIGNED = "signed", "Disetujui secara tertulis", "Agreed in writing"
    LAW = "law", "Berdasarkan kewajiban hukum", "By law"


class PassState(Word):
    """What a code for answering is good for; always computed (``rules.pass_state``)."""

    READY = "ready", "Belum dipakai", "Not used yet"
    OPENED = "opened", "Sudah dibuka penerima", "Opened by the receiver"
    USED = "used", "Selesai, surat sudah dijawab", "Done, the letter is answered"
    EXPIRED = "expired", "Lewat masa berlaku", "Expired"
    REVOKED = "revoked", "Dicabut", "Revoked"
