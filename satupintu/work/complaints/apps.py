"""The room as a Django app."""

from django.apps import AppConfig


class Complaints(AppConfig):
    """Keluhan and direct service. The model room: read it first."""

    name = "satupintu.work.complaints"
    label = "complaints"
