"""The accounts that the demo offers for signing in: the named cast, each with the one password."""

from django.utils.functional import lazy

from satupintu.cast.officers import OFFICERS, OFFICES, PASSWORD
from satupintu.foundation.offices.words import Role

__all__ = ["DEMO_ACCOUNTS", "PASSWORD"]


def _roles(username: str) -> str:
    return " + ".join(Role(officer.role).label for officer in OFFICERS if officer.username == username)


_in_the_readers_language = lazy(_roles, str)
_places = {office.code: office.name for office in OFFICES}

DEMO_ACCOUNTS = [
    (
        username,
        _in_the_readers_language(username),
        " + ".join(_places[o.office] for o in OFFICERS if o.username == username),
    )
    for username in dict.fromkeys(officer.username for officer in OFFICERS)
]
"""(username, role, place) of everybody one may be in the demo; a person with two appointments stands once."""
