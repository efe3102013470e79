"""A proposal: what the register says and what it should say, frozen side by side."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState
from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.placed import Placed, PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.changes import rules
from satupintu.registry.changes.words import Basis, Kind, MoveKind, Status
from satupintu.registry.people.models import Household, Person

CODE = Word.MAX_LENGTH
GUARD = ["village", "clearance"]


class ChangeRequestQuerySet(PlacedQuerySet["ChangeRequest"]):
    """Questions about proposals."""

    def standing(self, *states: Status) -> Self:
        """Those in one of these states."""
        return self.filter(status__in=states)

    def open(self) -> Self:
        """Those with which something is still to be done, the oldest first."""
        return self.filter(status__in=rules.OPEN).order_by("proposed_at", "pk")

    def not_of(self, account_id: int | None) -> Self:
        """Those that somebody else proposed: second person always."""
        return self.exclude(proposer_account_id=account_id)

    def of_person(self, person: Person) -> Self:
        """About a person, or the household in which they live, newest first."""
        home = Household.objects.of(person).values("pk")
        return self.filter(Q(person=person) | Q(household__in=home)).order_by("-pk")

    def with_names(self) -> Self:
        """With village, person and household head, read in one query."""
        return self.select_related("village", "person", "household__head")


class ChangeRequest(Placed, Versioned):
    """What a village proposes to change in the register, and why.

    ``before`` and ``after`` hold the same fields as plain values; ``details`` holds who else it concerns (``people``: their
    numbers; ``members``: who is to live together). They are frozen when it is proposed and never follow the register.
    ``proposer_account_id`` is kept beside the appointment: the second person is another *person*, whatever the appointment.
    ``clearance`` is that of the complaint it came from.
    """

    number = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=CODE, choices=Kind.choices)
    basis = models.CharField(max_length=CODE, choices=Basis.choices)
    status = models.CharField(max_length=CODE, choices=Status.choices, default=Status.PROPOSED)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="+")
    person_version = models.PositiveIntegerField(null=True)
    title = models.CharField(max_length=160)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    details = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    proposer = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    proposer_account_id = models.BigIntegerField(null=True)
    proposer_label = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(db_default=Now())
    round_year = models.SmallIntegerField()
    round_month = models.SmallIntegerField()
    able = models.BooleanField(null=True)
    clearance = models.SmallIntegerField(default=0)
    origin_type = models.CharField(max_length=40, blank=True)
    origin_id = models.BigIntegerField(null=True)
    origin_number = models.CharField(max_length=40, blank=True)
    ratification = models.ForeignKey("changes.Ratification", models.PROTECT, null=True, related_name="requests")

    objects: ClassVar[Any] = ChangeRequestQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "household", "title", "before", "after", "details", "reason", "able"}
    OTHERS: ClassVar[set[str]] = {"title", "before", "after", "details"}
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version village kecamatan kabupaten provinsi number kind basis status person_version office proposer "
        "proposer_account_id proposer_label proposed_at round_year round_month clearance origin_type origin_id "
        "origin_number ratification".split()
    )

    class Meta:
        indexes = [
            models.Index(fields=["village", "status", "proposed_at"], name="change_village", include=["clearance"]),
            models.Index(fields=["kecamatan", "status", "proposed_at"], name="change_kecamatan", include=GUARD),
            models.Index(fields=["kabupaten", "status", "proposed_at"], name="change_kabupaten", include=GUARD),
            models.Index(fields=["origin_type", "origin_id"], name="change_origin"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.codes()), name="change_kind_known"),
            models.CheckConstraint(condition=Q(basis__in=Basis.codes()), name="change_basis_known"),
            models.CheckConstraint(condition=Q(status__in=Status.codes()), name="change_status_known"),
            models.CheckConstraint(condition=Q(round_month__range=(1, 12)), name="change_round_month"),
            models.CheckConstraint(
                condition=Q(status__in=["ratified", "applied"], ratification__isnull=False)
                | (~Q(status__in=["ratified", "applied"]) & Q(ratification=None)),
                name="change_ratified_by_a_decree",
            ),
            models.UniqueConstraint(
                fields=["origin_type", "origin_id"], condition=~Q(origin_type=""), name="change_once_an_origin"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Whoever sees the village sees what happened to the proposal, if cleared."""
        return Reach(village=self.village_id, clearance=self.clearance)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/usulan/{self.number}/"

    @property
    def kind_word(self) -> Kind:
        """What it is about, as a word."""
        return Kind(self.kind)

    @property
    def basis_word(self) -> Basis:
        """What it rests on, as a word."""
        return Basis(self.basis)

    @property
    def status_word(self) -> Status:
        """Where it stands, as a word."""
        return Status(self.status)

    def must_allow(self, move: MoveKind) -> None:
        """Raises WrongState when that cannot be done where the proposal stands."""
        if not rules.may(self.status_word, move):
            now = gettext("Usulan ini sudah berstatus “%(status)s”.") % {"status": self.status_word.label}
            raise WrongState(now, [MoveKind(one).label for one in rules.AFTER[self.status_word]])

    def do(self, move: MoveKind, *, by: Any, text: str = "", reason: str = "") -> Any:
        """Write down what was done, and let the proposal stand where that leads. Raises WrongState.

        Whatever else changed on the row is saved along. Called by actions alone.
        """
        self.must_allow(move)
        self.status = rules.after(self.status_word, move)
        if self.status not in {Status.RATIFIED, Status.APPLIED}:
            self.ratification = None
        self.save()
        return self.note(move, by=by, text=text, reason=reason)

    def note(self, move: MoveKind, *, by: Any, text: str = "", reason: str = "") -> Any:
        """The row that says who did what and why."""
        return self.moves.create(
            kind=move,
            reason=reason,
            text=text,
            by_id=by.pk,
            account_id=by.account_id,
            by_label=by.label,
            village_id=self.village_id,
            clearance=self.clearance,
        )

    @property
    def grounded(self) -> bool:
        """Whether a meeting or a statement has carried it before."""
        return bool(self.moves.filter(kind=MoveKind.AGREED).exists())

    @property
    def verifier(self) -> int | None:
        """The account of whoever verified it last."""
        last = self.moves.filter(kind=MoveKind.VERIFIED).order_by("-pk").first()
        return last.account_id if last else None
