"""What the civil registry has about the people of the walls' world."""

from collections.abc import Callable
from datetime import date

from satupintu.registry.civil.models import AnswerFile, CivilAnswer
from satupintu.registry.people.models import Person

DAY = date(2026, 3, 1)
Canary = Callable[[str, str], str]


def answered(person: Person, word: Canary, number: Canary) -> None:
    """An answer about a person, as personal as they are."""
    file = AnswerFile.objects.create(
        area=person.village_id, name="padan.csv", sha256=f"{person.pk:064}", answered_on=DAY, loaded_by="x"
    )
    CivilAnswer.objects.create(
        person=person, file=file, answered_on=DAY, source="padan.csv", verdict="matched",
        name=word("person", "civil_name"), nik=number("person", "civil_nik"), mother_name=word("person", "civil_mother"),
    )  # fmt: skip
