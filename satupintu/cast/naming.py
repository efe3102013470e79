"""Names for people who do not exist, as they are given in South Sulawesi."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from satupintu.cast import name_parts as parts
from satupintu.lib.nik import Sex

Value = TypeVar("Value")


class Urn(Generic[Value]):
    """Draws values by weight; the same random numbers give the same draws."""

    def __init__(self, weighted: Iterable[tuple[Value, float]]) -> None:
        pairs = list(weighted)
        self._values = [value for value, _ in pairs]
        self._sums = list(accumulate(weight for _, weight in pairs))

    def draw(self, dice: Random) -> Value:
        return self._values[min(bisect(self._sums, dice.random() * self._sums[-1]), len(self._values) - 1)]


def _falling(words: tuple[str, ...]) -> Urn[str]:
    """Some words are common and many are rare, in a mixed order that does not follow the alphabet."""
    order = sorted(words, key=lambda word: sum(ord(c) * 31**i for i, c in enumerate(word)) % 997)
    return Urn((word, 1 / (rank + 12)) for rank, word in enumerate(order))


_OLD = {Sex.MALE: _falling(parts.MEN_OLD), Sex.FEMALE: _falling(parts.WOMEN_OLD)}
_GROWN = {Sex.MALE: _falling(parts.MEN), Sex.FEMALE: _falling(parts.WOMEN)}
_YOUNG = {Sex.MALE: _falling(parts.BOYS), Sex.FEMALE: _falling(parts.GIRLS)}
_SECOND = {Sex.MALE: _falling(parts.SECOND_MEN), Sex.FEMALE: _falling(parts.SECOND_WOMEN)}
_AFTER_ANDI = {Sex.MALE: _falling(parts.AFTER_ANDI_MEN), Sex.FEMALE: _falling(parts.AFTER_ANDI_WOMEN)}
_ABDUL, _AFTER_ABDUL = Urn(parts.ABDUL), _falling(parts.AFTER_ABDUL)
_MUHAMMAD, _SITI, _ANDI, _DAENG = Urn(parts.MUHAMMAD), Urn(parts.SITI), Urn(parts.ANDI), _falling(parts.DAENG)


def name(dice: Random, sex: Sex, born: int, *, noble: bool = False, father: str = "") -> str:
    """A name for somebody born in that year. `father`, a given name, may follow as a patronymic."""
    given = _given(dice, sex, born, noble=noble)
    if father and dice.random() < 0.04:
        return f"{given} {'bin' if sex is Sex.MALE else 'binti'} {father}"
    if born < 1978 and not noble and dice.random() < 0.05:
        return f"{given} Dg. {_DAENG.draw(dice)}"
    if born < 1972 and dice.random() < 0.05:
        return f"{'H.' if sex is Sex.MALE else 'Hj.'} {given}"
    return given


def first_name(full: str) -> str:
    """The given name to build a patronymic or a mother's name from: the last word before bin, binti and Dg."""
    words = full.split()
    for at, word in enumerate(words):
        if at and word in ("bin", "binti", "Dg."):
            return words[at - 1]
    return words[-1]


def _given(dice: Random, sex: Sex, born: int, *, noble: bool) -> str:
    main = (_OLD if born < 1962 else _GROWN if born < 1996 else _YOUNG)[sex].draw(dice)
    if noble:
        return f"{_ANDI.draw(dice)} {_AFTER_ANDI[sex].draw(dice) if dice.random() < 0.6 else main}"
    chance = dice.random()
    if sex is Sex.MALE:
        if chance < (0.05 if born < 1962 else 0.15 if born < 1996 else 0.42):
            start = f"{_MUHAMMAD.draw(dice)} {main}"
            return f"{start} {_other(dice, sex, main)}" if born >= 1996 and dice.random() < 0.3 else start
        if born < 2008 and chance > 0.91:
            return f"{_ABDUL.draw(dice)} {_AFTER_ABDUL.draw(dice)}"
    elif chance < (0.1 if born < 1962 else 0.16 if born < 1996 else 0.09) and main != "Sitti":
        return f"{_SITI.draw(dice)} {main}"
    if dice.random() < (0.8 if born < 1962 else 0.33 if born < 1985 else 0.08):
        return main
    if born >= 1996 and sex is Sex.FEMALE and chance > 0.86 and main != "Nurul":
        return f"Nur {main}" if chance > 0.93 else f"Nurul {main}"
    return f"{main} {_other(dice, sex, main)}"


def _other(dice: Random, sex: Sex, main: str) -> str:
    second = _SECOND[sex].draw(dice)
    while second == main:
        second = _SECOND[sex].draw(dice)
    return second
