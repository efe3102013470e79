"""What an officer takes down when a complaint comes in, and the code by which a citizen may ask for it later."""

import re
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from satupintu.foundation.offices.words import ServiceField
from satupintu.lib import printed_codes
from satupintu.lib.codelists.programmes import Programme
from satupintu.registry.people.models import Household, Person
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints.words import Channel, Kind, Nature, Relation, SafeContact, Sensitivity, Urgency
from satupintu.work.routing.words import Schooling


@dataclass(frozen=True)
class Intake:
    """A complaint as it was told. ``village_id`` is where the person concerned lives, as far as anybody knows."""

    village_id: int
    channel: Channel
    kind: Kind
    nature: Nature
    field: ServiceField
    text: str
    wish: str = ""
    urgency: Urgency = Urgency.ORDINARY
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    person: Person | None = None
    household: Household | None = None
    about: str = ""
    service: Service | None = None
    schooling: Schooling | None = None
    programme: Programme | None = None
    group_size: int | None = None
    relation: Relation = Relation.SELF
    reporter_name: str = ""
    reporter_phone: str = ""
    reporter_nik: str = ""
    contact: SafeContact = SafeContact.ANY


def follow_up_code(number: str) -> str:
    """The citizen's code for a complaint: 80 bits as four groups of four letters and digits, e.g. ``K3QF-…``.

    It follows from the number and the house's secret, so a receipt can be printed again; the table keeps only its
    fingerprint.
    """
    digest = salted_hmac("complaints.follow-up", number, algorithm="sha256").digest()
    return printed_codes.grouped(printed_codes.of(digest))


def plain_number(typed: str) -> str:
    """A number as it is kept, however a person typed it: small letters, blanks for dashes."""
    return "-".join(re.findall(r"[A-Z0-9]+", typed.upper()))
