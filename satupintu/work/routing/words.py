"""Words of routing: what a matter concerns, levels of offices, levels of schooling."""

from satupintu.lib.words import Word


class Nature(Word):
    """What it concerns (SLRT, sifat keluhan; the first two are what a manager refers)."""

    NEED = "need", "Kebutuhan program", "Need for a programme"
    MEMBERSHIP = "membership", "Kepesertaan program", "Membership of a programme"
    OTHER = "other", "Lainnya", "Other"


class Level(Word):
    """How high an office stands; the value says what its area is."""

    NATION = "nation", "Pusat", "National"
    PROVINSI = "provinsi", "Provinsi", "Provinsi"
    KABUPATEN = "kabupaten", "Kabupaten/kota", "Kabupaten/kota"
    KECAMATAN = "kecamatan", "Kecamatan", "Kecamatan"
    VILLAGE = "village", "Desa/kelurahan", "Village"

    @property
    def number(self) -> int:
        """0 the nation, 1 provinsi … 4 village: as areas count."""
        return list(Level).index(self)

    @classmethod
    def of(cls, number: int) -> "Level":
        """The level of that number."""
        return list(cls)[number]


class Schooling(Word):
    """What school it is about. Basic schooling is the kabupaten's, senior and special schooling the provinsi's."""

    EARLY = "early", "PAUD/TK", "Early childhood"
    PRIMARY = "primary", "SD", "Primary school"
    JUNIOR = "junior", "SMP", "Junior secondary"
    SENIOR = "senior", "SMA", "Senior secondary"
    VOCATIONAL = "vocational", "SMK", "Vocational secondary"
    SPECIAL = "special", "SLB", "Special school"
    RELIGIOUS = "religious", "Madrasah (MI, MTs, MA)", "Madrasah"
    EQUIVALENT = "equivalent", "Kejar Paket A, B, C", "Equivalency programme"
    HIGHER = "higher", "Perguruan tinggi", "Higher education"
