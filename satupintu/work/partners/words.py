"""Words of partners: the kinds of potential and source of social welfare (PSKS), and why one is no longer there."""

from satupintu.lib.words import Word


class Kind(Word):
    """The twelve kinds of PSKS, in the order and by the numbers 01–12 of Permensos 8/2012."""

    PROFESSIONAL = "professional", "Pekerja sosial profesional", "Professional social worker"
    COMMUNITY_WORKER = "community_worker", "Pekerja sosial masyarakat (PSM)", "Community social worker"
    DISASTER_YOUTH = "disaster_youth", "Taruna siaga bencana (Tagana)", "Disaster-preparedness youth"
    INSTITUTION = "institution", "Lembaga kesejahteraan sosial (LKS)", "Social welfare institution"
    YOUTH = "youth", "Karang Taruna", "Village youth organisation"
    FAMILY_COUNSEL = "family_counsel", "Lembaga konsultasi keluarga (LK3)", "Family welfare consultation"
    PIONEER_FAMILY = "pioneer_family", "Keluarga pioner", "Pioneer family"
    NETWORK = "network", "Wahana kesejahteraan berbasis masyarakat (WKSBM)", "Community-based welfare network"
    WOMAN_LEADER = "woman_leader", "Wanita pemimpin kesejahteraan sosial", "Woman leader of social welfare"
    EXTENSION = "extension", "Penyuluh sosial", "Social extension worker"
    TKSK = "tksk", "Tenaga kesejahteraan sosial kecamatan (TKSK)", "Kecamatan social welfare worker"
    BUSINESS = "business", "Dunia usaha", "Business"

    @property
    def number(self) -> str:
        """The number of the regulation: "01" to "12"."""
        return f"{list(Kind).index(self) + 1:02}"


class EndReason(Word):
    """Why a resource is no longer there."""

    STOPPED = "stopped", "Tidak aktif lagi", "No longer active"
    DIED = "died", "Meninggal", "Died"
    MOVED = "moved", "Pindah dari wilayah ini", "Moved out of this area"
    MISTAKEN = "mistaken", "Salah catat atau tercatat dua kali", "Entered by mistake or twice"
