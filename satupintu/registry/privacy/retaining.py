"""Rules of retention: publishing one, and what the clock does by them."""

from datetime import date
from typing import Any

from django.utils import timezone

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Person, Restriction
from satupintu.registry.privacy import erasing
from satupintu.registry.privacy.emptying import empty
from satupintu.registry.privacy.models import DataRequest, RetentionRule
from satupintu.registry.privacy.words import Retained

BY_THE_CLOCK = "jadwal retensi"
"""What a restriction says that no request asked for."""


@action("retention.publish")
def publish(*, by: Appointment, kind: Retained, months: int, valid_from: date, source: str) -> RetentionRule:
    """Say how long what is of this kind is kept, from a day on; earlier rules stay as they were."""
    made = RetentionRule.objects.create(
        kind=kind, months=months, valid_from=valid_from, source=source, by_label=by.label
    )
    record("retention.published", made, by=by, kind=kind, months=months)
    return made


@action("privacy.retain")
def retain(person: Person, *, by: Any) -> int:
    """Erase what the house need keep no longer. Raises WrongState while something stands in the way."""
    today = timezone.localdate()
    if person.is_erased:
        return 0
    if blocks := erasing.in_the_way(person, today):
        reasons = " ".join(blocks)
        raise WrongState(reasons)
    if not Restriction.objects.standing().filter(person=person).exists():
        rest = {"village_id": person.village_id, "request": BY_THE_CLOCK, "since": today}
        Restriction.objects.create(person=person, **rest)
    rows = erasing.erase(person)
    record("privacy.retained", person, by=by, rows=rows)
    return rows


@action("privacy.forget")
def forget(*, by: Any, before: date) -> int:
    """Empty requests that were answered before a day: who asked, why, and what was said. That there was one stays."""
    old = DataRequest.objects.exclude(answered_at=None).filter(answered_at__date__lt=before)
    rows = list(old.exclude(asker_name="", ground="", answer="").order_by("pk").values_list("pk", flat=True))
    if rows:
        empty({DataRequest._meta.db_table: rows})
        record("privacy.forgotten", DataRequest.objects.get(pk=rows[-1]), by=by, rows=len(rows))
    return len(rows)
