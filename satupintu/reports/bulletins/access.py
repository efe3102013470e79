"""The bulletins keep nothing. Whoever may not see persons gets sums from a function that answers numbers only."""

from pathlib import Path

from satupintu.lib.walls import Open, Wall

WALLS: list[Wall | Open] = []
FUNCTIONS = [
    (
        "bulletins_services(bigint, date, date)",
        (Path(__file__).parent / "sql" / "services.sql").read_text(encoding="utf-8"),
    ),
]
