"""Tables: sorted, filtered, paged by key, drawn in Python, exported without live formulas."""

from satupintu.engine.ui.tables.column import Column
from satupintu.engine.ui.tables.files import Stamp
from satupintu.engine.ui.tables.table import Table

__all__ = ["Column", "Stamp", "Table"]
