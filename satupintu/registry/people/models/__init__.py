"""The tables of people, one noun a file."""

from satupintu.registry.people.models.card import CardMember, FamilyCard
from satupintu.registry.people.models.consent import Consent
from satupintu.registry.people.models.contact import Contact
from satupintu.registry.people.models.departure import Departure
from satupintu.registry.people.models.former import FormerValue
from satupintu.registry.people.models.household import Household, HouseholdMember
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.models.ppks import Ppks
from satupintu.registry.people.models.restriction import Restriction
from satupintu.registry.people.models.rosters import ListEdition, ListMembership
from satupintu.registry.people.models.token import NameToken
from satupintu.registry.people.models.unverified import Unverified

__all__ = [
    "CardMember",
    "Consent",
    "Contact",
    "Departure",
    "FamilyCard",
    "FormerValue",
    "Household",
    "HouseholdMember",
    "ListEdition",
    "ListMembership",
    "NameToken",
    "Person",
    "Ppks",
    "Restriction",
    "Unverified",
]
