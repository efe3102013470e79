"""The Django app of the HTML kit."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Register the kit's templates, tags and static files."""

    name = "satupintu.engine.ui"
    label = "ui"
