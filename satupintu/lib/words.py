"""Words: the base of every enumeration in the house. Both languages meet here (ARCHITECTURE, names).

class Channel(Word):
    WALK_IN = "walk_in", "Datang ke kantor", "Walk-in"
    PHONE = "phone", "Telepon", "Telephone"

Channel.WALK_IN == "walk_in"         a member is its code: it is stored, compared and sent as that text
Channel.WALK_IN.label                "Datang ke kantor", or "Walk-in" while English is spoken
Channel("phone") is Channel.PHONE    ValueError for a code that is no word
models.CharField(max_length=Word.MAX_LENGTH, choices=Channel.choices)   give the method itself, not its result:
                                     Django asks it anew each time, so labels follow the reader's language
                                     and a changed label needs no migration
"""

import re
from collections.abc import Callable
from enum import StrEnum, nonmember
from typing import Self

_CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,19}")


def _indonesian() -> str | None:
    return "id"


_spoken: Callable[[], str | None] = _indonesian


def speak(language: Callable[[], str | None]) -> None:
    """Let labels follow `language()`, asked at every reading: the settings give it Django's `get_language`.

    `lib` knows no Django, so until somebody speaks, labels are Indonesian.
    """
    global _spoken
    _spoken = language


def in_english(language: str | None = None) -> bool:
    """Whether English is meant: by a language code such as "en-gb", or, with none given, by the language now spoken."""
    return (language or _spoken() or "").lower().startswith("en")


class Word(StrEnum):
    """A word of the house: a code of at most 20 characters `[a-z0-9_]`, an Indonesian and an English label.

    Raises ValueError when the class is made with a code that does not fit or with an empty label.
    """

    MAX_LENGTH = nonmember(20)
    do_not_call_in_templates = nonmember(True)  # Django templates would call the class and fail

    label_id: str
    label_en: str

    def __new__(cls, code: str, label_id: str = "", label_en: str = "") -> Self:
        if not _CODE.fullmatch(code):
            raise ValueError(f"{code!r} is no code: 1 to 20 characters of a-z, 0-9 and _")
        if not (label_id.strip() and label_en.strip()):
            raise ValueError(f"{code!r} needs a label in both languages")
        member = str.__new__(cls, code)
        member._value_ = code
        member.label_id = label_id
        member.label_en = label_en
        return member

    @property
    def label(self) -> str:
        """The label in the language now spoken (see `speak`); Indonesian unless that is English."""
        return self.label_en if in_english() else self.label_id

    def label_in(self, language: str | None) -> str:
        """The label in a language code such as "id", "en" or "en-gb"; anything but English is Indonesian."""
        return self.label_en if in_english(language or "id") else self.label_id

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """(code, label) pairs in the order written, labels in the language now spoken."""
        english = in_english()
        return [(word.value, word.label_en if english else word.label_id) for word in cls]

    @classmethod
    def codes(cls) -> list[str]:
        """All codes, in the order written: for check constraints."""
        return [word.value for word in cls]
