"""People who do not exist: households of villages, the same from the same seed every time, and the file of them that a
village would hand in. What real registers are like is in them on purpose: people without NIK, a NIK that disagrees
with the birth date or stands twice, several family cards under one roof, people on no list of the poor.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from satupintu.cast import families, livelihoods, name_parts
from satupintu.cast.families import AS_OF, Draft
from satupintu.cast.naming import first_name, name
from satupintu.lib import sheets
from satupintu.lib.codelists import bdt, register
from satupintu.lib.codes import area_code
from satupintu.lib.nik import Sex, made_up

WITHOUT_NIK, INFANTS_WITHOUT_NIK = 0.055, 0.45
NIK_DISAGREES, NIK_TWICE = 0.01, 0.002
WITHOUT_KK, WITHOUT_BIRTH_DATE = 0.015, 0.004
ON_NO_LIST = 0.35

HEADER = (
    "No Rumah Tangga", "Nomor KK", "NIK", "Nama Lengkap", "Jenis Kelamin", "Tempat Lahir", "Tanggal Lahir",
    "Hubungan Dengan KRT", "Hubungan Dalam KK", "Status Perkawinan", "Agama", "Pendidikan", "Pekerjaan",
    "Nama Ibu Kandung", "Disabilitas", "Alamat", "Dusun", "RT", "RW", "Kode Desa", "Desa/Kelurahan", "Desil",
)  # fmt: skip
"""The columns of the household list, as a village writes them; one row a person."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the list has them: `nik`, `kk_number` and `mother` may be "", `born` None. `relation` is to the
    head of the household, `card_relation` to the head of the family card; both codes of `register.RELATION`.
    `married` is a code of `bdt.MARITAL_STATUS`, `education` of `register.EDUCATION`, `disability` of `bdt.DISABILITY`.
    """

    nik: str
    kk_number: str
    name: str
    sex: Sex
    birth_place: str
    born: date | None
    relation: str
    card_relation: str
    married: str
    religion: str
    education: str
    occupation: str
    mother: str
    disability: str


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household: `number` is unique in all villages; `decile` 1 to 10, None when on no national list."""

    number: str
    village: int
    village_name: str
    address: str
    dusun: str
    rt: str
    rw: str
    decile: int | None
    members: tuple[PersonRow, ...]


def households(villages: Sequence[tuple[int, str]], *, seed: int, count: int) -> Iterator[HouseholdRow]:
    """`count` households spread over villages given as (area number, name), village by village.

    The same arguments give the same households. Raises ValueError without villages.
    """
    if not villages:
        raise ValueError("households need villages")
    numbers = _Numbers(sorted({number - number % 10_000 for number, _ in villages}))
    for (number, village_name), share in zip(villages, _shares(villages, seed, count), strict=True):
        place = _Village(number, village_name, Random(f"{seed}:{number}"), numbers)
        for serial in range(1, share + 1):
            yield place.household(serial)


def write_csv(rows: Iterable[HouseholdRow], path: Path | str) -> None:
    """Write the household list as CSV for Indonesian Excel (semicolons, UTF-8 with mark)."""
    sheets.write_csv(HEADER, cells(rows), path)


def write_xlsx(rows: Iterable[HouseholdRow], path: Path | str) -> None:
    """Write the household list as XLSX: numbers as text, dates as dates."""
    sheets.write_xlsx(HEADER, cells(rows), path, name="Daftar Rumah Tangga")


def cells(rows: Iterable[HouseholdRow]) -> Iterator[tuple[object, ...]]:
    """The rows under `HEADER`, one a person."""
    relation = {code.code: code.label_id for code in register.RELATION}
    married = {code.code: code.label_id for code in bdt.MARITAL_STATUS}
    education = {code.code: code.label_id for code in register.EDUCATION}
    disability = {code.code: code.label_id for code in bdt.DISABILITY}
    for house in rows:
        place = (house.address, house.dusun, house.rt, house.rw, area_code(house.village), house.village_name,
                 house.decile)  # fmt: skip
        for who in house.members:
            yield (
                house.number, who.kk_number, who.nik, who.name, "L" if who.sex is Sex.MALE else "P", who.birth_place,
                who.born, relation[who.relation], relation[who.card_relation], married[who.married], who.religion,
                education[who.education], who.occupation, who.mother, disability[who.disability], *place,
            )  # fmt: skip


def _shares(villages: Sequence[tuple[int, str]], seed: int, count: int) -> list[int]:
    """How many households each village has: uneven, towns larger, together exactly `count`."""
    dice = Random(f"{seed}:shares")
    weights = [dice.lognormvariate(0, 0.35) * (1.5 if number % 10_000 < 2000 else 1) for number, _ in villages]
    shares = [int(count * weight / sum(weights)) for weight in weights]
    for at in range(count - sum(shares)):
        shares[at % len(shares)] += 1
    return shares


class _Numbers:
    """Hands out NIK and family card numbers, each once unless it is meant to stand twice."""

    def __init__(self, kecamatan: list[int]) -> None:
        self.kecamatan = kecamatan
        self._serials: dict[tuple[int, date, Sex | None], int] = defaultdict(int)
        self._given: list[str] = []

    def nik(self, dice: Random, home: int, sex: Sex, born: date) -> str:
        """A NIK first given mostly in the home kecamatan; now and then one that somebody else has, or another date."""
        if self._given and dice.random() < NIK_TWICE:
            return self._given[-dice.randint(1, min(len(self._given), 400))]
        if dice.random() < NIK_DISAGREES:
            born += timedelta(days=dice.choice((-365, -31, -1, 1, 30, 366)))
        area, start = self._first_registered(dice, home)
        self._serials[area, born, sex] += 1
        nik = made_up(area, born, sex, start + self._serials[area, born, sex]).digits
        self._given.append(nik)
        return nik

    def kk(self, dice: Random, home: int) -> str:
        """A family card number, issued in the home kecamatan in the last twenty years."""
        issued = AS_OF - timedelta(days=dice.randint(0, 20 * 365))
        self._serials[home, issued, None] += 1
        return f"{home // 10_000:06d}{issued:%d%m%y}{self._serials[home, issued, None]:04d}"

    def _first_registered(self, dice: Random, home: int) -> tuple[int, int]:
        """The kecamatan of first registration and where its serials start: apart for people from elsewhere, so that
        lists of two kabupaten made one by one do not share numbers by accident.
        """
        chance = dice.random()
        if chance < 0.9:
            return home, 0
        if chance < 0.97:
            return dice.choice(self.kecamatan), 0
        if chance < 0.972:
            return self.kecamatan[0] // 10**6 * 10**6 + 99 * 10_000, 0  # a code that no edition knows
        return 7371_00_0000 + dice.randint(1, 14) * 10_000, home // 10_000 % 10_000 % 89 * 100


class _Village:
    """A village under construction: its dusun, its way of writing, its dice."""

    def __init__(self, number: int, village_name: str, dice: Random, numbers: _Numbers) -> None:
        self.number, self.name, self._dice, self._numbers = number, village_name, dice, numbers
        self._home = number - number % 10_000
        self._is_town = number % 10_000 < 2000
        self._shouts = dice.random() < 0.7  # most lists are written in capitals
        starts, ends = dice.sample(name_parts.HAMLET_STARTS, 4), dice.sample(name_parts.HAMLET_ENDS, 4)
        self._hamlets = [start + end for start, end in zip(starts, ends, strict=True)][: dice.randint(2, 4)]

    def household(self, serial: int) -> HouseholdRow:
        """The household with that serial number in this village."""
        dice = self._dice
        drafts = families.compose(dice)
        names = self._names(drafts, noble=dice.random() < 0.07)
        cards = {card: "" if dice.random() < WITHOUT_KK else self._numbers.kk(dice, self._home)
                 for card in sorted({draft.card for draft in drafts})}  # fmt: skip
        religion = "Islam" if dice.random() < 0.994 else "Kristen"
        hamlet = dice.randrange(len(self._hamlets))
        street = f"Jl. {dice.choice(name_parts.STREETS)} No. {dice.randint(1, 140)}"
        return HouseholdRow(
            number=f"{self.number}{serial:05d}",
            village=self.number,
            village_name=self.name,
            address=street if self._is_town or dice.random() < 0.25 else f"Dusun {self._hamlets[hamlet]}",
            dusun=self._hamlets[hamlet],
            rt=f"{dice.randint(1, 4):03d}",
            rw=f"{hamlet + 1:03d}",
            decile=None if dice.random() < ON_NO_LIST else livelihoods.DECILE.draw(dice),
            members=tuple(self._person(draft, names, cards[draft.card], religion) for draft in drafts),
        )

    def _names(self, drafts: list[Draft], *, noble: bool) -> dict[Draft, str]:
        names: dict[Draft, str] = {}
        for draft in sorted(drafts, key=lambda each: each.born):
            father = first_name(names[draft.father]) if draft.father in names else ""
            from_outside = draft.relation in (families.IN_LAW, families.PARENT_IN_LAW)
            names[draft] = name(self._dice, draft.sex, draft.born.year, noble=noble and not from_outside, father=father)
        return names

    def _person(self, draft: Draft, names: dict[Draft, str], kk_number: str, religion: str) -> PersonRow:
        dice = self._dice
        without_nik = dice.random() < (INFANTS_WITHOUT_NIK if draft.age < 1 else WITHOUT_NIK)
        if draft.mother in names:
            mother = names[draft.mother].removeprefix("Hj. ")
        else:
            mother = name(dice, Sex.FEMALE, draft.born.year - 25) if dice.random() < 0.9 else ""
        education = livelihoods.education(dice, draft.age, draft.born.year)
        return PersonRow(
            nik="" if without_nik else self._numbers.nik(dice, self._home, draft.sex, draft.born),
            kk_number=kk_number,
            name=self._written(names[draft]),
            sex=draft.sex,
            birth_place=self._written(self._birth_place()),
            born=None if without_nik and dice.random() < WITHOUT_BIRTH_DATE / WITHOUT_NIK else draft.born,
            relation=draft.relation,
            card_relation=draft.card_relation,
            married=draft.married,
            religion=religion,
            education=education,
            occupation=livelihoods.occupation(dice, draft, education, coast=self._home == 7302_03_0000),
            mother=self._written(mother),
            disability=livelihoods.disability(dice, draft.age),
        )

    def _birth_place(self) -> str:
        home, others = name_parts.BIRTHPLACES.get(self.number // 10**6, name_parts.ELSEWHERE)
        return home if self._dice.random() < 0.88 else self._dice.choice(others)

    def _written(self, text: str) -> str:
        return text.upper() if self._shouts else text
