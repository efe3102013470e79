"""Words of events."""

from satupintu.lib.words import Word


class Kind(Word):
    """What sort of thing an event tells of."""

    CHANGE = "change", "Perubahan", "Change"
    READING = "reading", "Pembacaan", "Reading"
    REFUSAL = "refusal", "Penolakan akses", "Refusal"
