"""Rows that one office writes to another about a matter: a letter, an offer. The questions that all of them are asked."""

from typing import Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model, covariant=True)


class TwoEndedQuerySet(models.QuerySet[Row]):
    """Questions about rows with ``from_office`` and ``to_office``, which one matter (``origin_type``, ``origin_id``) gave
    rise to."""

    def received_by(self, office_id: int) -> Self:
        """Those to an office."""
        return self.filter(to_office_id=office_id)

    def sent_by(self, office_id: int) -> Self:
        """Those from an office."""
        return self.filter(from_office_id=office_id)

    def about(self, origin_type: str, origin_id: int) -> Self:
        """Those of one matter, oldest first."""
        return self.filter(origin_type=origin_type, origin_id=origin_id).order_by("pk")

    def with_ends(self) -> Self:
        """With both offices read in one query."""
        return self.select_related("from_office", "to_office")
