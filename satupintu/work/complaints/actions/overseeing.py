"""What the clock does by itself, and what the office above does about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.complaints import clock
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.ways import offices_up
from satupintu.work.deadlines import rounds
from satupintu.work.routing.rules import around


@action("complaint.acknowledge")
def acknowledge(complaint: Complaint, *, by: Appointment, note: str) -> Complaint:
    """Say what is done about a complaint that is overdue at an office below."""
    complaint.must_allow("complaint.acknowledge")
    complaint.escalations.waiting_at(by.office_id).update(
        acknowledged_at=timezone.now(), acknowledged_by_id=by.pk, acknowledged_label=by.label, note=note
    )
    record("complaint.overdue_acknowledged", complaint, by=by)
    return complaint


@action("complaint.keep_time")
def keep_time(kabupaten: int, *, by: House, now: datetime) -> int:
    """Look at the complaints of a kabupaten (four digits) whose time has come; answers how many, at most a batch.

    Each is reminded of once, brought before the next office above when it is overdue, one level higher each time, or
    let go on after a pause that has ended. All in one transaction: killed in the middle, nothing of it has happened.
    """
    waiting = Complaint.objects.filter(kabupaten=kabupaten, clock_at__lte=now).order_by("clock_at", "pk")
    batch = list(
        waiting.select_for_update(skip_locked=True, of=("self",)).select_related("intake_office", "handler_office")[
            : rounds.BATCH
        ]
    )
    round_ = _Round(by, now)
    for complaint in batch:
        round_.look_at(complaint)
    Complaint.objects.bulk_update(batch, ["clock_at", "due_at", "paused_since"])
    return len(batch)


@dataclass
class _Round(rounds.Round):
    """One round of the clock over complaints; the offices above are asked for once in it too."""

    ladders: dict[tuple[int, int], list[Office]] = field(default_factory=dict)

    def look_at(self, complaint: Complaint) -> None:
        if complaint.paused_since is not None:
            clock.go_on(complaint, self.now, self.time(complaint.intake_office))
            record("complaint.resumed", complaint, by=self.by)
        elif self.now < complaint.due_at:
            complaint.clock_at = complaint.due_at
            record("complaint.due_soon", complaint, by=self.by, **self._where(complaint))
        else:
            self._overdue(complaint)

    def _overdue(self, complaint: Complaint) -> None:
        brought = set(complaint.escalations.filter(due_at=complaint.due_at).values_list("office_id", flat=True))
        above = [office for office in self._above(complaint) if office.pk not in brought]
        if not brought:
            record("complaint.overdue", complaint, by=self.by, **self._where(complaint))
        if above:
            self._bring(complaint, above[0])
        complaint.clock_at = (
            self.time(complaint.intake_office).climbs(complaint.limit_id, self.now) if above[1:] else None
        )

    def _bring(self, complaint: Complaint, office: Office) -> None:
        complaint.escalations.create(office=office, due_at=complaint.due_at)
        where = self._where(complaint) | {"to": office.name, "to_office": office.pk}
        record("complaint.escalated_by_clock", complaint, by=self.by, **where)

    def _where(self, complaint: Complaint) -> dict[str, object]:
        """Who must act, and since when: what notices are made of."""
        return {"at_office": complaint.waits_at_id, "due": complaint.due_at.isoformat()}

    def _above(self, complaint: Complaint) -> Iterable[Office]:
        """The offices above the one that handles it where somebody may say what is done about it, the nearest first.

        Only those that see it: what another kabupaten handles for a citizen of this one lies here.
        """
        alike = (complaint.handler_office_id, complaint.clearance)
        if alike not in self.ladders:
            self.ladders[alike] = offices_up(complaint, timezone.localdate(self.now), "complaint.acknowledge")
        return [one for one in self.ladders[alike] if around(one.area_id, complaint.village_id)]
