"""Inspection: what may come in as an attachment. A file is believed by its content, its ending and a short list."""

from satupintu.engine.documents.inspection.inspect import LARGEST, Inspected, inspect
from satupintu.engine.documents.inspection.refusal import NotAccepted

__all__ = ["LARGEST", "Inspected", "NotAccepted", "inspect"]
