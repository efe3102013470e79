"""Under which appointment one works: from the first midnight to the last, by the clock of its own place."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.access.scope import Scope
from satupintu.foundation.access.standing import appointment_of, in_force
from satupintu.foundation.areas.models import Area, Edition
from satupintu.foundation.offices.models import Appointment

pytestmark = pytest.mark.django_db
LAST_DAY = date(2026, 11, 22)


@pytest.fixture
def in_jayapura(cast: Any) -> Appointment:
    """The coordinator of Ara, moved to a village whose clock is two hours ahead of Jakarta's."""
    edition = Edition.objects.first()
    for number, name, kind in (
        (9100000000, "Papua", "provinsi"),
        (9171000000, "Kota Jayapura", "kota"),
        (9171010000, "Jayapura Utara", "distrik"),
        (9171011001, "Gurabesi", "kelurahan"),
    ):
        Area(number=number, name=name, kind=kind, began=edition).save()
    one = cast.ara_koordinator
    one.area, one.valid_from, one.valid_to = Area.objects.get(pk=9171011001), LAST_DAY, LAST_DAY
    one.save()
    return one


def at(monkeypatch: pytest.MonkeyPatch, hour: int, minute: int, day: int) -> None:
    """Set Django's clock to a moment in November 2026, in universal time."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, day, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(
    ("hour", "minute", "day", "valid"),
    [
        (14, 59, 21, False),  # 23.59 of the day before in Jayapura
        (15, 0, 21, True),  # midnight there; in Jakarta it is still 22.00 of the day before
        (14, 59, 22, True),  # 23.59 of the last day
        (15, 0, 22, False),  # the day after has begun there, though not in Jakarta
    ],
)
def test_the_days_of_an_appointment_are_those_of_its_place(
    in_jayapura: Appointment, monkeypatch: pytest.MonkeyPatch, hour: int, minute: int, day: int, valid: bool
) -> None:
    at(monkeypatch, hour, minute, day)
    assert bool(in_force(in_jayapura.account_id)) is valid
    today = timezone.localdate(timezone=in_jayapura.zone)
    assert (Scope.of(in_jayapura, today) != Scope()) is valid


def request_of(one: Appointment, /, **session: Any) -> Any:
    """A request of somebody signed in, with what the session remembers."""
    return SimpleNamespace(user=one.account, session={"_auth_user_id": str(one.account_id), **session})


def test_a_high_appointment_wants_the_second_factor_of_this_session(cast: Any) -> None:
    manager = cast.bulukumba_manajer
    assert appointment_of(request_of(manager)) is None
    assert appointment_of(request_of(manager, second_factor=True)) == manager


@pytest.mark.parametrize("low", ["ara_koordinator", "bontobahari_tksk", "ara_fasilitator"])
def test_a_village_or_kecamatan_works_with_a_password(cast: Any, low: str) -> None:
    assert appointment_of(request_of(getattr(cast, low))) == getattr(cast, low)


def test_a_chosen_appointment_that_ended_is_not_silently_another_one(cast: Any) -> None:
    first, second = Appointment.objects.filter(account__username="dua.penugasan").order_by("pk")
    Appointment.objects.filter(pk=first.pk).update(valid_to=date(2025, 1, 1))
    request = request_of(first, appointment=first.pk)
    assert appointment_of(request) is None
    assert "appointment" not in request.session
    assert appointment_of(request) == second
