"""A letter for the tests of letters."""

from datetime import UTC, timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.offices.models import Office
from satupintu.work.referrals import actions
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.tests.course import Travel
from satupintu.work.referrals.words import Consent


@pytest.fixture
def letter(cast: Any, under: Any) -> Referral:
    """A letter from Puskesos Ara to Dukcapil."""
    with under(cast.ara_koordinator):
        words = actions.Letter(
            origin_type="x",
            origin_id=1,
            origin_number="K-1",
            village_id=7302032006,
            field="civil_registration",
            need="Mohon akta",
            due_at=timezone.now() + timedelta(days=7),
            subject_name="Caya",
            consent=Consent.SPOKEN,
            consent_by="Caya",
        )
        return actions.send(words, to=Office.objects.get(code="D7302DUKCAPIL"), by=cast.ara_koordinator)


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Travel:
    """Let it be another moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(UTC))
