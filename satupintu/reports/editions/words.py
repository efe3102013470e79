"""Words of editions: what is counted."""

from satupintu.lib.words import Word


class Subject(Word):
    """What an edition counts, each thing in the one month that it happened in."""

    COMPLAINTS = "complaints", "Keluhan diterima", "Complaints received"
    VERDICTS = "verdicts", "Penilaian warga", "What citizens said"
    VISITORS = "visitors", "Pengunjung kantor layanan", "Visitors of posts"
