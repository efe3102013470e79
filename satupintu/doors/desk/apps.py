"""The door as a Django app."""

from django.apps import AppConfig


class Desk(AppConfig):
    """The officers' web."""

    name = "satupintu.doors.desk"
    label = "desk"
