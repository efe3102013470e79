"""WhatsApp through a provider's gateway, or the platform's own."""

from satupintu.engine.notifications.channels.gateway import Gateway


class Whatsapp(Gateway):
    """The platform writes numbers without the plus."""

    def number(self, address: str) -> str:
        """62… instead of +62…"""
        return address.removeprefix("+")
