"""D5 leaves nothing out: every action of the house is done by one of the forms or jobs that are tried call by call."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from satupintu.engine.actions import ACTIONS, Actor, Gatekeeper, trust
from tests.durability.chores import CHORES, ORDERS
from tests.durability.failing import DONE, said
from tests.durability.forms import EVERY, LIVES, of
from tests.walls.actors import Actor as Somebody
from tests.walls.world import World

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("undone")]


class Witness:
    """Stands at the gate before the gatekeeper and notes whom it lets through to what."""

    def __init__(self) -> None:
        self.verbs: set[str] = set()
        self.keeper: Gatekeeper = trust(self)

    def admit(self, verb: str, by: Actor, subject: object) -> None:
        """Ask the gatekeeper, and note the verb."""
        self.keeper.admit(verb, by, subject)
        self.verbs.add(verb)


@pytest.fixture
def witness() -> Iterator[Witness]:
    one = Witness()
    yield one
    trust(one.keeper)


@contextmanager
def undone_after() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_action_of_the_house_is_tried_call_by_call(
    world: World, senders: dict[str, Somebody], witness: Witness
) -> None:
    record = world.at("own")
    for form in EVERY:
        with undone_after():
            answer = form.sender(record, senders[form.who])()
            assert answer.status_code in DONE, f"{form}: {answer.status_code} {said(answer)}"
        senders[form.who].forget()
    for chore in CHORES:
        with undone_after():
            chore.work(chore.prepared(record))
    for order in ORDERS:
        with undone_after():
            order()
    assert set(ACTIONS) - witness.verbs == set(), "done by no form and no job that is tried"


def test_every_form_is_tried_once() -> None:
    tried = [str(form) for life in LIVES for form in of(life)]
    assert sorted(tried) == sorted(map(str, EVERY)) and len(set(tried)) == len(tried)
