"""Words of indicators: what complaints are counted by, and the stretches of time that are measured."""

from satupintu.lib.words import Word, in_english


class Dimension(Word):
    """What complaints are counted by."""

    FIELD = "field", "Bidang layanan", "Service field"
    PROGRAMME = "programme", "Program", "Programme"
    NATURE = "nature", "Sebab (sifat keluhan)", "Cause (nature)"
    OUTCOME = "outcome", "Hasil akhir", "Outcome"
    AREA = "area", "Daerah", "Area"
    OFFICE = "office", "Kantor yang menangani", "Handling office"
    MONTH = "month", "Bulan diterima", "Month received"

    @property
    def short(self) -> str:
        """One word, for the head of a column and a row of choices."""
        words = {"field": ("Bidang", "Field"), "nature": ("Sebab", "Cause"), "office": ("Kantor", "Office"),
                 "month": ("Bulan", "Month")}  # fmt: skip
        return words[self.value][in_english()] if self.value in words else self.label


class Stretch(Word):
    """A stretch of time from receipt, by what ends it."""

    REPLY = "reply", "Kabar pertama", "First reply"
    DECISION = "decision", "Keputusan", "Decision"
    SERVICE = "service", "Layanan", "Service"
    CLOSURE = "closure", "Penutupan", "Closure"
