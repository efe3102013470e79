"""The room as a Django app."""

from django.apps import AppConfig


class Imports(AppConfig):
    """Files in: a batch, its staged rows, what is wrong with each, and how they become people."""

    name = "satupintu.registry.imports"
    label = "imports"
