"""A pair side by side: what each record says, where they differ, and why they may be one person, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.lib.names import name_key
from satupintu.lib.nik import KkNumber, Nik
from satupintu.registry.matching.linkage.model import COMPARISONS, Model
from satupintu.registry.matching.linkage.pairs import evidence
from satupintu.registry.matching.models import Pair
from satupintu.registry.matching.words import said
from satupintu.registry.people import panels
from satupintu.registry.people.models import CardMember, HouseholdMember, Person
from satupintu.registry.people.words import DepartureKind, Variable

STRONG, SOME = 6.0, 1.5
"""Bits from which evidence is strong, and from which it counts at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that both records may tell."""

    label: str
    one: str
    other: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """What one comparison says, and how much that speaks for one person or against it."""

    sentence: str
    weight: str
    tone: str


def side_by_side(pair: Pair) -> list[Line]:
    """The lines of both records; a line that neither fills is left out."""
    ours, theirs = _told([pair.one, pair.other])
    return [
        Line(label, one, other, bool(one and other) and _plain(one) != _plain(other))
        for (label, one), (_label, other) in zip(ours, theirs, strict=True)
        if one or other
    ]


def fuller(pair: Pair, lines: Sequence[Line]) -> int:
    """The number of the record that tells more: the likelier one to keep."""
    ones, others = sum(bool(line.one) for line in lines), sum(bool(line.other) for line in lines)
    return int(pair.one_id if ones >= others else pair.other_id)


def reasons(pair: Pair) -> list[Reason]:
    """Why the two may be one person, the strongest reason first; nothing for a pair that an officer told."""
    model = pair.search.model if pair.search else None
    numbers = Model.unpacked(model.numbers) if model else Model.shipped()
    known = {comparison.code for comparison in COMPARISONS}
    bits = evidence({code: level for code, level in pair.levels.items() if code in known}, numbers)
    ordered = sorted(bits, key=lambda code: -abs(bits[code]))
    return [Reason(said(code, pair.levels[code]), _weight(bits[code]), _tone(bits[code])) for code in ordered]


def _weight(bits: float) -> str:
    if abs(bits) < SOME:
        return _("hampir tidak berpengaruh")
    if bits > 0:
        return _("sangat mendukung") if bits >= STRONG else _("mendukung")
    return _("sangat menentang") if bits <= -STRONG else _("menentang")


def _tone(bits: float) -> str:
    return "off" if abs(bits) < SOME else "done" if bits > 0 else "refused"


def _plain(text: str) -> str:
    return name_key(text) or text.lower()


def _told(people: Sequence[Person]) -> list[list[tuple[str, str]]]:
    ids = [person.pk for person in people]
    cards = {
        seat.person_id: KkNumber(seat.card.kk_number).grouped
        for seat in CardMember.objects.now().filter(person__in=ids).select_related("card")
    }
    homes: dict[int, Any] = {
        seat.person_id: seat
        for seat in HouseholdMember.objects.now().filter(person__in=ids).select_related("household__head")
    }
    gone = panels.departures(ids)
    return [_lines(one, cards.get(one.pk, ""), homes.get(one.pk), gone.get(one.pk, "")) for one in people]


def _lines(person: Person, card: str, home: Any, gone: str) -> list[tuple[str, str]]:
    sex = person.sex_word
    lives = ""
    if home is not None:
        head = home.household.head
        lives = f"{home.word.label} · {head.shown_name}" if head is not None else str(home.word.label)
    return [
        (_("Nama"), person.shown_name),
        ("NIK", Nik(person.nik).grouped if person.nik else ""),
        (_("Nomor KK"), card),
        (_("Jenis kelamin"), sex.label if sex else ""),
        (_("Lahir"), panels.born(person)),
        (_("Nama ibu kandung"), person.mother_name),
        (_("Desa"), person.village.name),
        (_("Alamat"), panels.address(person)),
        (_("Dalam keluarga"), lives),
        (_("Pekerjaan"), person.occupation),
        *((variable.label, person.trait(variable)) for variable in Variable),
        (_("Keadaan"), DepartureKind(gone).label if gone else ""),
        (_("Dicatat"), day(person.registered_at.date())),
    ]
