"""Kinds of letter. Rooms bring them; documents only knows that a kind offers facts about a row of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_noop as _

from satupintu.engine.documents.letters.wording import Wording

ALWAYS = {
    "kantor": _("Nama kantor"),
    "tempat": _("Tempat kantor"),
    "nomor": _("Nomor surat"),
    "tanggal": _("Tanggal surat"),
    "petugas": _("Nama petugas yang membuat"),
}
"""What every kind offers: it comes from the office and from issuing."""


@dataclass(frozen=True)
class Ask:
    """Something the drafter types: what the form says, and whether it may be left out."""

    label: str
    required: bool = True
    long: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Standard:
    """Wording that comes with the house: a name, and the kind of office it is for ("" for any)."""

    name: str
    office_kind: str
    wording: Wording


def _nothing(subject: Any) -> dict[str, str]:
    return {}


@dataclass(frozen=True)
class LetterKind:
    """A kind of letter about one model.

    ``series`` counts its numbers and stands in them; ``offers`` names placeholders with what each is; ``facts`` reads
    them from a row (text; "" where nothing is known); ``needs`` are facts without which no letter is written;
    ``suggests`` fills what the drafter is asked, to be changed; ``secrets`` are facts that are printed but never kept
    beside the paper. ``open_to`` says whether an officer's appointment may write one about the row; ``find`` answers a
    row by its number, None behind a wall.
    """

    code: str
    series: str
    title: str
    subject: str
    offers: Mapping[str, str]
    facts: Callable[[Any], dict[str, str]]
    about: Callable[[Any], str]
    find: Callable[[int], Any]
    home: Callable[[Any], str]
    open_to: Callable[[Any, Any], bool]
    example: Mapping[str, str]
    asks: Mapping[str, Ask] = field(default_factory=dict)
    suggests: Callable[[Any], dict[str, str]] = _nothing
    needs: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()
    standards: tuple[Standard, ...] = ()

    def known(self, subject: Any) -> dict[str, str]:
        """The facts of a row as a letter tells them: Indonesian, whatever the reader's screen speaks."""
        with translation.override("id"):
            return self.facts(subject)

    @property
    def placeholders(self) -> dict[str, str]:
        """Everything a template of this kind may name, with what it is."""
        return {**self.offers, **{name: ask.label for name, ask in self.asks.items()}, **ALWAYS}


_kinds: dict[str, LetterKind] = {}


def letter_kind(kind: LetterKind) -> LetterKind:
    """Add a room's kind. Raises RuntimeError when its code or series is taken by another."""
    for other in _kinds.values():
        if other.code != kind.code and other.series == kind.series:
            raise RuntimeError(f"two kinds count as {kind.series}")
    if kind.code in _kinds and _kinds[kind.code].facts.__module__ != kind.facts.__module__:
        raise RuntimeError(f"two kinds are called {kind.code}")
    _kinds[kind.code] = kind
    return kind


def kind_of(code: str) -> LetterKind:
    """The kind of that code. Raises KeyError."""
    return _kinds[code]


def kinds() -> list[LetterKind]:
    """All of them, in the order they came."""
    return list(_kinds.values())


def kinds_about(subject: Any) -> list[LetterKind]:
    """The kinds that tell of rows such as this one."""
    return [kind for kind in _kinds.values() if kind.subject == subject._meta.model_name]
