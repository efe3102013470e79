"""What may be done with documents: attach files, write templates, make letters."""

from satupintu.engine.documents.actions import letters, templates
from satupintu.engine.documents.actions.attachments import attach, follow, hand_on

__all__ = ["attach", "follow", "hand_on", "letters", "templates"]
