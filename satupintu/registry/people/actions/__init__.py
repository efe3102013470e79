"""What may be done to people: the only place that writes."""

from satupintu.registry.people.actions.household import Home, Seat, change_household, register_household
from satupintu.registry.people.actions.person import Absence, change, register
from satupintu.registry.people.actions.renumber import renumber

__all__ = ["Absence", "Home", "Seat", "change", "change_household", "register", "register_household", "renumber"]
