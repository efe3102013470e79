"""The room as a Django app."""

from django.apps import AppConfig


class Areas(AppConfig):
    """Where we are: province to village, codes and their history."""

    name = "satupintu.foundation.areas"
    label = "areas"
