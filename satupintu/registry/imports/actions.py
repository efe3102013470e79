"""What may be done with a file: take it in, save its rows, cancel it."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.registry.imports.models import Batch, StagedRow, Upload
from satupintu.registry.imports.staging import plan_for_many, run, steps
from satupintu.registry.imports.words import BatchState
from satupintu.registry.people.models import ListEdition

CHANGEABLE = {BatchState.CHECKED, BatchState.FAILED}
CANCELLABLE = {BatchState.RECEIVED, BatchState.CHECKING, BatchState.CHECKED, BatchState.FAILED}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed over."""

    name: str
    content: bytes


def _standing(batch: Batch) -> str:
    return _("Berkas ini berstatus “%(state)s”.") % {"state": batch.word.label}


@action("import.upload")
def upload(
    batch: Batch | None = None,
    *,
    by: Any,
    file: File | None = None,
    columns: Mapping[int, str] | None = None,
    edition: ListEdition | None = None,
    area: int | None = None,
    queued: bool = True,
) -> Batch:
    """Take a file in and have it checked; or check one that is here again, with the columns a person chose.

    ``area`` is needed of the house only; an officer brings files for their own area. ``queued`` puts the check off to
    a worker. Raises WrongState for a batch that is already saved, cancelled or busy.
    """
    if batch is None:
        if file is None:
            raise Refused("Pilih berkasnya dulu.")
        batch = _taken_in(file, by, edition, area)
    else:
        if batch.word not in CHANGEABLE:
            raise WrongState(_standing(batch), [_("Unggah berkas baru.")])
        batch.columns = {str(place): code for place, code in (columns or {}).items() if code}
        batch.edition = edition or batch.edition
        batch.state = BatchState.RECEIVED
        batch.save()
    record("import.uploaded", batch, by=by, size=batch.size, again=file is None or None)
    if queued:
        from satupintu.registry.imports import jobs

        jobs.check.defer(batch_id=batch.pk)
    return batch


def _taken_in(file: File, by: Any, edition: ListEdition | None, area: int | None) -> Batch:
    own = getattr(by, "area_id", None) or 0
    batch = Batch.objects.create(
        area=own if by.pk is not None else (area or 0),
        file_name=file.name[-120:],
        size=len(file.content),
        sha256=sha256(file.content).hexdigest(),
        edition=edition,
        uploaded_by=by.label[:200],
    )
    Upload.objects.create(batch=batch, area=batch.area, content=file.content)
    return batch


@action("import.apply")
def apply(batch: Batch, *, by: Any, queued: bool = True) -> Batch:
    """Save the rows of a checked batch. An officer asks for it and a worker, acting as the house, does it.

    All rows or none: it is one transaction, however often a worker is killed. Raises WrongState for a batch that is not
    checked or has nothing to save.
    """
    if by.pk is None and batch.word is BatchState.APPLYING:
        return _carried_out(batch, by)
    if batch.word is not BatchState.CHECKED:
        raise WrongState(_standing(batch), [_("Unggah berkas baru.")])
    if not batch.count("new") + batch.count("changed") + batch.count("unchanged"):
        raise WrongState("Tidak ada baris yang dapat disimpan.", [_("Perbaiki berkas, lalu unggah lagi.")])
    batch.state = BatchState.APPLYING
    batch.save()
    record("import.started", batch, by=by, rows=batch.count("rows") - batch.count("refused"))
    if queued:
        from satupintu.registry.imports import jobs

        jobs.apply.defer(batch_id=batch.pk)
    return batch


def _carried_out(batch: Batch, by: Any) -> Batch:
    """Make people of the rows, set-wise, with an event for each person and household."""
    values = {
        "batch": batch.pk,
        "edition": batch.edition_id,
        "today": timezone.localdate(),
        "role": by.role,
        "actor": by.label,
    }
    plan_for_many()
    for step in steps("apply"):
        run(step, values)
    Upload.objects.filter(pk=batch.pk).delete()
    batch.state, batch.applied_at = BatchState.APPLIED, timezone.now()
    batch.save()
    kept = {what: batch.count(what) for what in ("new", "changed", "unchanged", "refused", "households")}
    record("import.applied", batch, by=by, **kept)
    return batch


@action("import.cancel")
def cancel(batch: Batch, *, by: Any) -> Batch:
    """Cancel a batch that is not saved; its file and rows are gone at once. Raises WrongState when it is too late."""
    if batch.word not in CANCELLABLE:
        raise WrongState(_standing(batch), [_("Berkas yang sudah disimpan tidak dapat dibatalkan.")])
    StagedRow.objects.filter(batch=batch).delete()
    Upload.objects.filter(pk=batch.pk).delete()
    batch.state = BatchState.CANCELLED
    batch.save()
    record("import.cancelled", batch, by=by)
    return batch
