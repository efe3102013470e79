"""What this room holds of people: counts of a village, which lead to no one."""

from satupintu.reports.quality.models import Tally

CLAIMS = ()
UNLINKED = {Tally: "counts of a village, no rows of persons"}
"""What holds people's data and leads to no one person: why."""
READINGS = {"quality.listed": 0}
"""Readings whose rows are persons."""
