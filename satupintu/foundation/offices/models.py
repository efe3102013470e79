"""Offices, accounts and appointments: who works where, as what, from when to when."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import AppointmentEnd, OfficeKind, Role, ServiceField
from satupintu.lib.words import Word


class OfficeQuerySet(models.QuerySet["Office"]):
    """Questions about offices."""

    def inside(self, area: Area) -> Self:
        """Offices whose area lies in ``area``."""
        return self.filter(area_id__gte=area.span_start, area_id__lt=area.span_end)

    def open_on(self, day: date) -> Self:
        """Offices that exist on that day."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))

    def receiving(self, field: str, village: int) -> Self:
        """Offices that take referrals of a service field for a village: of its kabupaten, province or the centre."""
        kabupaten = village // 10**6 * 10**6
        provinsi = village // 10**8 * 10**8
        near = Q(area_id__gte=kabupaten, area_id__lt=kabupaten + 10**6) | Q(area_id__in=[provinsi]) | Q(area_id=None)
        return self.filter(near, fields__contains=[field])


class Office(Versioned):
    """An institution that serves citizens or answers referrals."""

    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=OfficeKind.choices)
    name = models.CharField(max_length=160)
    code = models.CharField(max_length=16, unique=True, help_text="Awal nomor keluhan dan surat, mis. P7302032005")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    fields = ArrayField(models.CharField(max_length=Word.MAX_LENGTH, choices=ServiceField.choices), default=list)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    hours = models.JSONField(default=dict, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "kind"], name="office_area")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OfficeKind), name="office_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """An office is public: whoever sees its area sees what happened to it."""
        return Reach(village=self.area_id, offices=(self.pk,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.code


class AccountManager(BaseUserManager["Account"]):
    """Makes and finds accounts."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        """A new account that can sign in if a password is given."""
        account = self.model(username=self.model.normalize_username(username), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person who works with Satu Pintu. The account is the person; rights come from appointments alone."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """What happened to an account is seen where it is administered."""
        return Reach(village=self.area_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.username


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Questions about appointments."""

    def valid_on(self, day: date) -> Self:
        """In force on that day, for accounts that may sign in."""
        return self.filter(valid_from__lte=day, valid_to__gte=day, account__is_active=True)

    def inside(self, area: Area) -> Self:
        """Whose area lies in ``area``."""
        return self.filter(area_id__gte=area.span_start, area_id__lt=area.span_end)

    def with_place(self) -> Self:
        """With account, office and area read in one query."""
        return self.select_related("account", "office", "area")


class Appointment(Versioned):
    """A letter (SK) that makes a person something somewhere, from its first to its last day, both included."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=Word.MAX_LENGTH, choices=Role.choices)
    office = models.ForeignKey(Office, models.PROTECT, related_name="appointments")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    fields = ArrayField(models.CharField(max_length=Word.MAX_LENGTH, choices=ServiceField.choices), default=list)
    sk_number = models.CharField(max_length=80)
    sk_date = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField()
    end_reason = models.CharField(max_length=Word.MAX_LENGTH, choices=AppointmentEnd.choices, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["account", "valid_to"], name="appointment_account"),
            models.Index(fields=["area", "role"], name="appointment_area"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role), name="appointment_role_known"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")) | ~Q(end_reason=""), name="appointment_days"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Who it is, as a timeline names them: name · role · office."""
        return f"{self.account.name} · {Role(self.role).label_id} · {self.office.name}"

    @property
    def role_word(self) -> Role:
        """The role as a word."""
        return Role(self.role)

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of all villages of its area; the whole country when it has none."""
        return (self.area.span_start, self.area.span_end) if self.area else (0, 10**10)

    @property
    def reach(self) -> Reach:
        """What happened to an appointment is seen in its area and its office."""
        return Reach(village=self.area_id, offices=(self.office_id,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.sk_number
