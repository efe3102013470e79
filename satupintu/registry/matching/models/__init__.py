"""The tables of matching, one noun a file."""

from satupintu.registry.matching.models.merge import Merge, MovedRow
from satupintu.registry.matching.models.pair import Pair
from satupintu.registry.matching.models.search import Search, TrainedModel

__all__ = ["Merge", "MovedRow", "Pair", "Search", "TrainedModel"]
