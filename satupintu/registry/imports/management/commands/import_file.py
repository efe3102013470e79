"""``import_file FILE``: a file of persons from the command line, the same way as over the desk.

It ends with 0 when every row was good, 1 when rows were refused (the good ones are saved), 2 when nothing could be done.
"""

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
from satupintu.foundation.access.scope import span_of
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import NotAnAreaCode, area_number
from satupintu.lib.sentences import again
from satupintu.lib.sheets import SheetRefused
from satupintu.registry.imports import staging
from satupintu.registry.imports.actions import File, apply, cancel, upload
from satupintu.registry.imports.layout import Layout, NotALayout, Unbound, open_book, to_yaml
from satupintu.registry.imports.models import Batch, MappingVersion, StagedRow
from satupintu.registry.imports.presets import Known, known_mapping
from satupintu.registry.people.models import ListEdition

SOME_REFUSED, NOTHING_DONE = 1, 2
ZERO = dict.fromkeys(("new", "changed", "unchanged", "refused", "cautions", "households", "without_nik"), 0)


class Command(BaseCommand):
    """Import a file by a mapping: check it, and save it unless it is a dry run."""

    help = (
        "Mengimpor berkas warga (CSV/XLSX/XLS/ODS) menurut sebuah pemetaan. "
        "Kode keluar: 0 semua baris baik, 1 ada baris ditolak, 2 tidak ada yang dikerjakan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, how it is read, who brings it, and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--mapping",
            default="",
            help="berkas YAML, preset:NAMA (bdt-2015, dtks-verval, regsosek-2022, penduduk-desa, penerima-program), atau nama "
            "pemetaan tersimpan; tanpa ini judul kolom yang menentukan",
        )
        who = parser.add_mutually_exclusive_group()
        who.add_argument("--by", metavar="USERNAME", help="nama akun petugas dengan satu penugasan yang berwenang")
        who.add_argument("--house", action="store_true", help="sebagai Satu Pintu sendiri")
        parser.add_argument("--area", default="", help="kode wilayah berkas, bersama --house (misalnya 73.02)")
        parser.add_argument("--edition", default="", help='daftar asal berkas, misalnya "dtsen 2026-1"')
        parser.add_argument("--dry-run", action="store_true", help="hanya memeriksa")
        parser.add_argument("--json", action="store_true", help="menjawab dengan JSON")
        parser.add_argument("--propose", action="store_true", help="hanya menulis pemetaan YAML menurut judul kolom")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, save, report."""
        try:
            if options["propose"]:
                self._propose(options)
                return
            report = self._imported(options)
        except (Refused, WrongState, SheetRefused, Unbound) as problem:
            raise self._failure(problem.sentence, options) from None
        except NotALayout as problem:
            raise self._failure("\n".join(problem.sentences), options) from None
        except (OSError, ValueError) as problem:
            raise self._failure(str(problem), options) from None
        self._tell(report, as_json=options["json"])
        if report["failure"]:
            raise CommandError(report["failure"], returncode=NOTHING_DONE)
        if report["refused"]:
            raise SystemExit(SOME_REFUSED)

    def _failure(self, said: str, options: dict[str, Any]) -> CommandError:
        if options["json"]:
            self.stdout.write(json.dumps({"state": "failed", "saved": False, "failure": said}, ensure_ascii=False))
        return CommandError(said, returncode=NOTHING_DONE)

    def _propose(self, options: dict[str, Any]) -> None:
        with open_book(options["file"], None) as book:
            self.stdout.write(to_yaml(book.layout.called(options["file"].stem)), ending="")

    def _imported(self, options: dict[str, Any]) -> dict[str, Any]:
        began = monotonic()
        batch = staging.check(self._taken_in(options).pk)
        checked = monotonic()
        report = self._report(batch) | {"check_seconds": round(checked - began, 2), "dry_run": options["dry_run"]}
        nothing = not report["accepted"]
        if options["dry_run"] or nothing:
            self._drop(batch, options)
        else:
            self._save(batch, options)
            report["apply_seconds"] = round(monotonic() - checked, 2)
        report["saved"] = not options["dry_run"] and not nothing
        return report

    def _taken_in(self, options: dict[str, Any]) -> Batch:
        file = File(options["file"].name, options["file"].read_bytes())
        area = self._area(options)
        with self._scope(options, area) as by:
            known = known_mapping(options["mapping"]) if options["mapping"] else Known("", None, None)
            edition = ListEdition.known(options["edition"], timezone.localdate()) if options["edition"] else None
            how: dict[str, Layout | MappingVersion | None] = {"layout": known.layout, "mapping": known.version}
            return upload(by=by, file=file, edition=edition, area=area, queued=False, **how)

    def _area(self, options: dict[str, Any]) -> int | None:
        try:
            return area_number(options["area"]) if options["area"] else None
        except NotAnAreaCode as problem:
            raise CommandError(problem.sentence, returncode=NOTHING_DONE) from None

    def _save(self, batch: Batch, options: dict[str, Any]) -> None:
        with self._scope(options, batch.area or None) as by:
            apply(batch, by=by, queued=False)
        with staging.as_house(batch, "Menyimpan") as by:
            apply(batch, by=by)

    def _drop(self, batch: Batch, options: dict[str, Any]) -> None:
        with self._scope(options, batch.area or None) as by:
            cancel(batch, by=by)

    def _scope(self, options: dict[str, Any], area: int | None) -> "AbstractContextManager[Any]":
        if options["by"]:
            return _Under(options["by"])
        if not options["house"]:
            raise CommandError("Sebutkan --by USERNAME atau --house.", returncode=NOTHING_DONE)
        return house("Impor dari baris perintah", spans=(span_of(area),))

    def _report(self, batch: Batch) -> dict[str, Any]:
        with staging.as_house(batch, "Memeriksa"):
            rows = StagedRow.objects.filter(batch=batch).exclude(errors=[]).order_by("number")
            wrong = [(row.number, code, column, again(said)) for row in rows for code, column, *said in row.errors]
        counts = ZERO | batch.counts
        return {
            "batch": batch.pk,
            "state": batch.state,
            "failure": batch.why,
            "mapping": batch.layout.get("name", ""),
            "rows_read": batch.rows_read,
            "accepted": counts["new"] + counts["changed"] + counts["unchanged"],
            **{what: counts[what] for what in ZERO},
            "errors_by_kind": dict(sorted(Counter(code for _row, code, _column, _text in wrong).items())),
            "errors": [
                {"row": row, "kind": code, "column": column, "message": text} for row, code, column, text in wrong
            ],
        }

    def _tell(self, report: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        self.stdout.write(
            f"{report['rows_read']} baris: {report['new']} orang baru, {report['changed']} berubah, "
            f"{report['unchanged']} sama, {report['refused']} ditolak, {report['cautions']} perlu dilihat."
        )
        for kind, count in report["errors_by_kind"].items():
            self.stdout.write(f"  {kind}: {count}")
        for error in report["errors"][:20]:
            self.stdout.write(f"  baris {error['row']}: {error['message']}")


class _Under:
    """The scope of the one appointment of an account that may import."""

    def __init__(self, username: str) -> None:
        valid = Appointment.objects.valid_on(timezone.localdate()).with_place().filter(account__username=username)
        found = valid.first()
        if found is None:
            raise CommandError(f"Akun {username} tidak punya penugasan yang berlaku.", returncode=NOTHING_DONE)
        self.appointment: Appointment = found
        self.scope = entered(Scope.of(self.appointment, timezone.localdate()))

    def __enter__(self) -> Appointment:
        self.scope.__enter__()
        return self.appointment

    def __exit__(self, *problem: Any) -> None:
        self.scope.__exit__(*problem)
