"""What deserves a look in NIK and KK numbers, told of many rows at once. No database."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from satupintu.lib.nik import KkNumber, Nik, Sex, kk_warnings, told_digits, warnings
from satupintu.registry.imports.problems import Problem
from satupintu.registry.imports.words import Column

Packed = list[list[Any]]
_REMEMBERED = 50_000


class Oddities:
    """Tells what is odd about the numbers of rows; ``known`` are the kecamatan that are or were in force, none for all."""

    def __init__(self, known: frozenset[int]) -> None:
        self._known = known
        self._of_card = lru_cache(maxsize=_REMEMBERED)(self._card)
        self._expected = lru_cache(maxsize=_REMEMBERED)(_expected)
        self._area_is_known = lru_cache(maxsize=_REMEMBERED)(lambda digits: self._is_known(int(digits) * 10_000))

    def of(self, values: dict[Any, list[Any]], before: Sequence[Sequence[Problem]]) -> list[Packed]:
        """For each row what is odd about it, packed: first what is told ``before``, then of its NIK, then of its card.

        Of most NIK nothing is: their digits are just those of the birth and sex that stand beside them.
        """
        nothing: Packed = []
        unknown = [None] * len(before)
        niks, cards = values.get(Column.NIK, unknown), values.get(Column.KK_NUMBER, unknown)
        borns, sexes = values.get(Column.BIRTH_DATE, unknown), values.get(Column.SEX, unknown)
        told: list[Packed] = [[one.packed() for one in odd] if odd else nothing for odd in before]
        for place, (nik, born, sex) in enumerate(zip(niks, borns, sexes, strict=True)):
            if nik and not self._is_quiet(nik, born, sex):
                told[place] = told[place] + self._person(nik, born, sex)
        for place, card in enumerate(cards):
            if card and (odd := self._of_card(card)):
                told[place] = told[place] + odd
        return told

    def _is_quiet(self, nik: str, born: date | None, sex: str | None) -> bool:
        return nik[6:12] == self._expected(born, sex) and nik[12:] != "0000" and self._area_is_known(nik[:6])

    def _person(self, nik: str, born: date | None, sex: str | None) -> Packed:
        told = warnings(Nik(nik), birth_date=born, sex=Sex(sex) if sex else None, known_area=self._is_known)
        return [Problem(one.code, one.sentence, Column.NIK.value).packed() for one in told]

    def _card(self, number: str) -> Packed:
        told = kk_warnings(KkNumber(number), known_area=self._is_known)
        return [Problem(one.code, one.sentence, Column.KK_NUMBER.value).packed() for one in told]

    def _is_known(self, kecamatan: int) -> bool:
        return not self._known or kecamatan in self._known


def _expected(born: date | None, sex: str | None) -> str:
    """The digits that a NIK without anything odd has; none where birth or sex are not told."""
    return told_digits(born, Sex(sex)) if born and sex and born.year >= 1900 else ""
