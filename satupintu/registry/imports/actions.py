"""What may be done with a file: take it in, save its rows, cancel it; and with a mapping: publish it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.registry.imports.layout import Layout
from satupintu.registry.imports.models import Batch, Mapping, MappingVersion, StagedRow, Upload
from satupintu.registry.imports.staging import forget, plan_for_many, run, steps
from satupintu.registry.imports.words import BatchState, Sharing
from satupintu.registry.people.models import ListEdition, Restriction

CHANGEABLE = {BatchState.CHECKED, BatchState.FAILED}


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
    layout: Layout | None = None,
    mapping: MappingVersion | None = None,
    edition: ListEdition | None = None,
    area: int | None = None,
    queued: bool = True,
) -> Batch:
    """Take a file in and have it checked; or check one that is here again, by the layout that a person chose.

    ``layout`` says how it is read, ``mapping`` which published mapping that is; without either its headings decide.
    ``area`` is needed of the house only; an officer brings files for their own area. ``queued`` puts the check off to
    a worker. Raises WrongState for a batch that is already saved, cancelled or busy.
    """
    if batch is None:
        if file is None:
            raise Refused("Pilih berkasnya dulu.")
        batch = _taken_in(file, by, area)
    elif batch.word not in CHANGEABLE:
        raise WrongState(_standing(batch), [_("Unggah berkas baru.")])
    layout = layout or (mapping.layout if mapping else None)
    batch.layout, batch.mapping = layout.document() if layout else {}, mapping
    batch.edition = edition or batch.edition
    if batch.edition is None and layout is not None and layout.list:
        batch.edition = ListEdition.known(layout.list, timezone.localdate())
    batch.state = BatchState.RECEIVED
    batch.save()
    record("import.uploaded", batch, by=by, size=batch.size, again=file is None or None)
    if queued:
        from satupintu.registry.imports import jobs

        jobs.check.defer(batch_id=batch.pk)
    return batch


def _taken_in(file: File, by: Any, area: int | None) -> Batch:
    own = getattr(by, "area_id", None) or 0
    batch = Batch.objects.create(
        area=own if by.pk is not None else (area or 0),
        file_name=file.name[-120:],
        size=len(file.content),
        sha256=sha256(file.content).hexdigest(),
        uploaded_by=by.label[:200],
    )
    Upload.objects.keep(batch, file.content)
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
    resting = Restriction.objects.standing().values("person")
    if StagedRow.objects.filter(batch=batch, person_id__in=resting).exclude(verdict="refused").exists():
        raise WrongState(
            "Sejak berkas ini diperiksa, seseorang di dalamnya meminta datanya dibatasi.", [_("Unggah berkasnya lagi.")]
        )
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
        "area": batch.area,
        "edition": batch.edition_id,
        "listed": bool(batch.layout.get("list")),
        "today": timezone.localdate(),
        "role": by.role,
        "actor": by.label,
    }
    plan_for_many()
    forget("numbered", "becoming")
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
    if batch.word not in BatchState.unsaved():
        raise WrongState(_standing(batch), [_("Berkas yang sudah disimpan tidak dapat dibatalkan.")])
    StagedRow.objects.filter(batch=batch).delete()
    Upload.objects.filter(pk=batch.pk).delete()
    batch.state = BatchState.CANCELLED
    batch.save()
    record("import.cancelled", batch, by=by)
    return batch


@action("mapping.publish")
def publish(
    mapping: Mapping | None,
    *,
    by: Any,
    layout: Layout,
    name: str = "",
    sharing: Sharing = Sharing.OWN,
    area: int | None = None,
) -> MappingVersion:
    """Keep a layout under a name; or publish the next version of a mapping, whose earlier versions stay as they are.

    What does not differ from the version in force is not published again. ``area`` is needed of the house only. Raises
    WrongState when the area has another mapping of that name.
    """
    own = (getattr(by, "area_id", None) or 0) if by.pk is not None else (area or 0)
    name = " ".join((name or (mapping.name if mapping else "") or layout.name).split())[:80]
    if not name:
        raise WrongState("Beri nama pemetaan ini dulu.")
    kept_by = own if mapping is None else mapping.area
    known_as = Mapping.objects.filter(area=kept_by, name=name)
    if any(other.pk != (mapping.pk if mapping else None) for other in known_as):
        known = _("Pemetaan bernama “%(name)s” sudah ada.") % {"name": name}
        raise WrongState(known, [_("Pilih nama lain, atau terbitkan versi baru dari pemetaan itu.")])
    mapping = mapping or Mapping(area=kept_by, made_by=by.label[:200])
    before = mapping.newest if mapping.pk else None
    document = layout.called(name).document()
    if before is not None and (before.document, mapping.sharing) == (document, sharing):
        return before
    mapping.name, mapping.sharing = name, sharing
    mapping.save()
    if before is not None and before.document == document:
        record("mapping.shared", mapping, by=by, mapping=name, sharing=sharing.value)
        return before
    version = MappingVersion.objects.create(
        mapping=mapping, number=before.number + 1 if before else 1, document=document, made_by=by.label[:200]
    )
    record("mapping.published", mapping, by=by, mapping=name, number=version.number)
    return version
