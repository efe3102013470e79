"""Whoever sees a row sees what happened to it; an auditor sees that it happened; nobody changes it."""

from satupintu.lib.walls import (
    Open,
    Wall,
    among_offices,
    cleared,
    guest_of,
    handled,
    in_audit,
    in_scope,
    mine,
    on_topic,
)

WALLS: list[Wall | Open] = [
    Wall(
        "events_event",
        sees=(
            f"(({in_scope()} or {handled('handler')}) and {cleared('clearance')} and {on_topic()}) "
            f"or {among_offices('offices')} "
            f"or {in_audit()} or {mine('appointment_id')} or {guest_of('subject_type', 'subject_id')}"
        ),
        # An event is written in nobody else's name.
        writes="appointment_id is not distinct from (select nullif(current_setting('app.appointment', true), '')::bigint)",
        grants="select, insert",
    ),
    Open(
        "events_shown", "numbers of rows and of the readings that showed them; the reading is walled", "select, insert"
    ),
]
