"""An event as a sentence that a person reads. Rooms bring their own sentences; the engine only fills them in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from satupintu.lib.words import Word

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A fact that is a day, as events keep it."""


@dataclass(frozen=True)
class Sentence:
    """``text`` with gaps for facts; ``words`` says which enumeration a fact is a code of. Days are said as people say them."""

    text: str
    words: Mapping[str, type[Word]] = field(default_factory=dict)

    def say(self, facts: Mapping[str, Any]) -> str:
        """The sentence in the reader's language; a fact that is missing leaves its gap empty."""
        spoken = {
            key: self.words[key](value).label if key in self.words else _said(value) for key, value in facts.items()
        }
        return gettext(self.text).format_map(_Gaps(spoken)).strip()


def _said(value: Any) -> Any:
    """A day as "3 Des 2026"; anything else as it is."""
    if isinstance(value, str) and DAY.fullmatch(value):
        return date_format(date.fromisoformat(value), "j M Y")
    return value


class _Gaps(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


_sentences: dict[str, Sentence] = {}


def tell(sentences: Mapping[str, Sentence]) -> None:
    """Add a room's sentences."""
    _sentences.update(sentences)


def sentence(name: str, facts: Mapping[str, Any]) -> str:
    """What the event says; its bare name if no room brought a sentence (a law forbids that)."""
    return _sentences[name].say(facts) if name in _sentences else name


_roles: type[Word] | None = None


def name_roles(words: type[Word]) -> None:
    """Say of which words the roles of actors are codes."""
    global _roles
    _roles = words


def actor(said: str, role: str) -> str:
    """Who did it, kept as "name · role · office", with the role in the reader's language."""
    who, dot, rest = said.partition(" · ")
    if _roles is None or not dot or role not in _roles.codes():
        return said
    _then, dot, office = rest.partition(" · ")
    return f"{who} · {_roles(role).label}{dot}{office}"


def told() -> set[str]:
    """The names that have a sentence, for the laws."""
    return set(_sentences)
