"""The small world of the walls, and everybody in it who sends a form."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import Role
from tests.durability.failing import Course, everything, until_it_goes_through
from tests.durability.forms import Form
from tests.walls.actors import Actor, sign_in
from tests.walls.conftest import actors, undone, world
from tests.walls.sight import Standing
from tests.walls.world import World

__all__ = ["actors", "undone", "world"]


@pytest.fixture(scope="module")
def senders(world: World, actors: dict[str, Actor]) -> dict[str, Actor]:
    """The actors of the walls, the administrator of the whole country, and whoever has the notice of the world."""
    country = Appointment.objects.with_place().get(account__username="nasional.admin")
    told = Appointment.objects.with_place().get(pk=world.at("own").keys["told"])
    return actors | {"country": _officer("country", country), "told": _officer("told", told)}


@pytest.fixture
def whole(world: World, senders: dict[str, Actor], undone: None) -> Iterator[Callable[[Form], None]]:
    """``whole(form)`` fails unless the form is done as a whole or not at all, wherever the database fails it."""

    def try_it(form: Form) -> None:
        send = form.sender(world.at("own"), senders[form.who])
        until_it_goes_through(send, Course(everything(), str(form), most=3 if form.another else 2))

    yield try_it
    for one in senders.values():
        one.forget()


def _officer(name: str, one: Appointment) -> Actor:
    client = Client()
    sign_in(client, one)
    who = Actor(
        name, Standing(Role(one.role), one.area_id, one.office_id, one.pk, fields=tuple(one.fields)), client, one
    )
    who.remember()
    return who
