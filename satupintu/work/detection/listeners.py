"""Whom early detection listens to: people who move, complaints that become sensitive, villages that get another code.

The house does it, because whoever acts may see only a part of it.
"""

from typing import Any

from django.db.models import BigIntegerField, Case, Value, When

from satupintu.engine.events import on
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Edition, Succession
from satupintu.work.detection.actions import as_sensitive, follow
from satupintu.work.detection.models import Opened, Outreach, Sharing


@on("person.changed")
def somebody_moved(event: Any) -> None:
    """Whoever moves to another village is listed there, and nobody is to go yet."""
    if "village_id" in event.facts.get("fields", ()) and event.village is not None:
        with house("menyesuaikan daftar jangkauan", quietly=True):
            follow(Outreach.objects.open().filter(person=event.subject_id), event.village)


@on("complaint.classified")
@on("complaint.handed_up")
def a_complaint_is_sensitive(event: Any) -> None:
    """What a complaint came of is as sensitive as it is, and so is the visit."""
    with house("menyesuaikan jangkauan", quietly=True):
        found = Opened.objects.select_related("complaint", "outreach").filter(complaint=event.subject_id).first()
        if found is not None:
            as_sensitive(found.outreach, found.complaint)


@on("area.edition_adopted")
def follow_the_codes(event: Any) -> None:
    """Rows of recoded villages get the new number, all at the same moment."""
    steps = Succession.objects.filter(edition=Edition.objects.get(pk=event.subject_id)).numbers()
    moved = {old: new for old, new in steps.items() if old != new}
    if moved:
        to = Case(
            *(When(village_id=old, then=Value(new)) for old, new in moved.items()), output_field=BigIntegerField()
        )
        with house("Kode wilayah berganti", quietly=True):
            for model in (Outreach, Sharing):
                model.objects.filter(village_id__in=list(moved)).update(village_id=to)
