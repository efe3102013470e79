"""The tables of imports: files and their rows on the way, mappings and their versions."""

from satupintu.registry.imports.models.batch import Batch, StagedRow, Upload
from satupintu.registry.imports.models.mapping import Mapping, MappingVersion
from satupintu.registry.imports.models.undoing import AppliedRow, FormerRow

__all__ = ["AppliedRow", "Batch", "FormerRow", "Mapping", "MappingVersion", "StagedRow", "Upload"]
