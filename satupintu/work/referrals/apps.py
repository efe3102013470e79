"""The room as a Django app."""

from django.apps import AppConfig


class Referrals(AppConfig):
    """Rujukan: the only bridge between rooms and between institutions."""

    name = "satupintu.work.referrals"
    label = "referrals"
