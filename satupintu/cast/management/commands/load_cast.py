"""``load_cast``: the demo's people on stage. What is there already is left as it is."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from satupintu.cast.acts import ACTS, Wanted
from satupintu.foundation.areas.models import Area
from satupintu.lib.rupiah import format_number


class Command(BaseCommand):
    """Offices and officers, households, complaints: each act is done once, however often the command is given."""

    help = "Mengisi data contoh: kantor, petugas, keluarga, dan keluhan (sekali saja)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much of it."""
        parser.add_argument("--households", type=int, default=Wanted.households, help="rumah tangga Bulukumba")
        parser.add_argument("--complaints", type=int, default=Wanted.complaints, help="keluhan selama setahun")

    def handle(self, *args: Any, **options: Any) -> None:
        """Play every act that has not been played, and say how long it took."""
        if not Area.objects.exists():
            raise CommandError("Wilayah belum dimuat. Jalankan load_areas dulu.")
        wanted = Wanted(options["households"], options["complaints"])
        played = False
        for place, act in enumerate(ACTS, 1):
            started = monotonic()
            title = f"{place} dari {len(ACTS)}: {act.title}"
            if act.done():
                self.stdout.write(f"{title}: sudah ada.")
                continue
            self.stdout.write(f"{title} …")
            played = True
            said = act.play(wanted, lambda line: self.stdout.write(f"   {line}"))
            self.stdout.write(f"{title}: {said}, dalam {format_number(monotonic() - started, 1)} detik.")
        if played:
            _take_stock()


def _take_stock() -> None:
    """Let the planner know what is in the tables now; only their owner may. Without, that waits for the next autovacuum."""
    if "owner" in connections:
        with connections["owner"].cursor() as cursor:
            cursor.execute("vacuum analyze")
