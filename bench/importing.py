"""A file of people brought in whole (read, validated, staged, compared, saved with events) against raw COPY of its rows."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from bench.apart import done
from bench.figure import Figure
from bench.ground import KABUPATEN
from satupintu.cast import population
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.lib.rupiah import format_number

AGAINST = "COPY baris yang sama ke dua indeks"
CSV_LIMIT, XLSX_LIMIT, MOST = 2.0, 3.0, 2**30
PERSONS_A_HOUSEHOLD = 3.6
TIMES = 3


def figures(owner: psycopg.Connection[Any], rows: int) -> list[Figure]:
    """A CSV and an XLSX of about so many rows, each into a kabupaten of its own; the CSV once more, unchanged."""
    with TemporaryDirectory() as folder:
        table, book = Path(folder) / "warga.csv", Path(folder) / "warga.xlsx"
        population.write_csv(_households(KABUPATEN[2], rows), table)
        population.write_xlsx(_households(KABUPATEN[3], rows), book)
        bare = median(_copied(owner, table) for _time in range(TIMES))
        told = [
            _imported("impor CSV", table, KABUPATEN[2], bare, CSV_LIMIT),
            _imported("impor XLSX", book, KABUPATEN[3], bare, XLSX_LIMIT),
            _imported("impor CSV yang sama lagi", table, KABUPATEN[2], bare, None),
        ]
    owner.execute("analyze people_person, people_nametoken, events_event")
    return [figure for pair in told for figure in pair]


def _households(kabupaten: int, rows: int) -> Any:
    with house("mengukur", quietly=True):
        places = Area.objects.at_level(4).filter(number__range=(kabupaten * 10**6, (kabupaten + 1) * 10**6))
        villages = [(place.number, place.name) for place in places.order_by("number")]
    return population.households(villages, seed=kabupaten, count=int(rows / PERSONS_A_HOUSEHOLD))


def _copied(owner: psycopg.Connection[Any], table: Path) -> float:
    """Seconds in which PostgreSQL takes the rows in as they are, with an index of NIK and one of names."""
    columns = ", ".join(f"c{place} text" for place in range(len(population.HEADER)))
    nik, name = (population.HEADER.index(word) for word in ("NIK", "Nama Lengkap"))
    owner.execute("drop table if exists bench_rows")
    owner.execute(f"create table bench_rows ({columns})")
    owner.execute(f"create index on bench_rows (c{nik}); create index on bench_rows (c{name})")
    started = time.perf_counter()
    asked = "copy bench_rows from stdin with (format csv, delimiter ';', header)"
    with table.open("rb") as file, owner.transaction(), owner.cursor() as cursor, cursor.copy(asked) as into:
        while piece := file.read(2**18):
            into.write(piece)
    return time.perf_counter() - started


def _imported(name: str, file: Path, kabupaten: int, bare: float, limit: float | None) -> list[Figure]:
    area = f"{kabupaten // 100}.{kabupaten % 100:02d}"
    whole = done("manage.py", "import_file", str(file), "--house", "--area", area, "--edition", "dtsen 2026", "--json")
    said = whole.said
    checking, saving = said["check_seconds"], said.get("apply_seconds", 0.0)
    name = f"{name}, {format_number(said['rows_read'])} baris"
    note = f"{checking:.1f} s diperiksa + {saving:.1f} s disimpan / {bare:.2f} s; prosesor {whole.processor:.0f} s"
    peak = Figure(f"{name}: memori", "1 GiB", whole.peak / MOST, 1.0, f"{whole.peak / 2**20:.0f} MiB")
    return [Figure(name, AGAINST, (checking + saving) / bare, limit, note), peak]
