"""How far a letter's deadline is, and why its time stands: what cards, lists, worklists and pages say alike."""

from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.pieces import Fact
from satupintu.work.deadlines import telling
from satupintu.work.deadlines.timetable import Timetable, for_words
from satupintu.work.referrals import rules
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Status

DUE = ("due_at", "limit_id", "status", "paused_since")
"""What a row must have been read with."""


def due(row: Any, now: datetime, reader: Timetable | None) -> SafeString | str:
    """ "3 hari kerja lagi", "terlambat 2 hari", what its receiver waits for, or nothing once the letter has its answer."""
    if Status(row.status) not in rules.OPEN:
        return ""
    if row.paused_since is None:
        return telling.said(row.due_at, row.limit_id, now, reader)
    waits = row.status == Status.ASKED.value
    return _("Menunggu keterangan") if waits else _("Menunggu kedatangan warga")


def pause(letter: Referral) -> dict[str, str] | None:
    """Since when a letter's time stands, why, and what lets it go on; None while it runs."""
    if letter.paused_since is None:
        return None
    place = for_words(letter.to_office)
    since = {"moment": telling.moment(letter.paused_since, place)}
    if letter.status_word is Status.ASKED or letter.meet_at is None:
        return {
            "title": _("Waktu berhenti sejak %(moment)s, karena penerima meminta keterangan.") % since,
            "until": _("Sisa waktunya berjalan lagi begitu keterangan diberikan."),
        }
    expected = {"moment": telling.moment(letter.meet_at, place)}
    return {
        "title": _("Waktu berhenti sejak %(moment)s, karena warga dijadwalkan datang.") % since,
        "until": _("Sisa waktunya berjalan lagi sesudah %(moment)s, kalau belum ada jawaban.") % expected,
    }


def facts(letter: Referral) -> list[Fact]:
    """The exact moment, by the clock of the receiver, and the limit that it follows; none while the time stands."""
    if letter.status_word not in rules.OPEN or letter.paused_since is not None:
        return []
    time = for_words(letter.to_office)
    limit = time.limits.get(letter.limit_id or 0)
    by_limit = (
        limit is not None and limit.amount is not None and time.kept(limit, letter.sent_at).due_at == letter.due_at
    )
    length = telling.length(limit.amount, limit.unit) if by_limit and limit else ""
    hint = _("%(length)s sejak dikirim, menurut hari dan jam kerja penerima") % {"length": length} if length else ""
    return [Fact(_("Dijawab paling lambat"), telling.moment(letter.due_at, time), hint)]
