"""How a person may be reached: number, address, whom to ask for, and what is safe."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.engine.events import Reach
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import Introduction, SafeContact


class ContactQuerySet(models.QuerySet["Contact"]):
    """Questions about contacts."""

    def now(self) -> Self:
        """What holds now; what was said before is kept."""
        return self.filter(replaced_at=None)


class Contact(models.Model):
    """How one person may be reached, as they last said. A new one takes the place of the old one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="contacts")
    rule = models.CharField(max_length=Word.MAX_LENGTH, choices=SafeContact.choices)
    introduction = models.CharField(max_length=Word.MAX_LENGTH, choices=Introduction.choices)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=120, blank=True)
    ask_for = models.CharField(max_length=120, blank=True)
    best_time = models.CharField(max_length=80, blank=True)
    recorded_label = models.CharField(max_length=200)
    recorded_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = ContactQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {
        *("person", "rule", "introduction", "phone", "email", "ask_for", "best_time"),
    }
    OTHERS: ClassVar[set[str]] = {"ask_for"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "recorded_label", "recorded_at", "replaced_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(replaced_at=None), name="one_contact_at_a_time"),
            models.CheckConstraint(condition=Q(rule__in=SafeContact.codes()), name="contact_rule_known"),
            models.CheckConstraint(condition=Q(introduction__in=Introduction.codes()), name="contact_intro_known"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id}"

    @property
    def trace(self) -> str:
        """What timelines call it: whose it is."""
        return f"O-{self.person_id}"

    @property
    def village_id(self) -> int:
        """The village that its person is seen from."""
        return int(self.person.village_id)

    @property
    def reach(self) -> Reach:
        """Whoever sees the person sees that it was recorded."""
        return Reach(village=self.village_id)

    @property
    def rule_word(self) -> SafeContact:
        """How they may be reached, as a word."""
        return SafeContact(self.rule)
