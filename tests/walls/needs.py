"""What the small world knows of a person's needs: a kind as sensitive as the record, a contact, a value that was changed."""

from collections.abc import Callable
from datetime import date

from satupintu.registry.people.models import Contact, Person, Ppks

NEED = {0: "24", 1: "19", 2: "16"}
Canary = Callable[[str, str], str]


def need_of(person: Person, clearance: int, word: Canary, number: Canary) -> int:
    """Write them down; every text is a canary. Answers the number of the kind's row."""
    need = Ppks.objects.create(
        person=person, system="ppks", version="permensos-8-2012", code=NEED[clearance], since=date(2026, 3, 2),
        clearance=clearance, basis="family", evidence=word("ppks", "evidence"),
    )  # fmt: skip
    Contact.objects.create(
        person=person, rule="any", introduction="say", phone=number("contact", "phone"),
        ask_for=word("contact", "ask_for"),
    )  # fmt: skip
    Person.objects.filter(pk=person.pk).update(occupation=word("person", "occupation_now"))
    return int(need.pk)
