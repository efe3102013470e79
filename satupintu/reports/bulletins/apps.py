"""The room as a Django app."""

from django.apps import AppConfig


class Bulletins(AppConfig):
    """Laporan: the sheets and lists that posts hand upwards, made from what was done."""

    name = "satupintu.reports.bulletins"
    label = "bulletins"
