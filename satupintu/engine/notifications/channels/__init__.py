"""The ways out of the house. Each takes a parcel and answers with a receipt, or says what went wrong.

A way out exists where it is configured (``config/outgoing.py``); a demonstration writes into a file instead.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.signals import setting_changed

from satupintu.engine.notifications.channels.email import Email
from satupintu.engine.notifications.channels.parcel import Channel, Parcel, Receipt, Undelivered
from satupintu.engine.notifications.channels.sink import Sink
from satupintu.engine.notifications.channels.sms import Sms
from satupintu.engine.notifications.channels.whatsapp import Whatsapp
from satupintu.engine.notifications.words import Medium

__all__ = ["Channel", "Parcel", "Receipt", "Undelivered", "channel_of"]


@lru_cache
def channel_of(medium: Medium) -> Channel | None:
    """The way out by a medium: what is configured, else the file of a demonstration, else none."""
    if medium is Medium.EMAIL and settings.MESSAGE_MAIL:
        return Email(**settings.MESSAGE_MAIL)
    gateway = settings.MESSAGE_GATEWAYS.get(medium.value)
    if gateway:
        return Sms(**gateway) if medium is Medium.SMS else Whatsapp(**gateway)
    return Sink(Path(settings.MESSAGE_SINK)) if settings.MESSAGE_SINK else None


def _forget(*, setting: str, **_rest: object) -> None:
    """Settings that a test changes count at once."""
    if setting.startswith("MESSAGE_"):
        channel_of.cache_clear()


setting_changed.connect(_forget)
