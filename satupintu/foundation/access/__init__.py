"""Access: who may do what, and which rows exist for whom. See README.md."""

from satupintu.foundation.access.guest import Guest
from satupintu.foundation.access.house import House, house
from satupintu.foundation.access.policies import officer, open_door
from satupintu.foundation.access.reading import opened
from satupintu.foundation.access.scope import Scope, entered

__all__ = ["Guest", "House", "Scope", "entered", "house", "officer", "open_door", "opened"]
