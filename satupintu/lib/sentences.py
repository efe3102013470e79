"""Sentences that plain code says to people, in the language of whoever reads them.

    say("Bulan {number} tidak ada.", number=13)      "Bulan 13 tidak ada.", or "There is no month 13." in English
    json.dumps(sentence.packed())                    kept beside a row, whatever language the worker spoke
    again(json.loads(…))                             the same sentence, in the language of today's reader

`lib` knows no Django, so until somebody gives it a translator, sentences stay Indonesian, as they are written.
"""

from collections.abc import Callable
from typing import Any, Self


def _as_written(sentence: str) -> str:
    return sentence


_translate: Callable[[str], str] = _as_written


def translate_by(translate: Callable[[str], str]) -> None:
    """Let sentences be translated by `translate(pattern)`: the settings give it Django's `gettext`."""
    global _translate
    _translate = translate


class Said(str):
    """A sentence with its gaps filled; remembers its pattern and facts, so that it can be said in another language."""

    pattern: str
    facts: dict[str, Any]

    def __new__(cls, pattern: str, facts: dict[str, Any]) -> Self:
        said = super().__new__(cls, _translate(pattern).format_map(facts) if facts else _translate(pattern))
        said.pattern, said.facts = pattern, facts
        return said

    def packed(self) -> list[Any]:
        """[pattern, facts] as JSON can keep it; a fact that is a sentence itself is packed too."""
        facts = {name: fact.packed() if isinstance(fact, Said) else fact for name, fact in self.facts.items()}
        return [self.pattern, facts]


def say(pattern: str, /, **facts: Any) -> Said:
    """The sentence with its gaps `{like_this}` filled, in the language now spoken. The pattern is a literal."""
    return Said(pattern, facts)


def again(packed: list[Any]) -> Said:
    """A packed sentence, said in the language now spoken."""
    pattern, facts = packed
    return Said(pattern, {name: again(fact) if isinstance(fact, list) else fact for name, fact in facts.items()})
