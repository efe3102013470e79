"""A proposal as lines that people read: field, what stands now, what is proposed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Step
from satupintu.lib.codelists import welfare
from satupintu.lib.nik import KkNumber, Nik
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.rules import Clash
from satupintu.registry.changes.words import Entry, Status
from satupintu.registry.people.rules import trait_label
from satupintu.registry.people.words import (
    DepartureBasis,
    DepartureKind,
    Field,
    PpksBasis,
    PpksEnd,
    Relationship,
    Sex,
    Variable,
)

WORDS: dict[str, Any] = {
    "departure": DepartureKind,
    "departure_basis": DepartureBasis,
    "relationship": Relationship,
    "sex": Sex,
    "ppks_basis": PpksBasis,
    "ppks_because": PpksEnd,
}
"""Fields whose value is a code of ours."""
DAYS = frozenset({"birth_date", "happened_on", "ppks_since", "ppks_until"})
MEMBER = ("name", "nik", "sex", "birth_date", "relationship")


@dataclass(frozen=True, slots=True)
class Line:
    """One field, both sides in words; ``now`` only where somebody changed it meanwhile."""

    label: str
    old: str
    new: str
    now: str = ""


def of(request: ChangeRequest) -> list[Line]:
    """Every field that a proposal touches."""
    fields = [
        name for name in request.after if name != "traits" or request.after.get("traits") != request.before.get(name)
    ]
    told = [
        Line(label(name), words_of(name, request.before.get(name)), words_of(name, request.after[name]))
        for name in fields
        if name != "traits" and (request.after[name] or request.before.get(name))
    ]
    told += _traits(request)
    names = request.details.get("names") or []
    if len(names) > 1:
        told.append(Line(_("Siapa saja"), "", ", ".join(names)))
    return told + [_member(one) for one in request.details.get("members", [])]


def _traits(request: ChangeRequest) -> Iterable[Line]:
    old, new = request.before.get("traits") or {}, request.after.get("traits") or {}
    for variable in Variable:
        if old.get(variable.value) != new.get(variable.value):
            yield Line(
                variable.label,
                trait_label(variable, old.get(variable.value)),
                trait_label(variable, new.get(variable.value)),
            )


def _member(one: dict[str, Any]) -> Line:
    if "pk" in one:
        return Line(one["name"], words_of("relationship", one["was"]), words_of("relationship", one["relationship"]))
    told = [words_of(name, one[name]) for name in MEMBER[1:] if one.get(name)]
    return Line(one["name"], "", " · ".join(told))


COURSE = (Status.PROPOSED, Status.AGREED, Status.VERIFIED, Status.CHECKED, Status.RATIFIED, Status.APPLIED)


def course(request: ChangeRequest) -> list[Step]:
    """The way of a proposal as a bar of steps: each with who did it last."""
    moves = {move.kind: move for move in request.moves.oldest_first()}
    now = request.status_word
    reached = COURSE.index(now) if now in COURSE else -1
    if now in {Status.RETURNED, Status.DRAFT}:
        state = "now"
    else:
        state = "refused" if now in {Status.DROPPED, Status.WITHDRAWN} else ""
    steps = [Step(now.label, state)] if state else []
    for place, one in enumerate(COURSE):
        move = moves.get(one.value) if place <= reached else None
        who = move.by_label.split(" · ")[0] if move else ""
        done = "done" if place < reached or now is Status.APPLIED else "now" if place == reached else "next"
        steps.append(Step(one.label, done, day(timezone.localtime(move.at).date()) if move else "", who))
    return steps


def of_clashes(found: Iterable[Clash]) -> list[Line]:
    """What somebody else changed: frozen, proposed, and what stands there now."""
    return [
        Line(
            label(one.field),
            words_of(one.field, one.before),
            words_of(one.field, one.after),
            words_of(one.field, one.now),
        )
        for one in found
    ]


def label(name: str) -> str:
    """What a field is called."""
    if name in Entry.codes():
        return _capital(Entry(name).label)
    return _capital(Field(name).label) if name in Field.codes() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def words_of(name: str, value: object) -> str:
    """A frozen value in words."""
    if value is None or value == "":
        return _("tinggal di sini") if name == "departure" else "–"
    text = str(value)
    if name == "welfare":
        return _("mampu") if text == "able" else _("miskin")
    if name == "ppks" and isinstance(value, list | tuple):
        return kind_of_need(value)
    if name in DAYS:
        return day(date.fromisoformat(text))
    if name in WORDS and text in WORDS[name].codes():
        return str(WORDS[name](text).label)
    if name == "nik" and len(text) == 16:
        return Nik(text).grouped
    if name == "kk_number" and len(text) == 16:
        return KkNumber(text).grouped
    if name == "traits":
        return ", ".join(" ".join(map(str, stored)) for stored in value.values()) if isinstance(value, dict) else text
    return text


def kind_of_need(key: Sequence[str]) -> str:
    """A kind of PPKS in words, with its code and the version of the list; one that the house does not know as it is."""
    known = {entry.key: f"{entry.code} {entry.label} ({welfare.PPKS.edition})" for entry in welfare.PPKS}
    system, version, code = key
    return known.get((system, version, code), f"{system} {code} ({version})")
