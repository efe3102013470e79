"""A file of people brought in whole (read, validated, staged, compared, saved with events) against raw COPY of what it left.

The peer takes the very rows that stand in the register after the import, all of them: persons, search keys, households and
cards with their members, listings, events and what is kept for taking the batch back. It COPYs them once more, ready made
and under other numbers, into the same tables with all their indexes, constraints and foreign keys, as the owner with the
walls open, in one transaction that is rolled back after its last constraint was checked. Reading, checking, comparing,
staging and the walls are ours alone.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from bench.apart import Done, done
from bench.figure import Figure
from bench.ground import KABUPATEN, SEE_ALL
from satupintu.cast import population
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.lib.rupiah import format_number

AGAINST = "COPY baris jadi yang sama ke tabel dan indeks yang sama"
CSV_LIMIT, XLSX_LIMIT, MOST = 2.0, 3.0, 2**30
PERSONS_A_HOUSEHOLD = 3.6
TIMES = 3
_NEW = "(select person_id from imports_appliedrow where batch_id = %(batch)s and was_new)"
LEFT = {
    "people_person": f"id in {_NEW}",
    "people_nametoken": f"person_id in {_NEW}",
    "people_household": "id in (select household_id from imports_appliedrow where batch_id = %(batch)s)",
    "people_householdmember": f"person_id in {_NEW}",
    "people_familycard": "id in (select card_id from imports_appliedrow where batch_id = %(batch)s)",
    "people_cardmember": f"person_id in {_NEW}",
    "people_departure": f"person_id in {_NEW}",
    "people_listmembership": f"person_id in {_NEW}",
    "people_unverified": f"person_id in {_NEW}",
    "events_event": "kind = 'change' and facts @> jsonb_build_object('batch', %(batch)s::bigint)",
    "imports_appliedrow": "batch_id = %(batch)s",
}
"""Where an import leaves rows, and which of them a batch of new persons has left."""
NUMBERS = {"id", "person_id", "household_id", "card_id", "head_id", "subject_id"}
"""Columns with numbers that must not come twice."""
SHIFT = 10**12


def figures(owner: psycopg.Connection[Any], rows: int) -> list[Figure]:
    """A CSV and an XLSX of about so many rows, each into a kabupaten of its own; the CSV once more, unchanged."""
    told = []
    with TemporaryDirectory() as folder:
        table, book = Path(folder) / "warga.csv", Path(folder) / "warga.xlsx"
        population.write_csv(_households(KABUPATEN[2], rows), table)
        population.write_xlsx(_households(KABUPATEN[3], rows), book)
        for name, file, kabupaten, limit in (
            ("impor CSV", table, KABUPATEN[2], CSV_LIMIT),
            ("impor XLSX", book, KABUPATEN[3], XLSX_LIMIT),
        ):
            brought = _brought(file, kabupaten)
            bare = _copied(owner, brought.said["batch"])
            told += _told(name, brought, bare, limit)
        told += _told("impor CSV yang sama lagi", _brought(table, KABUPATEN[2]), bare, None)
    owner.execute("analyze people_person, people_nametoken, events_event")
    return told


def _households(kabupaten: int, rows: int) -> Any:
    with house("mengukur", quietly=True):
        places = Area.objects.at_level(4).filter(number__range=(kabupaten * 10**6, (kabupaten + 1) * 10**6))
        villages = [(place.number, place.name) for place in places.order_by("number")]
    return population.households(villages, seed=kabupaten, count=int(rows / PERSONS_A_HOUSEHOLD))


def _brought(file: Path, kabupaten: int) -> Done:
    area = f"{kabupaten // 100}.{kabupaten % 100:02d}"
    return done("manage.py", "import_file", str(file), "--house", "--area", area, "--edition", "dtsen 2026", "--json")


def _copied(owner: psycopg.Connection[Any], batch: int) -> float:
    """Seconds in which PostgreSQL takes in by COPY what a batch has left; the median of some times."""
    owner.execute(SEE_ALL)
    owner.execute(f"analyze {', '.join(LEFT)}")
    with TemporaryDirectory() as folder, _without_walls(owner):
        files = {table: (Path(folder) / table, _columns(owner, table)) for table in LEFT}
        for table, (place, columns) in files.items():
            told = ", ".join(f"{name} + {SHIFT}" if name in NUMBERS else name for name in columns)
            _export(owner, f"copy (select {told} from {table} where {LEFT[table]}) to stdout", batch, place)
        seconds = [_taken_in(owner, files) for _time in range(TIMES)]
    owner.execute(f"vacuum {', '.join(LEFT)}")
    return median(seconds)


def _taken_in(owner: psycopg.Connection[Any], files: dict[str, tuple[Path, list[str]]]) -> float:
    started = time.perf_counter()
    with owner.transaction(force_rollback=True), owner.cursor() as cursor:
        for table, (place, columns) in files.items():
            with place.open("rb") as file, cursor.copy(f"copy {table} ({', '.join(columns)}) from stdin") as into:
                while piece := file.read(2**18):
                    into.write(piece)
        cursor.execute("set constraints all immediate")
        return time.perf_counter() - started


def _export(owner: psycopg.Connection[Any], asked: str, batch: int, place: Path) -> None:
    with place.open("wb") as file, owner.cursor() as cursor, cursor.copy(asked, {"batch": batch}) as rows:
        for piece in rows:
            file.write(piece)


def _columns(owner: psycopg.Connection[Any], table: str) -> list[str]:
    """The columns of a table that are written, not reckoned."""
    asked = (
        "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped "
        "and attgenerated = '' order by attnum"
    )
    return [name for (name,) in owner.execute(asked, [table])]


@contextmanager
def _without_walls(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """Let the owner through the walls of these tables, which no COPY passes; they stand again afterwards."""
    for table in LEFT:
        owner.execute(f"alter table {table} no force row level security")
    yield
    for table in LEFT:
        owner.execute(f"alter table {table} force row level security")


def _told(name: str, whole: Done, bare: float, limit: float | None) -> list[Figure]:
    said = whole.said
    checking, saving = said["check_seconds"], said.get("apply_seconds", 0.0)
    name = f"{name}, {format_number(said['rows_read'])} baris"
    note = f"{checking:.1f} s diperiksa + {saving:.1f} s disimpan / {bare:.2f} s; prosesor {whole.processor:.0f} s"
    peak = Figure(f"{name}: memori", "1 GiB", whole.peak / MOST, 1.0, f"{whole.peak / 2**20:.0f} MiB")
    return [Figure(name, AGAINST, (checking + saving) / bare, limit, note), peak]
