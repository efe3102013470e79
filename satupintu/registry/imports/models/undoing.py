"""What a saved batch did, kept so that it can be taken back: whom its rows became, and how things stood before."""

from typing import Any, ClassVar

from django.db import models

from satupintu.registry.imports.models.batch import Batch


class AppliedRow(models.Model):
    """Whom a row became: the person with the version that saving left, the household and card that it put them into.

    ``touched``: whether saving wrote anything about the person. Of one who stood in the register just so it wrote nothing,
    kept nothing, and takes nothing back.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="applied")
    area = models.BigIntegerField()
    person_id = models.BigIntegerField()
    was_new = models.BooleanField()
    person_version = models.IntegerField()
    touched = models.BooleanField(default=True)
    household_id = models.BigIntegerField(null=True)
    household_was_new = models.BooleanField()
    card_id = models.BigIntegerField(null=True)
    card_was_new = models.BooleanField()

    PERSONAL: ClassVar[set[str]] = {"person_id", "household_id", "card_id"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "batch", "area", "was_new", "person_version", "touched", "household_was_new", "card_was_new"),
    }

    def __str__(self) -> str:
        return f"IMP-{self.batch_id}/O-{self.person_id}"


class FormerRow(models.Model):
    """How a row of the register stood before a batch changed it: its table, its number, all its columns."""

    batch = models.ForeignKey(Batch, models.CASCADE, db_index=False, related_name="former")
    area = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    row_id = models.BigIntegerField()
    was = models.JSONField()

    PERSONAL: ClassVar[set[str]] = {"was"}
    OTHERS: ClassVar[set[str]] = {"was"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "batch", "area", "kind", "row_id"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "kind", "row_id"], name="former_row_once")]

    def __str__(self) -> str:
        return f"IMP-{self.batch_id}/{self.kind}/{self.row_id}"

    objects: ClassVar[Any] = models.Manager()
