"""Schooling, work, disability and deciles of people who do not exist, in proportions that look like a poor coast.

Proportions are rounded from published figures (SUPAS 2015 and the census of 2010 for disability); codes are those of
`register.EDUCATION` and `bdt.DISABILITY`.
"""

from random import Random

from satupintu.cast.families import Draft
from satupintu.cast.naming import Urn
from satupintu.lib.nik import Sex

NONE_YET, NOT_COMPLETED, PRIMARY, JUNIOR, SENIOR, DIPLOMA, BACHELOR = "1", "2", "3", "4", "5", "7", "8"

DECILE = Urn((decile, weight) for decile, weight in enumerate((16, 15, 14, 13, 11, 9, 8, 6, 5, 3), 1))
"""Deciles of households that are on the national list: the poorer ones are listed more often."""

_EDUCATION = {
    1960: Urn(((NONE_YET, 34), (NOT_COMPLETED, 26), (PRIMARY, 29), (JUNIOR, 5), (SENIOR, 5), (BACHELOR, 1))),
    1985: Urn(((NONE_YET, 9), (NOT_COMPLETED, 13), (PRIMARY, 39), (JUNIOR, 17), (SENIOR, 17), (BACHELOR, 5))),
    9999: Urn(((NONE_YET, 2), (NOT_COMPLETED, 5), (PRIMARY, 24), (JUNIOR, 23), (SENIOR, 33), (DIPLOMA, 3),
               (BACHELOR, 10))),
}  # fmt: skip
_DISABILITY = Urn(
    (("01", 30), ("02", 16), ("03", 9), ("04", 6), ("05", 5), ("06", 2), ("10", 15), ("11", 13), ("12", 4))
)
_MEN = Urn((("Petani/Pekebun", 44), ("Buruh Harian Lepas", 14), ("Wiraswasta", 14), ("Nelayan/Perikanan", 8),
            ("Karyawan Swasta", 6), ("Tukang Batu", 4), ("Sopir", 4), ("Tukang Kayu", 3), ("Pedagang", 3)))  # fmt: skip
_MEN_OF_THE_COAST = Urn((("Nelayan/Perikanan", 36), ("Pembuat Perahu", 20), ("Wiraswasta", 14),
                         ("Petani/Pekebun", 16), ("Buruh Harian Lepas", 10), ("Sopir", 4)))  # fmt: skip
_WOMEN = Urn((("Mengurus Rumah Tangga", 72), ("Petani/Pekebun", 11), ("Pedagang", 6), ("Wiraswasta", 5),
              ("Karyawan Swasta", 3), ("Penjahit", 2), ("Buruh Harian Lepas", 1)))  # fmt: skip
_LEARNED = Urn((("Guru", 30), ("Pegawai Negeri Sipil", 26), ("Karyawan Honorer", 24), ("Wiraswasta", 12),
                ("Perawat", 8)))  # fmt: skip


def education(dice: Random, age: int, born: int) -> str:
    """The highest schooling of somebody of that age."""
    if age < 7:
        return NONE_YET
    if age < 13:
        return NOT_COMPLETED
    if age < 16:
        return PRIMARY if dice.random() < 0.92 else NOT_COMPLETED
    if age < 19:
        return JUNIOR if dice.random() < 0.82 else PRIMARY
    reached = next(urn for until, urn in _EDUCATION.items() if born < until).draw(dice)
    return SENIOR if age < 22 and reached in (DIPLOMA, BACHELOR) else reached


def occupation(dice: Random, who: Draft, schooling: str, *, coast: bool) -> str:
    """What somebody does, as the village register writes it; `coast` where boats are built."""
    if who.age < 6:
        return "Belum/Tidak Bekerja"
    if who.age < 19 and dice.random() < 0.93:
        return "Pelajar/Mahasiswa"
    if who.age > 72 or dice.random() < 0.05:
        return "Belum/Tidak Bekerja"
    if schooling in (DIPLOMA, BACHELOR) and dice.random() < 0.75:
        return _LEARNED.draw(dice) if who.age < 59 else "Pensiunan"
    if who.sex is Sex.FEMALE:
        return _WOMEN.draw(dice)
    return (_MEN_OF_THE_COAST if coast else _MEN).draw(dice)


def disability(dice: Random, age: int) -> str:
    """ "00" for most; more often something else with age: 1 of 100 children, 7 of 100 elders."""
    share = 0.01 if age < 19 else 0.02 if age < 60 else 0.07
    return _DISABILITY.draw(dice) if dice.random() < share else "00"
