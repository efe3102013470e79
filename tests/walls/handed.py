"""A list of names that was handed over: one in each record of the world."""

from datetime import date
from typing import Any

from django.utils import timezone

from satupintu.foundation.access import Scope, entered
from satupintu.foundation.offices.models import Office
from satupintu.reports.sorting.models import HandedPerson, HandOver, ListCopy
from tests.walls.requested import request_of

HANDED_BY = {"elsewhere": "S7306", "far": "V73"}
"""Which office handed the names of a place over; the others are the secretariat's of Bulukumba."""
DAY = date(2026, 3, 2)


def hand_over(maker: Any, keys: dict[str, Any]) -> HandOver:
    """A list with one name that was handed to an agency and acknowledged there, a report and a copy of it."""
    by, author = Office.objects.get(code=HANDED_BY.get(maker.place, "S7302")), maker.author
    whole = {"spans": ((0, 10**10),), "clearance": 2, "fields": ("*",), "appointment": author.pk}
    with entered(Scope(**whole, office=by.pk)):
        made = HandOver.objects.create(
            number=f"D26-{maker.word('handed_number', 'handed')}".upper(), kind="names", village_id=maker.village,
            from_office=by, to_office=maker.to, sender=author, sender_label=author.label, people=1,
            sent_at=timezone.now(), due_on=date(2040, 1, 1), heading=maker.word("handed", "heading"),
            population="everybody", as_of=DAY, tables=["schooling"], purpose="Dihubungi", basis="duty",
            basis_text="UU", message=maker.word("handed", "message"), state="acknowledged", received_at=timezone.now(),
            received_by=author, received_label="x",
        )  # fmt: skip
        HandedPerson.objects.create(
            handover=made, place=1, person_id=keys["person"], name=maker.word("handed", "name"), village_name="x",
            nik=maker.number("handed", "nik"), address=maker.word("handed", "address"),
        )  # fmt: skip
    with entered(Scope(**whole, office=maker.to.pk)):
        copy = ListCopy.objects.create(
            handover=made, mark=f"M{keys['person']}", by=author, by_label="x", why=maker.word("handed", "why")
        )
        text = maker.word("handed", "report")
        made.follow_ups.create(text=text, done_on=DAY, is_last=False, by=author, by_label="x")
    keys |= request_of(maker, keys)
    keys |= {"handed": made.number, "handed_pk": made.pk, "copy": copy.pk}
    return made
