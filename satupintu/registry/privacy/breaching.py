"""Writing a suspected breach down, and that people were told."""

from datetime import datetime, timedelta

from django.utils import timezone

from satupintu.engine.actions import WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Account, Appointment
from satupintu.registry.privacy.breach import HOURS
from satupintu.registry.privacy.models import Breach


@action("breach.report")
def report(*, by: Appointment, account: Account, since: datetime, until: datetime, what: str) -> Breach:
    """Write down that data may have got out through an account; three days run from now."""
    now = timezone.now()
    made = Breach(
        number=next_number("BK", by.office.code, timezone.localdate().year),
        area=by.span[0],
        account=account,
        since=since,
        until=until,
        what=what,
        known_at=now,
        due_at=now + timedelta(hours=HOURS),
        by=by,
        by_label=by.label,
    )
    made.save()
    record("breach.reported", made, by=by)
    return made


@action("breach.tell")
def tell(breach: Breach, *, by: Appointment, text: str) -> Breach:
    """Write down that the people and the agency were told, and how. Raises WrongState when they were already."""
    if breach.told_at is not None:
        raise WrongState("Pemberitahuannya sudah dicatat.")
    breach.told_at, breach.told_label, breach.told_what = timezone.now(), by.label, text
    breach.save()
    record("breach.told", breach, by=by)
    return breach
