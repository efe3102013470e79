"""The room as a Django app."""

from django.apps import AppConfig


class Rosters(AppConfig):
    """Who came onto an external list, who fell off it, who moved a desil."""

    name = "satupintu.reports.rosters"
    label = "rosters"
