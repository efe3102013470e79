"""The room as a Django app."""

from django.apps import AppConfig


class Editions(AppConfig):
    """Terbitan angka: the numbers of a closed month, veiled once and never changed."""

    name = "satupintu.reports.editions"
    label = "editions"
