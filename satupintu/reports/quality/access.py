"""Counts are walled like the rows they count; a count of pairs is seen only by those who see all of the area searched."""

from satupintu.lib.walls import Open, Wall, in_scope

WALLS: list[Wall | Open] = [
    Wall("quality_tally", in_scope("sought_in"), grants="select, insert, delete"),
    Open("quality_counting", "when a kabupaten was counted last, no personal data", "select, insert, update"),
]
HOUSE_VERBS = frozenset({"quality.count"})
