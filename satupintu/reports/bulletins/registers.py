"""Lists by name: what came to a secretariat (§5.2 of the field's forms), proposals and visits (§5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import Period
from satupintu.lib.words import in_english
from satupintu.work.complaints.models import Complaint, PaperCheck
from satupintu.work.complaints.models.complaint import ComplaintQuerySet
from satupintu.work.complaints.words import Kind, Nature, Status
from satupintu.work.daybook.models import ServiceRecord
from satupintu.work.daybook.models.visits import VisitQuerySet
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

SECRET = 2
"""A matter of this clearance is never named in a list."""


@dataclass(frozen=True)
class Caller:
    """One line of a secretariat's list. ``row`` is what the reading of it is noted under."""

    row: int
    day: date
    name: str
    address: str
    kind: str
    note: str
    url: str


def callers(office: Office, month: Period) -> list[Caller]:
    """Who came to a post in a month: complaints taken there, and services given to somebody who is known."""
    zone = office.zone
    start, end = (datetime.combine(day, time(), zone) for day in (month.start, month.end))
    taken = Complaint.objects.filter(intake_office=office, received_at__gte=start, received_at__lt=end)
    fields, states = ({word.value: word.label for word in words} for words in (ServiceField, Status))
    found = [
        Caller(
            one.pk,
            one.received_at.astimezone(zone).date(),
            _("Keluhan sensitif") if one.clearance == SECRET else one.about,
            "" if one.clearance == SECRET else _address(one.person),
            one.service.label if one.service else fields[one.field],
            states[one.status],
            f"/keluhan/{one.number}/",
        )
        for one in taken.select_related("person", "service").order_by("received_at")
    ]
    served = ServiceRecord.objects.current().at_office(office.pk).between(month.start, month.end)
    known = served.filter(person__isnull=False).select_related("person", "service")
    found += [
        Caller(one.pk, one.day, one.person.name, _address(one.person), one.service.label, one.note, "")
        for one in known
        if one.person is not None
    ]
    return sorted(found, key=lambda one: (one.day, one.row))


def _address(person: Any) -> str:
    if person is None:
        return ""
    rt_rw = f"RT {person.rt}/RW {person.rw}" if person.rt else ""
    return ", ".join(part for part in (person.address, person.dusun, rt_rw) if part)


def caller_columns() -> list[Column]:
    """Tanggal | nama | alamat | jenis layanan | keterangan."""
    return [
        Column("day", _("Tanggal"), tight=True),
        Column("name", _("Nama"), cell=lambda row: row.name or _("Belum diketahui")),
        Column("address", _("Alamat")),
        Column("kind", _("Jenis layanan")),
        Column("note", _("Keterangan")),
    ]


PROPOSED = (
    "pk number about field status clearance received_at village__name service__name service__name_en complete".split()
)


def proposals(rows: ComplaintQuerySet) -> Any:
    """Pengajuan: complaints that ask for something, newest first, with no more than the list shows."""
    checks = PaperCheck.objects.filter(complaint=OuterRef("pk")).order_by("-pk").values("complete")[:1]
    asked = rows.filter(nature=Nature.NEED).exclude(kind=Kind.QUESTION).annotate(complete=Subquery(checks))
    return asked.order_by("-received_at", "-id").values_list(*PROPOSED, named=True)


def proposal_columns() -> list[Column]:
    """Nomor | nama pemohon | jenis usulan | status | tanggal pengajuan | kelengkapan berkas | desa."""
    papers = {None: _("belum diperiksa"), True: _("lengkap"), False: _("kurang")}

    def service(row: Any) -> str | None:
        return row.service__name_en if row.service__name_en and in_english() else row.service__name

    fields, states = ({word.value: word.label for word in words} for words in (ServiceField, Status))
    secret, unknown = _("Keluhan sensitif"), _("Belum diketahui")
    return [
        Column("number", _("Nomor pengusulan"), on_phone=False),
        Column(
            "about", _("Nama pemohon"), cell=lambda row: secret if row.clearance == SECRET else row.about or unknown
        ),
        Column("field", _("Jenis usulan"), cell=lambda row: service(row) or fields[row.field]),
        Column("status", _("Status"), cell=lambda row: states[row.status]),
        Column("received", _("Tanggal pengajuan"), cell=lambda row: row.received_at, sort=("received_at", "id")),
        Column("papers", _("Kelengkapan berkas"), cell=lambda row: papers[row.complete]),
        Column("village", _("Desa"), cell=lambda row: row.village__name),
    ]


VISITED = "pk about kind on result surveys clearance origin_number village__name visitor_label".split()


def visits(rows: VisitQuerySet) -> Any:
    """Kunjungan, newest first, with no more than the list shows."""
    return rows.order_by("-on", "-id").values_list(*VISITED, named=True)


def visit_columns() -> list[Column]:
    """Nama masyarakat | keperluan | bertemu dengan | tanggal | keterangan | status."""
    kinds, results, surveys = ({word.value: word.label for word in one} for one in (VisitKind, VisitResult, Survey))
    secret, unknown = _("Kunjungan tertutup"), _("Tidak disebut")

    def need(codes: Sequence[str], kind: str) -> str:
        return ", ".join(surveys[code] for code in codes) or kinds[kind]

    return [
        Column(
            "about", _("Nama masyarakat"), cell=lambda row: secret if row.clearance == SECRET else row.about or unknown
        ),
        Column("need", _("Keperluan"), cell=lambda row: need(row.surveys, row.kind)),
        Column("visitor", _("Bertemu dengan"), cell=lambda row: row.visitor_label.split(" · ")[0]),
        Column("on", _("Tanggal"), cell=lambda row: row.on, sort=("on", "id"), tight=True),
        Column("note", _("Keterangan"), cell=lambda row: row.origin_number or row.village__name),
        Column("result", _("Status"), cell=lambda row: results[row.result]),
    ]
