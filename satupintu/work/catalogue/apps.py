"""The room as a Django app."""

from django.apps import AppConfig


class Catalogue(AppConfig):
    """Layanan: what a post offers, and what a citizen brings for it."""

    name = "satupintu.work.catalogue"
    label = "services"  # the tables keep the name that they were made with
