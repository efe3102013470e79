"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Jobs(AppConfig):
    """Queue and clock on PostgreSQL."""

    name = "satupintu.engine.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Let every room bring its jobs (``jobs.py``), so that a worker knows them."""
        autodiscover_modules("jobs")
