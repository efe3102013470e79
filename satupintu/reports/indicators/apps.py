"""The room as a Django app."""

from django.apps import AppConfig


class Indicators(AppConfig):
    """How long things take and where they hang."""

    name = "satupintu.reports.indicators"
    label = "indicators"
