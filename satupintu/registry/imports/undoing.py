"""Taking a saved batch back: all of it or nothing, and nothing where somebody has changed one of its people since."""

from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.registry.imports.models import AppliedRow, Batch, FormerRow
from satupintu.registry.imports.staging import _text, plan_for_many, run, steps
from satupintu.registry.imports.words import BatchState

NAMED = 5
"""Persons who are named when a batch is not taken back because of them."""


@action("import.undo")
def undo(batch: Batch, *, by: Any, queued: bool = True) -> Batch:
    """Take a saved batch back. An officer asks for it and a worker, acting as the house, does it: all rows or none.

    Raises WrongState for a batch that is not saved, was saved before this was kept, or whose people somebody has changed
    since, naming the first of them. What another room has written about one of them keeps the whole batch as well.
    """
    if by.pk is None and batch.word is BatchState.UNDOING:
        return _taken_back(batch, by)
    if batch.word is not BatchState.APPLIED or not AppliedRow.objects.filter(batch=batch).exists():
        raise WrongState("Hanya berkas yang sudah disimpan yang dapat ditarik kembali.")
    if changed := changed_since(batch):
        told = _("%(count)d orang dari berkas ini sudah diubah sejak disimpan; berkas tidak ditarik kembali.") % {
            "count": len(changed)
        }
        named = [_("Periksa O-%(number)d.") % {"number": number} for number in changed[:NAMED]]
        raise WrongState(told, named)
    batch.state = BatchState.UNDOING
    batch.save()
    record("import.undo_asked", batch, by=by)
    if queued:
        from satupintu.registry.imports import jobs

        jobs.undo.defer(batch_id=batch.pk)
    return batch


def changed_since(batch: Batch) -> list[int]:
    """The persons of a batch who are not as it left them, by number."""
    applied = Event.objects.about(batch).filter(name="import.applied").first()
    plan_for_many()
    with connection.cursor() as cursor:
        cursor.execute(_text("undo_changed"), {"batch": batch.pk, "since": applied.pk if applied else 0})
        return [row[0] for row in cursor.fetchall()]


def _taken_back(batch: Batch, by: Any) -> Batch:
    changed = changed_since(batch)
    rows = AppliedRow.objects.filter(batch=batch)
    removed, touched = rows.filter(was_new=True).count(), rows.filter(touched=True).count()
    try:
        with transaction.atomic():
            if not changed:
                for step in steps("undo"):
                    if step != "undo_changed":
                        run(step, {"batch": batch.pk, "role": by.role, "actor": by.label})
                with connection.cursor() as cursor:
                    cursor.execute("set constraints all immediate")
    except IntegrityError:
        # A complaint, a letter or a visit speaks of one of them; whose is not told.
        changed = [0]
    if changed:
        batch.state = BatchState.APPLIED
        batch.save()
        record("import.undo_refused", batch, by=by, changed=len(changed))
        return batch
    rows.delete()
    FormerRow.objects.filter(batch=batch).delete()
    batch.state = BatchState.UNDONE
    batch.save()
    record("import.undone", batch, by=by, removed=removed, restored=touched - removed)
    return batch
