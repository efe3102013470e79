"""Duplicates among people who do not exist, found by the matching room and by bare Splink: time, memory, F1."""

from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.apart import Done, done
from bench.figure import Figure
from satupintu.cast.copies import write_files
from satupintu.lib.rupiah import format_number

SEED = 7
MOST, LEAST_F1 = 4 * 2**30, 0.95


def figures(persons: int) -> list[Figure]:
    """Both on the same files; nothing where Splink is not installed."""
    if find_spec("splink") is None or find_spec("duckdb") is None:
        return []
    with TemporaryDirectory() as folder:
        records, truth = Path(folder) / "records.csv", Path(folder) / "truth.csv"
        count = write_files(SEED, persons, records, truth)
        ours = done("manage.py", "matching_evaluate", str(records), str(truth), "--json")
        bare = done("-m", "bench.bare_splink", str(records), str(truth))
    name = f"data ganda se-wilayah, {format_number(count)} catatan"
    f1 = ours.said["pairs"]["f1"]
    return [
        Figure(f"{name}: waktu", "Splink polos", ours.seconds / bare.seconds, None, _told(ours, bare)),
        Figure(f"{name}: F1", "paling sedikit 0,95", LEAST_F1 / f1, 1.0, f"{f1:.4f} / {bare.said['f1']:.4f}"),
        Figure(
            f"{name}: memori", "4 GiB", ours.peak / MOST, 1.0, f"{ours.peak / 2**20:.0f} / {bare.peak / 2**20:.0f} MiB"
        ),
    ]


def _told(ours: Done, bare: Done) -> str:
    return f"{ours.seconds:.0f} s / {bare.seconds:.0f} s; prosesor {ours.processor:.0f} s / {bare.processor:.0f} s"
