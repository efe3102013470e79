"""A complaint is seen in its area, and by the office that handles it, by whoever is cleared and appointed for its field;
and by its author. What belongs to it follows it."""

from pathlib import Path

from django.utils import timezone

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import (
    Wall,
    cleared,
    followed,
    handled,
    in_field,
    in_scope,
    mine,
    not_followed,
    own_office,
    through,
)
from satupintu.work.complaints import ways
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Elsewhere, Kind, Relation, Status


def _with_complaint(table: str, grants: str = "select, insert, update") -> Wall:
    return Wall(table, sees=through(table, "complaint_id", "complaints_complaint"), grants=grants)


OBJECTED_TO = f"""exists (
    select 1 from complaints_complaint later join complaints_complaint first on first.id = later.previous_id
    where later.id = complaints_story.complaint_id and {own_office("first.handler_office_id")})"""  # noqa: S608 - ours
"""The complaint is an objection to what the office one works in did: it sees that there is one, not what it says."""


def _for_officers(table: str, *, besides: str = "true") -> Wall:
    """What a citizen told is not read out again to whoever found the receipt."""
    seen = through(table, "complaint_id", "complaints_complaint")
    return Wall(table, sees=f"{seen} and {not_followed()} and {besides}", writes=seen)


WALLS = [
    Wall(
        "complaints_complaint",
        sees=f"(({in_scope()} or {handled('handler_office_id')}) and {cleared('clearance')} and {in_field('field')}) "
        f"or ({in_scope()} and {mine('author_id')}) or {followed()}",
        adds=f"{in_scope()} and ({mine('author_id')} or ({cleared('clearance')} and {in_field('field')}))",
    ),
    _for_officers("complaints_story", besides=f"not {OBJECTED_TO}"),
    _for_officers("complaints_reporter"),
    _with_complaint("complaints_check", "select, insert"),
    _with_complaint("complaints_recommendation", "select, insert"),
    _with_complaint("complaints_repair"),
    _with_complaint("complaints_decision", "select, insert"),
    _with_complaint("complaints_directservice"),
    _with_complaint("complaints_answer", "select, insert"),
    _with_complaint("complaints_closure", "select, insert"),
    _with_complaint("complaints_reopening", "select, insert"),
    _with_complaint("complaints_verdict", "select, insert"),
    _with_complaint("complaints_handover", "select, insert"),
    _with_complaint("complaints_assignment", "select, insert"),
    _with_complaint("complaints_comment", "select, insert"),
    _with_complaint("complaints_papercheck", "select, insert"),
    _with_complaint("complaints_pause"),
    _for_officers("complaints_escalation"),
]

SQL = Path(__file__).parent / "sql"
FUNCTIONS = [
    ("complaints_history(bigint)", (SQL / "history.sql").read_text(encoding="utf-8")),
    ("complaints_visits(bigint)", (SQL / "visits.sql").read_text(encoding="utf-8")),
    ("complaints_followed(text, text)", (SQL / "followed.sql").read_text(encoding="utf-8")),
    ("complaints_course()", (SQL / "course.sql").read_text(encoding="utf-8")),
]

HOUSE_VERBS = frozenset(
    f"complaint.{verb}"
    for verb in (
        *("return_referral", "receive_answer", "withdraw_referral", "keep_time", "hand_up"),
        *("take_over", "return_transfer", "withdraw_transfer"),
    )
)
"""What only the house itself does: when a letter or an offer is answered or taken back, and by the clock."""


@condition("complaint.answer_question")
def answers_a_question(by: Appointment, complaint: Complaint) -> bool:
    """A question is answered by the office that took it in, or by the one that handles it."""
    return complaint.kind == Kind.QUESTION and answers_for(by, complaint)


@condition("complaint.choose_service")
def knows_what_is_asked(by: Appointment, complaint: Complaint) -> bool:
    """Whoever speaks with the citizen says which service is asked for."""
    return answers_for(by, complaint)


@condition("complaint.check_papers")
def sees_the_papers(by: Appointment, complaint: Complaint) -> bool:
    """Whoever speaks with the citizen sees the papers, once it is known for what."""
    return complaint.service_id is not None and answers_for(by, complaint)


@condition("complaint.hand_over")
def has_more_places(by: Appointment, complaint: Complaint) -> bool:
    """Whoever speaks with the citizen hands over, and each place gets it once."""
    return answers_for(by, complaint) and len(complaint.handovers.all()) < len(Elsewhere)


@condition("complaint.escalate")
def has_an_office_above(by: Appointment, complaint: Complaint) -> bool:
    """Only the office that handles it passes it on, and only while there is somebody above."""
    return handles(by, complaint) and bool(ways.offices_up(complaint, timezone.localdate()))


@condition("complaint.check", "complaint.recommend", "complaint.repair", "complaint.transfer")
def has_it_in_hand(by: Appointment, complaint: Complaint) -> bool:
    """The office that handles it, once somebody there has taken it."""
    return handles(by, complaint) and not complaint.untaken


@condition("complaint.settle", "complaint.refer", "complaint.refuse", "complaint.finish_service")
def handles(by: Appointment, complaint: Complaint) -> bool:
    """Only the office that handles a complaint decides about it and serves it."""
    return by.office_id == complaint.handler_office_id


def oversees(by: Appointment, complaint: Complaint) -> bool:
    """Whoever is appointed for a wider area that the office which handles it lies in: kecamatan, kabupaten."""
    place, (start, end) = complaint.handler_office.area_id, by.span
    return place is not None and place != by.area_id and start <= place < end


@condition("complaint.return_for_repair")
def returns(by: Appointment, complaint: Complaint) -> bool:
    """The office that handles it and whoever oversees that office; of an answer only what was served here."""
    at_hand = complaint.status != Status.ANSWERED or complaint.service_at_hand is not None
    return (handles(by, complaint) or oversees(by, complaint)) and at_hand


@condition("complaint.tell", "complaint.close", "complaint.reopen", "complaint.pause", "complaint.resume")
def answers_for(by: Appointment, complaint: Complaint) -> bool:
    """The office that took it in, or the one that handles it, speaks with the citizen and ends it."""
    return by.office_id in {complaint.intake_office_id, complaint.handler_office_id}


@condition("complaint.take")
def takes(by: Appointment, complaint: Complaint) -> bool:
    """Whoever works where it waits, as long as nobody has looked it through."""
    return complaint.untaken and by.office_id == complaint.waits_at_id


@condition("complaint.classify")
def not_objected_to(by: Appointment, complaint: Complaint) -> bool:
    """An office does not touch an objection to what it did itself. What was objected to may lie behind a wall by now."""
    first = Complaint.objects.filter(appeals=complaint.pk, handler_office_id=by.office_id)
    return complaint.previous_id is None or not first.exists()


@condition("complaint.acknowledge")
def was_asked(by: Appointment, complaint: Complaint) -> bool:
    """Only an office that an overdue complaint was brought before says what it does about it, once."""
    return any(one.office_id == by.office_id and one.acknowledged_at is None for one in complaint.escalations.all())


@condition("complaint.change_contact")
def reaches(by: Appointment, complaint: Complaint) -> bool:
    """Whoever speaks with the citizen; a reporter who wants no name has no telephone here either."""
    return answers_for(by, complaint) and complaint.reporter.relation != Relation.ANONYMOUS
