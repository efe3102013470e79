"""Complaints that were there before there were limits and milestones get them, behind walls that bind the owner too."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import connections

from satupintu.foundation.access import house
from satupintu.work.complaints import rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import bring

MIGRATION = import_module("satupintu.work.complaints.migrations.0010_fill_deadlines_and_milestones")
AWAY = import_module("satupintu.work.complaints.migrations.0019_which_are_owned_from_elsewhere")


def test_what_is_there_gets_its_limit_its_clock_and_its_milestones(
    complaint: Complaint, cast: Any, under: Any, told: Any
) -> None:
    from satupintu.work.complaints import actions

    with under(cast.ara_koordinator):
        bring(complaint, "complaint.close", cast.ara_koordinator)
    with under(cast.ara_depan):
        waiting = actions.register(told(), by=cast.ara_depan)
    empty = dict.fromkeys((*rules.MILESTONES, "limit_id", "clock_at"))
    with house("uji", quietly=True):
        Complaint.objects.update(**empty)
    # The same statements that the owner runs; the walls bind both alike.
    assert connections["default"].settings_dict["USER"] != settings.DATABASES["owner"]["USER"]
    with connections["default"].cursor() as cursor:
        cursor.execute(MIGRATION.SEE_ALL)
        cursor.execute(MIGRATION.FILL)
        assert cursor.rowcount == 2
        cursor.execute(MIGRATION.SEE_NOTHING)
    with house("uji", quietly=True):
        complaint.refresh_from_db()
        waiting.refresh_from_db()
    assert all(getattr(complaint, name) for name in rules.MILESTONES)
    assert (complaint.clock_at, waiting.decided_at) == (None, None)
    assert waiting.limit_id is not None and waiting.clock_at is not None and waiting.clock_at < waiting.due_at


def test_what_was_owned_from_elsewhere_is_found(complaint: Complaint, cast: Any, under: Any, told: Any) -> None:
    from satupintu.work.complaints import actions

    with under(cast.ara_depan):
        near = actions.register(told(), by=cast.ara_depan)
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=complaint.pk).update(handler_office=cast.gowa_manajer.office)
        Complaint.objects.filter(pk=near.pk).update(handler_office=cast.bulukumba_manajer.office)
    with connections["default"].cursor() as cursor:
        cursor.execute(AWAY.FILL)
        assert cursor.rowcount == 1
        cursor.execute(MIGRATION.SEE_NOTHING)
    with under(cast.gowa_manajer):
        assert [*Complaint.objects.from_elsewhere(cast.gowa_manajer)] == [complaint]
