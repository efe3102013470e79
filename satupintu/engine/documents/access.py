"""An attachment, and a letter, stand behind the wall of the row they belong to; the original of a picture is sealed."""

from pathlib import Path

from satupintu.lib.walls import (
    Open,
    Wall,
    among_offices,
    cleared,
    guest_of,
    handled,
    in_scope,
    mine,
    on_topic,
    own_office,
    through,
)


def _with_letter(table: str) -> Wall:
    """Written once, with its letter, and never changed."""
    return Wall(table, sees=through(table, "letter_id", "documents_letter"), grants="select, insert")


WALLS = [
    Open("documents_counter", "the last number of each sequence: office, kind, year", "select, insert, update"),
    Wall(
        "documents_attachment",
        sees=f"(({in_scope()} or {handled('handler')}) and {cleared('clearance')} and {on_topic()}) "
        f"or ({in_scope()} and {mine('appointment_id')}) or {among_offices('offices')} "
        f"or {guest_of('subject_type', 'subject_id')}",
        writes=f"{in_scope()} or {among_offices('offices')} or {handled('handler')} "
        f"or {guest_of('subject_type', 'subject_id')}",
        # A file is never changed; only how far it reaches follows its row.
        grants="select, insert, update (village, offices, clearance, topic, handler)",
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
    # A row is locked while its versions are counted, which needs the right to change one column.
    Open(
        "documents_lettertemplate", "texts of letters with placeholders, no person", "select, insert, update (made_at)"
    ),
    Open("documents_templateversion", "texts of letters with placeholders, no person", "select, insert, update"),
    Wall(
        "documents_letter",
        # The other end of a referral sees a letter when it is one; a draft is the writing office's own.
        sees=f"({in_scope()} and (({cleared('clearance')} and {on_topic()}) or {mine('drafter_id')})) "
        f"or ({among_offices('offices')} and not {own_office('office_id')} and issued_at is not null)",
        writes=in_scope(),
    ),
    _with_letter("documents_signature"),
    _with_letter("documents_letterreturn"),
    _with_letter("documents_letterrevocation"),
    _with_letter("documents_letterpaper"),
]

FUNCTIONS = [
    ("documents_verify(text)", (Path(__file__).parent / "sql" / "verify.sql").read_text(encoding="utf-8")),
]
