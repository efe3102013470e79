"""Consent: what a person allowed their data to be used for, and until when."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.foundation.areas.placed import Beside
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import ConsentForm, ConsentPurpose


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Questions about consent."""

    def standing(self) -> Self:
        """Consent that has not been withdrawn."""
        return self.filter(withdrawn_on=None)

    def on(self, day: date) -> Self:
        """Consent that stood on that day."""
        return self.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day), given_on__lte=day)


class Consent(Beside):
    """A person, or their guardian, allowed a use of their data (UU 27/2022)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=Word.MAX_LENGTH, choices=ConsentPurpose.choices)
    form = models.CharField(max_length=Word.MAX_LENGTH, choices=ConsentForm.choices)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    objects: ClassVar[Any] = ConsentQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "purpose", "form", "given_on", "withdrawn_on"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "purpose"], condition=Q(withdrawn_on=None), name="consent_once"),
            models.CheckConstraint(condition=Q(purpose__in=ConsentPurpose.codes()), name="consent_purpose_known"),
            models.CheckConstraint(condition=Q(form__in=ConsentForm.codes()), name="consent_form_known"),
            models.CheckConstraint(condition=Q(withdrawn_on__gte=F("given_on")), name="consent_days"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.purpose}"
