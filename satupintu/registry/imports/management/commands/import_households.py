"""``import_households FILE``: a household list from the command line, the same way as over the desk."""

import json
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.access.scope import EVERYWHERE
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import NotAnAreaCode, area_number, area_span
from satupintu.lib.sentences import again
from satupintu.registry.imports import staging
from satupintu.registry.imports.actions import File, apply, cancel, upload
from satupintu.registry.imports.models import Batch, StagedRow
from satupintu.registry.imports.words import BatchState
from satupintu.registry.people.models import ListEdition


class Command(BaseCommand):
    """Import a household list: check it, and save it unless it is a dry run."""

    help = "Mengimpor daftar keluarga (CSV/XLSX/ODS)."

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, who brings it, and what to do with it."""
        parser.add_argument("file", type=Path)
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--by", metavar="USERNAME", help="nama akun petugas dengan satu penugasan yang berwenang")
        who.add_argument("--house", action="store_true", help="sebagai Satu Pintu sendiri")
        parser.add_argument("--area", default="", help="kode wilayah berkas, bersama --house (misalnya 73.02)")
        parser.add_argument("--edition", default="", help='daftar asal kolom desil, misalnya "dtsen 2026-1"')
        parser.add_argument("--dry-run", action="store_true", help="hanya memeriksa")
        parser.add_argument("--json", action="store_true", help="menjawab dengan JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, save, report."""
        began = monotonic()
        try:
            batch = self._taken_in(options)
            batch = staging.check(batch.pk)
            checked = monotonic()
            report = self._report(batch) | {"check_seconds": round(checked - began, 2)}
            if options["dry_run"] or batch.word is BatchState.FAILED:
                self._drop(batch, options)
            else:
                self._save(batch, options)
                report["apply_seconds"] = round(monotonic() - checked, 2)
        except (Refused, WrongState) as problem:
            raise CommandError(problem.sentence) from None
        report["saved"] = not options["dry_run"] and batch.word is not BatchState.FAILED
        self._tell(report, as_json=options["json"])
        if batch.word is BatchState.FAILED:
            raise CommandError(batch.why)

    def _taken_in(self, options: dict[str, Any]) -> Batch:
        try:
            file = File(options["file"].name, options["file"].read_bytes())
            area = area_number(options["area"]) if options["area"] else None
        except (OSError, NotAnAreaCode) as problem:
            raise CommandError(str(problem)) from None
        with self._scope(options, area) as by:
            edition = ListEdition.known(options["edition"], timezone.localdate()) if options["edition"] else None
            return upload(by=by, file=file, edition=edition, area=area, queued=False)

    def _save(self, batch: Batch, options: dict[str, Any]) -> None:
        with self._scope(options, batch.area or None) as by:
            apply(batch, by=by, queued=False)
        with staging.as_house(batch, "Menyimpan") as by:
            apply(batch, by=by)

    def _drop(self, batch: Batch, options: dict[str, Any]) -> None:
        with self._scope(options, batch.area or None) as by:
            cancel(batch, by=by)

    def _scope(self, options: dict[str, Any], area: int | None) -> "AbstractContextManager[Any]":
        if options["house"]:
            return house("Impor dari baris perintah", spans=(area_span(area) if area else EVERYWHERE,))
        return _Under(options["by"])

    def _report(self, batch: Batch) -> dict[str, Any]:
        with staging.as_house(batch, "Memeriksa"):
            rows = StagedRow.objects.filter(batch=batch).exclude(errors=[]).order_by("number")
            wrong = [(row.number, code, again(said)) for row in rows for code, _column, *said in row.errors]
        return {
            "batch": batch.pk,
            "state": batch.state,
            "failure": batch.why,
            **batch.counts,
            "errors_by_kind": dict(Counter(code for _row, code, _text in wrong)),
            "errors": [{"row": row, "code": code, "message": text} for row, code, text in wrong[:100]],
        }

    def _tell(self, report: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        self.stdout.write(
            f"{report.get('rows', 0)} baris: {report.get('new', 0)} orang baru, {report.get('changed', 0)} berubah, "
            f"{report.get('unchanged', 0)} sama, {report.get('refused', 0)} ditolak, "
            f"{report.get('cautions', 0)} perlu dilihat."
        )
        for error in report["errors"][:20]:
            self.stdout.write(f"  baris {error['row']}: {error['message']}")


class _Under:
    """The scope of the one appointment of an account that may import."""

    def __init__(self, username: str) -> None:
        valid = Appointment.objects.valid_on(timezone.localdate()).with_place().filter(account__username=username)
        found = valid.first()
        if found is None:
            raise CommandError(f"Akun {username} tidak punya penugasan yang berlaku.")
        self.appointment: Appointment = found
        self.scope = entered(Scope.of(self.appointment, timezone.localdate()))

    def __enter__(self) -> Appointment:
        self.scope.__enter__()
        return self.appointment

    def __exit__(self, *problem: Any) -> None:
        self.scope.__exit__(*problem)
