"""The room as a Django app."""

from django.apps import AppConfig


class Matching(AppConfig):
    """Duplicates: who may be the same person, who decided, and merging that can be undone."""

    name = "satupintu.registry.matching"
    label = "matching"
