"""The room as a Django app."""

from django.apps import AppConfig


class Sorting(AppConfig):
    """Sortir data: the people of an area in tables, and tables or lists handed over to another office."""

    name = "satupintu.reports.sorting"
    label = "sorting"
