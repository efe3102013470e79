"""``load_civil_matches FILE``: answers of the civil registry from a file (columns: `adapters/file.py`)."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from satupintu.engine.actions import Refused
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.access.scope import span_of
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import NotAnAreaCode, area_number
from satupintu.lib.periods import NotADate, read_date
from satupintu.registry.civil.actions import Delivery, load
from satupintu.registry.civil.adapters.file import AnswersOfFile, NotAnAnswer
from satupintu.registry.civil.models import AnswerFile
from satupintu.registry.civil.words import RowProblem

PROBLEMS_SHOWN = 100


class Command(BaseCommand):
    """Load answers of the civil registry beside the persons of an area."""

    help = "Memuat hasil pemadanan Dukcapil dari berkas CSV/XLSX/ODS."

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, for which area or on whose behalf, of which day."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", metavar="USERNAME", default="", help="nama akun petugas yang berwenang")
        parser.add_argument("--area", default="", help="kode wilayah (misalnya 73.02); tanpa ini seluruh Indonesia")
        parser.add_argument("--date", default="", help="tanggal hasil pemadanan; tanpa ini hari ini")
        parser.add_argument("--json", action="store_true", help="menjawab dengan JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        try:
            day = read_date(options["date"]) if options["date"] else timezone.localdate()
            area = area_number(options["area"]) if options["area"] else 0
            content = options["file"].read_bytes()
            file = self._load(options, sha256(content).hexdigest(), area, day)
        except (OSError, NotADate, NotAnAreaCode, NotAnAnswer, Refused) as problem:
            raise CommandError(str(problem)) from None
        self._tell(file, as_json=options["json"])

    def _load(self, options: dict[str, Any], fingerprint: str, area: int, day: Any) -> AnswerFile:
        path = options["file"]
        if not options["by"]:
            with house("Memuat hasil pemadanan Dukcapil", spans=(span_of(area),)) as by:
                return load(AnswersOfFile(path), by=by, delivery=Delivery(path.name[-120:], fingerprint, day, area))
        valid = Appointment.objects.valid_on(timezone.localdate()).with_place()
        officer = valid.filter(account__username=options["by"]).first()
        if officer is None:
            raise CommandError(f"Akun {options['by']} tidak punya penugasan yang berlaku.")
        delivery = Delivery(path.name[-120:], fingerprint, day, officer.area_id or 0)
        with entered(Scope.of(officer, timezone.localdate())):
            return load(AnswersOfFile(path), by=officer, delivery=delivery)

    def _tell(self, file: AnswerFile, *, as_json: bool) -> None:
        counts = dict.fromkeys(("rows", "matched", "not_matched", "refused"), 0) | file.counts
        if as_json:
            kinds = {one.value: counts[one.value] for one in RowProblem if counts.get(one.value)}
            shown = [
                {"row": row, "code": code, "message": RowProblem(code).label}
                for row, code in file.problems[:PROBLEMS_SHOWN]
            ]
            head = {name: counts[name] for name in ("rows", "matched", "not_matched", "refused")}
            told = {"file": file.pk, **head, "errors_by_kind": kinds, "errors": shown}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(
            f"{counts['rows']} baris: {counts['matched']} padan, {counts['not_matched']} tidak padan, "
            f"{counts['refused']} dilewati."
        )
        for row, code in file.problems[:20]:
            self.stdout.write(f"  baris {row}: {RowProblem(code).label}")
