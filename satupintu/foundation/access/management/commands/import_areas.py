"""``import_areas FILE``: compare the next edition of the list of areas with the one in force, and adopt it.

It stands here because it acts as the house, which the room of areas does not know.
"""

import csv
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from satupintu.engine.actions import Conflict, WrongState
from satupintu.foundation.access import house
from satupintu.foundation.areas import rules
from satupintu.foundation.areas.actions import Draft, adopt_edition, current_rows
from satupintu.foundation.areas.editions import Comparison, Row, compare, read
from satupintu.foundation.areas.models import Edition
from satupintu.foundation.areas.successors import Successor
from satupintu.lib.codes import area_code
from satupintu.lib.rupiah import format_number

EXAMPLES = 5
MOST_FAULTS = 20


class Command(BaseCommand):
    """Show what an edition changes; adopt it unless it is only a rehearsal."""

    help = "Membandingkan edisi kode wilayah berikutnya dengan yang berlaku, lalu menetapkannya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, its decree, and whether it is only a rehearsal."""
        parser.add_argument("file", type=Path, help="CSV (boleh .gz) dengan kolom code,name,level,kind")
        parser.add_argument("--decree", required=True, help="nomor keputusan, mis. “Kepmendagri 300.2.2-2138/2025”")
        parser.add_argument("--date", required=True, type=date.fromisoformat, help="tanggal keputusan, TTTT-BB-HH")
        parser.add_argument("--successors", type=Path, help="CSV kolom old,new: pengganti yang diputuskan petugas")
        parser.add_argument("--dry-run", action="store_true", help="hanya menunjukkan perbedaannya")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, show, adopt. Raises CommandError with the first faults of a file that is no list."""
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"Berkas {path} tidak ada.")
        rows, faults = read(path.read_bytes())
        if faults:
            said = "\n".join(fault.sentence for fault in faults[:MOST_FAULTS])
            raise CommandError(f"{said}\n{format_number(len(faults))} kesalahan; tidak ada yang diubah.")
        newest = Edition.objects.newest()
        old = current_rows()
        changes = compare(old, rows)
        self._show(changes, {row.number: row.name for row in [*old, *rows]})
        if options["dry_run"]:
            self.stdout.write("Hanya percobaan; tidak ada yang diubah.")
            return
        decided = _decided(options["successors"]) if options["successors"] else {}
        draft = Draft(options["decree"], options["date"], rows, path.name, decided)
        try:
            with house("menetapkan edisi kode wilayah") as by:
                edition = adopt_edition(newest, draft, by=by)
        except (Conflict, WrongState) as problem:
            raise CommandError(problem.sentence) from problem
        self.stdout.write(f"Ditetapkan: {edition}, {format_number(edition.successions.count())} pengganti dicatat.")

    def _show(self, changes: Comparison, names: dict[int, str]) -> None:
        renamed = [each for each in changes.renamed if not each.only_written]
        suggested = [each for each in changes.successors if not each.certain]
        self._list("berakhir", [_row(row) for row in changes.ended])
        self._list("mulai berlaku", [_row(row) for row in changes.began])
        self._list("berganti nama", [f"{area_code(each.number)} {each.old} → {each.new}" for each in renamed])
        self._list(
            "hanya berbeda penulisan", [f"{each.old} → {each.new}" for each in changes.renamed if each.only_written]
        )
        self._list("berganti jenis", [f"{_row(row)} menjadi {row.kind.label}" for row in changes.rekinded])
        self._list("pengganti pasti", [_successor(each, names) for each in changes.certain])
        self._list("pengganti yang perlu diputuskan", [_successor(each, names) for each in suggested])
        self._list("berakhir tanpa pengganti pasti", [_row(row) for row in changes.without_successor])
        self.stdout.write(f"{format_number(changes.unchanged)} tidak berubah.")

    def _list(self, title: str, lines: list[str]) -> None:
        self.stdout.write(f"{format_number(len(lines))} {title}")
        for line in lines[:EXAMPLES]:
            self.stdout.write(f"    {line}")
        if len(lines) > EXAMPLES:
            self.stdout.write(f"    … dan {format_number(len(lines) - EXAMPLES)} lagi")


def _row(row: Row) -> str:
    return f"{area_code(row.number)} {row.name}"


def _successor(each: Successor, names: dict[int, str]) -> str:
    old, new = (f"{area_code(number)} {names[number]}" for number in (each.old, each.new))
    return f"{old} → {new}: {each.reason.label}"


def _decided(path: Path) -> dict[int, list[int]]:
    """Old number → new numbers. Raises CommandError for a line that holds no two codes."""
    decided: dict[int, list[int]] = {}
    with path.open(newline="", encoding="utf-8-sig") as lines:
        for line in csv.DictReader(lines):
            old, new = rules.number_of(line.get("old") or ""), rules.number_of(line.get("new") or "")
            if old is None or new is None:
                raise CommandError(f"{path.name}: tulis dua kode wilayah dalam kolom old dan new pada setiap baris.")
            decided.setdefault(old, []).append(new)
    return decided
