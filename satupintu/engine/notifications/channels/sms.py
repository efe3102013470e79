"""SMS through a provider's gateway."""

from satupintu.engine.notifications.channels.gateway import Gateway


class Sms(Gateway):
    """Numbers are written as +62…, as they are kept."""
