"""The room as a Django app."""

from django.apps import AppConfig


class People(AppConfig):
    """Whom we know: persons, households, family cards, memberships of lists, consent."""

    name = "satupintu.registry.people"
    label = "people"
