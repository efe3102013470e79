"""Offices, accounts and appointments: who works where, as what, from when to when."""

from datetime import date, datetime
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.words import AppointmentEnd, OfficeKind, Role, ServiceField
from satupintu.lib.periods import zone
from satupintu.lib.words import Word

CAPITAL = ZoneInfo("Asia/Jakarta")
"""The clock of whatever belongs to the whole country."""
NATION = 0
"""The number that stands for the whole country in events: it lies only in a scope without borders."""
USERNAME = r"^[a-z0-9][a-z0-9._-]{2,59}$"
"""How a name for signing in looks: small letters, so that nobody wonders about capitals."""


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
            models.CheckConstraint(condition=Q(kind__in=OfficeKind.codes()), name="office_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The clock on its wall."""
        return zone(self.area_id) if self.area_id else CAPITAL

    @property
    def reach(self) -> Reach:
        """An office is public: whoever sees its area sees what happened to it."""
        return Reach(village=self.area_id or NATION, offices=(self.pk,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.code


class AccountManager(BaseUserManager["Account"]):
    """Makes and finds accounts."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        """A new account that can sign in if a password is given."""
        account = self.model(username=self.model.normalize_username(username).lower(), **fields)
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

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(username__regex=USERNAME), name="account_username_plain"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """What happened to an account is seen where it is administered."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.username


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Questions about appointments."""

    def valid_on(self, day: date) -> Self:
        """In force on that day, for accounts that may sign in."""
        return self.filter(valid_from__lte=day, valid_to__gte=day, account__is_active=True)

    def inside(self, area: Area | None) -> Self:
        """Whose area lies in ``area``; all of them for the whole country."""
        return self if area is None else self.filter(area_id__gte=area.span_start, area_id__lt=area.span_end)

    def not_over(self, day: date) -> Self:
        """In force on that day or to begin after it."""
        return self.filter(valid_to__gte=day)

    def working_on(self, field: str) -> Self:
        """For that service field: named in the letter, or none named at all."""
        return self.filter(Q(fields=[]) | Q(fields__contains=[field]))

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
            models.CheckConstraint(condition=Q(role__in=Role.codes()), name="appointment_role_known"),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")) | ~Q(end_reason=""), name="appointment_days"
            ),
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
    def zone(self) -> ZoneInfo:
        """The clock on the wall of its place; Jakarta's for the whole country."""
        return self.area.zone if self.area else ZoneInfo("Asia/Jakarta")

    def in_force(self, now: datetime | None = None) -> bool:
        """Whether its place has one of its days, from the first midnight to the last: a day ends in Jayapura first."""
        return self.valid_from <= timezone.localdate(now, self.zone) <= self.valid_to

    @property
    def reach(self) -> Reach:
        """What happened to an appointment is seen in its area and its office."""
        return Reach(village=self.area_id or NATION, offices=(self.office_id,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.sk_number


class OfficeClosureQuerySet(models.QuerySet["OfficeClosure"]):
    """Questions about extra days off."""

    def for_office(self, office: Office) -> Self:
        """Of the office itself, of its area and of the areas above it."""
        above = ancestors_of(office.area_id) if office.area_id else []
        return self.filter(Q(office=office) | Q(area_id__in=[office.area_id, *above]))

    def inside(self, area: Area | None) -> Self:
        """Of an area in ``area``, or of an office there."""
        if area is None:
            return self
        start, end = area.span
        of_area = Q(area_id__gte=start, area_id__lt=end)
        return self.filter(of_area | Q(office__area_id__gte=start, office__area_id__lt=end))


class OfficeClosure(models.Model):
    """A day on which one office, or all offices of an area, stay closed besides the national holidays."""

    office = models.ForeignKey(Office, models.CASCADE, null=True, related_name="closures")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    reason = models.CharField(max_length=120)

    objects = OfficeClosureQuerySet.as_manager()

    class Meta:
        ordering = ("day", "id")
        constraints = [
            models.UniqueConstraint(fields=["office", "area", "day"], nulls_distinct=False, name="closure_once"),
            models.CheckConstraint(condition=Q(office=None) ^ Q(area=None), name="closure_of_one_place"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.reason}"

    @property
    def place(self) -> "Office | Area | None":
        """What stays closed."""
        return self.office or self.area

    @property
    def reach(self) -> Reach:
        """A day off is public: whoever sees the place sees it."""
        if self.office is not None:
            return self.office.reach
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.day.isoformat()


class Invitation(models.Model):
    """A printed code with which a person sets their own password, once. Whoever printed it never learns the password.

    Only a digest of the code is kept. A newer invitation ends the older ones of the same account.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    drops_factor = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.account_id}: {self.expires_at:%Y-%m-%d}"

    @property
    def reach(self) -> Reach:
        """Seen where the account is administered."""
        return self.account.reach

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.account.username


class SignInAttempt(models.Model):
    """One evaluation of a password or code, counted against one budget (see attempts.py). Rows live minutes."""

    budget = models.CharField(max_length=80)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["budget", "at"], name="attempt_budget")]

    def __str__(self) -> str:
        return self.budget
