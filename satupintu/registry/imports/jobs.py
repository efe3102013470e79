"""What workers do with files: check them, save them, discard the forgotten. Killed at any point, all are simply run again."""

from django.utils import timezone

from satupintu.engine.jobs import every, job
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.registry.imports import staging
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.words import BatchState
from satupintu.registry.privacy import rules as privacy
from satupintu.registry.privacy.models import RetentionRule
from satupintu.registry.privacy.words import Retained


@job("imports.check")
def check(batch_id: int) -> None:
    """Read and check the file of a batch."""
    staging.check(batch_id)


@job("imports.apply")
def apply(batch_id: int) -> None:
    """Save the rows of a batch; nothing when that is done already."""
    from satupintu.registry.imports import actions

    batch = staging.find(batch_id)
    with staging.as_house(batch, "Menyimpan") as by:
        actions.apply(batch, by=by, key=f"imports.apply.{batch_id}")


@job("imports.undo")
def undo(batch_id: int) -> None:
    """Take a batch back; nothing when that is done already."""
    from satupintu.registry.imports import undoing

    batch = staging.find(batch_id)
    if batch.word is BatchState.UNDOING:
        with staging.as_house(batch, "Menarik kembali") as by:
            undoing.undo(batch, by=by, key=f"imports.undo.{batch_id}.{batch.version}")


@every("50 19 * * *", "imports.discard")
def discard(timestamp: int) -> None:
    """At 2.50 in the capital: cancel the files that nobody saved within their time (the retention schedule says which)."""
    from satupintu.registry.imports import actions

    today = timezone.localdate(timezone=CAPITAL)
    with house("membuang berkas impor yang tidak disimpan", quietly=True) as by:
        before = privacy.months_before(today, RetentionRule.objects.months(Retained.IMPORT, today))
        for batch in Batch.objects.unsaved().filter(uploaded_at__date__lt=before).order_by("pk"):
            actions.cancel(batch, by=by, key=f"imports.discard:{batch.pk}")
