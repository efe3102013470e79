"""The news of the last days: who was told of what happened lately, as the rooms tell it, and how the outbox stands."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db.models import F

from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Envelope, Message, Notice
from satupintu.engine.notifications.words import MessageState, Trouble
from satupintu.work.complaints import notifications as complaints
from satupintu.work.referrals import notifications as letters

LATELY, UNREAD, WAITING = timedelta(days=7), timedelta(days=3), timedelta(hours=4)
"""How far back notices go; how long they lie unread; how long messages have waited for the worker."""
LOST = frozenset({2, 9})
"""Which of the oldest messages were given up, so that there is something to look after."""
HEARERS = (
    (complaints.tell_officer, complaints.OFFICERS),
    (complaints.tell_reporter, complaints.REPORTER),
    (letters.tell_officer, letters.OFFICERS),
)
"""What tells, and of which events."""


def spread(now: datetime) -> tuple[int, int]:
    """Tell officers and reporters of what happened lately; answers how many notices and messages that made.

    Only what tells of an event is called, not what acts upon it: the year has happened already. Inside ``house``.
    """
    hearers: dict[str, list[Callable[[Event], None]]] = {}
    for hears, names in HEARERS:
        for name in names:
            hearers.setdefault(name, []).append(hears)
    happened = Event.objects.changes().filter(at__gte=now - LATELY, name__in=list(hearers))
    for event in happened.order_by("id"):
        for hears in hearers[event.name]:
            hears(event)
    _date(now)
    return Notice.objects.count(), Message.objects.count()


def _date(now: datetime) -> None:
    """The older notices were read, and the older messages have been sent."""
    Notice.objects.filter(at__lt=now - UNREAD).update(read_at=F("at") + timedelta(hours=5))
    messages = list(Message.objects.order_by("id"))
    times = dict(Event.objects.filter(id__in=[one.event_id for one in messages]).values_list("id", "at"))
    for place, message in enumerate(messages):
        message.queued_at = message.next_at = times[message.event_id]
        if message.queued_at < now - WAITING:
            _settle(message, lost=place in LOST)
    Message.objects.bulk_update(messages, [*_SETTLED, "queued_at", "next_at"], 500)
    Envelope.objects.filter(message__in=_with_state(messages, MessageState.SENT)).delete()


_SETTLED = ("state", "attempts", "last_error", "sent_at", "receipt")


def _settle(message: Message, *, lost: bool) -> None:
    if lost:
        message.state, message.attempts, message.last_error = MessageState.GIVEN_UP, 98, Trouble.UNREACHABLE
    else:
        message.state, message.attempts, message.receipt = MessageState.SENT, 1, "file"
        message.sent_at = message.queued_at + timedelta(seconds=40)


def _with_state(messages: Iterable[Message], state: MessageState) -> list[int]:
    return [message.pk for message in messages if message.state == state]
