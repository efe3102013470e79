"""What has been done once, and the version that every shared row carries."""

from typing import Any

from django.db import models
from django.db.models.functions import Now


class Done(models.Model):
    """A used idempotency key with the answer of its first and only run. No personal data: a verb and a row's number."""

    key = models.CharField(max_length=64, primary_key=True)
    verb = models.CharField(max_length=60)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(db_default=Now())
    answer = models.JSONField(null=True)


class Versioned(models.Model):
    """A row that two people may hold open at once: each save makes a new version."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and count the version up if the row existed before."""
        if not self._state.adding:
            self.version += 1
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        super().save(*args, **kwargs)
