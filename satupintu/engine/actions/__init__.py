"""Actions: the only way anything changes. See README.md."""

from satupintu.engine.actions.action import ACTIONS, action
from satupintu.engine.actions.errors import Conflict, Refused, WrongState
from satupintu.engine.actions.gate import Actor, Gatekeeper, trust
from satupintu.engine.actions.once import used

__all__ = ["ACTIONS", "Actor", "Conflict", "Gatekeeper", "Refused", "WrongState", "action", "trust", "used"]
