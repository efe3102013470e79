"""``write_copies RECORDS TRUTH``: people who do not exist, a fifth of them written twice, for measuring the search."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from satupintu.cast.copies import write_files


class Command(BaseCommand):
    """Write records and who is who among them; the same seed gives the same files."""

    help = "Menulis catatan orang rekaan, sebagian ditulis dua kali, untuk mengukur pencocokan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The two files, how many persons, the seed."""
        parser.add_argument("records", type=Path)
        parser.add_argument("truth", type=Path)
        parser.add_argument("--persons", type=int, default=10_000)
        parser.add_argument("--seed", type=int, default=7)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write both files."""
        count = write_files(options["seed"], options["persons"], options["records"], options["truth"])
        self.stdout.write(f"{count} catatan")
