"""Editions are fit to be published, so whoever is here may read them; nobody changes or removes one."""

from satupintu.lib.walls import Open

WALLS = [
    Open("editions_edition", "which months are closed; no person in it", "select, insert"),
    Open("editions_cell", "counts of areas, small ones never written down", "select, insert"),
]
HOUSE_VERBS = frozenset({"edition.close"})
"""Nobody chooses when a month is counted: two countings of one month would tell what happened between them."""
