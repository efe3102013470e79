"""A sign (tanda): what is looked for in the register every night. A version is never changed: a newer one takes its place."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import NATION, Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word
from satupintu.registry.people.words import Sex
from satupintu.work.detection.rules import OLDEST, Asks
from satupintu.work.detection.words import FirstSign, Silence

CODE = Word.MAX_LENGTH


class SignQuerySet(models.QuerySet["Sign"]):
    """Questions about signs."""

    def reaching(self, kabupaten: int | None) -> "SignQuerySet":
        """Of the nation and of a kabupaten (ten digits)."""
        return self.filter(Q(area=None) | Q(area=kabupaten)) if kabupaten else self.filter(area=None)

    def counting(self, kabupaten: int | None) -> "list[Sign]":
        """The version of each sign that counts in a kabupaten: its own newest, else the nation's; switched off ones too."""
        newest: dict[str, Sign] = {}
        for one in self.reaching(kabupaten).order_by(F("area").asc(nulls_first=True), "number"):
            newest[one.code] = one
        return sorted(newest.values(), key=lambda one: one.pk if one.area_id is None else 10**9 + one.pk)


class Sign(models.Model):
    """One version of a sign. ``area`` None is the nation's, which every kabupaten may replace by its own.

    ``unconfirmed_months`` means those whom nobody has confirmed for so long, ``heads`` one row for each household. The months
    of the sign `FirstSign.UNCONFIRMED` are what the whole house goes by (`questions.unconfirmed_months`).

    ``traits`` maps a variable to codes of its first list, ``papers`` are papers that are lacking. ``field`` is the service
    field of what is found, ``silence`` and ``quiet_months`` say who is left out.
    """

    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=CODE)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    active = models.BooleanField(default=True)
    age_from = models.PositiveSmallIntegerField(null=True)
    age_to = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=CODE, blank=True, choices=Sex.choices)
    traits = models.JSONField(default=dict)
    papers = models.JSONField(default=list)
    desil_to = models.PositiveSmallIntegerField(null=True)
    alone = models.BooleanField(default=False)
    without_aid = models.BooleanField(default=False)
    without_nik = models.BooleanField(default=False)
    heads = models.BooleanField(default=False)
    unconfirmed_months = models.PositiveSmallIntegerField(null=True)
    field = models.CharField(max_length=CODE, choices=ServiceField.choices)
    silence = models.CharField(max_length=CODE, choices=Silence.choices, default=Silence.SAME_FIELD)
    quiet_months = models.PositiveSmallIntegerField(default=6)
    source = models.CharField(max_length=250, blank=True)
    published_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    published_label = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = SignQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "code", "number"], name="sign_version_once", nulls_distinct=False),
            models.CheckConstraint(condition=~Q(name="") & ~Q(code=""), name="sign_has_a_name"),
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_to__gte=F("age_from")), name="sign_ages_in_order"
            ),
            models.CheckConstraint(condition=Q(age_to=None) | Q(age_to__lte=OLDEST), name="sign_age_of_people"),
            models.CheckConstraint(condition=Q(desil_to=None) | Q(desil_to__range=(1, 10)), name="sign_desil"),
            models.CheckConstraint(
                condition=Q(unconfirmed_months=None) | Q(unconfirmed_months__range=(1, 60)),
                name="sign_unconfirmed_months",
            ),
            models.CheckConstraint(
                condition=~Q(code="unconfirmed") | Q(unconfirmed_months__isnull=False), name="sign_says_how_many_months"
            ),
            models.CheckConstraint(condition=Q(quiet_months__lte=60), name="sign_quiet_months"),
            models.CheckConstraint(condition=Q(silence__in=Silence.codes()), name="sign_silence_known"),
            models.CheckConstraint(condition=Q(field__in=ServiceField.codes()), name="sign_field_known"),
        ]

    def __str__(self) -> str:
        return f"{self.code}/{self.number}"

    @property
    def label(self) -> str:
        """What it is called; a first sign that nobody renamed speaks both languages."""
        if self.code in FirstSign.codes() and self.name == FirstSign(self.code).label_id:
            return FirstSign(self.code).label
        return self.name

    @property
    def asks(self) -> Asks:
        """Whom it means, as plain values."""
        return Asks(
            self.age_from, self.age_to, self.sex, self.traits, self.papers, self.desil_to,
            self.alone, self.without_aid, self.without_nik, self.heads, self.unconfirmed_months,
        )  # fmt: skip

    @property
    def reach(self) -> Reach:
        """Configuration is open: whoever sees the area sees what happened to it."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"TD-{self.pk}"
