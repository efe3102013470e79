"""T8: whoever loses an appointment, a role, an account or a session is out with the next request."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.access import Scope, entered
from satupintu.foundation.offices import actions, sessions
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import AppointmentEnd
from satupintu.registry.exports.tests.taking import asked
from tests.walls.actors import Actor
from tests.walls.canaries import everything, found
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")


def ends_appointment(one: Appointment, by: Appointment) -> None:
    actions.end_appointment(one, by=by, reason=AppointmentEnd.ROTATED)


def deactivates(one: Appointment, by: Appointment) -> None:
    actions.deactivate(one.account, by=by)


def ends_sessions(one: Appointment, by: Appointment) -> None:
    sessions.end_all(one.account)


def changes_role(one: Appointment, by: Appointment) -> None:
    """The office stays, the duties are others: whoever led the Puskesos now only answers letters."""
    Appointment.objects.filter(pk=one.pk).update(role="responder")


WAYS = [ends_appointment, deactivates, ends_sessions, changes_role]


def doors(world: World) -> list[str]:
    """Pages, a file, an export and the steps of a record of the own village."""
    keys = world.at("own").keys
    return [
        f"/keluhan/{keys['complaint']}/",
        f"/keluhan/{keys['complaint']}/tanda-terima/",
        f"/lampiran/{keys['attachment']}/",
        "/keluhan/",
        "/keluhan/?unduh=csv",
        "/keluhan/?unduh=xlsx",
        f"/impor/{keys['batch']}/perbaikan/?unduh=csv",
        f"/orang/{keys['person']}/",
        "/cari/",
    ]


def signed_in(who: Actor) -> None:
    """Sign in through the front door's own machinery, so that the session is listed and can be ended."""
    from allauth.usersessions.models import UserSession

    UserSession.objects.get_or_create(
        user=who.appointment.account,
        session_key=who.client.session.session_key,
        defaults={"ip": "127.0.0.1", "user_agent": "x"},
    )


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(("name", "by"), [("coordinator", "manager"), ("manager", "administrator")])
def test_the_next_request_is_denied(
    way: Callable[[Any, Any], None], name: str, by: str, world: World, actors: dict[str, Actor]
) -> None:
    who, chief = actors[name], actors[by].appointment
    signed_in(who)
    name = str(world.at("own").keys["name"])
    assert who.client.post("/cari/", {"q": name}).status_code == 302
    before = {path: who.client.get(path) for path in doors(world)}
    assert all(answer.status_code == 200 for answer in before.values()), before
    assert all(found(everything(before[path])) for path in doors(world)[:2])
    with entered(Scope.of(chief, timezone.localdate())):
        way(who.appointment, chief)
    for path in doors(world):
        answer = who.client.get(path)
        left = found(everything(answer)) - found(path) - (found(name) if path == "/cari/" else set())  # what they typed
        own_letters = {canary for canary in left if world.canaries[canary][0] in {"letter", "letter_number", "number"}}
        assert answer.status_code in {302, 403, 404} or path.startswith("/cari/"), path
        assert left <= (own_letters if way is changes_role else set()), path


def test_a_file_that_was_asked_for_is_not_fetched_after_the_end(world: World, actors: dict[str, Actor]) -> None:
    """Who asked while in office gets nothing of it afterwards, however long it could be fetched."""
    who = actors["manager"]
    copy = asked(who.client, "/keluhan/?unduh=csv")
    assert who.client.get(copy.file_address)["Content-Disposition"].startswith("attachment")
    with entered(Scope.of(actors["administrator"].appointment, timezone.localdate())):
        ends_appointment(who.appointment, actors["administrator"].appointment)
    answer = who.client.get(copy.file_address)
    assert answer.status_code in {302, 403} and not found(everything(answer))


def test_an_offer_made_before_the_end_is_refused_after_it(world: World, actors: dict[str, Actor]) -> None:
    """The form was open when the appointment ended: what is sent from it changes nothing."""
    who, path = actors["coordinator"], f"/keluhan/{world.at('own').keys['complaint']}/penerusan/"
    assert who.client.get(path).status_code == 200
    with entered(Scope.of(actors["manager"].appointment, timezone.localdate())):
        ends_appointment(who.appointment, actors["manager"].appointment)
    answer = who.client.post(path, {"reason": "Terlambat.", "key": "00000000-0000-4000-8000-000000000001"})
    assert answer.status_code == 302 and "keluhan" not in answer["Location"].partition("?")[0]
    with entered(Scope(spans=((0, 10**10),), clearance=2, fields=("*",))):
        from satupintu.work.complaints.models import Complaint

        assert Complaint.objects.get(number=world.at("own").keys["complaint"]).status == "received"
