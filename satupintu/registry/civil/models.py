"""Files of answers of the civil registry, and what it has about each person. Neither side overwrites the other."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.events import Reach
from satupintu.lib.words import Word
from satupintu.registry.civil.words import Presence, Verdict
from satupintu.registry.people.models import Person
from satupintu.registry.people.words import Sex


class AnswerFile(models.Model):
    """A file of answers that was taken in: for which area, of which day, how many rows did what.

    ``problems`` are [row, code] of `RowProblem`, never a value. ``area`` is ten digits, 0 for the whole country.
    """

    area = models.BigIntegerField()
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    answered_on = models.DateField()
    loaded_at = models.DateTimeField(db_default=Now())
    loaded_by = models.CharField(max_length=200)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "area", "name", "sha256", "answered_on", "loaded_at", "loaded_by", "counts", "problems"),
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "sha256"], name="answer_file_once")]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the whole area sees that answers came."""
        return Reach(village=self.area)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"DUKCAPIL-{self.pk}"


class CivilAnswerQuerySet(models.QuerySet["CivilAnswer"]):
    """Questions about answers."""

    def standing(self) -> Self:
        """The newest answer about each person."""
        return self.filter(current=True)


class CivilAnswer(models.Model):
    """What the civil registry answered about a person on a day: its own values as it wrote them, and its verdict.

    A person has one current answer; older ones stay. It has no village of its own: whoever sees the person sees it, and
    with it the name (``source``) and day of a file that only those above may see.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    file = models.ForeignKey(AnswerFile, models.PROTECT, related_name="answers")
    answered_on = models.DateField()
    source = models.CharField(max_length=120)
    current = models.BooleanField(default=True)
    verdict = models.CharField(max_length=Word.MAX_LENGTH, choices=Verdict.choices)
    presence = models.CharField(max_length=Word.MAX_LENGTH, choices=Presence.choices, blank=True)
    nik = models.CharField(max_length=16, blank=True)
    kk_number = models.CharField(max_length=16, blank=True)
    name = models.CharField(max_length=120, blank=True)
    relationship = models.CharField(max_length=60, blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    birth_place = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True)
    sex = models.CharField(max_length=Word.MAX_LENGTH, choices=Sex.choices, blank=True)
    marital_status = models.CharField(max_length=60, blank=True)
    father_name = models.CharField(max_length=120, blank=True)
    mother_name = models.CharField(max_length=120, blank=True)
    occupation = models.CharField(max_length=80, blank=True)
    education = models.CharField(max_length=80, blank=True)

    objects: ClassVar[Any] = CivilAnswerQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {
        *("person", "verdict", "presence", "nik", "kk_number", "name", "relationship", "rt", "rw", "birth_place"),
        *("birth_date", "sex", "marital_status", "father_name", "mother_name", "occupation", "education"),
    }
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "file", "answered_on", "source", "current"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(current=True), name="one_current_answer"),
            models.UniqueConstraint(fields=["person", "file"], name="answered_once_in_a_file"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.codes()), name="civil_verdict_known"),
            models.CheckConstraint(condition=Q(presence__in=["", *Presence.codes()]), name="civil_presence_known"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.verdict}"

    @property
    def verdict_word(self) -> Verdict:
        """The verdict as a word."""
        return Verdict(self.verdict)
