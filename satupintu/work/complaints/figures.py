"""Counts of complaints for those who see numbers and never persons."""

from django.db import connection
from django.http import HttpRequest
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.words import Status

SMALL = 5
"""Counts below this are not shown."""


def table(request: HttpRequest, appointment: Appointment) -> Table:
    """The counts of the appointment's area, one row for each area below it."""
    step = 10**8 if appointment.area is None else 10**6
    with connection.cursor() as cursor:
        cursor.execute("select area, status, total from complaints_figures(%s)", [step])
        counts: dict[int, dict[str, int]] = {}
        for area, status, total in cursor.fetchall():
            counts.setdefault(area, {})[status] = total
    names = {area.number: area.label for area in Area.objects.filter(pk__in=counts)}
    rows = [{"area": names[number], "total": sum(found.values()), **found} for number, found in sorted(counts.items())]
    return Table(
        request,
        rows,
        columns=[
            Column("area", _("Daerah"), cell=lambda row: row["area"], sort="area"),
            Column("total", _("Semua"), cell=lambda row: _hidden(row["total"]), numeric=True),
            *(_column(status) for status in Status),
        ],
        caption=_("Keluhan per daerah"),
        empty=_("Belum ada keluhan di daerah ini."),
    )


def _column(status: Status) -> Column:
    return Column(status.value, status.label, cell=lambda row: _hidden(row.get(status.value, 0)), numeric=True)


def _hidden(total: int) -> object:
    return total if total == 0 or total >= SMALL else "<5"
