"""The room as a Django app."""

from django.apps import AppConfig


class Transfers(AppConfig):
    """Pelimpahan: a matter becomes another office's own, once that office has accepted."""

    name = "satupintu.work.transfers"
    label = "transfers"
