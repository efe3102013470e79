"""What may be done to people: the only place that writes."""

from satupintu.registry.people.actions.contact import Reachable, record_contact
from satupintu.registry.people.actions.household import (
    Home,
    Seat,
    change_household,
    confirm_household,
    register_household,
)
from satupintu.registry.people.actions.person import Absence, change, register
from satupintu.registry.people.actions.ppks import Kind, add_ppks, end_ppks
from satupintu.registry.people.actions.renumber import renumber
from satupintu.registry.people.actions.restriction import lift, may_be_changed, restrict
from satupintu.registry.people.actions.verify import verify, verify_several

__all__ = [
    "Absence",
    "Home",
    "Kind",
    "Reachable",
    "Seat",
    "add_ppks",
    "change",
    "change_household",
    "confirm_household",
    "end_ppks",
    "lift",
    "may_be_changed",
    "record_contact",
    "register",
    "register_household",
    "renumber",
    "restrict",
    "verify",
    "verify_several",
]
