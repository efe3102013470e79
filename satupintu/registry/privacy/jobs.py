"""By the clock: what is kept longer than its rule says goes, every night."""

from django.utils import timezone

from satupintu.engine.actions import WrongState
from satupintu.engine.jobs import every
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.registry.people.models import Departure, Person
from satupintu.registry.people.words import DepartureKind
from satupintu.registry.privacy import retaining, rules
from satupintu.registry.privacy.models import RetentionRule
from satupintu.registry.privacy.words import Retained

REASON = "menjalankan jadwal retensi"
MOST = 200
"""Persons a night: the rest come the next."""


@every("40 19 * * *", "privacy.retain_by_rule")
def retain_by_rule(timestamp: int) -> None:
    """At 2.40 in the capital: the dead whose time is over, where nothing stands in the way; answered requests."""
    today = timezone.localdate(timezone=CAPITAL)
    with house(REASON, quietly=True) as by:
        months = RetentionRule.objects.months
        died = Departure.objects.standing().filter(
            kind=DepartureKind.DIED, happened_on__lt=rules.months_before(today, months(Retained.DEPARTED, today))
        )
        due = Person.objects.usable().filter(pk__in=died.values("person")).order_by("pk")[:MOST]
        for person in due:
            try:
                retaining.retain(person, by=by, key=f"privacy.retain:{person.pk}")
            except WrongState:
                continue
        before = rules.months_before(today, months(Retained.REQUEST, today))
        retaining.forget(by=by, before=before, key=f"privacy.forget:{before}")
