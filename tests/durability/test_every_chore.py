"""D5: the database fails at each call of each job; each act of it is whole, and run again it ends as if nothing had been."""

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app

from satupintu.engine.notifications.models import Message
from satupintu.foundation.access import house
from tests.durability.chores import CHORES, Chore
from tests.durability.failing import cut_at_every_call
from tests.walls.world import World

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("undone")]


@pytest.mark.parametrize("chore", CHORES, ids=str)
def test_a_job_that_was_cut_off_ends_as_if_nothing_had_been(chore: Chore, world: World) -> None:
    record = world.at("own")
    made, before = chore.prepared(record), chore.told(record)
    seen = cut_at_every_call(lambda: chore.work(made), lambda: chore.told(record), _time_passes)
    assert before in seen and len(seen) == chore.acts + 1, seen


def _time_passes() -> None:
    """A worker that died may hold a message until its time is up."""
    with house("uji", quietly=True):
        Message.objects.filter(state="sending").update(next_at=timezone.now())


def test_every_job_of_the_house_is_tried() -> None:
    ours = {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))}
    assert {chore.job for chore in CHORES} == ours
