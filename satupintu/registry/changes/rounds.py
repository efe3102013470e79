"""The round that a proposal belongs to: the month whose cut-off day it reaches."""

from datetime import date

from satupintu.registry.changes import rules

CUT_OFF = 17
"""The day of each month on which a round closes where nothing else is set (DTSEN: cut-off 17, data drawn on the 18th)."""


def of(village: int, day: date) -> tuple[int, int]:
    """The round (year, month) of a proposal that is made in a village on a day."""
    return rules.round_of(day, CUT_OFF)
