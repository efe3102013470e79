"""The room as a Django app."""

from django.apps import AppConfig


class Notifications(AppConfig):
    """Notices to officers, and the outbox of messages by e-mail, SMS and WhatsApp."""

    name = "satupintu.engine.notifications"
    label = "notifications"

    def ready(self) -> None:
        """Let Django's checks look at the gateways."""
        from satupintu.engine.notifications import checks  # noqa: F401
