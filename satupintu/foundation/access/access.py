"""Access itself keeps no table."""

from satupintu.lib.walls import Open, Wall

WALLS: list[Wall | Open] = []
