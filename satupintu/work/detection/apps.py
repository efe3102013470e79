"""The room as a Django app."""

from django.apps import AppConfig


class Detection(AppConfig):
    """Deteksi dini: signs that are looked for every night, and whom somebody shall visit because of one."""

    name = "satupintu.work.detection"
    label = "detection"
