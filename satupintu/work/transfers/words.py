"""Words of transfers (pelimpahan): where an offer stands, why it is made, why it is refused."""

from satupintu.lib.words import Word


class Status(Word):
    """Where an offer stands. Only an open one may be answered or taken back."""

    OFFERED = "offered", "Menunggu diterima", "Waiting to be accepted"
    ACCEPTED = "accepted", "Diterima", "Accepted"
    REFUSED = "refused", "Tidak diterima", "Refused"
    WITHDRAWN = "withdrawn", "Ditarik kembali", "Taken back"


class Reason(Word):
    """Why the matter belongs to the other office (UPTD PPA: rujukan and pelimpahan differ; kewenangan daerah/pusat)."""

    DOMICILE = "domicile", "Warga berdomisili di wilayah lain", "Lives in another area"
    MOVED = "moved", "Warga pindah", "Has moved"
    AUTHORITY = "authority", "Kewenangan kantor lain", "Another office is in charge"
    CONFLICT = "conflict", "Benturan kepentingan", "Conflict of interest"
    OTHER = "other", "Alasan lain", "Other reason"


class Refusal(Word):
    """Why an office does not take a matter over."""

    NOT_RESIDENT = "not_resident", "Warga tidak berdomisili di wilayah kami", "Does not live in our area"
    NOT_OURS = "not_ours", "Bukan kewenangan kami", "Not our authority"
    UNCLEAR = "unclear", "Uraiannya belum cukup jelas", "Not clear enough"
    CONFLICT = "conflict", "Benturan kepentingan", "Conflict of interest"
    OTHER = "other", "Alasan lain", "Other reason"
