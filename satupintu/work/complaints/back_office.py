"""Whether somebody prepares the decisions of an office: its back officers in force, field by field."""

from datetime import date

from satupintu.foundation.access.roles import clearance_of, roles_with
from satupintu.foundation.offices.in_force import staff
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind

BACK_OFFICERS = roles_with("complaint.check")
"""The roles of back officers."""


def is_prepared(kind: str, office_id: int, field: str, clearance: int, today: date) -> bool:
    """Whether a back officer of that office, in force today, works on the field and is cleared for the matter. One query.

    A question is not: it needs an answer, and nobody's papers.
    """
    return kind != Kind.QUESTION and any(
        (not fields or field in fields) and clearance_of(role) >= clearance
        for fields, role in staff(office_id, BACK_OFFICERS, today)
    )


def prepared_fields(office_id: int, today: date) -> set[str]:
    """The service fields that some back officer of that office works on today. One query."""
    return {
        field
        for fields, _role in staff(office_id, BACK_OFFICERS, today)
        for field in (fields or map(str, ServiceField.codes()))
    }
