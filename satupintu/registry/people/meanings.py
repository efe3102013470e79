"""What coded particulars have in common: by which stored codes, of whatever list, the same thing is meant.

A person's particular is [system, version, code] (`Person.traits`). The first list of a variable (`words.LISTS`) names what can
be meant; a code of another list means the same only where a map says so. What no map translates is never guessed.
"""

from collections.abc import Iterable, Iterator

from satupintu.lib.codelists import bdt, register, regsosek
from satupintu.lib.codes import CodeList, CodeMap
from satupintu.registry.people.words import LISTS, Variable

_ALIKE_IN_VERVAL = (bdt.MARITAL_STATUS, bdt.CHRONIC_ILLNESS, bdt.SCHOOL_PARTICIPATION, bdt.EMPLOYMENT_STATUS)
"""Lists that the verval app of DTKS 2019 prints with the codes of BDT 2015; its disability list is another."""
_VERVAL = ("dtks_verval", "2019")
_MAPS: tuple[CodeMap, ...] = (
    bdt.DISABILITY_FROM_VERVAL_2019,
    register.DISABILITY_TO_BDT,
    register.MARITAL_STATUS_TO_BDT,
    register.CHRONIC_ILLNESS_TO_BDT,
    regsosek.MARITAL_STATUS_TO_BDT,
    regsosek.SCHOOL_PARTICIPATION_TO_BDT,
    regsosek.EMPLOYMENT_STATUS_TO_BDT,
    regsosek.CHRONIC_ILLNESS_TO_BDT,
)
SINGLE, MARRIED, DIVORCED, WIDOWED = "1", "2", "3", "4"
"""Codes of marital status in its first list."""
NEVER_AT_SCHOOL, AT_SCHOOL, LEFT_SCHOOL = "0", "1", "2"
"""Codes of school participation in its first list."""
NO_DISABILITY = "00"
"""The code of the first list of disabilities for having none."""
BIRTH_CERTIFICATE, KTP = 1, 4
"""What a birth certificate and a KTP add to the sum of identity papers, in BDT 2015 and in Regsosek 2022 alike."""


def readings(target: CodeList) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Every particular that has a meaning in a list, as it is stored, with the code of that list."""
    for code in target:
        yield code.key, code.code
        if target in _ALIKE_IN_VERVAL:
            yield (*_VERVAL, code.code), code.code
    for one in _MAPS:
        if one.target is target:
            for entry in one.source:
                meant = one.translate(entry)
                if meant is not None:
                    yield entry.key, meant.code


def stored(variable: Variable, codes: Iterable[str]) -> list[list[str]]:
    """Every particular, as it is stored, that means one of these codes of the variable's first list."""
    asked = set(codes)
    return [list(key) for key, code in readings(LISTS[variable][0]) if code in asked]


def without_paper(addend: int) -> list[list[str]]:
    """Every sum of identity papers, as it is stored, in which this paper is missing."""
    return [
        [*system, str(total)]
        for codes in LISTS[Variable.IDENTITY_PAPERS]
        for system in ((codes.system, codes.version), *((_VERVAL,) if codes is bdt.IDENTITY else ()))
        for total in range(sum(int(entry.code) for entry in codes) + 1)
        if not total & addend
    ]
