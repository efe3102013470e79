"""Months with something in them, and their closing."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.reports.bulletins.tests.conftest import enter
from satupintu.reports.editions.actions import close
from satupintu.reports.editions.models import Edition
from satupintu.reports.editions.rules import closes_on
from satupintu.reports.editions.words import Subject
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Sensitivity, Status, Urgency

__all__ = ["enter"]
ARA, PANAKKUKANG = 7302032006, 7306072008


@pytest.fixture
def taken(cast: Any) -> Callable[..., None]:
    """``taken(20, field=…)``: so many complaints of a village, of October unless ``received_at`` says otherwise."""

    def write(count: int, **said: Any) -> None:
        october = datetime(2026, 10, 15, 3, tzinfo=UTC)
        usual: dict[str, Any] = {
            "village_id": ARA, "channel": Channel.WALK_IN, "kind": Kind.GRIEVANCE, "nature": Nature.NEED,
            "field": ServiceField.HEALTH, "urgency": Urgency.ORDINARY, "urgency_rank": 0, "status": Status.RECEIVED,
            "sensitivity": Sensitivity.ORDINARY, "clearance": 0, "received_at": october, "due_at": october,
        }  # fmt: skip
        by = cast.panakkukang_koordinator if said.get("village_id") == PANAKKUKANG else cast.ara_koordinator
        offices = dict.fromkeys(("intake_office_id", "handler_office_id", "waits_at_id"), by.office_id)
        with house("uji", quietly=True):
            before = Complaint.objects.count()
            Complaint.objects.bulk_create(
                Complaint(number=f"K-{before + n}", **usual | offices | {"author_id": by.pk} | said)
                for n in range(count)
            )

    return write


def closing(subject: Subject, month: date) -> Edition:
    """Close a month on its day."""
    with house("uji", quietly=True) as by:
        return close(subject, by=by, month=month, today=closes_on(month))
