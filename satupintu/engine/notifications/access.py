"""A notice is its officer's own. A message is seen where its matter is; its envelope is opened by the house alone."""

from satupintu.lib.walls import (
    Wall,
    among_offices,
    cleared,
    in_operation,
    in_scope,
    mine,
    on_topic,
    through,
    unattended,
)

WALLS = [
    Wall(
        "notifications_notice",
        # Who is told what is written by the house; the officer marks it as read.
        sees=f"({mine('appointment_id')} and {cleared('clearance')}) or ({unattended()} and {in_scope()})",
        grants="select, insert, update (read_at, village, clearance), delete",
    ),
    Wall(
        "notifications_message",
        sees=f"({in_scope()} and {cleared('clearance')} and {on_topic()}) or {among_offices('offices')} or {in_operation()}",
    ),
    Wall(
        "notifications_envelope",
        sees=f"{unattended()} and {through('notifications_envelope', 'message_id', 'notifications_message')}",
        grants="select, insert, delete",
    ),
]

HOUSE_VERBS = frozenset({"message.send", "message.give_up"})
"""What only the house itself does: handing messages to a gateway."""
