"""Who may change offices, accounts and appointments: only inside one's own area, and never one's own rights. And who may
put a name to a letter.

The conditions stand here and not beside the tables, because the rooms below know no roles. Access keeps no table.
"""

from typing import Any

from django.utils import timezone

from satupintu.engine.documents.models import Letter, LetterTemplate, TemplateVersion
from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.access.roles import APPOINTED_BY, DUTIES
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Account, Appointment, Office, OfficeClosure
from satupintu.foundation.offices.words import Role
from satupintu.lib.walls import Open, Wall

WALLS: list[Wall | Open] = []


def holds(by: Any, area: Area | None) -> bool:
    """Whether the area lies inside the one that ``by`` is appointed for; the whole country only inside itself."""
    start, end = by.span
    if area is None:
        return bool(by.area_id is None)
    return bool(start <= area.span_start and area.span_end <= end)


def appoints(by: Any, role: str) -> bool:
    """Whether ``by`` may appoint somebody to that role at all."""
    return Role(role) in APPOINTED_BY.get(Role(by.role), frozenset())


def fits(role: str, area: Area | None) -> bool:
    """Whether the role exists at the level of that area: no coordinator of a province."""
    return (area.level if area else 0) >= DUTIES[Role(role)].level


@condition("account.create")
def may_create(by: Any, account: Account) -> bool:
    """In one's own area."""
    return holds(by, account.area)


@condition("account.change", "account.deactivate", "account.activate", "account.invite")
def may_administer(by: Any, account: Account) -> bool:
    """Another person of one's own area, none of whose appointments lies above or beside one's own reach.

    Whoever can reset a password can become that person, so an account is only administered by who could appoint it to
    everything that it already is.
    """
    if account.pk == by.account_id or not holds(by, account.area):
        return False
    held = Appointment.objects.filter(account=account).not_over(timezone.localdate()).select_related("area")
    return all(appoints(by, one.role) and holds(by, one.area) for one in held)


@condition("appointment.create")
def may_appoint(by: Any, appointment: Appointment) -> bool:
    """To a role one may give, at a level where it exists, in an area and an office of one's own; never oneself."""
    return (
        appointment.account_id != by.account_id
        and appoints(by, appointment.role)
        and fits(appointment.role, appointment.area)
        and holds(by, appointment.area)
        and holds(by, appointment.office.area)
        and holds(by, appointment.account.area)
    )


@condition("appointment.end")
def may_end(by: Any, appointment: Appointment) -> bool:
    """One that could be given by the same person; never one's own."""
    return appointment.account_id != by.account_id and appoints(by, appointment.role) and holds(by, appointment.area)


@condition("office.create", "office.change", "office.close")
def may_keep_office(by: Any, office: Office) -> bool:
    """An office inside one's own area; an office of the whole country from there only."""
    return holds(by, office.area)


@condition("calendar.change")
def may_keep_calendar(by: Any, closure: OfficeClosure) -> bool:
    """Days off of one's own area and the offices in it."""
    return holds(by, closure.office.area if closure.office else closure.area)


@condition("letter.change")
def writes(by: Any, letter: Letter) -> bool:
    """The office that drafted it."""
    return bool(by.office_id == letter.office_id)


@condition("letter.initial")
def initials(by: Any, letter: Letter) -> bool:
    """The role that the template names, of the same office or the same place."""
    return _near(by, letter) and letter.is_initialled_by(by.role)


@condition("letter.sign")
def signs(by: Any, letter: Letter) -> bool:
    """One of the roles that the template names, of the same office or the same place."""
    return _near(by, letter) and letter.is_signed_by(by.role)


@condition("letter.return")
def sends_back(by: Any, letter: Letter) -> bool:
    """Whoever would have put a name to it."""
    return _near(by, letter) and (letter.is_initialled_by(by.role) or letter.is_signed_by(by.role))


@condition("letter.revoke")
def takes_back(by: Any, letter: Letter) -> bool:
    """Of the office that wrote it, or of the place it was written in."""
    return _near(by, letter)


@condition("template.draft", "template.change", "template.publish")
def keeps_templates(by: Any, subject: LetterTemplate | TemplateVersion) -> bool:
    """Inside one's own area: what the whole country writes is changed from there only."""
    template = subject.template if isinstance(subject, TemplateVersion) else subject
    start, end = by.span
    return bool(start <= template.area_start and template.area_end <= end)


def _near(by: Any, letter: Letter) -> bool:
    return bool(by.office_id == letter.office_id or (by.area_id or 0) == letter.area)
