"""Words of differences between editions."""

from satupintu.lib.words import Word


class Movement(Word):
    """What became of somebody from one edition to the next. Desil 1 is the poorest tenth."""

    CAME = "came", "Masuk", "Came"
    FELL = "fell", "Keluar", "Fell off"
    POORER = "poorer", "Desil turun", "Desil lower"
    BETTER = "better", "Desil naik", "Desil higher"
    SAME = "same", "Tetap", "Unchanged"
