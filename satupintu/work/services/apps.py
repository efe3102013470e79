"""The room as a Django app."""

from django.apps import AppConfig


class Services(AppConfig):
    """Layanan: what a post offers, and what a citizen brings for it."""

    name = "satupintu.work.services"
    label = "services"
