"""Words of proposals (usulan perubahan data): what is proposed, on what ground, where it stands, what a meeting found."""

from satupintu.lib.words import Word


class Kind(Word):
    """What a proposal is about."""

    NEW_HOUSEHOLD = "new_household", "Keluarga baru", "New household"
    NEW_MEMBER = "new_member", "Anggota baru", "New member"
    CORRECTION = "correction", "Perbaikan data", "Correction"
    DEATH = "death", "Meninggal", "Death"
    MOVING_IN = "moving_in", "Pindah masuk", "Moving in"
    MOVING_OUT = "moving_out", "Pindah keluar", "Moving out"
    SPLIT_CARD = "split_card", "Pecah KK", "Family card split"
    NOT_POOR = "not_poor", "Tidak miskin lagi", "No longer poor"
    PPKS_ADDED = "ppks_added", "PPKS baru", "PPKS kind added"
    PPKS_ENDED = "ppks_ended", "PPKS berakhir", "PPKS kind ended"


class Basis(Word):
    """What a proposal rests on: a village meeting, or alternatively a statement of full responsibility."""

    MUSDES = "musdes", "Musyawarah desa/kelurahan", "Village meeting"
    STATEMENT = "sptjm", "SPTJM", "Statement of responsibility (SPTJM)"


class Status(Word):
    """Where a proposal stands. What the centre answers afterwards is an `Answer` of its own."""

    DRAFT = "draft", "Perlu dilengkapi", "To be completed"
    PROPOSED = "proposed", "Diusulkan", "Proposed"
    AGREED = "agreed", "Disepakati", "Agreed"
    VERIFIED = "verified", "Diverifikasi", "Verified"
    CHECKED = "checked", "Diperiksa", "Checked"
    RATIFIED = "ratified", "Disahkan", "Ratified"
    APPLIED = "applied", "Diterapkan", "Applied"
    RETURNED = "returned", "Dikembalikan", "Returned"
    DROPPED = "dropped", "Tidak dilanjutkan", "Dropped"
    WITHDRAWN = "withdrawn", "Ditarik", "Withdrawn"


class MoveKind(Word):
    """What somebody did with a proposal."""

    DRAFTED = "drafted", "Dibuka dari keluhan", "Opened from a complaint"
    PROPOSED = "proposed", "Diusulkan", "Proposed"
    AGREED = "agreed", "Disepakati", "Agreed"
    DROPPED = "dropped", "Tidak dilanjutkan", "Dropped"
    VERIFIED = "verified", "Diverifikasi", "Verified"
    CHECKED = "checked", "Diperiksa", "Checked"
    RATIFIED = "ratified", "Disahkan", "Ratified"
    APPLIED = "applied", "Diterapkan", "Applied"
    RETURNED = "returned", "Dikembalikan", "Returned"
    REVISED = "revised", "Isinya diubah", "Revised"
    REPAIRED = "repaired", "Diperbaiki", "Repaired"
    WITHDRAWN = "withdrawn", "Ditarik", "Withdrawn"


class ReturnReason(Word):
    """Why a proposal goes back to whoever proposed it."""

    INCOMPLETE = "incomplete", "Berkas belum lengkap", "Papers are missing"
    MISMATCH = "mismatch", "Tidak sesuai keadaan di lapangan", "Differs from what was found"
    IDENTITY = "identity", "Data kependudukan berbeda", "Differs from the civil registry"
    DUPLICATE = "duplicate", "Sudah tercatat atau diusulkan", "Already registered or proposed"
    NEWER = "newer", "Data sudah berubah sejak diusulkan", "Data changed since"
    MINUTES = "minutes", "Berita acara atau daftar hadir belum benar", "Minutes or attendance not in order"
    OTHER = "other", "Alasan lain", "Other reason"


class Found(Word):
    """What a meeting says of a household (musdes `status_rumahtangga`, codes 1–4 of the ministry's verification form)."""

    FOUND = "found", "Ditemukan", "Found"
    MISSING = "missing", "Tidak ditemukan", "Not found"
    DUPLICATE = "duplicate", "Ganda", "Duplicate"
    NEW = "new", "Usulan baru", "New proposal"


class Missing(Word):
    """Why a household was not found (musdes `alasan_tidak_ditemukan`, codes 1–4)."""

    MOVED = "moved", "Pindah", "Moved"
    DIED = "died", "Meninggal", "Died"
    UNKNOWN = "unknown", "Tidak tahu", "Unknown"
    NO_ADDRESS = "no_address", "Alamat tidak ada di sini", "No such address here"


class Group(Word):
    """Who is invited to a meeting (the ministry's form for watching musdes)."""

    RW = "rw", "Ketua RW", "RW heads"
    RT = "rt", "Ketua RT", "RT heads"
    BABINSA = "babinsa", "Babinsa/Bhabinkamtibmas", "Village army and police officers"
    COMMUNITY = "community", "Tokoh masyarakat", "Community leaders"
    RELIGIOUS = "religious", "Tokoh agama", "Religious leaders"
    OFFICIALS = "officials", "Aparat desa/kelurahan", "Village officials"
    OTHERS = "others", "Lainnya", "Others"


class Finding(Word):
    """What a visit for verification found (`verval_hasil`, codes 1–6)."""

    ENUMERATED = "enumerated", "Selesai didata", "Enumerated"
    NOT_FOUND = "not_found", "Rumah tangga tidak ditemukan", "Household not found"
    MOVED = "moved", "Rumah tangga pindah", "Household moved"
    PART = "part", "Bagian dari rumah tangga lain", "Part of another household"
    REFUSED = "refused", "Responden menolak", "Respondent refused"
    DUPLICATE = "duplicate", "Data ganda", "Duplicate record"


class Entry(Word):
    """The lines of a proposal that are no field of a person."""

    RELATIONSHIP = "relationship", "hubungan dengan kepala keluarga", "relation to the head"
    KK_NUMBER = "kk_number", "nomor KK", "KK number"
    DEPARTURE = "departure", "keadaan", "presence"
    HAPPENED_ON = "happened_on", "tanggal kejadian", "day"
    DEPARTURE_BASIS = "departure_basis", "menurut", "according to"
    DESTINATION = "destination", "pindah ke", "moved to"
    ORIGIN = "origin", "pindah dari", "moved from"
    WELFARE = "welfare", "kesejahteraan", "welfare"
    PPKS = "ppks", "jenis PPKS", "kind of PPKS"
    PPKS_SINCE = "ppks_since", "PPKS sejak", "PPKS since"
    PPKS_BASIS = "ppks_basis", "PPKS menurut", "PPKS according to"
    PPKS_EVIDENCE = "ppks_evidence", "bukti PPKS", "evidence of PPKS"
    PPKS_OFFICE = "ppks_office", "kantor yang menangani PPKS", "office that looks after it"
    PPKS_UNTIL = "ppks_until", "PPKS sampai", "PPKS until"
    PPKS_BECAUSE = "ppks_because", "PPKS berakhir karena", "PPKS ended because"
