"""The room as a Django app."""

from django.apps import AppConfig


class Documents(AppConfig):
    """Numbers, attachments and what is printed."""

    name = "satupintu.engine.documents"
    label = "documents"
