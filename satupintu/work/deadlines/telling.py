"""Deadlines as people count them: "3 hari kerja lagi", "5 jam lagi", "terlambat 2 hari"."""

from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.ui import moments
from satupintu.engine.ui.pieces import deadline
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.deadlines.rules import Limit
from satupintu.work.deadlines.timetable import Timetable
from satupintu.work.deadlines.words import TimeUnit, Urgency

LEVELS = {
    4: gettext_lazy("Desa/kelurahan"),
    3: gettext_lazy("Kecamatan"),
    2: gettext_lazy("Kabupaten/kota"),
    1: gettext_lazy("Provinsi"),
    0: gettext_lazy("Pusat"),
}
"""Of which level the office is that must answer."""


def length(number: int | None, unit: TimeUnit | str) -> str:
    """ "3 hari kerja"; a rule that was taken back has no length."""
    return _("dicabut") if number is None else f"{number} {TimeUnit(unit).label}"


def about(limit: Limit) -> str:
    """Which matters a limit is for: "Kesehatan · Segera · Kantor desa/kelurahan"."""
    urgency = _("Biasa dan segera") if limit.urgency is None else list(Urgency)[limit.urgency].label
    parts = [ServiceField(limit.field).label if limit.field else _("Semua bidang"), urgency]
    if limit.level is not None:
        parts.append(_("Kantor %(level)s") % {"level": str(LEVELS[limit.level]).lower()})
    return " · ".join(parts)


def moment(at: datetime, place: Timetable) -> str:
    """A day with its weekday and the time, by the clock of a place: "Senin, 30 November 2026, 16.00 WITA"."""
    return f"{moments.long_day(at.astimezone(place.zone).date(), weekday=True)}, {moments.clock(at, place.zone)}"


def said(due_at: datetime, limit_id: int | None, now: datetime, reader: Timetable | None) -> SafeString:
    """How far a deadline is, counted as its limit counts; working days by the calendar of whoever reads."""
    limit = reader.limits.get(limit_id or 0) if reader else None
    if limit is None or reader is None:
        return deadline(due_at, now)
    if limit.unit is TimeUnit.WORKING_DAYS:
        return deadline(due_at, now, calendar=reader.calendar)
    return deadline(due_at, now, hourly=not limit.unit.in_days)
