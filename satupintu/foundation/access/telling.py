"""Telling officers what happened: a room says in one table which event tells whom, and what it says.

    tell_officers(Letter, {"letter.sent": Line(Sentence("Surat {trace} masuk."), at("to_office_id", "letter.accept"))},
                  path=lambda letter: f"/surat/{letter.number}/")

A notice is written in the transaction of the act, inside the house's own context: who acts need not see whom it tells.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from satupintu.engine.events import Sentence, on
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.notices import notify
from satupintu.engine.notifications.outbox import enqueue
from satupintu.engine.notifications.texts import Text, say_notices
from satupintu.engine.notifications.words import Medium
from satupintu.foundation.access.house import house
from satupintu.foundation.access.roles import clearance_of, may, roles_with
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import Role

Who = Callable[[Any, Event], Iterable[int]]
"""The appointments that an event about a row is told to."""


@dataclass(frozen=True)
class Line:
    """What an event tells officers (``says``, with ``{trace}`` and the event's facts), and ``whom``.

    ``mail`` goes to the mailbox of the office that the row's field ``mailbox`` names: for offices that seldom look in.
    """

    says: Sentence
    whom: Who
    mailbox: str = ""
    mail: Text | None = None


def at(office: str, verb: str, *, handler: str = "", topic: str = "") -> Who:
    """Officers of the office that the row's field ``office`` names, who may do ``verb`` and see the row.

    ``handler`` is for rows that are seen by area: it names the field of the office whose people see it from anywhere.
    ``topic`` names the field that says what it is about, where the event does not.
    """

    def whom(row: Any, event: Event) -> Iterable[int]:
        number = getattr(row, office)
        place = event.village if handler and getattr(row, handler) != number else None
        return officers(
            number, verb, clearance=event.clearance, village=place, topic=event.topic or getattr(row, topic, "")
        )

    return whom


def officers(
    office_id: int, verb: str, *, clearance: int = 0, village: int | None = None, topic: str = ""
) -> list[int]:
    """The appointments of an office, in force today, that may do ``verb`` and see what is so sensitive, lies there, and is
    about that."""
    roles = [role for role in Role if may(role, verb) and clearance_of(role) >= clearance]
    here = Appointment.objects.filter(office_id=office_id, role__in=roles).valid_on(timezone.localdate())
    return [
        one.pk
        for one in here.select_related("area")
        if (village is None or one.span[0] <= village < one.span[1])
        and (not (topic and one.fields) or topic in one.fields)
    ]


def above(area: int, verb: str) -> QuerySet[Appointment]:
    """The appointments, in force today, that may do ``verb`` in that area or in one that it lies in."""
    there = Appointment.objects.filter(area_id__in=[area, *ancestors_of(area)], role__in=roles_with(verb))
    return there.valid_on(timezone.localdate())


def tell_officers(model: Any, lines: Mapping[str, Line], *, path: Callable[[Any], str]) -> Callable[[Event], None]:
    """Let the events of ``lines`` about rows of ``model`` tell officers; whoever acted is not told of it.

    Answers what hears the events.
    """
    say_notices({name: line.says for name, line in lines.items()})

    def listener(event: Event) -> None:
        if event.village is None:
            return
        line = lines[event.name]
        spans = [(event.village, event.village + 1)]
        with house("memberi tahu petugas", spans=spans, quietly=True, savepoint=False):
            row = event.row(model)
            if row is None:
                return
            notify(event, set(line.whom(row, event)) - {event.appointment_id}, path=path(row))
            if line.mail:
                _write_to_office(event, getattr(row, line.mailbox), line.mail)

    for name in lines:
        on(name)(listener)
    return listener


def _write_to_office(event: Event, office_id: int, text: Text) -> None:
    address = Office.objects.values_list("email", flat=True).get(pk=office_id)
    if address:
        enqueue(event, Medium.EMAIL, address, text=text)
