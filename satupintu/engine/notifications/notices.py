"""Writing notices: who is told that something happened. Inside the house's own context, in the act's transaction."""

from collections.abc import Collection, Iterable
from typing import Any

from satupintu.engine.notifications.models import Message, Notice, about


def notify(event: Any, to: Iterable[int], *, path: str) -> int:
    """Tell these appointments of an event; ``path`` leads to the matter. Answers how many were told.

    The same event tells an appointment once. What it says is the sentence of the event's name (``texts.py``).
    """
    rows = [
        Notice(
            event_id=event.pk,
            name=event.name,
            facts=event.facts,
            subject_type=event.subject_type,
            subject_id=event.subject_id,
            trace=event.trace,
            path=path,
            village=event.village or 0,
            clearance=event.clearance,
            appointment_id=appointment,
            at=event.at,
        )
        for appointment in to
    ]
    return len(Notice.objects.bulk_create(rows, ignore_conflicts=True)) if rows else 0


def follow(subject: Any) -> None:
    """Let the notices and messages about a row reach no further than it does now. Called by the house."""
    reach, mine = subject.reach, about(subject)
    Notice.objects.filter(**mine).update(village=reach.village or 0, clearance=reach.clearance)
    Message.objects.filter(**mine).update(
        village=reach.village or 0, offices=list(reach.offices), clearance=reach.clearance, topic=reach.topic
    )


def told_of(subject: Any) -> set[int]:
    """The appointments that have a notice about a row."""
    return set(Notice.objects.filter(**about(subject)).order_by().values_list("appointment_id", flat=True).distinct())


def withdraw(subject: Any, appointments: Collection[int]) -> int:
    """Take the notices about a row back from appointments that it does not exist for any more: they would lead nowhere.

    Called by the house, in the transaction of what ended their sight. Answers how many notices that were.
    """
    if not appointments:
        return 0
    gone, _each = Notice.objects.filter(**about(subject), appointment_id__in=appointments).delete()
    return gone
