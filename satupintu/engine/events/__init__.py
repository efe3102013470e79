"""Events: what happened, append only. See README.md."""

from satupintu.engine.events.listening import on
from satupintu.engine.events.reach import Reach
from satupintu.engine.events.recording import note, record
from satupintu.engine.events.sentences import Sentence, name_roles, tell

__all__ = ["Reach", "Sentence", "name_roles", "note", "on", "record", "tell"]
