"""The page of a complaint asks for what its steps and its panels need together once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.work.complaints.jobs import keep_the_time_of
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_preparing import ACTS, WHO

BULUKUMBA = 7302
TABLES = (
    "complaints_check",
    "complaints_recommendation",
    "complaints_repair",
    "complaints_handover",
    "complaints_escalation",
)


@pytest.fixture
def recommended(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """A complaint that is late, checked and recommended."""
    with house("uji", quietly=True):
        gone = timezone.now() - timedelta(days=1)
        Complaint.objects.filter(pk=complaint.pk).update(due_at=gone, clock_at=gone)
    keep_the_time_of(BULUKUMBA)
    for verb in ("complaint.check", "complaint.recommend"):
        by = getattr(cast, WHO[verb])
        with under(by):
            ACTS[verb](complaint, by)
    return complaint


@pytest.mark.parametrize(("path", "most"), [("", 30), ("penerusan/", 34)])
def test_what_the_steps_and_the_panels_both_need_is_asked_for_once(
    path: str, most: int, recommended: Complaint, cast: Any, desk: Any
) -> None:
    browser, address = desk(cast.ara_koordinator), f"/keluhan/{recommended.number}/{path}"
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    reads = [one["sql"] for one in asked]
    assert {table: sum(f'FROM "{table}"' in sql for sql in reads) for table in TABLES} == dict.fromkeys(TABLES, 1)
    assert len(reads) <= most
