"""Words of the daybook: kinds of visit, how one ended, what a facilitator collects on the way."""

from satupintu.lib.words import Word


class VisitKind(Word):
    """Why somebody went out."""

    HOME = "home", "Kunjungan rumah", "Home visit"
    OUTREACH = "outreach", "Penjangkauan", "Outreach"


class VisitResult(Word):
    """How a visit ended."""

    MET = "met", "Bertemu", "Met"
    NOT_MET = "not_met", "Tidak bertemu", "Not met"
    MOVED = "moved", "Sudah pindah", "Moved away"
    DECLINED = "declined", "Tidak bersedia", "Declined"


class Survey(Word):
    """Pendataan: what a facilitator collects, the columns of the monthly report (SLRT Kota Tanjungbalai)."""

    AID = "cek_bansos", "Cek bansos", "Aid status check"
    PROPOSAL = "usulan_baru", "Usulan baru", "New proposal"
    NEWBORN = "bbl", "Bayi baru lahir", "Newborn"
    ELIGIBILITY = "kelayakan", "Kelayakan", "Eligibility"
    OTHER = "tugas_lain", "Tugas lain", "Other task"
