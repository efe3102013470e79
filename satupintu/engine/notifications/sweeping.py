"""What is thrown away: notices that were read long ago, and envelopes of messages that nobody sent after all."""

from datetime import datetime, timedelta

from satupintu.engine.notifications.models import Envelope, Notice
from satupintu.engine.notifications.words import MessageState

READ_FOR, KEPT_FOR = timedelta(days=90), timedelta(days=365)
"""How long a notice is kept after it was read, and at all."""
ENVELOPE_FOR = timedelta(days=30)
"""How long a message that was given up can be sent after all: then the address is thrown away."""


def forget(now: datetime) -> int:
    """Throw away what is too old at ``now``; answers how many rows. Called by the house."""
    read, _kinds = Notice.objects.filter(read_at__lt=now - READ_FOR).delete()
    old, _kinds = Notice.objects.filter(at__lt=now - KEPT_FOR).delete()
    given_up = {"message__state": MessageState.GIVEN_UP, "message__queued_at__lt": now - ENVELOPE_FOR}
    envelopes, _kinds = Envelope.objects.filter(**given_up).delete()
    return read + old + envelopes
