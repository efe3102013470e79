"""The cast as a Django app: it stands above every floor, because it knows them all."""

from django.apps import AppConfig


class Cast(AppConfig):
    """The one cast: shown in the demo, used by the tests, the documents and the pictures."""

    name = "satupintu.cast"
    label = "cast"
