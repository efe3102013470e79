"""Counts of people made fit to be published: no small number is shown, and none can be worked out from its neighbours.

A table is published with the sums of its rows and columns. A count of 1 to 4 is hidden; so are as many others as it
takes that no hidden one follows from the sums (complementary suppression). Sums are counts too and hidden alike. What
is hidden reads "–"; zeros are shown, because nobody is counted there.
"""

from collections.abc import Iterable, Sequence

LIMIT = 5
"""Counts from one up to below this are never shown."""

Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]


def with_sums(counts: Counts) -> list[list[int]]:
    """The table with a last column of row sums and a last row of column sums."""
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]] if rows else []


def publishable(counts: Counts) -> list[list[int | None]]:
    """The table with its sums, None where a count is hidden. Rows must be of one length.

    Nobody can tell a hidden count from what is shown: each may be at least two different numbers.
    """
    table = with_sums(counts)
    hidden = to_hide(table)
    return [[None if (r, c) in hidden else count for c, count in enumerate(row)] for r, row in enumerate(table)]


def publishable_list(counts: Sequence[int]) -> list[int | None]:
    """A list of counts with its sum as the last one, None where a count is hidden."""
    total = sum(counts)
    hidden = {place for place, count in enumerate(counts) if 0 < count < LIMIT}
    if 0 < total < LIMIT:
        return [None if count else 0 for count in [*counts, total]]
    while hidden and (len(hidden) < 2 or sum(counts[place] for place in hidden) <= len(hidden)):
        more = _smallest(counts, (place for place in range(len(counts)) if place not in hidden))
        if more is None:
            return [*(None if place in hidden else count for place, count in enumerate(counts)), None]
        hidden.add(more)
    return [*(None if place in hidden else count for place, count in enumerate(counts)), total]


def _smallest(counts: Sequence[int], places: Iterable[int]) -> int | None:
    """The place of the smallest count above zero, or None."""
    return min((place for place in places if counts[place]), key=lambda place: counts[place], default=None)


def to_hide(table: Counts) -> set[Cell]:
    """Which cells of a table with its sums are hidden.

    The lines of the table are equations. A hidden cell follows from them exactly when it is a bridge of the graph
    whose nodes are rows and columns and whose edges are the hidden cells; so cells are added until no bridge is left.
    """
    cells = {(r, c): count for r, row in enumerate(table) for c, count in enumerate(row)}
    hidden = {cell for cell, count in cells.items() if 0 < count < LIMIT}
    while (told := _told(cells, hidden)) is not None:
        partners = _cheapest_rectangle(cells, hidden, told)
        if not partners - hidden:
            return set(cells)
        hidden |= partners
    return hidden


def _cheapest_rectangle(cells: dict[Cell, int], hidden: set[Cell], told: Cell) -> set[Cell]:
    """The three cells that make a rectangle with a hidden one and take the fewest counted people from sight."""
    rows, columns = {r for r, _c in cells} - {told[0]}, {c for _r, c in cells} - {told[1]}
    best, price = set(), None
    for r, c in ((r, c) for r in sorted(rows) for c in sorted(columns)):
        three = {(told[0], c), (r, told[1]), (r, c)}
        asked = sum(cells[cell] for cell in three - hidden)
        if all(cells[cell] for cell in three) and (price is None or asked < price):
            best, price = three, asked
    return best


def _told(cells: dict[Cell, int], hidden: set[Cell]) -> Cell | None:
    """A hidden cell that the sums tell, or None."""
    for cell in sorted(hidden, key=lambda cell: (cells[cell], cell)):
        if not _round_about(cells, hidden, cell):
            return cell
    return None


def _round_about(cells: dict[Cell, int], hidden: set[Cell], cell: Cell) -> bool:
    """Whether the row and the column of a cell are joined by other hidden cells: then it can be another number.

    A step that makes the cell one larger makes the next one smaller, so a way goes over cells with somebody in them.
    """
    start, goal = ("row", cell[0]), ("column", cell[1])
    seen, ahead = {start}, [start]
    while ahead:
        kind, line = ahead.pop()
        for r, c in hidden:
            if (r, c) == cell or (r if kind == "row" else c) != line:
                continue
            if cells[(r, c)] < 1:
                continue
            other = ("column", c) if kind == "row" else ("row", r)
            if other == goal:
                return True
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return False
