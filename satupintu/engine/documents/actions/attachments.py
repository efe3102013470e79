"""What may be done with attachments: add one; and let the papers of a row follow it."""

from typing import Any

from django.core.files.base import File

from satupintu.engine.actions import Actor, action
from satupintu.engine.documents.inspection import Inspected, inspect
from satupintu.engine.documents.models import Attachment, Content, Letter, Original
from satupintu.engine.documents.models.letters import as_far_as
from satupintu.engine.events import record


@action("attachment.add")
def attach(subject: Any, upload: File | Inspected, *, by: Actor) -> Attachment:
    """Attach a file to a saved row. It reaches as far as the row does.

    A form that uses ``UploadField`` hands in what it has inspected already; anything else is inspected here.
    Raises NotAccepted when the inspection does not let the file in.
    """
    file = upload if isinstance(upload, Inspected) else inspect(upload)
    attachment = Attachment.objects.create(
        subject_type=subject._meta.model_name,
        subject_id=subject.pk,
        trace=subject.trace,
        name=file.name,
        kind=file.kind,
        size=len(file.original),
        sha256=file.sha256,
        width=file.width,
        height=file.height,
        **subject.reach.columns(),
        appointment_id=by.pk,
        by_label=by.label,
    )
    Content.objects.create(attachment=attachment, data=file.content)
    if file.kind.picture:
        Original.objects.create(attachment=attachment, data=file.original)
    record("attachment.added", subject, by=by, file=file.kind)
    return attachment


@action("attachment.hand_on")
def hand_on(paper: Attachment, *, to: Any, by: Actor) -> Attachment:
    """Attach a copy of a paper to another row, which then reaches as far as that row does: what is handed out, no original.

    The paper must be seen by whoever hands it on.
    """
    attachment = Attachment.objects.create(
        subject_type=to._meta.model_name,
        subject_id=to.pk,
        trace=to.trace,
        **{name: getattr(paper, name) for name in ("name", "kind", "size", "sha256", "width", "height")},
        **to.reach.columns(),
        appointment_id=by.pk,
        by_label=by.label,
    )
    Content.objects.create(attachment=attachment, data=paper.content.data)
    record("attachment.added", to, by=by, file=paper.kind)
    return attachment


def follow(subject: Any) -> int:
    """Let the attachments and letters of a row reach as far as it does now; answers how many attachments.

    Called inside the action that changed the row's area, offices, handler, topic or sensitivity.
    """
    reach = subject.reach
    for letter in Letter.objects.of(subject).only("office_id"):
        Letter.objects.filter(pk=letter.pk).update(**as_far_as(reach, letter.office_id))
    return Attachment.objects.of(subject).update(**reach.columns())
