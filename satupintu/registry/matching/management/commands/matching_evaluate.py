"""``matching_evaluate RECORDS TRUTH``: how well duplicates are found in any file whose truth is known."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from satupintu.registry.matching.linkage.columns import Columns, NoSuchColumn, read_records, read_truth
from satupintu.registry.matching.linkage.engine import NotInstalled, is_installed
from satupintu.registry.matching.linkage.evaluation import evaluate
from satupintu.registry.matching.linkage.model import Model, Settings


class Command(BaseCommand):
    """Measure a search against a truth. No register is touched: it runs without a database too."""

    help = "Mengukur pencocokan data ganda pada berkas yang jawabannya diketahui."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """RECORDS, TRUTH and how the columns are to be read."""
        parser.add_argument("records", type=Path, help="CSV: satu baris satu catatan")
        parser.add_argument("truth", type=Path, help="CSV: pasangan id, atau id dan kelompoknya")
        parser.add_argument("--mapping", type=Path, help="baris `name: kolom, kolom` (YAML) atau JSON")
        parser.add_argument(
            "--model", type=Path, help="model terlatih (JSON); tanpa ini dilatih pada berkas itu sendiri"
        )
        parser.add_argument("--save-model", type=Path, help="simpan model yang dilatih")
        parser.add_argument("--backend", choices=("duckdb", "spark"), default="duckdb")
        parser.add_argument("--threshold", type=float, default=Settings.sure, help="bobot (log2) mulai disebut sama")
        parser.add_argument("--memory", type=int, default=Settings.memory, help="batas memori DuckDB (MB)")
        parser.add_argument("--json", action="store_true", help="menjawab dengan JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search, compare, report."""
        if not is_installed(options["backend"]):
            raise CommandError("Bagian pencocokan belum terpasang di mesin ini: lihat requirements-matching.lock.")
        sure, memory = options["threshold"], options["memory"]
        settings = Settings(least=min(0.0, sure), sure=sure, backend=options["backend"], memory=memory)
        try:
            columns = Columns.read(options["mapping"]) if options["mapping"] else None
            model = Model.unpacked(json.loads(options["model"].read_text())) if options["model"] else None
            records = read_records(options["records"], columns)
            report = evaluate(records, lambda ids: read_truth(options["truth"], ids), settings, model)
        except (NoSuchColumn, OSError, ValueError, NotInstalled) as problem:
            raise CommandError(str(problem)) from None
        if options["save_model"]:
            options["save_model"].write_text(json.dumps(report["model"], indent=1))
        if options["json"]:
            self.stdout.write(json.dumps(report))
            return
        for what in ("pairs", "groups"):
            told = report[what]
            self.stdout.write(f"{what}: precision {told['precision']}, recall {told['recall']}, F1 {told['f1']}")
        self.stdout.write(f"{report['records']} records, {report['seconds']['all']} s, {report['peak_memory_mb']} MB")
