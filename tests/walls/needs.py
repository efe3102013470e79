"""What the small world knows of a person beside their data: a kind of need as sensitive as the record, a contact, a value that
was changed, and that only a list knew them.
"""

from collections.abc import Callable
from datetime import date

from satupintu.registry.people.models import Contact, ListEdition, Person, Ppks, Unverified

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
    edition = ListEdition.known("dtsen 2026-1", date(2026, 3, 31))
    Unverified.objects.create(person=person, edition=edition, village_id=person.village_id)
    Person.objects.filter(pk=person.pk).update(occupation=word("person", "occupation_now"))
    return int(need.pk)
