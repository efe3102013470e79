"""A letter and the nouns of its life: signatures, returns, its revocation, and the paper itself."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.actions.models import Versioned
from satupintu.engine.documents.letters import rules
from satupintu.engine.documents.letters.kinds import LetterKind, kind_of
from satupintu.engine.documents.models.templates import TemplateVersion
from satupintu.engine.documents.words import LetterState, LetterWait, SignatureKind
from satupintu.engine.events.reach import Reach
from satupintu.lib.words import Word

CODE = Word.MAX_LENGTH


def as_far_as(reach: Reach, office_id: int) -> dict[str, Any]:
    """The columns with which a letter of an office reaches as far as the row it is about; the office is one of its ends."""
    ends = sorted({office_id, *reach.offices})
    return {"village": reach.village, "offices": ends, "clearance": reach.clearance, "topic": reach.topic}


class LetterQuerySet(models.QuerySet["Letter"]):
    """Questions about letters."""

    def of(self, subject: Any) -> Self:
        """Letters about one row, newest first."""
        return self.filter(subject_type=subject._meta.model_name, subject_id=subject.pk).order_by("-pk")

    def written_in(self, office_id: int) -> Self:
        """Letters of one office."""
        return self.filter(office_id=office_id)

    def inside(self, start: int, end: int) -> Self:
        """Letters about a span of areas."""
        return self.filter(village__gte=start, village__lt=end)

    def issued_between(self, first: date | None, last: date | None) -> Self:
        """Issued on a day of that period, both included; an open end is None."""
        rows = self.filter(issued_on__gte=first) if first else self
        return rows.filter(issued_on__lte=last) if last else rows


class Letter(Versioned):
    """A letter, from its draft to its number. What it says is frozen before anybody puts a name to it.

    ``waits_for`` and ``waits_role`` say whose move is next; ``round`` counts how often it was returned, and only
    signatures of the current round count.
    """

    PERSONAL = frozenset({"about", "facts", "typed"})
    NOT_PERSONAL = frozenset(
        "id version kind template_version subject_type subject_id trace_label state waits_for waits_role round "
        "office_id office_name area series sequence year number fingerprint drafter_id drafter_account_id drafter_label "
        "drafted_at moved_at issued_at issued_on initials_role signers village offices clearance topic".split()
    )

    kind = models.CharField(max_length=CODE)
    template_version = models.ForeignKey(TemplateVersion, models.PROTECT, related_name="+")
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    trace_label = models.CharField(max_length=60)
    about = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=CODE, choices=LetterState.choices, default=LetterState.DRAFTED)
    waits_for = models.CharField(max_length=CODE, choices=LetterWait.choices)
    waits_role = models.CharField(max_length=CODE, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    initials_role = models.CharField(max_length=CODE, blank=True)
    signers = ArrayField(models.CharField(max_length=CODE), default=list)
    office_id = models.BigIntegerField()
    office_name = models.CharField(max_length=160)
    area = models.BigIntegerField()
    series = models.CharField(max_length=6)
    year = models.PositiveSmallIntegerField(null=True)
    sequence = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=80, null=True, unique=True)
    fingerprint = models.CharField(max_length=64, null=True, unique=True, help_text="Sidik kode periksa")
    typed = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    drafter_id = models.BigIntegerField()
    drafter_account_id = models.BigIntegerField()
    drafter_label = models.CharField(max_length=200)
    drafted_at = models.DateTimeField(db_default=Now())
    moved_at = models.DateTimeField(db_default=Now())
    issued_at = models.DateTimeField(null=True)
    issued_on = models.DateField(null=True)
    village = models.BigIntegerField(null=True)
    offices = ArrayField(models.BigIntegerField(), default=list)
    clearance = models.SmallIntegerField(default=0)
    topic = models.CharField(max_length=CODE, blank=True, db_default="")

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="letter_subject"),
            models.Index(fields=["office_id", "-id"], name="letter_office"),
            models.Index(fields=["village", "-id"], name="letter_village"),
            models.Index(
                fields=["area", "waits_for", "moved_at"], name="letter_waits", condition=~Q(waits_for="nothing")
            ),
            models.Index(fields=["office_id", "waits_for"], name="letter_waits_at", condition=~Q(waits_for="nothing")),
            models.Index(fields=["drafter_id"], name="letter_drafter"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=LetterState.codes()), name="letter_state_known"),
            models.CheckConstraint(condition=Q(waits_for__in=LetterWait.codes()), name="letter_wait_known"),
            models.CheckConstraint(
                condition=Q(state__in=["issued", "revoked"]) ^ Q(number__isnull=True), name="letter_number_when_issued"
            ),
            models.UniqueConstraint(fields=["office_id", "series", "year", "sequence"], name="letter_sequence"),
        ]

    def __str__(self) -> str:
        return self.number or f"konsep {self.pk}"

    @property
    def reach(self) -> Reach:
        """Whoever sees the row it is about sees the letter; the other end of a referral once it is issued."""
        others = tuple(office for office in self.offices if office != self.office_id) if self.issued_at else ()
        return Reach(self.village, others, self.clearance, topic=self.topic)

    @property
    def trace(self) -> str:
        """What timelines call it: its number, before that the number of the matter."""
        return (self.number or self.trace_label)[:60]

    @property
    def kind_of(self) -> LetterKind:
        """The kind as its room brought it."""
        return kind_of(self.kind)

    @property
    def state_word(self) -> LetterState:
        """Where it stands, as a word."""
        return LetterState(self.state)

    @property
    def wait_word(self) -> LetterWait:
        """What it waits for, as a word."""
        return LetterWait(self.waits_for)

    def is_initialled_by(self, role: str) -> bool:
        """Whether its template wants the initials of that role."""
        return bool(role) and role == self.initials_role

    def is_signed_by(self, role: str) -> bool:
        """Whether its template wants the signature of that role."""
        return role in self.signers

    def stand(self, state: LetterState, now: datetime, *, signed: int = 0) -> None:
        """Let it stand there, and say what is next; ``signed`` counts the signatures of this round."""
        self.state, self.moved_at = state, now
        self.waits_for, self.waits_role = rules.next_move(
            state, initials_role=self.initials_role, signers=self.signers, signed=signed
        )

    def must_stand_in(self, states: Collection[LetterState]) -> None:
        """Raise WrongState unless it stands in one of these."""
        if self.state_word not in states:
            raise WrongState(self._stands())

    def must_wait_for(self, wait: LetterWait) -> None:
        """Raise WrongState unless this is its next move."""
        if self.wait_word != wait:
            possible = [] if self.wait_word == LetterWait.NOTHING else [self.wait_word.label]
            raise WrongState(self._stands(), possible)

    def _stands(self) -> str:
        return _("Surat ini sudah berstatus “%(state)s”.") % {"state": self.state_word.label}


class Signature(models.Model):
    """Somebody's name under a letter: initials of a section head or a signature, in the order they were given."""

    PERSONAL = frozenset({"nip"})
    OTHERS = frozenset({"nip"})
    NOT_PERSONAL = frozenset("id letter round kind role order by_id account_id name by_label at".split())

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="signatures")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=CODE, choices=SignatureKind.choices)
    role = models.CharField(max_length=CODE)
    order = models.PositiveSmallIntegerField()
    by_id = models.BigIntegerField()
    account_id = models.BigIntegerField()
    name = models.CharField(max_length=120)
    nip = models.CharField(max_length=30, blank=True)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "round", "order"], name="signature_order"),
            models.CheckConstraint(condition=Q(kind__in=SignatureKind.codes()), name="signature_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.order}"

    @property
    def kind_word(self) -> SignatureKind:
        """Initials or signature, as a word."""
        return SignatureKind(self.kind)


class LetterReturn(models.Model):
    """Sent back to whoever drafted it, and why."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id letter round by_id by_label at".split())

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="returns")
    round = models.PositiveSmallIntegerField()
    reason = models.TextField()
    by_id = models.BigIntegerField()
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.round}"


class LetterRevocation(models.Model):
    """Why an issued letter is no longer valid. Its number stays taken."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("letter by_id by_label at".split())

    letter = models.OneToOneField(Letter, models.CASCADE, primary_key=True, related_name="revocation")
    reason = models.TextField()
    by_id = models.BigIntegerField()
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.letter_id}"


class LetterPaper(models.Model):
    """The PDF as it was issued. It is made once and never again, so a later template changes no letter."""

    PERSONAL = frozenset({"pdf"})
    NOT_PERSONAL = frozenset({"letter", "sha256"})

    letter = models.OneToOneField(Letter, models.CASCADE, primary_key=True, related_name="paper")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"paper {self.pk}"
