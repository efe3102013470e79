"""An attachment stands behind the wall of the row it belongs to; the original of a picture is sealed."""

from satupintu.lib.walls import Open, Wall, among_offices, cleared, in_scope, mine, through

WALLS = [
    Open("documents_counter", "the last number of each sequence: office, kind, year", "select, insert, update"),
    Wall(
        "documents_attachment",
        sees=f"({in_scope()} and ({cleared('clearance')} or {mine('appointment_id')})) or {among_offices('offices')}",
        writes=f"{in_scope()} or {among_offices('offices')}",
        # A file is never changed; only how far it reaches follows its row.
        grants="select, insert, update (village, offices, clearance)",
    ),
    Wall(
        "documents_content",
        sees=through("documents_content", "attachment_id", "documents_attachment"),
        grants="select, insert",
    ),
    Wall(
        "documents_original",
        sees=through("documents_original", "attachment_id", "documents_attachment"),
        grants="insert",
    ),
]
