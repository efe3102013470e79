import csv
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from satupintu.cast import population
from satupintu.cast.families import AS_OF
from satupintu.cast.population import HEADER, HouseholdRow, PersonRow, households
from satupintu.lib import nik as niks
from satupintu.lib.codelists import bdt, register
from satupintu.lib.codes import area_number
from satupintu.lib.nik import Sex, read_kk, read_nik
from satupintu.lib.periods import age
from satupintu.lib.sheets import open_sheet

VILLAGES = [(7302_01_0000 + kecamatan * 10_000 + kind + n, f"Desa {kecamatan}.{kind + n}")
            for kecamatan in range(5) for kind, many in ((1001, 2), (2001, 8)) for n in range(many)]  # fmt: skip
COUNT = 3000


@pytest.fixture(scope="module")
def houses() -> list[HouseholdRow]:
    return list(households(VILLAGES, seed=7302, count=COUNT))


@pytest.fixture(scope="module")
def people(houses: list[HouseholdRow]) -> list[PersonRow]:
    return [member for house in houses for member in house.members]


def share(people: list[PersonRow], of: list[bool]) -> float:
    return sum(of) / len(people)


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    once, again, other = (list(households(VILLAGES[:5], seed=seed, count=60)) for seed in (1, 1, 2))
    assert once == again
    assert once != other


def test_exactly_as_many_households_as_asked_spread_over_all_villages(houses: list[HouseholdRow]) -> None:
    per_village = Counter(house.village for house in houses)
    assert sum(per_village.values()) == COUNT
    assert set(per_village) == {number for number, _ in VILLAGES}
    assert max(per_village.values()) > 2 * min(per_village.values())
    assert len({house.number for house in houses}) == COUNT


def test_without_villages_there_are_no_households() -> None:
    with pytest.raises(ValueError, match="need villages"):
        next(households([], seed=1, count=1))


def test_households_are_as_large_and_as_led_as_in_south_sulawesi(houses: list[HouseholdRow]) -> None:
    sizes = [len(house.members) for house in houses]
    assert 3.4 < sum(sizes) / COUNT < 3.8
    assert 0.15 < sum(house.members[0].sex is Sex.FEMALE for house in houses) / COUNT < 0.26
    alone = [house.members[0] for house in houses if len(house.members) == 1]
    assert 0.04 < len(alone) / COUNT < 0.11
    assert sum(one.born is not None and age(one.born, AS_OF) >= 60 for one in alone) > len(alone) / 2
    cards = [{member.kk_number for member in house.members if member.kk_number} for house in houses]
    assert 0.04 < sum(len(numbers) > 1 for numbers in cards) / COUNT < 0.15
    assert 0.25 < sum(house.decile is None for house in houses) / COUNT < 0.45


def test_every_household_has_one_head_and_every_card_too(houses: list[HouseholdRow]) -> None:
    for house in houses:
        assert [member.relation for member in house.members].count("1") == 1
        assert house.members[0].relation == "1"
        for kk_number in {member.kk_number for member in house.members} - {""}:
            heads = [m for m in house.members if m.kk_number == kk_number and m.card_relation == "1"]
            assert len(heads) == 1


def test_nobody_is_born_later_than_the_list_and_parents_are_older(houses: list[HouseholdRow]) -> None:
    for house in houses:
        head = house.members[0]
        for member in house.members:
            assert member.born is None or date(1915, 1, 1) < member.born <= AS_OF
            if member.relation == "4" and head.born and member.born:
                assert (member.born - head.born).days > 15 * 365
            if member.relation in "78" and head.born and member.born:
                assert (head.born - member.born).days > 14 * 365


def test_children_go_to_school_and_are_not_married(people: list[PersonRow]) -> None:
    for person in people:
        if person.born and age(person.born, AS_OF) < 18:
            assert person.married == "1"
            assert person.education in ("1", "2", "3", "4")
    assert {person.married for person in people} == {"1", "2", "3", "4"}


def test_every_code_is_in_its_list(people: list[PersonRow]) -> None:
    for person in people:
        assert register.RELATION[person.relation]
        assert register.RELATION[person.card_relation]
        assert bdt.MARITAL_STATUS[person.married]
        assert register.EDUCATION[person.education]
        assert bdt.DISABILITY[person.disability]
    assert 0.015 < share(people, [person.disability != "00" for person in people]) < 0.035


def test_names_are_given_as_in_south_sulawesi(people: list[PersonRow]) -> None:
    folded = [person.name.lower() for person in people]
    assert 0.10 < share(people, [" " not in name for name in folded]) < 0.18
    assert 0.04 < share(people, [name.startswith(("andi ", "a. ")) for name in folded]) < 0.10
    for part in ("muh. ", "m. ", "muhammad ", "abd. ", "st. ", "sitti ", "hj. "):
        assert any(name.startswith(part) for name in folded), part
    for part in (" dg. ", " bin ", " binti "):
        assert any(part in name for name in folded), part
    assert len(set(folded)) > len(people) / 4


def test_numbers_are_missing_odd_and_double_as_often_as_in_life(people: list[PersonRow]) -> None:
    with_nik = [person for person in people if person.nik]
    assert 0.04 < 1 - len(with_nik) / len(people) < 0.08
    double = len(with_nik) - len({person.nik for person in with_nik})
    assert 0.0005 < double / len(people) < 0.005
    odd = [niks.warnings(read_nik(p.nik), birth_date=p.born, sex=p.sex) for p in with_nik]
    assert 0.006 < sum(bool(each) for each in odd) / len(people) < 0.02
    at_home = [read_nik(p.nik).area // 10**6 == 7302 for p in with_nik]
    assert 0.92 < sum(at_home) / len(with_nik) < 0.995


def test_a_family_card_number_belongs_to_one_household(houses: list[HouseholdRow]) -> None:
    where: dict[str, str] = {}
    for house in houses:
        for member in house.members:
            if member.kk_number:
                assert read_kk(member.kk_number).dates
                assert where.setdefault(member.kk_number, house.number) == house.number


def test_two_kabupaten_made_apart_share_no_nik(people: list[PersonRow]) -> None:
    gowa = households([(7306_01_2001, "Desa A"), (7306_02_2002, "Desa B")], seed=7306, count=1500)
    there = {member.nik for house in gowa for member in house.members if member.nik}
    here = {person.nik for person in people if person.nik}
    assert not there & here
    serials = [{nik[12:] for nik in niks if nik.startswith("7371")} for niks in (here, there)]
    assert all(serials)
    assert not serials[0] & serials[1]


@pytest.mark.parametrize("write", [population.write_csv, population.write_xlsx])
def test_the_file_reads_back_as_it_was_made(houses: list[HouseholdRow], write: object, tmp_path: Path) -> None:
    path = tmp_path / "daftar"
    write(houses[:50], path)  # type: ignore[operator]
    with open_sheet(path) as sheet:
        rows = list(sheet)
    assert rows[0].cells == HEADER
    members = [(house, member) for house in houses[:50] for member in house.members]
    for row, (house, member) in zip(rows[1:], members, strict=True):
        cell = dict(zip(HEADER, row.cells, strict=False))
        assert cell["NIK"] == (member.nik or None)
        assert cell["Nama Lengkap"] == member.name
        assert area_number(str(cell["Kode Desa"])) == house.village
        found = register.RELATION.read(str(cell["Hubungan Dengan KRT"])), bdt.SEX.read(str(cell["Jenis Kelamin"]))
        assert [code and code.code for code in found] == [member.relation, "1" if member.sex is Sex.MALE else "2"]
        assert register.EDUCATION.read(str(cell["Pendidikan"])) == register.EDUCATION[member.education]


def test_twenty_thousand_households_are_made_in_seconds(tmp_path: Path) -> None:
    began = time.process_time()
    population.write_csv(households(VILLAGES, seed=1, count=20_000), tmp_path / "besar.csv")
    assert time.process_time() - began < 10
    with (tmp_path / "besar.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.reader(file, delimiter=";")) > 60_000
