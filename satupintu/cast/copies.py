"""The same people written twice: records with the mistakes that pens, ears and keyboards make, and who is who among them.

For measuring how well duplicates are found. From one seed come the same records every time. What is in it on purpose: twins,
brothers and sisters on one card, namesakes born in one year, a NIK that stands twice, and copies without any NIK at all.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from satupintu.cast.naming import Urn, name
from satupintu.cast.population import HouseholdRow, PersonRow, households
from satupintu.lib.nik import Sex

WRITTEN_TWICE, WRITTEN_THRICE, TWINS = 0.18, 0.03, 0.008
"""Shares: persons with one copy more, with two more, and children who are given a twin."""
PERSONS_A_HOUSEHOLD, PERSONS_A_VILLAGE = 3.6, 2900
HEADER = ("id", "nik", "kk", "name", "birth_date", "birth_year", "sex", "village", "mother")
SHORT = {
    "Muhammad": ("Muh.", "Moh.", "M.", "Muhamad", "Mohammad"),
    "Muh.": ("Muhammad", "M.", "Moh."),
    "Abdul": ("Abd.", "Abdoel"),
    "Abd.": ("Abdul",),
    "Sitti": ("St.", "Siti"),
    "Siti": ("St.", "Sitti"),
    "St.": ("Sitti", "Siti"),
    "Andi": ("A.",),
    "Daeng": ("Dg.",),
    "Dg.": ("Daeng",),
    "Nurul": ("Nur",),
}
"""How a part of a name is written otherwise."""
HEARD = (("kh", "h"), ("sy", "s"), ("z", "s"), ("j", "dj"), ("u", "oe"), ("y", "i"), ("f", "p"), ("v", "f"), ("dd", "d"),
         ("ll", "l"), ("ah", "a"), ("n", "ng"), ("d", "t"), ("k", "q"), ("aa", "a"), ("i", "y"))  # fmt: skip
"""How a sound is spelt otherwise."""
NEIGHBOURS = {"a": "sq", "e": "wr", "i": "uo", "o": "ip", "u": "yi", "n": "bm", "m": "n", "r": "et", "s": "ad", "d": "sf",
              "h": "gj", "l": "k", "k": "lj", "t": "ry", "y": "tu", "f": "dg", "b": "vn", "p": "o"}  # fmt: skip
"""Keys beside a key."""


@dataclass(frozen=True, slots=True)
class Written:
    """One record as somebody wrote it; ``person`` is who it really is."""

    id: str
    person: int
    nik: str
    kk: str
    name: str
    birth_date: str
    birth_year: str
    sex: str
    village: str
    mother: str


def written(seed: int, persons: int) -> Iterator[Written]:
    """Some ``persons`` of one kabupaten, a fifth of them more than once."""
    villages = [
        (7302_00_0000 + 10_000 * (at % 10 + 1) + 2001 + at // 10, f"Desa {at}")
        for at in range(max(2, round(persons / PERSONS_A_VILLAGE)))
    ]
    dice, number = Random(f"{seed}:copies"), 0
    pen = Pen(dice, [str(village) for village, _name in villages])
    for house in households(sorted(villages), seed=seed, count=round(persons / PERSONS_A_HOUSEHOLD)):
        for who in _with_twins(house, dice):
            number += 1
            first = _first(number, house, who)
            yield first
            chance = dice.random()
            more = 2 if chance < WRITTEN_THRICE else 1 if chance < WRITTEN_THRICE + WRITTEN_TWICE else 0
            for place in range(more):
                yield pen.copy(replace(first, id=f"{first.id}{'bc'[place]}"), who)


def write_files(seed: int, persons: int, records: Path, truth: Path) -> int:
    """Write the records, in no order, and id → person; answers how many records."""
    everything = list(written(seed, persons))
    Random(seed).shuffle(everything)
    with records.open("w", newline="") as file, truth.open("w", newline="") as told:
        lines, answers = csv.writer(file), csv.writer(told)
        lines.writerow(HEADER)
        answers.writerow(("id", "cluster"))
        for one in everything:
            values = asdict(one)
            lines.writerow([values[column] for column in HEADER])
            answers.writerow((one.id, f"p{one.person}"))
    return len(everything)


def _first(number: int, house: HouseholdRow, who: PersonRow) -> Written:
    return Written(
        id=f"r{number:07d}a",
        person=number,
        nik=who.nik,
        kk=who.kk_number,
        name=who.name,
        birth_date=who.born.isoformat() if who.born else "",
        birth_year=str(who.born.year) if who.born else "",
        sex="L" if who.sex is Sex.MALE else "P",
        village=str(house.village),
        mother=who.mother,
    )


def _with_twins(house: HouseholdRow, dice: Random) -> Iterator[PersonRow]:
    for who in house.members:
        yield who
        if who.born and who.born.year > 2000 and dice.random() < TWINS:
            words = who.name.split()
            other = name(dice, who.sex, who.born.year).split()[-1]
            called = " ".join([*words[:-1], other]) if len(words) > 1 else other
            nik = who.nik and who.nik[:12] + f"{(int(who.nik[12:]) + 1) % 10_000:04d}"
            yield replace(who, name=called.upper() if who.name.isupper() else called, nik=nik)


class Pen:
    """Writes somebody down once more, and not quite the same."""

    def __init__(self, dice: Random, villages: Sequence[str]) -> None:
        self.dice, self.villages = dice, villages
        self._slips = Urn(
            [
                (self._shorten, 34),
                (self._hear, 22),
                (self._slip, 20),
                (self._drop, 12),
                (self._swap, 7),
                (self._title, 5),
            ]
        )

    def copy(self, one: Written, who: PersonRow) -> Written:
        """The record as another office has it."""
        dice = self.dice
        called = one.name
        for _again in range(Urn([(0, 38), (1, 45), (2, 17)]).draw(dice)):
            called = self._slips.draw(dice)(called)
        day, year = self._date(one, who)
        moved = dice.random() < (0.18 if one.sex == "P" and one.birth_year < "2006" else 0.1)
        return replace(
            one,
            name=called or one.name,
            nik=self._nik(one.nik),
            kk="" if dice.random() < 0.15 else self._card(one.kk) if moved or dice.random() < 0.08 else one.kk,
            birth_date=day,
            birth_year=year,
            sex={"L": "P", "P": "L"}[one.sex] if dice.random() < 0.006 else "" if dice.random() < 0.02 else one.sex,
            village=dice.choice(self.villages) if moved else one.village,
            mother=self._mother(one.mother),
        )

    def _nik(self, nik: str) -> str:
        chance = self.dice.random()
        if not nik or chance < 0.2:
            return ""
        if chance < 0.235:
            at = self.dice.randrange(6, 16)
            return f"{nik[:at]}{(int(nik[at]) + self.dice.randint(1, 9)) % 10}{nik[at + 1 :]}"
        if chance < 0.245:
            at = self.dice.randrange(6, 15)
            return nik[:at] + nik[at + 1] + nik[at] + nik[at + 2 :]
        return nik

    def _card(self, kk: str) -> str:
        return f"{kk[:6]}{self.dice.randrange(10**10):010d}" if kk else ""

    def _date(self, one: Written, who: PersonRow) -> tuple[str, str]:
        born, dice = who.born, self.dice
        if born is None:
            return "", one.birth_year
        chance = dice.random()
        if chance < 0.86:
            return born.isoformat(), str(born.year)
        if chance < 0.90:
            return (date(born.year, born.day, born.month) if born.day < 13 else born).isoformat(), str(born.year)
        if chance < 0.94:
            wrong = born.replace(day=min(28, max(1, born.day + dice.choice((-10, -1, 1, 10)))))
            return wrong.isoformat(), str(born.year)
        if chance < 0.96:
            year = born.year + dice.choice((-10, -1, 1))
            return born.replace(year=year, day=min(born.day, 28)).isoformat(), str(year)
        if chance < 0.98:
            return date(born.year, *dice.choice(((12, 31), (7, 1), (1, 1)))).isoformat(), str(born.year)
        return "", str(born.year)

    def _mother(self, mother: str) -> str:
        chance = self.dice.random()
        if chance < 0.3:
            return ""
        return self._slips.draw(self.dice)(mother) or mother if mother and chance < 0.45 else mother

    def _shorten(self, called: str) -> str:
        words = called.title().split() if called.isupper() else called.split()
        for at, word in enumerate(words):
            if word in SHORT:
                words[at] = self.dice.choice(SHORT[word])
                break
        return " ".join(words)

    def _hear(self, called: str) -> str:
        there = [(one, other) for one, other in HEARD if one in called.lower()]
        if not there:
            return self._slip(called)
        one, other = self.dice.choice(there)
        return called.lower().replace(one, other, 1).title()

    def _slip(self, called: str) -> str:
        places = [at for at, letter in enumerate(called) if letter.isalpha()]
        if len(places) < 4:
            return called
        at = self.dice.choice(places[1:])
        letter = called[at].lower()
        new = self.dice.choice(("", letter * 2, self.dice.choice(NEIGHBOURS.get(letter, letter)), None))
        if new is None and at + 1 < len(called) and called[at + 1].isalpha():
            return called[:at] + called[at + 1] + called[at] + called[at + 2 :]
        return called[:at] + (new or "") + called[at + 1 :]

    def _drop(self, called: str) -> str:
        words = called.split()
        if len(words) < 2:
            return self._slip(called)
        del words[self.dice.choice((0, -1, -1))]
        return " ".join(words)

    def _swap(self, called: str) -> str:
        words = called.split()
        return " ".join([*words[1:], words[0]])

    def _title(self, called: str) -> str:
        return called.removeprefix("H. ").removeprefix("Hj. ") if called.startswith("H") else f"H. {called}"
