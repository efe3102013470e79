"""An outreach (penjangkauan): somebody who shall be visited because a sign means them; shared out, visited, told."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import Placed, PlacedQuerySet
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word
from satupintu.registry.people.models import Person
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Visit
from satupintu.work.detection.models.sign import Sign
from satupintu.work.detection.words import FirstSign, Result, State

CODE = Word.MAX_LENGTH
OPEN = Q(closed_on=None)
GUARD = ["clearance", "assignee", "topic"]
"""What the wall looks at besides the village."""
COUNTED = ["code", "state"]


class Night(models.Model):
    """When a kabupaten (four digits) was searched last, how many were found then and of how many it is no longer so."""

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"kabupaten", "searched_on", "found", "lapsed"}

    kabupaten = models.BigIntegerField(primary_key=True)
    searched_on = models.DateField()
    found = models.PositiveIntegerField()
    lapsed = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the whole kabupaten."""
        return Reach(village=self.kabupaten * 10**6)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return str(self.kabupaten)


class Sharing(models.Model):
    """So many outreaches were given to one officer at once. Lies where that officer works."""

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "to", "many", "by", "by_label", "at"}

    village = models.ForeignKey(Area, models.PROTECT, db_column="village", related_name="+")
    to = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    many = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the area that it lies in."""
        return Reach(village=self.village_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"BG-{self.pk}"


class OutreachQuerySet(PlacedQuerySet["Outreach"]):
    """Questions about outreaches."""

    def open(self) -> Self:
        """Those that nobody and nothing has ended."""
        return self.filter(closed_on=None)

    def unshared(self) -> Self:
        """Found, and nobody is to go yet; the longest known first."""
        return self.filter(state=State.FOUND, closed_on=None).order_by("found_on", "pk")

    def of_officer(self, appointment_id: int) -> Self:
        """What one officer is to visit, the longest known first."""
        return self.open().filter(assignee_id=appointment_id).order_by("found_on", "pk")

    def of_person(self, person: Person) -> Self:
        """About one person: what is open first, then the newest."""
        return self.filter(person=person).select_related("sign").order_by("-found_on", "-pk")

    def seen_with(self, code: str) -> Self:
        """Those of a sign; without one all but households to be confirmed, which are many and have a list of their own."""
        return self.filter(code=code) if code else self.exclude(code=FirstSign.UNCONFIRMED)

    def with_people(self) -> Self:
        """With person, village and sign, read in one query. Whoever's person lies elsewhere by now is left out."""
        return self.select_related("person__village", "village", "sign", "assignee__account")


class Outreach(Placed, Versioned):
    """One person whom one sign means, until somebody has been there or it is no longer so; never listed twice at a time.

    ``facts`` is what the register said when it was found, in codes: the reason is told from it. ``visit`` is the visit of the
    daybook in which the result was written down.
    """

    PERSONAL: ClassVar[set[str]] = {"person", "facts"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *(
            "id",
            "version",
            "village",
            "kecamatan",
            "kabupaten",
            "provinsi",
            "sign",
            "code",
            "clearance",
            "topic",
            "state",
        ),
        *("found_on", "sharing", "assignee", "result", "closed_on", "closed_label", "visit"),
    }

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    sign = models.ForeignKey(Sign, models.PROTECT, db_index=False, related_name="outreaches")
    code = models.CharField(max_length=CODE)
    clearance = models.SmallIntegerField(db_default=0)
    topic = models.CharField(max_length=CODE, choices=ServiceField.choices)
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=CODE, choices=State.choices, db_default="found")
    found_on = models.DateField()
    sharing = models.ForeignKey(Sharing, models.PROTECT, null=True, db_index=False, related_name="outreaches")
    assignee = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    result = models.CharField(max_length=CODE, choices=Result.choices, blank=True, db_default="")
    closed_on = models.DateField(null=True)
    closed_label = models.CharField(max_length=200, blank=True, db_default="")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = OutreachQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["village", "found_on", "id"],
                name="outreach_village",
                include=[*GUARD, *COUNTED],
                condition=OPEN,
            ),
            models.Index(
                fields=["kecamatan", "found_on", "id"],
                name="outreach_kecamatan",
                include=["village", *GUARD, *COUNTED],
                condition=OPEN,
            ),
            models.Index(
                fields=["kabupaten", "found_on", "id"],
                name="outreach_kabupaten",
                include=["village", *GUARD, *COUNTED],
                condition=OPEN,
            ),
            models.Index(
                fields=["assignee", "found_on", "id"],
                name="outreach_assignee",
                include=["village", *GUARD, *COUNTED],
                condition=OPEN & Q(assignee__isnull=False),
            ),
            models.Index(fields=["village", "-closed_on", "-id"], name="outreach_village_done"),
            models.Index(
                fields=["kecamatan", "-closed_on", "-id"], name="outreach_kecamatan_done", include=["village"]
            ),
            models.Index(
                fields=["kabupaten", "-closed_on", "-id"], name="outreach_kabupaten_done", include=["village"]
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "code"], condition=OPEN, name="outreach_one_at_a_time"),
            models.CheckConstraint(condition=Q(state__in=State.codes()), name="outreach_state_known"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False, result__in=Result.codes())
                | (~Q(state="closed") & Q(closed_on=None, result="")),
                name="outreach_closed_with_result",
            ),
            models.CheckConstraint(
                condition=~Q(state="shared") | Q(assignee__isnull=False), name="outreach_shared_to_somebody"
            ),
            models.CheckConstraint(condition=~Q(state="found") | Q(assignee=None), name="outreach_found_is_nobodys"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the person, is cleared and works on the field sees what happened to it."""
        return Reach(self.village_id, (), self.clearance, topic=self.topic)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"PJ-{self.pk}"

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/jangkauan/{self.pk}/"

    @property
    def asks_whether_same(self) -> bool:
        """Whether whoever goes there is asked if the data are still right."""
        return bool(self.facts.get("unconfirmed"))

    @property
    def state_word(self) -> State:
        """Where it stands, as a word."""
        return State(self.state)

    @property
    def result_word(self) -> Result | None:
        """How it ended, as a word; None while it is open."""
        return Result(self.result) if self.result else None


class Opened(models.Model):
    """The complaint that came of an outreach: seen by whoever sees both."""

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"outreach", "complaint"}

    outreach = models.OneToOneField(Outreach, models.PROTECT, primary_key=True, related_name="opened")
    complaint = models.OneToOneField(Complaint, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"PJ-{self.outreach_id}"
