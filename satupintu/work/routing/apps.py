"""The room as a Django app."""

from django.apps import AppConfig


class Routing(AppConfig):
    """Rute: which office a matter usually goes to, as rules that an area keeps; the officer decides."""

    name = "satupintu.work.routing"
    label = "routing"
