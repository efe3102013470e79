"""Words of privacy: what people may ask about their own data, who asks, what they showed, where it stands."""

from satupintu.lib.words import Word


class RequestKind(Word):
    """What is asked (UU 27/2022, art. 5–13)."""

    COPY = "copy", "Salinan data", "Copy of the data"
    CORRECTION = "correction", "Perbaikan data", "Correction"
    RESTRICTION = "restriction", "Pembatasan pemakaian", "Restriction of use"
    ERASURE = "erasure", "Penghapusan data", "Erasure"


class Asker(Word):
    """Who asks."""

    SELF = "self", "Orangnya sendiri", "The person"
    PARENT = "parent", "Orang tua atau wali", "Parent or guardian"
    SPOUSE = "spouse", "Suami atau istri", "Spouse"
    PROXY = "proxy", "Kuasa", "Proxy"


class Proof(Word):
    """The paper that was seen."""

    IDENTITY = "identity", "KTP-el, KIA, atau IKD", "Identity card"
    FAMILY_CARD = "family_card", "KTP-el dan Kartu Keluarga", "Identity card and family card"
    BIRTH = "birth", "KTP-el dan akta kelahiran anak", "Identity card and birth certificate of the child"
    GUARDIAN = "guardian", "KTP-el dan penetapan wali", "Identity card and court order of guardianship"
    MARRIAGE = "marriage", "KTP-el dan buku nikah", "Identity card and marriage certificate"
    MANDATE = "mandate", "KTP-el dan surat kuasa bermeterai", "Identity card and signed mandate"


class RequestState(Word):
    """Where a request stands."""

    OPEN = "open", "Menunggu jawaban", "Waiting for an answer"
    ANSWERED = "answered", "Dipenuhi", "Fulfilled"
    REFUSED = "refused", "Ditolak", "Refused"


class Retained(Word):
    """What is kept for a time, and what happens then."""

    LETTER = "letter", "Surat yang sudah terbit: datanya tidak dihapus sebelum itu", "Issued letters: not erased before"
    DEPARTED = "departed", "Orang yang meninggal: datanya dihapus sesudah itu", "The dead: their data are erased then"
    REQUEST = (
        "request",
        "Permintaan data yang selesai: nama peminta dikosongkan",
        "Answered requests: the asker is emptied",
    )
    IMPORT = "import", "Berkas impor yang tidak disimpan: dibatalkan dan dibuang", "Import files never saved: cancelled"
