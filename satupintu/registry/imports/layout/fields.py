"""What a column may be read into, which code lists it may be written in, and what a code means to us. No database."""

from typing import Any

from satupintu.lib.codelists import CATALOGUE, bdt, register, regsosek
from satupintu.lib.codes import Code, CodeList
from satupintu.lib.sentences import say
from satupintu.registry.imports.problems import Unreadable
from satupintu.registry.imports.words import Column
from satupintu.registry.people.words import BDT_RELATIONSHIPS, LISTS, RELATIONSHIPS, DepartureKind, Sex, Variable

TRAITS: dict[Column, Variable] = {Column(variable.value): variable for variable in Variable}
"""Columns that become coded particulars of a person."""
RELATIONS = (Column.RELATIONSHIP, Column.CARD_RELATIONSHIP)
PLAIN_ONLY = frozenset({Column.NIK, Column.KK_NUMBER})
"""Numbers that identify: read from one cell, as text, never put together and never the same for all rows."""

CODED: dict[Column, tuple[CodeList, ...]] = {
    Column.SEX: (bdt.SEX, regsosek.SEX),
    Column.RELATIONSHIP: (
        bdt.RELATION_TO_HOUSEHOLD_HEAD,
        bdt.RELATION_TO_FAMILY_HEAD,
        regsosek.RELATION,
        register.RELATION,
    ),
    Column.CARD_RELATIONSHIP: (register.RELATION, bdt.RELATION_TO_FAMILY_HEAD, regsosek.RELATION),
    Column.LIFE_STATUS: (register.LIFE_STATUS, bdt.PRESENCE, regsosek.PRESENCE),
    **{column: LISTS[variable] for column, variable in TRAITS.items()},
}
"""The lists that a column may be written in; a proposal takes the first."""

USUAL: dict[Column, tuple[str, ...]] = {
    Column.RELATIONSHIP: (bdt.RELATION_TO_HOUSEHOLD_HEAD.key, register.RELATION.key),
    Column.CARD_RELATIONSHIP: (register.RELATION.key, bdt.RELATION_TO_FAMILY_HEAD.key),
    **{column: (lists[0].key,) for column, lists in CODED.items() if column not in RELATIONS},
}
"""How a column is read when nobody says otherwise: codes and words of the first list, words of the others."""

_RELATIONS = {
    bdt.RELATION_TO_HOUSEHOLD_HEAD.key: BDT_RELATIONSHIPS,
    bdt.RELATION_TO_FAMILY_HEAD.key: BDT_RELATIONSHIPS,
    regsosek.RELATION.key: BDT_RELATIONSHIPS,
    register.RELATION.key: RELATIONSHIPS,
}
_DIED, _MOVED, _MISSING = DepartureKind.DIED, DepartureKind.MOVED, DepartureKind.MISSING
_STANDING: dict[str, dict[str, DepartureKind | None]] = {
    register.LIFE_STATUS.key: {"1": None, "2": _DIED, "3": _MOVED, "4": _MISSING, "6": _MOVED},
    bdt.PRESENCE.key: {"1": None, "2": _DIED, "3": _MOVED, "4": None},
    regsosek.PRESENCE.key: {"1": None, "2": _DIED, "3": _MOVED, "4": _MOVED, "5": None},
}
"""Why somebody is no longer here. What is left out (not valid, prelist error, not found) says nothing of a person."""


def lists_of(column: Column) -> tuple[CodeList, ...]:
    """The lists that a column may be written in; empty for one that is not coded."""
    return tuple(CATALOGUE.values()) if column is Column.RAW else CODED.get(column, ())


def meaning(column: Column, code: Code) -> Any:
    """What a code becomes in the staged row. Raises Unreadable for a code that must be looked into first."""
    key = f"{code.system}/{code.version}/{code.list}"
    if column is Column.SEX:
        return Sex.MALE if code.code == "1" else Sex.FEMALE
    if column in RELATIONS:
        return _RELATIONS[key][code.code]
    if column is Column.LIFE_STATUS:
        if code.code not in _STANDING[key]:
            said = say("Status “{status}” tidak diimpor. Periksa dulu orangnya.", status=code.label_id)
            raise Unreadable("life_status", said)
        return _STANDING[key][code.code]
    return list(code.key)
