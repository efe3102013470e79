"""The room as a Django app."""

from django.apps import AppConfig


class Quality(AppConfig):
    """Mutu data: what is wrong or missing in the register, village by village, and what to do about it."""

    name = "satupintu.reports.quality"
    label = "quality"
