"""Letters that were out before they had limits get them, behind walls that bind the owner too."""

from datetime import timedelta
from importlib import import_module
from typing import Any

from django.db import connections
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.work.referrals import actions
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Reason

MIGRATION = import_module("satupintu.work.referrals.migrations.0004_fill_deadlines")


def test_what_is_out_gets_its_limit_and_its_clock_and_keeps_its_promise(cast: Any, under: Any) -> None:
    now, by = timezone.now(), cast.bulukumba_dukcapil
    words = {"origin_type": "x", "origin_id": 1, "origin_number": "K-1", "village_id": 7302032006, "need": "Mohon akta"}
    due = now + timedelta(days=5)
    with under(cast.ara_koordinator):
        sent, asked, expected, ended = (
            actions.send(
                actions.Letter(field="civil_registration", due_at=due, urgency=urgency, **words),
                to=by.office, by=cast.ara_koordinator,
            )
            for urgency in (0, 1, 0, 0)
        )  # fmt: skip
    with under(by):
        actions.ask(asked, by=by, text="Nama ibunya?")
        actions.accept(expected, by=by)
        actions.schedule(expected, by=by, meet_at=now + timedelta(days=3), meet_place="Loket 1")
        actions.reject(ended, by=by, reason=Reason.NOT_OURS)
    with house("uji", quietly=True):
        Referral.objects.update(limit=None, clock_at=None, paused_since=None)
    with connections["default"].cursor() as cursor:
        cursor.execute(MIGRATION.SEE_ALL)
        cursor.execute(MIGRATION.FILL)
        assert cursor.rowcount == 4
        cursor.execute(MIGRATION.SEE_NOTHING)
    with house("uji", quietly=True):
        found = {one.pk: one for one in Referral.objects.select_related("limit")}
    sent, asked, expected, ended = (found[one.pk] for one in (sent, asked, expected, ended))
    assert all(one.due_at == due for one in found.values())
    assert [one.limit.amount for one in (sent, asked, expected)] == [7, 3, 7]
    assert (sent.clock_at, sent.paused_since) == (due, None)
    assert asked.clock_at is None and asked.paused_since is not None
    assert expected.clock_at == expected.meet_at and expected.paused_since is not None
    assert (ended.clock_at, ended.paused_since) == (None, None)
