"""The tables of privacy, one noun a file."""

from satupintu.registry.privacy.models.breach import Breach
from satupintu.registry.privacy.models.copies import HandedCopy
from satupintu.registry.privacy.models.hold import LegalHold
from satupintu.registry.privacy.models.request import DataRequest
from satupintu.registry.privacy.models.retention import RetentionRule

__all__ = ["Breach", "DataRequest", "HandedCopy", "LegalHold", "RetentionRule"]
