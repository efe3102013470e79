"""When months close, and that nobody who reads every page on every day works out a small number."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from satupintu.lib.periods import month_of
from satupintu.lib.rollup import LIMIT, ROOT, TOTAL, Area, Code, Published
from satupintu.reports.editions.rules import closed, closes_on, veiled

BULUKUMBA, GOWA, AMBON = 7302000000, 7306000000, 8171000000
AREAS = (BULUKUMBA, GOWA, AMBON)
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
DAYS = [SEPTEMBER + timedelta(days=days) for days in (4, 20, 34, 50, 75)]
"""Days on which somebody looks at every page: before and after each close."""

Atom = tuple[date, Area, Code, int]
"""What happened: in which month, where, of which kind, and written down before which look (place in ``DAYS``)."""
World = Mapping[Atom, int]
Statement = tuple[frozenset[Atom], int]


def test_a_month_is_closed_on_the_tenth_and_not_before() -> None:
    assert closes_on(date(2026, 12, 31)) == date(2027, 1, 10)
    assert closed(date(2026, 11, 9))[-1].start == date(2026, 9, 1)
    newest = closed(date(2026, 11, 10))
    assert newest[-1].start == date(2026, 10, 1) and newest[0].start == date(2025, 11, 1) and len(newest) == 12


def test_what_an_office_of_the_province_did_adds_up_with_its_kabupaten() -> None:
    table = veiled({"service": {7300000000: {"1": 3}, BULUKUMBA: {"1": 30}, GOWA: {"1": 40}}}).tables["service"]
    assert table[7300000000][TOTAL] == table[ROOT][TOTAL] == 73
    assert table[7300000001][TOTAL] is None and table[BULUKUMBA][TOTAL] is None, "or 73 less the others would tell it"
    national = veiled({"service": {0: {"1": 9}, GOWA: {"1": 40}}}).tables["service"]
    assert national[ROOT][TOTAL] == 49


def editions_seen(world: World) -> dict[date, tuple[frozenset[Atom], Published]]:
    """What is published of each month by the last look: counted once, of what was written down by its close."""
    found = {}
    for month in (SEPTEMBER, OCTOBER):
        looks = [place for place, day in enumerate(DAYS) if day >= closes_on(month)]
        if looks:
            counted = frozenset(atom for atom in world if atom[0] == month and atom[3] <= looks[0])
            found[month] = (counted, published_of(world, counted))
    return found


def published_of(world: World, atoms: frozenset[Atom]) -> Published:
    table: dict[Area, dict[Code, int]] = {}
    for month_area_code in atoms:
        _month, area, code, _look = month_area_code
        row = table.setdefault(area, {})
        row[code] = row.get(code, 0) + world[month_area_code]
    return veiled({"service": table})


def statements(atoms: frozenset[Atom], published: Published) -> Iterator[Statement]:
    """Every count that is shown, as a sum of what happened."""
    for area, row in published.tables["service"].items():
        for code, told in row.items():
            if told is not None:
                yield frozenset(a for a in atoms if inside(a[1], area) and code in {TOTAL, a[2]}), told


def inside(leaf: Area, area: Area) -> bool:
    return area in {ROOT, leaf, leaf // 10**8 * 10**8}


def told_small(world: World, known: list[Statement]) -> list[frozenset[Atom]]:
    """Sums of one month's counts from one to four that follow from what is known, by differences of any two or three.

    Sums that are subsets of each other are taken from each other until nothing new is found: total less others, one
    day's page less the day before's.
    """
    found = dict(known)
    while True:
        fresh = {}
        for (more, high), (less, low) in product(found.items(), repeat=2):
            if less < more and more - less not in found:
                fresh[more - less] = high - low
        for (one, a), (two, b) in product(list(found.items())[:40], repeat=2):
            if one and two and not one & two and one | two not in found and len(one | two) <= 3:
                fresh[one | two] = a + b
        if not fresh:
            return [atoms for atoms, count in found.items() if atoms and 0 < count < LIMIT]
        found |= fresh


COUNT = some.one_of(some.integers(0, 4), some.integers(0, 9))


@some.composite
def worlds(draw: some.DrawFn) -> dict[Atom, int]:
    """Two months of two services in three kabupaten of two provinces, written down early or late."""
    found = {}
    for month, area, code in product((SEPTEMBER, OCTOBER), AREAS, "ab"):
        places = [place for place, day in enumerate(DAYS) if day >= month]
        for place in draw(some.lists(some.sampled_from(places), max_size=2, unique=True)):
            if count := draw(COUNT):
                found[month, area, code, place] = count
    return found


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_who_reads_every_page_on_every_day_learns_no_small_number(world: dict[Atom, int]) -> None:
    known = [said for atoms, published in editions_seen(world).values() for said in statements(atoms, published)]
    assert told_small(world, known) == []


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_each_visitor_is_counted_in_one_edition_only(world: dict[Atom, int]) -> None:
    (september, _first), (october, _second) = editions_seen(world).values()
    assert not september & october
    assert all(month_of(atom[0]).start == atom[0] for atom in september | october)


def test_numbers_counted_anew_each_day_would_be_told() -> None:
    """The reader of this test finds what a careless publisher leaves: seven on one day, eight on the next."""
    world = {(OCTOBER, GOWA, "a", 2): 7, (OCTOBER, GOWA, "a", 3): 1}
    days = [frozenset(atom for atom in world if atom[3] <= look) for look in (2, 3)]
    known = [said for atoms in days for said in statements(atoms, published_of(world, atoms))]
    assert told_small(world, known) == [frozenset({(OCTOBER, GOWA, "a", 3)})]


def test_a_total_over_months_would_tell_the_hidden_one() -> None:
    """Why months stand side by side without a sum."""
    world = {(SEPTEMBER, GOWA, "a", 1): 3, (OCTOBER, GOWA, "a", 2): 9}
    known = [said for atoms, published in editions_seen(world).values() for said in statements(atoms, published)]
    assert told_small(world, known) == []
    assert told_small(world, [*known, (frozenset(world), 12)]) == [frozenset({(SEPTEMBER, GOWA, "a", 1)})]
