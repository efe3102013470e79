"""The tables of documents: counters, attachments, templates, letters."""

from satupintu.engine.documents.models.attachments import Attachment, AttachmentQuerySet, Content, Counter, Original
from satupintu.engine.documents.models.letters import (
    Letter,
    LetterPaper,
    LetterQuerySet,
    LetterReturn,
    LetterRevocation,
    Signature,
)
from satupintu.engine.documents.models.templates import LetterTemplate, TemplateVersion, TemplateVersionQuerySet

__all__ = [
    "Attachment",
    "AttachmentQuerySet",
    "Content",
    "Counter",
    "Letter",
    "LetterPaper",
    "LetterQuerySet",
    "LetterReturn",
    "LetterRevocation",
    "LetterTemplate",
    "Original",
    "Signature",
    "TemplateVersion",
    "TemplateVersionQuerySet",
]
