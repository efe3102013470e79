"""The room as a Django app."""

from django.apps import AppConfig


class Daybook(AppConfig):
    """Buku harian: what a post does in a day, and whom its people visit."""

    name = "satupintu.work.daybook"
    label = "daybook"
