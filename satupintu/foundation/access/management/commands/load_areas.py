"""``load_areas``: the first load of all areas of Indonesia, from the package that carries the list.

It stands here because it acts as the house, which the room of areas does not know.
"""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from satupintu.foundation.access import house
from satupintu.foundation.areas.actions import adopt_edition
from satupintu.foundation.areas.models import Area, Edition
from satupintu.foundation.areas.packaged import packaged_edition
from satupintu.lib.rupiah import format_number


class Command(BaseCommand):
    """Fill the empty table of areas; do nothing when an edition is in force."""

    help = "Memuat semua wilayah Indonesia (sekali saja; edisi berikutnya lewat import_areas)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, unless it is done, and say so."""
        edition = Edition.objects.newest()
        if edition is not None:
            self.stdout.write(f"Wilayah sudah termuat: {edition}.")
            return
        started = monotonic()
        self.stdout.write("Membaca daftar wilayah …")
        draft = packaged_edition()
        self.stdout.write(f"Menulis {format_number(len(draft.rows))} wilayah …")
        with house("memuat daftar wilayah") as by:
            edition = adopt_edition(None, draft, by=by)
        _take_stock()
        counts = [format_number(Area.objects.current().at_level(level).count()) for level in (1, 2, 3, 4)]
        said = "{} provinsi, {} kabupaten/kota, {} kecamatan, {} desa/kelurahan".format(*counts)
        self.stdout.write(f"{edition}: {said}, dalam {format_number(monotonic() - started, 1)} detik.")


def _take_stock() -> None:
    """Let the planner know what is in the table now, as only its owner may; else that waits for the next autovacuum."""
    if "owner" in connections:
        with connections["owner"].cursor() as cursor:
            cursor.execute("vacuum analyze areas_area")
