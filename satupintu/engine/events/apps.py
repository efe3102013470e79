"""The room as a Django app."""

from django.apps import AppConfig


class Events(AppConfig):
    """The append-only record: timeline, audit, listeners, cursor."""

    name = "satupintu.engine.events"
    label = "events"
