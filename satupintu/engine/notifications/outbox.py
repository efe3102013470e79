"""The outbox: written inside the act that has news, emptied by a job, in order for each recipient.

Each message is taken, handed over and settled in three steps, and the gateway is never called inside a transaction. A
worker that dies in between leaves the message as being sent; when its time is up another takes it, with the same key.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from satupintu.engine.actions import Actor
from satupintu.engine.notifications import actions, rules
from satupintu.engine.notifications.channels import Parcel, Receipt, Undelivered, channel_of
from satupintu.engine.notifications.models import Envelope, Message
from satupintu.engine.notifications.texts import Text
from satupintu.engine.notifications.words import Medium, MessageState, Trouble

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long a worker may hold a message before another takes it for abandoned; far longer than any gateway may take."""
SHIFT = 45.0
"""Seconds after which a run ends; the clock begins the next."""
SHUT_AFTER = 3
"""Failures in a row after which a medium is left alone for the rest of a run: its gateway is down."""

Enter = Callable[[], AbstractContextManager[Actor]]
"""The house's own context, given from above: the engine does not know who the house is."""

_TAKE = """
update notifications_message set state = 'sending', attempts = attempts + 1, next_at = %(until)s
where id = (
    select due.id from notifications_message due
    where due.state in ('queued', 'sending', 'failed') and due.next_at <= %(now)s and due.medium = any(%(media)s)
    and not exists (
        select 1 from notifications_message earlier
        where earlier.recipient = due.recipient and earlier.id < due.id
        and earlier.state in ('queued', 'sending', 'failed')
    )
    order by due.next_at, due.id limit 1 for update skip locked
)
returning id, attempts
"""


@dataclass(frozen=True)
class Taken:
    """A message that this worker holds: its row, which attempt it is, what is handed over."""

    message: Message
    attempt: int
    parcel: Parcel


def enqueue(
    event: Any, medium: Medium, address: str, *, text: Text, language: str = "id", to: str = ""
) -> Message | None:
    """Write a message about an event into the outbox: now if the act stands, never if it falls.

    ``to`` tells several recipients of one event apart. The same event writes to the same one once. Nothing is written,
    and None answered, where the house has no way out by this medium. Called inside the house's own context.
    """
    if channel_of(medium) is None:
        return None
    now = timezone.now()
    message, new = Message.objects.get_or_create(
        key=f"{event.pk}:{medium}:{to}",
        defaults={
            "event_id": event.pk,
            "name": event.name,
            "subject_type": event.subject_type,
            "subject_id": event.subject_id,
            "trace": event.trace,
            "medium": medium,
            "recipient": _recipient(medium, address),
            "queued_at": now,
            "next_at": now,
            "village": event.village or 0,
            "offices": event.offices,
            "clearance": event.clearance,
            "topic": event.topic,
        },
    )
    if new:
        facts = {**event.facts, "trace": event.trace, "address": settings.SITE_URL}
        subject, body = text.say(facts, language)
        Envelope.objects.create(message=message, address=address, subject=subject, text=body)
    return message


def deliver(enter: Enter, *, clock: Callable[[], datetime] = timezone.now) -> Counter[str]:
    """Send what is due, until nothing is or the shift is over; answers how many ended in each state.

    ``clock`` tells what time it is. Any number of workers may do this at once.
    """
    tally: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    end = time.monotonic() + SHIFT
    while time.monotonic() < end:
        media = [one for one in Medium if channel_of(one) is not None and failures[one] < SHUT_AFTER]
        taken = _take(enter, clock(), media)
        if taken is None:
            break
        outcome = _hand_over(taken.parcel)
        failures[taken.parcel.medium] = 0 if isinstance(outcome, Receipt) else failures[taken.parcel.medium] + 1
        if outcome is Trouble.REFUSED:
            failures[taken.parcel.medium] = 0  # the gateway works; it is the address
        tally[_settle(enter, taken, outcome, clock())] += 1
    return tally


def _take(enter: Enter, now: datetime, media: Iterable[Medium]) -> Taken | None:
    """Take the message that has been due longest and is the first of its recipient; nobody else gets it meanwhile."""
    with enter():
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, {"now": now, "until": now + LEASE, "media": [one.value for one in media]})
            row = cursor.fetchone()
        if row is None:
            return None
        message = Message.objects.select_related("envelope").get(pk=row[0])
    envelope = message.envelope
    parcel = Parcel(_key(message), Medium(message.medium), envelope.address, envelope.subject, envelope.text)
    return Taken(message, row[1], parcel)


def _hand_over(parcel: Parcel) -> Receipt | Trouble:
    channel = channel_of(parcel.medium)
    if channel is None:
        return Trouble.SETTINGS
    try:
        return channel.send(parcel)
    except Undelivered as problem:
        return problem.trouble
    except Exception as problem:
        # One message that nobody can send must not keep all others waiting; what it says may quote the address.
        log.error("a message could not be handed over: %s", type(problem).__name__)
        return Trouble.BROKEN


def _settle(enter: Enter, taken: Taken, outcome: Receipt | Trouble, now: datetime) -> MessageState:
    """Write down how it went. A worker that was taken for dead and comes back late changes nothing but "sent"."""
    with enter() as by:
        if isinstance(outcome, Receipt):
            actions.send(taken.message, by=by, receipt=outcome.reference)
            return MessageState.SENT
        held = Message.objects.select_for_update().filter(
            pk=taken.message.pk, state=MessageState.SENDING, attempts=taken.attempt
        )
        if not held:
            return MessageState.SENDING
        patience = timedelta(days=settings.MESSAGE_PATIENCE_DAYS)
        if rules.gives_up(outcome, taken.message.queued_at, now, patience):
            actions.give_up(taken.message, by=by, trouble=outcome)
            return MessageState.GIVEN_UP
        held.update(state=MessageState.FAILED, last_error=outcome, next_at=now + rules.pause(taken.attempt))
        return MessageState.FAILED


def _recipient(medium: Medium, address: str) -> str:
    """Tells addresses apart without telling them: a keyed fingerprint."""
    return salted_hmac("notifications.recipient", f"{medium}:{address}", algorithm="sha256").hexdigest()


def _key(message: Message) -> str:
    """What every attempt hands to the gateway: the same for the same message, and nothing that can be guessed."""
    return salted_hmac("notifications.key", message.key, algorithm="sha256").hexdigest()[:32]
