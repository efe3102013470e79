"""News to tell, a provider that takes messages, and a clock that can be set."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.utils import timezone

from satupintu.engine.events import Sentence, record
from satupintu.engine.notifications import outbox, texts
from satupintu.engine.notifications.models import Message
from satupintu.engine.notifications.tests.servers import Mailbox, Provider, serving
from satupintu.engine.notifications.words import Medium
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office

texts.say_notices({"uji.kabar": Sentence("Ada kabar tentang {trace}.")})
TEXT = texts.Text(Sentence("Ada kabar tentang {trace}."))


def enter() -> Any:
    """The house, as its job enters."""
    return house("uji", quietly=True)


class Clock:
    """The clock on the wall, set forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return timezone.now() + self.ahead

    @property
    def now(self) -> datetime:
        """What it shows."""
        return self()

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.ahead += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    """A provider of SMS, configured."""
    with serving(Provider()) as provider:
        settings.MESSAGE_GATEWAYS = {"sms": {"url": provider.url, "token": "rahasia"}}
        yield provider


@pytest.fixture
def mailbox(settings: Any) -> Iterator[Mailbox]:
    """A mail server, configured."""
    with serving(Mailbox()) as mailbox:
        settings.MESSAGE_MAIL = {
            "host": "127.0.0.1", "port": mailbox.port, "security": "none", "sender": "Satu Pintu <kabar@contoh.go.id>"
        }  # fmt: skip
        yield mailbox


@pytest.fixture
def for_good(as_owner: psycopg.Connection[Any], django_db_blocker: Any) -> Iterator[None]:
    """Transactions that really commit; their traces are swept away by the tables' owner."""
    with django_db_blocker.unblock():
        yield
        connections["default"].close()
    as_owner.execute(
        "select set_config('app.scope', '{[0,10000000000)}', false), set_config('app.clearance', '2', false)"
    )
    as_owner.execute("alter table events_event disable trigger events_no_change")
    as_owner.execute(
        "delete from notifications_envelope; delete from notifications_message; delete from notifications_notice"
    )
    as_owner.execute("delete from events_event where name like 'message.%' or name = 'uji.kabar'")
    as_owner.execute("alter table events_event enable trigger events_no_change")
    as_owner.execute(
        "delete from procrastinate_jobs; delete from procrastinate_periodic_defers; delete from procrastinate_workers"
    )


@pytest.fixture
def news(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """An event at the Puskesos of Ara, or another office; for good where the test says so."""
    if "for_good" not in request.fixturenames:
        request.getfixturevalue("db")

    def happens(office: str = "P7302032006") -> Any:
        with enter() as by:
            return record("uji.kabar", Office.objects.get(code=office), by=by)

    return happens


@pytest.fixture
def write(news: Callable[..., Any]) -> Callable[..., Message]:
    """Write news into the outbox."""

    def writes(address: str = "+628110000001", medium: Medium = Medium.SMS, **rest: Any) -> Message:
        event = news(**rest)
        with enter():
            message = outbox.enqueue(event, medium, address, text=TEXT)
        assert message is not None
        return message

    return writes


@pytest.fixture
def deliver(clock: Clock) -> Callable[[], Any]:
    """Empty the outbox as far as it can be, now by the clock."""
    return lambda: outbox.deliver(enter, clock=clock)
