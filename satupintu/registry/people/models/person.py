"""A person, known to any list or to none, with NIK or without."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from satupintu.engine.actions.models import Versioned
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import Placed, PlacedQuerySet
from satupintu.lib.names import initials, mask_name, name_key, title_case
from satupintu.lib.words import Word
from satupintu.registry.people import rules
from satupintu.registry.people.words import Sex, Variable

ERASED = "Data dihapus"
"""What stands where a name was, once somebody's data were erased."""


class PersonQuerySet(PlacedQuerySet["Person"]):
    """Questions about persons."""

    def with_nik(self, nik: str) -> Self:
        """Persons with this NIK; several may have it, by mistake."""
        return self.filter(nik=nik)

    def with_kk(self, kk_number: str) -> Self:
        """Persons who stand on the family card of this number now."""
        return self.filter(cards__until=None, cards__card__kk_number=kk_number)

    def called(self, name: str) -> Self:
        """Persons of exactly this name, however it is abbreviated."""
        return self.filter(name_key=name_key(name))

    def present(self) -> Self:
        """Persons who have not died, moved away or gone missing, and were not looked for in vain."""
        from satupintu.registry.people.models.departure import Departure

        return self.filter(~Exists(Departure.objects.standing().filter(person=OuterRef("pk"))))

    def usable(self) -> Self:
        """Persons whose data may be used: not those who asked that they rest (UU 27/2022, art. 11)."""
        from satupintu.registry.people.models.restriction import Restriction

        return self.filter(~Exists(Restriction.objects.standing().filter(person=OuterRef("pk"))))

    def with_place(self) -> Self:
        """With the village, read in one query."""
        return self.select_related("village")


class LivingRecords(models.Manager.from_queryset(PersonQuerySet)):  # type: ignore[misc]
    """Persons as the house knows them: a record that was merged into another is found by nobody who does not ask for it."""

    def get_queryset(self) -> PersonQuerySet:
        """Without the records that were merged away."""
        found: PersonQuerySet = super().get_queryset().filter(merged_into=None)
        return found


class Person(Placed, Versioned):
    """A citizen. Nothing but name and village has to be known: a newborn without NIK is a person too.

    ``birth_year`` stands alone where only a year is known or estimated; with a ``birth_date`` it is that date's year.
    ``merged_into`` is the record that stands for this one since both proved to be the same person; such a record is kept, so
    that the merge can be undone, and found only through ``everyone``.
    ``traits`` holds coded particulars: variable → [system, version, code] (see `words.LISTS`), never a bare code.
    """

    nik = models.CharField("NIK", max_length=16, null=True, blank=True)
    name = models.CharField(max_length=120)
    name_key = models.TextField(editable=False)
    sex = models.CharField(max_length=Word.MAX_LENGTH, choices=Sex.choices, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_year = models.SmallIntegerField(null=True, blank=True)
    birth_place = models.CharField(max_length=80, blank=True)
    mother_name = models.CharField(max_length=120, blank=True)
    dusun = models.CharField(max_length=60, blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    address = models.CharField(max_length=200, blank=True)
    occupation = models.CharField(max_length=80, blank=True)
    traits = models.JSONField(default=dict, blank=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, db_index=False, related_name="+")

    objects: ClassVar[Any] = LivingRecords()
    everyone: ClassVar[Any] = PersonQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {
        *("nik", "name", "name_key", "sex", "birth_date", "birth_year", "birth_place", "mother_name"),
        *("dusun", "rt", "rw", "address", "occupation", "traits", "merged_into"),
    }
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "version", "village", "kecamatan", "kabupaten", "provinsi", "registered_at"),
    }

    class Meta:
        indexes = [
            # An index-only scan under the wall needs the village in the index.
            models.Index(fields=["nik"], include=["village"], name="person_nik", condition=Q(nik__isnull=False)),
            models.Index(fields=["village", "name_key"], name="person_village"),
            models.Index(fields=["kecamatan", "name_key"], include=["village"], name="person_kecamatan"),
            models.Index(fields=["kabupaten", "name_key"], include=["village"], name="person_kabupaten"),
            models.Index(fields=["merged_into"], name="person_merged", condition=Q(merged_into__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(nik__regex=r"^[0-9]{16}$"), name="person_nik_digits"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name_key=""), name="person_has_a_name"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.codes()]), name="person_sex_known"),
            models.CheckConstraint(
                condition=Q(birth_date=None) | Q(birth_year=models.F("birth_date__year")), name="person_one_birth_year"
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="person_not_into_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the compared form of the name and the year of the birth date."""
        self.name_key = name_key(self.name)
        if self.birth_date is not None:
            self.birth_year = self.birth_date.year
        super().save(*args, **kwargs)

    @property
    def trace(self) -> str:
        """What timelines call it: a number, never a name."""
        return f"O-{self.pk}"

    @property
    def shown_name(self) -> str:
        """The name as it is printed."""
        return title_case(self.name)

    @property
    def is_erased(self) -> bool:
        """Whether nothing is left of the person but what counts."""
        return self.name == ERASED

    @property
    def masked_name(self) -> str:
        """The name where it need not be read: "A*** R***"."""
        return mask_name(self.name)

    @property
    def letters(self) -> str:
        """Letters for a round picture."""
        return initials(self.name)

    @property
    def sex_word(self) -> Sex | None:
        """The sex as a word; None when it is not known."""
        return Sex(self.sex) if self.sex else None

    @property
    def place(self) -> Area:
        """The village."""
        return self.village

    def age(self, today: date) -> int | None:
        """Years of age; estimated from the year alone where no date is known; None when neither is."""
        return rules.age(self.birth_date, self.birth_year, today)

    def trait(self, variable: Variable) -> str:
        """What a coded particular says, in words; empty when it is not known."""
        return rules.trait_label(variable, self.traits.get(variable))
