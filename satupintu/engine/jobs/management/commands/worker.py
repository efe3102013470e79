"""``worker``: run jobs until told to stop."""

import asyncio
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from satupintu.engine.jobs.worker import Worker


class Command(BaseCommand):
    """Run the jobs of the house."""

    help = "Jalankan pekerjaan antrean sampai dihentikan."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many jobs at once, and whether to leave when nothing is left."""
        parser.add_argument("--concurrency", type=int, default=2, help="Berapa pekerjaan sekaligus")
        parser.add_argument("--until-empty", action="store_true", help="Berhenti bila antrean kosong")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or Ctrl-C."""
        asyncio.run(_work(options["concurrency"], until_empty=options["until_empty"]))


async def _work(concurrency: int, *, until_empty: bool) -> None:
    await Worker(concurrency, until_empty=until_empty).run()
