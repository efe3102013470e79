"""Counts of people in a tree of areas, by several things at once, made fit to be published on every level together.

Kabupaten add up to provinces and those to the nation; each area is counted by state, by field, by month, and its total is
the same in all of them. What one reader sees must not tell another what is hidden from both, so the whole tree is veiled
at once and everybody sees a part of the same picture (SECURITY C5).

An area is veiled wholly, zeros included, when its total is small, with as many neighbours as it takes that no total
follows from the sum above; and when one of its counts could not be hidden otherwise. In all other areas a small count is
hidden together with the others of a ring: cells that can be one larger and one smaller in turn, so that every sum
that is shown stays true. Whoever knows all that is shown, and that a hidden count is not zero, finds more than one number
for each of them. And what is hidden of one sum is never small together, down to the parts of its parts: two hidden twos
that a total tells to be four would be a small number of two neighbours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

LIMIT = 5
"""Counts from one up to below this are never shown."""
Area = int
Code = str
TOTAL: Code = ""
"""The code under which the total of an area stands."""
ROOT: Area = 0
"""The area that all others lie in."""
Counts = Mapping[Code, int]
Table = Mapping[Area, Counts]
Cell = tuple[Area, Code]
Node = tuple[str, Area, Code]


@dataclass
class Published:
    """What may be shown: ``tables[name][area][code]``, None where it is hidden, with totals under ``TOTAL``."""

    tables: dict[str, dict[Area, dict[Code, int | None]]]

    def rows(self, name: str, areas: list[Area], codes: list[Code]) -> list[list[int | None]]:
        """The cells of some areas, in order, each with its total at the end."""
        found = self.tables[name]
        return [[found.get(area, {}).get(code, 0) for code in (*codes, TOTAL)] for area in areas]


def publishable(tables: Mapping[str, Table], parents: Mapping[Area, Area]) -> Published:
    """The tables with the sums of all levels, None where a count is hidden.

    ``tables`` count the leaves, each table the same people; ``parents`` name the area above each, up to ``ROOT``.
    Raises ValueError where two tables do not count the same people of an area.
    """
    tree = _Tree(parents, {name: _summed(table, parents) for name, table in tables.items()})
    tree.veil()
    return Published({name: tree.shown(name) for name in tables})


def _summed(table: Table, parents: Mapping[Area, Area]) -> dict[Area, dict[Code, int]]:
    """The counts of all levels, with totals."""
    found: dict[Area, dict[Code, int]] = {ROOT: {TOTAL: 0}}
    for leaf, counts in table.items():
        area = leaf
        while True:
            row = found.setdefault(area, {TOTAL: 0})
            for code, count in counts.items():
                row[code] = row.get(code, 0) + count
                row[TOTAL] += count
            if area == ROOT:
                break
            area = parents[area]
    return found


@dataclass
class _Tree:
    """The areas with their counts, and what has to be hidden of them."""

    parents: Mapping[Area, Area]
    tables: dict[str, dict[Area, dict[Code, int]]]
    veiled: set[Area] = field(default_factory=set)
    hidden: dict[str, set[Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.totals = {area: row[TOTAL] for area, row in next(iter(self.tables.values()), {}).items()}
        for table in self.tables.values():
            if {area: row[TOTAL] for area, row in table.items() if row[TOTAL]} != {
                area: total for area, total in self.totals.items() if total
            }:
                raise ValueError("the tables do not count the same people")
        self.children: dict[Area, list[Area]] = {}
        for area in sorted(self.totals):
            if area != ROOT:
                self.children.setdefault(self.parents[area], []).append(area)

    def veil(self) -> None:
        """Hide what has to be hidden; where a count cannot be hidden alone its area is veiled wholly, and all begins anew."""
        self.veiled = {area for area, total in self.totals.items() if 0 < total < LIMIT}
        while True:
            self._close()
            stuck = set[Area]().union(*(self._hide(name) for name in self.tables))
            if not stuck:
                return
            self.veiled |= stuck

    def _close(self) -> None:
        """Veil what lies in a veiled area, and the neighbours that it takes until no total follows from the sum above."""
        before = None
        while before != self.veiled:
            before = set(self.veiled)
            for area in sorted(self.totals):
                if area in self.veiled:
                    self.veiled |= {child for child in self.children.get(area, []) if self.totals[child]}
                elif self.children.get(area):
                    self._close_children(area)

    def _close_children(self, area: Area) -> None:
        inside = [child for child in self.children[area] if self.totals[child]]
        gone = [child for child in inside if child in self.veiled]
        while gone and (len(gone) < 2 or sum(self.totals[child] for child in gone) < max(LIMIT, len(gone) + 1)):
            left = [child for child in inside if child not in self.veiled]
            if not left:
                self.veiled.add(area)
                return
            more = min(left, key=lambda child: (self.totals[child], child))
            self.veiled.add(more)
            gone.append(more)

    def _hide(self, name: str) -> set[Area]:
        """Hide the small counts of one table, each on a ring of others; answers the areas for which there is none."""
        counts = {
            (area, code): count
            for area, row in self.tables[name].items()
            if area not in self.veiled
            for code, count in row.items()
            if code != TOTAL and count
        }
        hidden: set[Cell] = set()
        stuck: set[Area] = set()
        self.hidden[name] = hidden
        around = self._around(counts)
        for cell in sorted((one for one, count in counts.items() if count < LIMIT), key=lambda one: (-one[0], one[1])):
            if cell in hidden or cell[0] in stuck:
                continue
            ring = _ring(cell, self._ends(cell), counts, around, hidden)
            if ring is None:
                stuck.add(cell[0])
            else:
                hidden |= ring
        return stuck or self._fill(name, counts, around)

    def _fill(self, name: str, counts: Mapping[Cell, int], around: Mapping[Node, list[tuple[Node, Cell]]]) -> set[Area]:
        """Hide more of every sum of which less than the limit is hidden; answers an area where there is no more to hide."""
        hidden = self.hidden[name]
        short = True
        while short:
            short = False
            for whole, parts in self._sums(name):
                while 0 < self._untold(name, parts) < LIMIT and (whole is None or whole not in hidden):
                    short = True
                    left = [one for one in self._shown_of(name, parts) if one in counts]
                    left += [whole] if whole and whole in counts and whole[0] != ROOT else []
                    left.sort(key=counts.__getitem__)
                    rings = (_ring(one, self._ends(one), counts, around, hidden) for one in left)
                    ring = next(filter(None, rings), None)
                    if ring is None:
                        return {self._beside(parts)}
                    hidden |= ring
        return set()

    def _sums(self, name: str) -> Iterator[tuple[Cell | None, list[Cell]]]:
        """Each count that can be shown, with the counts it is the sum of: the codes of an area, the areas of a code."""
        for area in sorted(self.totals):
            if area not in self.veiled:
                row = [code for code in self.tables[name][area] if code != TOTAL]
                yield None, [(area, code) for code in row]
                for code in row if self.children.get(area) else []:
                    yield (area, code), [(child, code) for child in self.children[area]]

    def _untold(self, name: str, parts: list[Cell]) -> int:
        """The least that can be known to be hidden of some counts: of each itself, or what is hidden of its own parts."""
        least = 0
        for area, code in parts:
            if area in self.veiled or (area, code) in self.hidden[name]:
                count = self.tables[name].get(area, {}).get(code, 0)
                below = [(child, code) for child in self.children.get(area, [])]
                least += min(count, self._untold(name, below)) if below else count
        return least

    def _shown_of(self, name: str, parts: list[Cell]) -> list[Cell]:
        """Which of some counts are shown, and of the hidden ones which of their parts."""
        found = []
        for area, code in parts:
            if (area, code) in self.hidden[name]:
                found += self._shown_of(name, [(child, code) for child in self.children.get(area, [])])
            elif area not in self.veiled:
                found.append((area, code))
        return found

    def _beside(self, parts: list[Cell]) -> Area:
        """The smallest area of some cells that is not veiled, and that stands for them when it is."""
        return min({area for area, _code in parts} - self.veiled, key=lambda area: (self.totals[area], area))

    def _ends(self, cell: Cell) -> tuple[Node, Node]:
        """The two sums that a cell stands in: its row (or the cell's own parts below) and its column one level above."""
        area, code = cell
        below: Node = ("sum", area, code) if self.children.get(area) else ("row", area, TOTAL)
        above: Node = ("ground", ROOT, TOTAL) if area == ROOT else ("sum", self.parents[area], code)
        return below, above

    def _around(self, counts: Mapping[Cell, int]) -> dict[Node, list[tuple[Node, Cell]]]:
        """The ways from each sum to the next. When the cell that is to be hidden grows by one, what lies on its ring upwards
        shrinks by one, and must still not be zero; what lies on it downwards grows too.
        """
        around: dict[Node, list[tuple[Node, Cell]]] = {}
        for cell, count in counts.items():
            below, above = self._ends(cell)
            around.setdefault(above, []).append((below, cell))
            if count > 1:
                around.setdefault(below, []).append((above, cell))
        return around

    def shown(self, name: str) -> dict[Area, dict[Code, int | None]]:
        """The table with None for what is hidden."""
        codes = {code for row in self.tables[name].values() for code in row}
        return {area: dict(self._row(name, area, codes)) for area in self.totals}

    def _row(self, name: str, area: Area, codes: set[Code]) -> Iterator[tuple[Code, int | None]]:
        row = self.tables[name].get(area, {})
        for code in sorted(codes):
            hidden = area in self.veiled or (area, code) in self.hidden[name]
            yield code, None if hidden else row.get(code, 0)


def _ring(
    cell: Cell,
    ends: tuple[Node, Node],
    counts: Mapping[Cell, int],
    around: Mapping[Node, list[tuple[Node, Cell]]],
    hidden: set[Cell],
) -> set[Cell] | None:
    """The ring through a cell that takes the fewest counted people from sight, or None.

    The cheapest way from one end to the other over other cells (Dijkstra); what is hidden already costs nothing.
    """
    start, goal = ends
    best: dict[Node, int] = {start: 0}
    came: dict[Node, tuple[Node, Cell]] = {}
    ahead: list[tuple[int, Node]] = [(0, start)]
    while ahead:
        price, node = heappop(ahead)
        if node == goal:
            ring = {cell}
            while node != start:
                node, over = came[node]
                ring.add(over)
            return ring
        if price > best[node]:
            continue
        for other, over in around.get(node, []):
            asked = price + (0 if over in hidden else counts[over])
            if over != cell and asked < best.get(other, asked + 1):
                best[other], came[other] = asked, (node, over)
                heappush(ahead, (asked, other))
    return None
