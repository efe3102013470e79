"""The model: who may see what, said a second time in plain Python and without the code under test."""

from dataclasses import dataclass

from satupintu.foundation.offices.words import Role
from tests.walls.world import Record

BLIND = {
    Role.RESPONDER,
    Role.AGENCY_HANDLER,
    Role.PROVINCE_HANDLER,
    Role.PROVINCE_VIEWER,
    Role.NATIONAL_VIEWER,
    Role.AUDITOR,
    Role.ADMINISTRATOR,
}
"""Roles that see no persons."""
WATCHERS = {Role.SUPERVISOR, Role.HEAD}
"""Who watches over work and is never told how to reach a citizen."""
HANDLERS = {Role.AGENCY_HANDLER, Role.PROVINCE_HANDLER}
"""Of these, who sees what their own office handles."""
CLEARANCE = {
    **dict.fromkeys((Role.COORDINATOR, Role.SUPERVISOR, Role.TKSK, Role.DISTRICT_BACK), 1),
    **dict.fromkeys((Role.MANAGER, Role.HEAD, Role.SOCIAL_WORKER, *HANDLERS), 2),
}
COMPLAINT_FIELD, LETTER_FIELD = "civil_registration", "health"
"""Of every complaint and every letter of the world; an offer has its complaint's."""
OVERSEERS = {Role.COORDINATOR, Role.SUPERVISOR, Role.TKSK, Role.MANAGER}
"""Who sees what those have on their hands who do the work of the village, in the own area."""
STAFF_KEEPERS = {Role.MANAGER, Role.ADMINISTRATOR}
SECOND_PERSONS = {Role.MANAGER, Role.HEAD}
"""Who lets many rows leave as a file, and looks after what left."""
OPERATORS = {Role.ADMINISTRATOR}
TRAIL_READERS = {Role.AUDITOR}


@dataclass(frozen=True)
class Standing:
    """What the model knows of somebody: role, area, office and appointment; nothing of it counts unless in force."""

    role: Role | None
    area: int | None
    office: int
    appointment: int
    in_force: bool = True
    fields: tuple[str, ...] = ()
    """Service fields of the appointment; none named means all."""
    follows: str = ""
    """The place of the one ordinary complaint whose code they hold."""
    answers: str = ""
    """The place of the one ordinary letter whose code they hold."""

    def reaches(self, village: int) -> bool:
        """Whether the place lies in the own area."""
        if self.area is None:
            return True
        size = next((size for size in (10**8, 10**6, 10**4) if self.area % size == 0), 1)
        return self.area <= village < self.area + size

    def shares_kabupaten(self, village: int) -> bool:
        """Whether the own area lies in the kabupaten of that place."""
        return self.area is not None and self.area // 10**6 == village // 10**6

    def works_on(self, field: str) -> bool:
        """Whether the appointment is for that service field."""
        return not self.fields or field in self.fields

    def _looks_after(self, record: Record) -> bool:
        """Whether a file that leaves the place of a record is theirs to let go, or their own."""
        return (self.role in SECOND_PERSONS and self.reaches(record.village)) or record.author == self.appointment

    def sees(self, kind: str, record: Record) -> bool:
        """Whether a fact of this kind about the record exists for them."""
        if self.follows and record.label == f"{self.follows}/0":
            return kind in {"number", "told"}
        if self.answers and record.label == f"{self.answers}/0":
            return kind in {"letter", "letter_number"}
        if not self.in_force or self.role is None:
            return False
        if kind in {"export", "export_number"}:
            return self._looks_after(record)
        near = self.role not in BLIND and self.reaches(record.village)
        cleared = record.clearance <= CLEARANCE.get(self.role, 0)
        handles = self.office == record.handler and (self.role not in BLIND or self.role in HANDLERS)
        mine = record.author == self.appointment
        complaint = ((near or handles) and cleared and self.works_on(COMPLAINT_FIELD)) or (near and mine)
        sender, receiver = record.ends
        sent = (self.office == sender or near) and cleared
        letter = self.office == receiver or mine or (sent and self.works_on(LETTER_FIELD))
        ends = self.office in record.offer_ends
        offer = ((near or ends) and cleared and self.works_on(COMPLAINT_FIELD)) or mine
        handed = near or self.office in record.handed_ends
        trail = self.role in TRAIL_READERS and self.reaches(record.village)
        return {
            "person": near,
            "meeting": near,
            "resource": self.role not in BLIND and (near or self.shares_kabupaten(record.village)),
            "decree": near,
            "request": near,
            "breach": near or trail,
            "request_number": near or trail,
            "change": near and cleared,
            "change_number": (near and cleared) or trail,
            "ppks": near and cleared,
            "contact": near and self.role not in WATCHERS,
            "complaint": complaint,
            "told": complaint,
            "outreach": near and ((cleared and self.works_on(COMPLAINT_FIELD)) or mine),
            "letter": letter,
            "offer": offer,
            "offer_number": offer or trail,
            "handed": handed,
            "handed_number": handed or trail,
            "number": complaint or letter or offer or trail,
            "letter_number": complaint or letter or trail,
            "notice": self.appointment == record.keys["told"],
            "message": (near and cleared) or (self.role in OPERATORS and self.reaches(record.village)),
            "address": False,
            "hand": self.role in OVERSEERS and self.reaches(record.village),
            "staff": self.role in STAFF_KEEPERS and self.reaches(record.village),
        }[kind]
