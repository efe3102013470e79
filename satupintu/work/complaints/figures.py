"""Counts of complaints for those who see numbers and never persons."""

from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.suppression import publishable
from satupintu.lib.words import Word
from satupintu.work.complaints.words import Judgement, Status

HIDDEN = "–"
"""What stands where a count is too small, or would tell one that is."""


COUNTERS = {
    "complaints": "select area, status, total from complaints_figures(%s)",
    "verdicts": "select area, judgement, total from complaints_verdicts(%s)",
}
"""What is counted, and the reviewed function that counts it."""


def table(request: HttpRequest, appointment: Appointment) -> Table:
    """The complaints of the appointment's area by state, one row for each area below it, and their sums."""
    return _table(
        request, appointment, "complaints", Status, _("Keluhan per daerah"), _("Belum ada keluhan di daerah ini.")
    )


def verdicts(request: HttpRequest, appointment: Appointment) -> Table:
    """What citizens said of closed complaints, one row for each area below the appointment's, and the sums."""
    empty = _("Belum ada warga yang menilai.")
    return _table(request, appointment, "verdicts", Judgement, _("Penilaian warga per daerah"), empty)


def _table(
    request: HttpRequest, appointment: Appointment, what: str, words: type[Word], caption: str, empty: str
) -> Table:
    """No count below five is shown, nor any from which one could be worked out (SECURITY C5)."""
    areas, counts = _counted(what, 10**8 if appointment.area is None else 10**6, list(words))
    names = {area.number: area.label for area in Area.objects.filter(pk__in=areas)}
    titles = [*(names[number] for number in areas), _("Semua")]
    rows: list[dict[str, Any]] = [
        {"area": title, "cells": [HIDDEN if count is None else count for count in cells]}
        for title, cells in zip(titles, publishable(counts), strict=False)
    ]
    heads = [*((word.value, word.label) for word in words), ("total", _("Semua"))]
    return Table(
        request,
        rows,
        columns=[
            Column("area", _("Daerah"), cell=lambda row: row["area"]),
            *(_column(code, label, place) for place, (code, label) in enumerate(heads)),
        ],
        caption=caption,
        empty=empty,
    )


def _counted(what: str, step: int, words: list[Word]) -> tuple[list[int], list[list[int]]]:
    """The areas below, in order, and for each its counts in the order of the words."""
    found: dict[int, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTERS[what], [step])
        for area, code, total in cursor.fetchall():
            found.setdefault(area, {})[code] = total
    areas = sorted(found)
    return areas, [[found[area].get(word.value, 0) for word in words] for area in areas]


def _column(code: str, label: str, place: int) -> Column:
    return Column(code, label, cell=lambda row: row["cells"][place], numeric=True)
