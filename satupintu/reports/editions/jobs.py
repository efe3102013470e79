"""By the clock: a month is closed on its day, and months that were missed are made good."""

from datetime import date

from django.utils import timezone

from satupintu.engine.jobs import every
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.reports.editions import rules
from satupintu.reports.editions.actions import close
from satupintu.reports.editions.models import Edition
from satupintu.reports.editions.words import Subject


@every("23 1 * * *", "editions.close")
def close_months(timestamp: int) -> None:
    """Close whatever is to be closed by now."""
    close_until(timezone.localdate(timezone=CAPITAL))


def close_until(today: date) -> int:
    """Close each month that is closed by ``today`` and not counted yet; answers how many editions that made."""
    there = set(Edition.objects.values_list("subject", "month"))
    due = [(one, month) for month in rules.closed(today) for one in Subject if (one, month.start) not in there]
    for subject, month in due:
        with house("menutup angka bulanan") as by:
            key = f"edition.close:{subject}:{month.start}"
            close(subject, by=by, month=month.start, today=today, key=key)
    return len(due)
