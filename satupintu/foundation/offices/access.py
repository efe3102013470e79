"""Offices, accounts and appointments are the staff directory: open to staff, changed only inside one's own area."""

from satupintu.lib.walls import Open

WALLS = [
    Open("offices_office", "institutions and their public contacts", "select, insert, update"),
    Open("offices_account", "staff, read before anybody is known; changed by account.* only", "select, insert, update"),
    Open("offices_appointment", "who is appointed to what; needed to enter a scope", "select, insert, update"),
    Open("offices_officeclosure", "days on which an office is closed", "select, insert, update, delete"),
    Open("offices_invitation", "digests of printed codes, read before anybody is known", "select, insert, update"),
    Open(
        "offices_signinattempt",
        "counters of sign-in, before anybody is known; rows live minutes",
        "select, insert, delete",
    ),
]

HOUSE_VERBS = frozenset({"account.redeem"})
"""What only the house itself does: nobody is signed in while they make their password."""
