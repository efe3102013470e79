"""Who is told of a request: those who can answer it, then the officer at whose desk it was asked."""

from collections.abc import Callable
from typing import Any

import pytest

from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.privacy import actions
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import RequestKind

Asked = Callable[..., DataRequest]
pytestmark = pytest.mark.django_db


def told(name: str) -> dict[str, str]:
    """Username → what the notice leads to, of the notices of one name."""
    with house("uji", quietly=True):
        paths = dict(Notice.objects.filter(name=name).values_list("appointment_id", "path"))
        users = dict(Appointment.objects.filter(pk__in=paths).values_list("pk", "account__username"))
    return {users[pk]: path for pk, path in paths.items()}


def test_those_who_may_answer_are_told_and_no_stranger(asked: Asked) -> None:
    request = asked(RequestKind.COPY)
    found = told("privacy.asked")
    assert found["bulukumba.manajer"] == request.address
    assert not {"ara.koordinator", "bira.koordinator", "gowa.manajer", "panakkukang.koordinator"} & found.keys()


def test_an_erasure_is_told_to_those_who_may_erase(asked: Asked) -> None:
    asked(RequestKind.ERASURE)
    found = told("privacy.asked")
    assert "bulukumba.manajer" in found and "ara.depan" not in found


@pytest.mark.parametrize(
    ("kind", "name"), [(RequestKind.COPY, "privacy.copy_handed"), (RequestKind.COPY, "privacy.refused")]
)
def test_whoever_wrote_it_down_is_told_how_it_ended(
    kind: RequestKind, name: str, asked: Asked, cast: Any, under: Any
) -> None:
    request, by = asked(kind), cast.bulukumba_manajer
    with under(by):
        if name == "privacy.refused":
            actions.refuse(request, by=by, text="Bukan walinya.")
        else:
            actions.hand_copy(request, by=by)
    assert told(name) == {"ara.koordinator": request.address}
