"""Counts of complaints for those who see numbers and never persons."""

from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.suppression import publishable
from satupintu.work.complaints.words import Status

HIDDEN = "–"
"""What stands where a count is too small, or would tell one that is."""


def table(request: HttpRequest, appointment: Appointment) -> Table:
    """The counts of the appointment's area, one row for each area below it, and their sums.

    No count below five is shown, nor any from which one could be worked out (SECURITY C5).
    """
    areas, counts = _counted(10**8 if appointment.area is None else 10**6)
    names = {area.number: area.label for area in Area.objects.filter(pk__in=areas)}
    titles = [*(names[number] for number in areas), _("Semua")]
    rows: list[dict[str, Any]] = [
        {"area": title, "cells": [HIDDEN if count is None else count for count in cells]}
        for title, cells in zip(titles, publishable(counts), strict=False)
    ]
    heads = [*((status.value, status.label) for status in Status), ("total", _("Semua"))]
    return Table(
        request,
        rows,
        columns=[
            Column("area", _("Daerah"), cell=lambda row: row["area"]),
            *(_column(code, label, place) for place, (code, label) in enumerate(heads)),
        ],
        caption=_("Keluhan per daerah"),
        empty=_("Belum ada keluhan di daerah ini."),
    )


def _counted(step: int) -> tuple[list[int], list[list[int]]]:
    """The areas below, in order, and for each its counts in the order of the states."""
    found: dict[int, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select area, status, total from complaints_figures(%s)", [step])
        for area, status, total in cursor.fetchall():
            found.setdefault(area, {})[status] = total
    areas = sorted(found)
    return areas, [[found[area].get(status.value, 0) for status in Status] for area in areas]


def _column(code: str, label: str, place: int) -> Column:
    return Column(code, label, cell=lambda row: row["cells"][place], numeric=True)
