"""By the clock, as the house: messages leave the outbox, and what has served is thrown away.

The outbox is the engine's, but only access knows who the house is, so its jobs stand here.
"""

from datetime import UTC, datetime

from satupintu.engine.jobs import every
from satupintu.engine.notifications import outbox, sweeping
from satupintu.foundation.access.house import house


@every("* * * * *", "messages.deliver")
def deliver(timestamp: int) -> None:
    """Send what is due. Each message that is sent or given up leaves an event of its own that names the house."""
    outbox.deliver(lambda: house("mengirim pesan keluar", quietly=True))


@every("41 3 * * *", "notifications.forget")
def forget(timestamp: int) -> None:
    """Throw old notices and envelopes away."""
    with house("menghapus pemberitahuan lama"):
        sweeping.forget(datetime.fromtimestamp(timestamp, UTC))
