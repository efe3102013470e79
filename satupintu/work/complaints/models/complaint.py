"""The complaint itself, and the questions that are asked about complaints."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.access.roles import DUTIES
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import Role, ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.lib.words import Word
from satupintu.registry.people.models import Household, Person
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints import clock, rules
from satupintu.work.complaints.words import (
    Channel,
    DecisionKind,
    Kind,
    Nature,
    Sensitivity,
    Status,
    Urgency,
    Wait,
)
from satupintu.work.deadlines.models import Timed
from satupintu.work.routing.rules import around
from satupintu.work.routing.words import Schooling

if TYPE_CHECKING:
    from satupintu.work.complaints.models.deeds import DirectService

CODE = Word.MAX_LENGTH


OPEN = ~Q(waits_for="nothing")


GUARD = ["village", "clearance", "author", "handler_office", "field"]
"""What the wall looks at: an index that holds it answers a count by itself."""

LATE = ["waits_for", "paused_since"]
"""What is looked at besides, before an open complaint counts as overdue."""


def late(now: datetime) -> Q:
    """Past the time allowed, while the citizen waits and the clock runs: what "terlambat" means everywhere."""
    return OPEN & Q(due_at__lt=now, paused_since__isnull=True) & ~Q(waits_for="closure")


class ComplaintQuerySet(PlacedQuerySet["Complaint"]):
    """Questions about complaints."""

    def within(self, appointment: Appointment) -> Self:
        """In the area of an appointment, or handled by its office where it sees no area: exactly one filter, the
        narrowest, or the planner is misled."""
        if not DUTIES[Role(appointment.role)].persons:
            return self.filter(handler_office_id=appointment.office_id)
        return super().within(appointment)

    def from_elsewhere(self, by: Appointment) -> Self:
        """Handled by the office of an appointment though they lie outside its area: what was transferred to it, and what
        `within` does not find. None for who sees no area, or all."""
        if by.area_id is None or not DUTIES[Role(by.role)].persons:
            return self.none()
        return self.filter(away=True, handler_office_id=by.office_id)

    def open(self) -> Self:
        """Not closed."""
        return self.exclude(waits_for=Wait.NOTHING)

    def waiting_at(
        self, office_id: int, *waits: Wait, untaken: bool = False, prepared: Collection[str] | None = None
    ) -> Self:
        """Whose next move is this office's, most urgent first, then by deadline.

        ``untaken`` adds what citizens sent in and nobody has looked through yet; ``prepared``, the fields that a back
        office works on, adds what waits for a back office that is not there any more.
        """
        which = Q(waits_for__in=waits)
        if untaken:
            which |= Q(author=None, status=Status.RECEIVED)
        if prepared is not None:
            which |= Q(waits_for__in=rules.PREPARING) & ~Q(field__in=prepared)
        return self.open().filter(which, waits_at_id=office_id).order_by("-urgency_rank", "due_at", "pk")

    def assigned_to(self, *appointments: int) -> Self:
        """Open, and somebody in particular is charged with it, the oldest first."""
        return self.open().filter(assignee_id__in=appointments).order_by("received_at", "pk")

    def sent_on_by(self, office_id: int) -> Self:
        """Taken in or decided by this office, and now waiting elsewhere."""
        taken_in = Q(intake_office_id=office_id) & ~Q(waits_at_id=F("intake_office_id"))
        decided = Q(handler_office_id=office_id) & ~Q(waits_at_id=F("handler_office_id"))
        return self.open().filter(taken_in | decided).order_by("due_at", "pk")

    def overdue(self, now: datetime) -> Self:
        """Past the time allowed, while the citizen waits and the clock runs. Computed when read, never stored."""
        return self.filter(late(now))

    def late_below(self, brought: "models.QuerySet[models.Model]", now: datetime) -> Self:
        """Overdue at an office below, and among the escalations that were ``brought`` before this one."""
        late = self.overdue(now).filter(Exists(brought.filter(complaint=OuterRef("pk"))))
        return late.order_by("-urgency_rank", "due_at", "pk")

    def of_person(self, person: Person) -> Self:
        """About one person, newest first."""
        return self.filter(person=person).order_by("-received_at")

    def of_household(self, household: Household) -> Self:
        """About one household, newest first."""
        return self.filter(household=household).order_by("-received_at")


class Complaint(Versioned, Timed):
    """Keluhan: a question, suggestion or grievance of a citizen, from intake to closure.

    Being listed anywhere is no condition: it may be about a person, a household, or nobody known.
    """

    PERSONAL = frozenset({"person", "household", "about"})
    NOT_PERSONAL = frozenset(
        "id version number follow_up village kecamatan kabupaten provinsi intake_office handler_office away author channel "
        "kind nature field schooling service programme group_size urgency urgency_rank sensitivity clearance status waits_for "
        "waits_at received_at due_at limit clock_at paused_since decided_at served_at first_reply_at closed_at previous "
        "assignee".split()
    )

    number = models.CharField(max_length=40, unique=True)
    follow_up = models.CharField(max_length=64, blank=True, help_text="Sidik kode lacak; kodenya hanya ada pada warga")
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", db_index=False, related_name="+")
    kecamatan = models.GeneratedField(
        expression=F("village") / 10**4, output_field=models.BigIntegerField(), db_persist=True
    )
    kabupaten = models.GeneratedField(
        expression=F("village") / 10**6, output_field=models.BigIntegerField(), db_persist=True
    )
    provinsi = models.GeneratedField(
        expression=F("village") / 10**8, output_field=models.BigIntegerField(), db_persist=True
    )
    intake_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    handler_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    away = models.BooleanField(db_default=False, help_text="Ditangani kantor yang wilayahnya tidak memuat desanya")
    author = models.ForeignKey(
        Appointment,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Kosong selama kiriman warga belum diperiksa",
    )
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="appeals", help_text="Yang diberi keberatan"
    )
    assignee = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    channel = models.CharField(max_length=CODE, choices=Channel.choices)
    kind = models.CharField(max_length=CODE, choices=Kind.choices)
    nature = models.CharField(max_length=CODE, choices=Nature.choices)
    field = models.CharField(max_length=CODE, choices=ServiceField.choices)
    service = models.ForeignKey(Service, models.PROTECT, null=True, db_index=False, related_name="+")
    schooling = models.CharField(max_length=CODE, choices=Schooling.choices, blank=True, db_default="")
    programme = models.CharField(max_length=CODE, choices=Programme.choices, blank=True)
    group_size = models.PositiveSmallIntegerField(null=True, help_text="Banyaknya orang, kalau untuk kelompok")
    urgency = models.CharField(max_length=CODE, choices=Urgency.choices)
    urgency_rank = models.SmallIntegerField()
    sensitivity = models.CharField(max_length=CODE, choices=Sensitivity.choices)
    clearance = models.SmallIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, db_index=False, related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, null=True, db_index=False, related_name="+")
    about = models.CharField(max_length=160, blank=True)
    status = models.CharField(max_length=CODE, choices=Status.choices, default=Status.RECEIVED)
    waits_for = models.CharField(max_length=CODE, choices=Wait.choices, default=Wait.DECISION)
    waits_at = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    received_at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True)
    served_at = models.DateTimeField(null=True)
    first_reply_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                F("waits_at"),
                F("urgency_rank").desc(),
                F("due_at"),
                F("id"),
                name="complaint_worklist",
                condition=OPEN,
                include=["waits_for", "status", *GUARD],
            ),
            models.Index(
                fields=["intake_office", "due_at", "id"],
                name="complaint_taken_in_gone",
                condition=OPEN & ~Q(waits_at=F("intake_office")),
            ),
            models.Index(
                fields=["handler_office", "due_at", "id"],
                name="complaint_decided_gone",
                condition=OPEN & ~Q(waits_at=F("handler_office")),
            ),
            models.Index(
                fields=["village", "due_at", "id"],
                name="complaint_open_village",
                condition=OPEN,
                include=[*GUARD[1:], *LATE],
            ),
            models.Index(
                fields=["kecamatan", "due_at", "id"],
                name="complaint_open_kecamatan",
                condition=OPEN,
                include=[*GUARD, *LATE],
            ),
            models.Index(
                fields=["kabupaten", "due_at", "id"],
                name="complaint_open_kabupaten",
                condition=OPEN,
                include=[*GUARD, *LATE],
            ),
            models.Index(fields=["kabupaten", "clock_at"], name="complaint_clock", condition=Q(clock_at__isnull=False)),
            models.Index(fields=["village", "-received_at", "-id"], name="complaint_village"),
            models.Index(fields=["kecamatan", "-received_at", "-id"], name="complaint_kecamatan", include=["village"]),
            models.Index(fields=["kabupaten", "-received_at", "-id"], name="complaint_kabupaten", include=["village"]),
            models.Index(
                fields=["assignee", "received_at", "id"],
                name="complaint_assignee",
                condition=OPEN & Q(assignee__isnull=False),
                include=GUARD,
            ),
            models.Index(fields=["handler_office", "-received_at", "-id"], name="complaint_handled"),
            models.Index(
                fields=["handler_office", "-received_at", "-id"], name="complaint_away", condition=Q(away=True)
            ),
            models.Index(fields=["handler_office"], name="complaint_secret", condition=Q(sensitivity="secret")),
            models.Index(fields=["person"], name="complaint_person"),
            models.Index(fields=["household"], name="complaint_household"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["previous"], name="complaint_appealed_once"),
            models.CheckConstraint(condition=Q(status__in=Status.codes()), name="complaint_status_known"),
            models.CheckConstraint(condition=Q(urgency_rank__range=(0, 2)), name="complaint_urgency_ranked"),
            models.CheckConstraint(
                condition=Q(status="closed", waits_for="nothing", closed_at__isnull=False)
                | (~Q(status="closed") & ~Q(waits_for="nothing") & Q(closed_at__isnull=True)),
                name="complaint_closed_is_done",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Whoever sees the area or handles it, is cleared and works on its field sees what happened to it."""
        return Reach(self.village_id, (), self.clearance, topic=self.field, handler=self.handler_office_id)

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/keluhan/{self.number}/"

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def untaken(self) -> bool:
        """Whether a citizen sent it in and no officer has looked it through yet."""
        return self.author_id is None and self.status == Status.RECEIVED

    @property
    def teller_id(self) -> int:
        """The office that tells the citizen: the one that took it in; a secret one only while its author works there."""
        secret, author = self.sensitivity == Sensitivity.SECRET, self.author
        known = author is not None and author.office_id == self.intake_office_id and author.in_force(timezone.now())
        return self.handler_office_id if secret and not known else self.intake_office_id

    @property
    def status_word(self) -> Status:
        """Where it stands, as a word."""
        return Status(self.status)

    @property
    def service_at_hand(self) -> "DirectService | None":
        """The direct service that brought the answer at hand; None where a letter did, or where it was refused."""
        last = self.decisions.order_by("-pk").values_list("kind", flat=True).first()
        if self.status_word != Status.ANSWERED or last != DecisionKind.SETTLE:
            return None
        found: DirectService | None = self.services.filter(finished_on__isnull=False).order_by("-pk").first()
        return found

    def give_to(self, office: Office) -> None:
        """Let another office handle it from now on, be it in whose area it lies or not. Not saved."""
        self.handler_office = office
        self.away = not around(office.area_id, self.village_id)

    def may(self, verb: str) -> bool:
        """Whether the verb can be done now, whoever does it."""
        return rules.may(verb, self.status_word, paused=self.paused_since is not None)

    def must_allow(self, verb: str) -> None:
        """Return when the verb can be done now. Raises WrongState with what is possible instead."""
        if not self.may(verb):
            sentence = _("Keluhan %(number)s sekarang berstatus “%(status)s”.")
            words = {"number": self.number, "status": self.status_word.label}
            possible = rules.possible(self.status_word, paused=self.paused_since is not None)
            raise WrongState(sentence % words, possible)

    def move_to(self, verb: str, status: Status, *, waits_at: int, prepared: bool = False) -> None:
        """Let a verb move the complaint. What was waited for has come then, so a pause ends with it.

        ``prepared`` says that a back office where it then waits works on it first.

        Raises WrongState with what is possible instead.
        """
        self.must_allow(verb)
        now = timezone.now()
        if self.paused_since is not None:
            clock.go_on(self, now)
        clock.arrive(self, status, now)
        self.status = status
        self.waits_for = rules.waits_for(status, prepared=prepared)
        self.waits_at_id = waits_at
        self.save()
