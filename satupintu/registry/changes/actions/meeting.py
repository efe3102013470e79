"""The village meeting: opened, attended, decided row by row, proven by papers, closed."""

from collections.abc import Mapping
from datetime import date, time

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes import rules
from satupintu.registry.changes.models import Attendance, ChangeRequest, Decision, Session
from satupintu.registry.changes.words import Found, Group, Missing, MoveKind, Status

LACKING = {
    "minutes": noop("unggah berita acara"),
    "attendance": noop("unggah daftar hadir"),
    "present": noop("isi jumlah yang hadir"),
    "rows": noop("putuskan sedikitnya satu usulan"),
}
"""What a meeting may lack, as an officer is told to do it."""


@action("musdes.open")
def open_session(
    *,
    by: Appointment,
    village: int,
    held_on: date,
    place: str,
    leader: str,
    leader_position: str,
    starts: time | None = None,
    ends: time | None = None,
    explained: bool = False,
    indicators: str = "",
) -> Session:
    """Open the record of a meeting. Raises Refused outside the own area."""
    if not by.span[0] <= village < by.span[1]:
        raise Refused("Desa ini di luar wilayah penugasan Anda.")
    made: Session = Session.objects.create(
        village_id=village,
        held_on=held_on,
        starts=starts,
        ends=ends,
        place=place,
        leader=leader,
        leader_position=leader_position,
        explained=explained,
        indicators=indicators,
        office=by.office,
        by=by,
        by_label=by.label,
    )
    record("musdes.opened", made, by=by)
    return made


def _must_be_open(session: Session) -> None:
    if session.closed_at is not None:
        raise WrongState(_("Musdes ini sudah ditutup; keputusannya tidak berubah lagi."))


@action("musdes.attend")
def attend(session: Session, *, by: Appointment, came: Mapping[Group, tuple[int, int, int]]) -> int:
    """Write down who was invited and who came, group by group: (invited, men, women). Answers how many came."""
    _must_be_open(session)
    for group, (invited, men, women) in came.items():
        counts = {"invited": invited, "men": men, "women": women}
        Attendance.objects.update_or_create(
            session=session, group=group, defaults=counts | {"village_id": session.village_id}
        )
    record("musdes.attended", session, by=by, present=session.present)
    return session.present


@action("musdes.decide")
def decide(
    session: Session,
    *,
    by: Appointment,
    request: ChangeRequest,
    found: Found,
    able: bool | None = None,
    missing: Missing | None = None,
    note: str = "",
) -> Decision:
    """Write down what the meeting decided about one proposal; it may be decided otherwise until the meeting is closed.

    Raises WrongState when the proposal does not wait for a meeting, or lies in another village.
    """
    _must_be_open(session)
    request.must_allow(MoveKind.AGREED)
    if request.village_id != session.village_id:
        raise WrongState(_("Usulan ini bukan dari desa tempat musdes."))
    able = able if found in {Found.FOUND, Found.NEW} else None
    outcome = rules.musdes_outcome(found, able)
    said = {
        "found": found,
        "able": able,
        "missing": (missing or Missing.UNKNOWN) if found is Found.MISSING else "",
        "outcome": outcome,
        "note": note,
        "village_id": session.village_id,
        "clearance": request.clearance,
    }
    decision, _made = Decision.objects.update_or_create(session=session, request=request, defaults=said)
    record("change.discussed", request, by=by, found=found, goes_on=outcome == rules.SUBMITTED)
    record("musdes.decided", session, by=by, found=found)
    return decision


@action("musdes.enclose")
def enclose(
    session: Session, *, by: Appointment, minutes: Inspected | None = None, attendance_list: Inspected | None = None
) -> Session:
    """Upload the minutes (berita acara) and the signed attendance list; a newer one takes the place of the older."""
    _must_be_open(session)
    if minutes is not None:
        session.minutes = attach(session, minutes, by=by)
    if attendance_list is not None:
        session.attendance_list = attach(session, attendance_list, by=by)
    session.save()
    record("musdes.enclosed", session, by=by, minutes=minutes is not None, attendance=attendance_list is not None)
    return session


@action("musdes.close")
def close_session(session: Session, *, by: Appointment) -> Session:
    """Close the meeting: now its decisions count. Raises WrongState while papers, attendance or decisions are missing."""
    _must_be_open(session)
    lacks = session.lacks()
    if lacks:
        what = ", ".join(_(LACKING[one]) for one in lacks)
        sentence = _("Musdes belum dapat ditutup: %(what)s.") % {"what": what}
        raise WrongState(sentence)
    session.closed_at, session.closed_label = timezone.now(), by.label
    session.save()
    agreed = dropped = 0
    for decision in session.decisions.select_related("request").order_by("pk"):
        request = ChangeRequest.objects.select_for_update(of=("self",)).get(pk=decision.request_id)
        if request.status_word is not Status.PROPOSED:
            continue  # withdrawn or returned since it was discussed
        move = rules.move_of(decision.outcome)
        request.able = decision.able
        request.do(move, by=by, text=decision.note)
        agreed, dropped = agreed + (move is MoveKind.AGREED), dropped + (move is MoveKind.DROPPED)
        record(f"change.{move.value}", request, by=by, found=decision.found_word)
    record("musdes.closed", session, by=by, agreed=agreed, dropped=dropped)
    return session


__all__ = ["attend", "close_session", "decide", "enclose", "open_session"]
