"""The room as a Django app."""

from django.apps import AppConfig


class Offices(AppConfig):
    """Offices, the people who work in them, and the letters that appoint them."""

    name = "satupintu.foundation.offices"
    label = "offices"

    def ready(self) -> None:
        """Say how the head of an office's letters reads."""
        from satupintu.engine.documents.letters.heads import read_heads
        from satupintu.foundation.offices.heads import head_of_office

        read_heads(head_of_office)
