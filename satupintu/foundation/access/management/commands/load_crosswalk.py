"""``load_crosswalk FILE``: what others (BPS) call our areas, from a CSV. As the house, so it stands here."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from satupintu.engine.actions import WrongState
from satupintu.foundation.access import house
from satupintu.foundation.areas.crosswalk import COLUMNS, adopt_crosswalk, read
from satupintu.foundation.areas.models import Edition
from satupintu.lib.rupiah import format_number

MOST_FAULTS = 20


class Command(BaseCommand):
    """Read a crosswalk and write it down, all of it or nothing."""

    help = "Memuat padanan kode wilayah (BPS ke Kemendagri) dari CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what its columns are called where they are not called as ours."""
        parser.add_argument("file", type=Path, help="CSV (boleh .gz) dengan kolom system, code, area, edition")
        parser.add_argument("--system", help="sistem kode semua baris, misalnya bps")
        parser.add_argument("--edition", help="edisi semua baris, misalnya “MFD 2018”")
        parser.add_argument("--code", metavar="KOLOM", help="nama kolom kode, misalnya bps_code")
        parser.add_argument("--area", metavar="KOLOM", help="nama kolom kode Kemendagri")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, write, tell. Raises CommandError with the first faults."""
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"Berkas {path} tidak ada.")
        names = {column: options[column] for column in ("code", "area") if options[column]}
        usual = {column: options[column] for column in COLUMNS if column not in ("code", "area") and options[column]}
        found = read(path.read_bytes(), names, usual)
        if found.faults:
            said = "\n".join(found.faults[:MOST_FAULTS])
            raise CommandError(f"{said}\n{format_number(len(found.faults))} kesalahan; tidak ada yang diubah.")
        try:
            with house("memuat padanan kode wilayah") as by:
                total = adopt_crosswalk(Edition.objects.newest(), found.pairs, by=by)
        except WrongState as problem:
            raise CommandError(problem.sentence) from problem
        self.stdout.write(
            f"{format_number(len(found.pairs))} kode dibaca, {format_number(found.without_area)} baris tanpa padanan; "
            f"{format_number(total)} kode dikenal."
        )
