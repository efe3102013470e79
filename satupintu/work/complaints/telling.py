"""How far a complaint's deadline is, in words: what lists, worklists and pages say alike."""

from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Tone, badge
from satupintu.work.complaints.words import Wait
from satupintu.work.deadlines import telling
from satupintu.work.deadlines.timetable import Timetable

DUE = ("due_at", "limit_id", "waits_for", "paused_since")
"""What a row must have been read with."""


def due(row: Any, now: datetime, reader: Timetable | None) -> SafeString | str:
    """ "3 hari kerja lagi", "terlambat 2 hari", that the citizen is waited for, or nothing once the citizen was told."""
    if row.waits_for in {Wait.CLOSURE, Wait.NOTHING}:
        return ""
    if row.paused_since is not None:
        return badge(_("Menunggu warga"), Tone.WAITING)
    return telling.said(row.due_at, row.limit_id, now, reader)
