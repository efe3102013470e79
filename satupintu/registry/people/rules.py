"""Decisions about people on plain values: ages, marks, likeness of names. No database, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from satupintu.lib.codelists import welfare
from satupintu.lib.codes import Code, CodeList
from satupintu.lib.names import name_tokens, phonetic_key
from satupintu.registry.people.words import LISTS, Mark, SafeContact, Variable

AGES = {Mark.BABY: (0, 1), Mark.CHILD: (1, 18), Mark.ELDERLY: (60, 200)}
"""Full years from … to below …: a child by UU 35/2014 art. 1, an elderly person by UU 13/1998 art. 1."""
ASKED_LATELY = timedelta(days=31)
"""So long ago somebody may have been asked whether the data of a household are still right, as long as the daybook is open."""
KEYS_A_NAME = 8
"""Parts of a name that are kept for searching; longer names are found by their first parts."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is told about a person when they are registered or their data are changed. Only name and village must be."""

    village: int
    name: str
    nik: str = ""
    sex: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    birth_place: str = ""
    mother_name: str = ""
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    address: str = ""
    occupation: str = ""
    traits: Mapping[str, Sequence[str]] = field(default_factory=dict)


def age(birth_date: date | None, birth_year: int | None, today: date) -> int | None:
    """Full years on ``today``; from the year alone it may be one too many. None when nothing is known."""
    if birth_date is not None:
        return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
    return None if birth_year is None else today.year - birth_year


def may_confirm(asked_on: date, today: date) -> bool:
    """Whether an answer of that day still says that the data of a household are right today."""
    return today - ASKED_LATELY <= asked_on <= today


def search_keys(name: str) -> list[str]:
    """How the parts of a name sound, each once."""
    return keys_of(name_tokens(name))


def keys_of(tokens: Sequence[str]) -> list[str]:
    """How these parts of a name key sound, each once."""
    keys = (phonetic_key(token)[:40] for token in tokens)
    return list(dict.fromkeys(key for key in keys if key))[:KEYS_A_NAME]


def trait(variable: Variable, code: str) -> list[str]:
    """A code of the variable's first list with its system and version. Raises KeyError for an unknown code."""
    return list(LISTS[variable][0][code].key)


def trait_code(variable: Variable, stored: Sequence[str] | None) -> Code | None:
    """The entry that is meant by a stored [system, version, code]; None when there is none or no list knows it."""
    codes = _list_of(variable, stored)
    return next((entry for entry in codes or () if stored and entry.code == stored[2]), None)


def _list_of(variable: Variable, stored: Sequence[str] | None) -> CodeList | None:
    """The list that a stored code is from."""
    if not stored:
        return None
    return next((codes for codes in LISTS[variable] if [codes.system, codes.version] == list(stored[:2])), None)


def trait_label(variable: Variable, stored: Sequence[str] | None) -> str:
    """What a stored code says, in the reader's language, all that a sum of codes stands for; one that no list knows is
    shown as it is.
    """
    found = trait_code(variable, stored)
    if found is not None:
        return found.label
    codes = _list_of(variable, stored)
    if codes is not None and codes.added and stored and stored[2].isdecimal():
        try:
            return ", ".join(entry.label for entry in codes.held(int(stored[2])))
        except ValueError:
            pass
    return " ".join(stored) if stored else ""


def papers(stored: Sequence[str] | None) -> list[tuple[str, bool]] | None:
    """Each paper of the list in which it was told, and whether it is held; None when nobody has told or it cannot be read."""
    codes = _list_of(Variable.IDENTITY_PAPERS, stored)
    if codes is None or not stored or not stored[2].isdecimal():
        return None
    try:
        held = {entry.code for entry in codes.held(int(stored[2]))}
    except ValueError:
        return None
    return [(entry.label, entry.code in held) for entry in codes if int(entry.code)]


def has_disability(stored: Sequence[str] | None) -> bool:
    """Whether the stored code names a disability: "none" differs from list to list."""
    none = {("bdt", "00"), ("dtks_verval", "0"), ("register", "7")}
    return stored is not None and len(stored) == 3 and (stored[0], stored[2]) not in none


def reachable(rule: SafeContact, *, phone: str, email: str) -> bool:
    """Whether a rule that allows calling or writing comes with something to call or write to."""
    return bool(phone or (email and rule != SafeContact.CALL)) or rule in {SafeContact.IN_PERSON, SafeContact.NONE}


def may_write(*, number: Sequence[SafeContact], person: Sequence[SafeContact]) -> bool:
    """Whether a message may be sent: ``number`` is what was said of that number, ``person`` what holds for its owner.

    Whoever wants to be met in person only, or left alone, is not written to under any number of theirs.
    """
    left_alone = {SafeContact.IN_PERSON, SafeContact.NONE} & set(person)
    return not left_alone and all(rule in {SafeContact.ANY, SafeContact.MESSAGE} for rule in number or person)


def ppks_clearance(code: str) -> int:
    """How sensitive the mention of a kind is: 2 secret, 1 restricted, 0 ordinary."""
    return 2 if code in welfare.SECRET else 1 if code in welfare.RESTRICTED else 0


def ppks_fits(code: str, years: int | None) -> bool:
    """Whether somebody of that age can be of that kind; an unknown age fits all."""
    least, below = welfare.AGES.get(code, (0, 200))
    return years is None or least <= years < below


def marks(
    years: int | None,
    *,
    nik: str | None,
    disability: Sequence[str] | None,
    departure: str = "",
    listed: bool = True,
    verified: bool = True,
) -> list[Mark]:
    """The small labels beside a person's name: who needs attention at a glance."""
    found = [Mark(departure)] if departure else []
    if not verified:
        found.append(Mark.UNVERIFIED)
    if years is not None and not departure:
        found += [mark for mark, (least, most) in AGES.items() if least <= years < most]
    if has_disability(disability):
        found.append(Mark.DISABILITY)
    if not nik:
        found.append(Mark.WITHOUT_NIK)
    if not listed:
        found.append(Mark.NOT_LISTED)
    return found


def likeness(asked: Sequence[str], known: Sequence[str]) -> float:
    """How alike two names are, 0–1, by their words in any order; a letter stands for words that begin with it.

    Words that were asked and are missing weigh more than words of the known name that nobody asked for.
    """
    if not asked or not known:
        return 0.0
    left = list(known)
    total = 0.0
    for word in asked:
        best = max(left, key=lambda other: _word_likeness(word, other), default="")
        total += _word_likeness(word, best)
        if best in left and len(left) > 1:
            left.remove(best)
    surplus = max(0, len(known) - len(asked))
    return total / len(asked) * (1 - 0.05 * min(surplus, 4))


def year_counts(asked: int | None, known: int | None) -> float:
    """What the birth year adds to a likeness: a right one gains a little, one that is off costs a little."""
    if asked is None or known is None:
        return 0.0
    apart = abs(asked - known)
    return 0.03 if apart == 0 else -0.02 * apart


def mother_counts(asked: Sequence[str], known: Sequence[str]) -> float:
    """What the mother's name adds to a likeness: one that is alike gains, another one costs; unknown is neither."""
    if not asked or not known:
        return 0.0
    return 0.08 if likeness(asked, known) >= 0.85 else -0.08


def sameness(
    name: float, *, years_apart: int | None, sex_differs: bool, nik_differs: bool, mother: float | None
) -> float:
    """How likely two descriptions are one person, about 0–1: the names' likeness, moved by what else is known.

    ``mother`` is the likeness of the mothers' names; None stands for what either side does not know.
    """
    whole = name - 0.15 * sex_differs - 0.05 * nik_differs
    whole += -0.02 if years_apart is None else 0.03 - 0.05 * min(years_apart, 6)
    return whole if mother is None else whole + (0.05 if mother >= 0.85 else -0.1)


@lru_cache(maxsize=16_384)
def _word_likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if 1 in (len(one), len(other)):
        return 0.8 if one[0] == other[0] else 0.0
    return JaroWinkler.similarity(one, other)
