"""Which village a row lies in: by code, by name, or the village that the file was brought for."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from satupintu.foundation.access.scope import Span
from satupintu.foundation.areas.models import Area, OtherCode
from satupintu.foundation.areas.rules import name_key
from satupintu.lib.codes import NotAnAreaCode, area_code, area_level, area_number
from satupintu.lib.sentences import say
from satupintu.registry.imports.problems import Problem, Unreadable
from satupintu.registry.imports.words import AreaSystem

CANDIDATES = 3
"""Villages that are offered for one that is not known."""


@dataclass
class Places:
    """The villages of an area, read once: by number, and by name with those of equal name."""

    span: Span
    names: dict[int, str] = field(default_factory=dict)
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    kecamatan: dict[int, str] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    """Code that another system gives to a village → its number."""

    @classmethod
    def of(cls, span: Span, system: AreaSystem = AreaSystem.KEMENDAGRI) -> "Places":
        """All villages in force inside a span, the names of their kecamatan, and their codes in the system of the file."""
        places = cls(span)
        if system is AreaSystem.BPS:
            places.others = OtherCode.objects.villages(system.value, span)
        start, end = span
        inside = Area.objects.filter(number__gte=start - start % 10**4, number__lt=end, ended=None)
        for number, level, key, name in inside.values_list("number", "level", "name_key", "name"):
            if level == 4 and start <= number:
                places.names[number] = name
                places.by_name[key].append(number)
            elif level == 3:
                places.kecamatan[number] = key
        return places

    def by_code(self, cell: object, system: AreaSystem = AreaSystem.KEMENDAGRI) -> int:
        """The village of a code. Raises Unreadable for another code or one outside the area."""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        if system is AreaSystem.BPS:
            return self._by_bps(str(cell).strip())
        try:
            number = area_number(str(cell))
        except NotAnAreaCode as problem:
            raise Unreadable("village_code", problem.sentence) from None
        if area_level(number) != 4:
            raise Unreadable("village_code", say("Kode {code} bukan kode desa/kelurahan (10 angka).", code=cell))
        if not self.span[0] <= number < self.span[1]:
            raise Unreadable("outside", say("Desa ini di luar wilayah penugasan Anda."))
        if number not in self.names:
            raise Unreadable(
                "village_code",
                say(
                    "Kode desa {code} tidak ada dalam daftar Kemendagri. Kode BPS berbeda; periksa kodenya.", code=cell
                ),
            )
        return number

    def _by_bps(self, code: str) -> int:
        if code not in self.others:
            unknown = say("Kode BPS {code} tidak ada di tabel padanan untuk wilayah penugasan Anda.", code=code[:20])
            raise Unreadable("village_code", unknown)
        return self.others[code]

    def with_candidates(self, problem: Problem, village: str) -> Problem:
        """The same problem, with villages of the own area whose names are like the one that the row tells."""
        if not village or problem.code == "outside":
            return problem
        alike = get_close_matches(name_key(village, 4), list(self.by_name), n=CANDIDATES, cutoff=0.75)
        numbers = [number for key in alike for number in self.by_name[key]][:CANDIDATES]
        if not numbers:
            return problem
        names = ", ".join(f"{self.names[number]} ({area_code(number)})" for number in numbers)
        return replace(problem, sentence=say("{why} Mungkin: {names}.", why=problem.sentence, names=names))

    def by_names(self, village: str, kecamatan: str = "") -> int:
        """The village of a name, with the name of its kecamatan where that is told. Raises Unreadable."""
        found = self.by_name.get(name_key(village, 4), [])
        if kecamatan:
            wanted = name_key(kecamatan, 3)
            found = [number for number in found if self.kecamatan.get(number - number % 10**4) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            several = say(
                "Ada {count} desa bernama {village}. Isi juga kecamatan atau kodenya.",
                count=len(found),
                village=village,
            )
            raise Unreadable("village_name", several)
        nowhere = say("Desa “{village}” tidak ada di wilayah penugasan Anda. Periksa ejaannya.", village=village)
        raise Unreadable("village_name", nowhere)

    @property
    def only(self) -> int | None:
        """The village itself when the area is one village."""
        return next(iter(self.names)) if len(self.names) == 1 else None
