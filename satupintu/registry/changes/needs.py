"""A kind of PPKS as a proposal freezes it: what the register says of it, and what is to be written down."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from satupintu.foundation.offices.models import Office
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Kind
from satupintu.registry.people import rules as people
from satupintu.registry.people.actions import Kind as Need
from satupintu.registry.people.models import Household, Person, Ppks
from satupintu.registry.people.words import PpksBasis

ADDED = ("ppks", "ppks_since", "ppks_basis", "ppks_evidence", "ppks_office")
ENDED = (*ADDED, "ppks_until", "ppks_because")
"""The fields that a proposal of each freezes."""
NOT_DISCUSSED = _("Jenis PPKS ini tidak dibahas dalam musdes. Pilih SPTJM sebagai dasar.")


def of(row: Ppks | None) -> dict[str, Any]:
    """What the register says of one kind, as JSON holds it; all empty where it is not recorded."""
    if row is None:
        return dict.fromkeys(ENDED, "")
    return {
        "ppks": [row.system, row.version, row.code],
        "ppks_since": row.since.isoformat(),
        "ppks_basis": row.basis,
        "ppks_evidence": row.evidence,
        "ppks_office": row.office.name if row.office else "",
        "ppks_until": row.until.isoformat() if row.until else "",
        "ppks_because": row.ended_because,
    }


def standing(subject: Person | Household | None, key: Any) -> Ppks | None:
    """The row by which somebody is of that kind now, if the reader may know of it."""
    if subject is None or not key:
        return None
    rows = Ppks.objects.now().of(subject)
    found: Ppks | None = rows.filter(system=key[0], version=key[1], code=key[2]).first()
    return found


def row_of(request: ChangeRequest) -> Ppks | None:
    """The row that a proposal is about: the one that is to end, or the one that already says what is to be added."""
    if request.kind_word is Kind.PPKS_ENDED:
        named: Ppks | None = Ppks.objects.select_related("office").filter(pk=request.details["ppks"]).first()
        return named
    return standing(request.person or request.household, request.after["ppks"])


def now(request: ChangeRequest) -> dict[str, Any]:
    """What the register says today of the fields that a proposal froze."""
    said = of(row_of(request))
    return {field: said[field] for field in request.before}


def need_of(request: ChangeRequest) -> Need:
    """What is to be written down, as the action of people takes it."""
    said = request.after
    office = Office.objects.filter(pk=request.details.get("office") or 0).first()
    return Need(
        said["ppks"][2],
        date.fromisoformat(said["ppks_since"]),
        PpksBasis(said["ppks_basis"]),
        said["ppks_evidence"],
        office,
    )


def clearance(after: Mapping[str, Any]) -> int:
    """How sensitive a proposal is for the kind that it names; 0 where it names none."""
    return people.ppks_clearance(after["ppks"][2]) if after.get("ppks") else 0
