"""What notices and messages say: rooms bring the sentences, of notices by the name of the event they tell of.

No sentence names a person or says what a matter is about: a telephone lies on a table, a mailbox is shared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from satupintu.engine.events.sentences import Sentence

_notices: dict[str, Sentence] = {}
NEWS, OPEN = Sentence("Satu Pintu: ada kabar"), Sentence("Buka {address}.")


@dataclass(frozen=True)
class Text:
    """What a message says. ``subject`` is for media that have one; ``open`` follows when there is an address to open."""

    body: Sentence
    subject: Sentence = NEWS
    open: Sentence = OPEN

    def say(self, facts: Mapping[str, Any], language: str) -> tuple[str, str]:
        """(subject, text) in a language; ``facts`` may hold ``address``, the house's own on the web."""
        with translation.override(language):
            parts = [self.body.say(facts), self.open.say(facts) if facts.get("address") else ""]
            return self.subject.say(facts), " ".join(part for part in parts if part)


def say_notices(sentences: Mapping[str, Sentence]) -> None:
    """Add what a room's notices say."""
    _notices.update(sentences)


def notice(name: str, facts: Mapping[str, Any]) -> str:
    """What a notice says, in the reader's language; its bare name if no room brought a sentence."""
    return _notices[name].say(facts) if name in _notices else name
