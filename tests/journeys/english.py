"""The words of the house in English, so that one journey is walked in both languages."""

import re
from functools import cache
from pathlib import Path

import polib

from satupintu.lib.words import Word

CATALOGUE = Path(__file__).parents[2] / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
SHORTEST = 8
"""Pieces of sentences that are shorter may stand in anything that somebody types."""


@cache
def _known() -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for entry in polib.pofile(str(CATALOGUE)):
        known.setdefault(entry.msgid, set()).add(entry.msgstr)
    for kind in [kind for base in Word.__subclasses__() for kind in (base, *base.__subclasses__())]:
        for word in kind:
            known.setdefault(word.label_id, set()).add(word.label_en)
    return known


@cache
def _pieces() -> list[str]:
    parts = (part.strip() for sentence in _known() for part in PLACE.split(sentence))
    return [part for part in parts if len(part) >= SHORTEST]


def said(words: str) -> re.Pattern[str] | str:
    """What stands on an English page instead of these words, or of the one sentence that they begin.

    What somebody typed stays as it is.
    """
    begun = [one for one in _known() if one.startswith(words) and not PLACE.search(one)]
    found = _known().get(words) or _as_title(words) or (_known()[begun[0]] if len(begun) == 1 else None)
    return re.compile("|".join(re.escape(one) for one in sorted(found))) if found else words


def _as_title(words: str) -> set[str] | None:
    """A word of the house that begins a line stands there with a great letter."""
    return {one[:1].upper() + one[1:] for one in _known().get(words[:1].lower() + words[1:], ())} or None


def whole(words: str) -> re.Pattern[str] | str:
    """As ``said``, with nothing before or after it."""
    found = said(words)
    return found if isinstance(found, str) else re.compile(rf"^\s*({found.pattern})\s*$")


def is_put_otherwise(words: str) -> bool:
    """Whether it is a piece of a sentence of ours, or one with something set in, which English puts otherwise."""
    ours = any(words in sentence for sentence in _known()) or any(one in words for one in _pieces())
    return said(words) == words and ours
