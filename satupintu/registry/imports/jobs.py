"""What workers do with files: check them, save them. Killed at any point, both are simply run again."""

from satupintu.engine.jobs import job
from satupintu.registry.imports import staging
from satupintu.registry.imports.words import BatchState


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
