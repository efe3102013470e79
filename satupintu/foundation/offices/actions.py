"""What may be done to offices, accounts and appointments. Who may do it is said in `access/access.py`."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.actions.gate import Actor
from satupintu.engine.events import record
from satupintu.foundation.offices import invitations, sessions
from satupintu.foundation.offices.models import Account, Appointment, Invitation, Office, OfficeClosure
from satupintu.foundation.offices.words import AppointmentEnd, CalendarChange


@action("account.create")
def create_account(account: Account, *, by: Actor) -> Account:
    """Save a new account. It has no password: an invitation lets the person make one.

    Raises WrongState when the username is taken.
    """
    account.set_unusable_password()
    _save_new(account, _("Nama pengguna ini sudah dipakai. Tambahkan angka atau nama desa."))
    record("account.created", account, by=by)
    return account


@action("account.change")
def change_account(account: Account, *, by: Actor, name: str, phone: str = "", email: str = "") -> Account:
    """Correct name and contact of an account."""
    account.name, account.phone, account.email = name, phone, email
    account.save(update_fields=["name", "phone", "email"])
    record("account.changed", account, by=by)
    return account


@action("account.invite")
def invite(account: Account, *, by: Actor, code: str, drops_factor: bool = False) -> Invitation:
    """Let the person set a password with ``code`` (see `invitations.new_code`), once, within a week.

    ``drops_factor`` also removes the second factor, for a lost phone. Older invitations of the account end.
    Raises WrongState for an account that may not sign in.
    """
    if not account.is_active:
        raise WrongState(_("Akun ini nonaktif. Aktifkan dulu, lalu cetak kodenya."), ["account.activate"])
    now = timezone.now()
    account.invitations.filter(used_at=None, expires_at__gt=now).update(expires_at=now)
    invitation = account.invitations.create(
        digest=invitations.digest(code),
        expires_at=now + timedelta(days=invitations.LIFETIME_DAYS),
        drops_factor=drops_factor,
    )
    record("account.invited", account, by=by)
    return invitation


@action("account.redeem")
def redeem(invitation: Invitation, *, by: Actor, password: str) -> Account:
    """Set the password that the person chose; the code is spent and every session of the account ends.

    The house acts: nobody is signed in yet. Raises WrongState when the code was used or is too old.
    """
    if invitation.used_at is not None or invitation.expires_at <= timezone.now() or not invitation.account.is_active:
        raise WrongState(
            _("Kode ini sudah dipakai atau sudah lewat masanya. Mintalah kode baru kepada pengelola akun.")
        )
    account = invitation.account
    account.set_password(password)
    account.save(update_fields=["password"])
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    if invitation.drops_factor:
        account.authenticator_set.all().delete()  # type: ignore[attr-defined]
    sessions.end_all(account)
    record("account.redeemed", account, by=by)
    return account


@action("account.deactivate")
def deactivate(account: Account, *, by: Actor) -> Account:
    """Let the account sign in no more and end its sessions; its appointments stay on record."""
    if not account.is_active:
        raise WrongState(_("Akun ini sudah nonaktif."), ["account.activate"])
    account.is_active = False
    account.save(update_fields=["is_active"])
    sessions.end_all(account)
    record("account.deactivated", account, by=by)
    return account


@action("account.activate")
def activate(account: Account, *, by: Actor) -> Account:
    """Let the account sign in again."""
    if account.is_active:
        raise WrongState(_("Akun ini sudah aktif."), ["account.deactivate"])
    account.is_active = True
    account.save(update_fields=["is_active"])
    record("account.activated", account, by=by)
    return account


@action("appointment.create")
def appoint(appointment: Appointment, *, by: Actor) -> Appointment:
    """Save a letter that makes a person something somewhere, from its first to its last day.

    Raises WrongState for days that do not fit, a closed office, or the same appointment twice at a time.
    """
    if appointment.valid_to < appointment.valid_from:
        raise WrongState(_("Hari terakhir penugasan tidak boleh sebelum hari pertamanya."))
    if appointment.office.closed_on and appointment.office.closed_on <= appointment.valid_from:
        raise WrongState(_("Kantor ini sudah tutup. Pilih kantor lain."))
    twice = Appointment.objects.filter(
        account=appointment.account,
        role=appointment.role,
        office=appointment.office,
        valid_from__lte=appointment.valid_to,
        valid_to__gte=appointment.valid_from,
    )
    if twice.exists():
        raise WrongState(_("Petugas ini sudah punya penugasan yang sama pada hari-hari itu."), ["appointment.end"])
    appointment.save()
    days = {"valid_from": appointment.valid_from.isoformat(), "valid_to": appointment.valid_to.isoformat()}
    record("appointment.created", appointment, by=by, role=appointment.role, **days)
    return appointment


@action("appointment.end")
def end_appointment(
    appointment: Appointment, *, by: Actor, reason: AppointmentEnd, last_day: date | None = None
) -> Appointment:
    """End an appointment: with the next request, or after ``last_day`` when that is today or later.

    Raises WrongState when it is over already, or when ``last_day`` lies after its own last day.
    """
    today = timezone.localdate(timezone=appointment.zone)
    if appointment.valid_to < today:
        raise WrongState(_("Penugasan ini sudah berakhir."))
    if last_day is not None and not today <= last_day <= appointment.valid_to:
        raise WrongState(_("Hari terakhir harus antara hari ini dan akhir masa SK."))
    appointment.valid_to = last_day or today - timedelta(days=1)
    appointment.end_reason = reason
    appointment.save()
    record(
        "appointment.ended",
        appointment,
        by=by,
        role=appointment.role,
        reason=reason,
        valid_to=appointment.valid_to.isoformat(),
    )
    return appointment


@action("office.create")
def create_office(office: Office, *, by: Actor) -> Office:
    """Register an institution. Raises WrongState when its code is taken."""
    _save_new(office, _("Kode kantor ini sudah dipakai kantor lain."))
    record("office.created", office, by=by, kind=office.kind)
    return office


@action("office.change")
def change_office(office: Office, *, by: Actor, changes: Mapping[str, Any]) -> Office:
    """Change name, contact, hours or fields of an office; kind, code and area stay what they are."""
    for name in changes.keys() & CHANGEABLE:
        setattr(office, name, changes[name])
    office.save()
    record("office.changed", office, by=by, fields=sorted(changes.keys() & CHANGEABLE))
    return office


CHANGEABLE = frozenset({"name", "address", "phone", "email", "hours", "fields"})


@action("office.close")
def close_office(office: Office, *, by: Actor, closed_on: date) -> Office:
    """Close an office from that day on. Raises WrongState while somebody is appointed there beyond it."""
    if office.closed_on is not None:
        raise WrongState(_("Kantor ini sudah ditutup."))
    if office.appointments.not_over(closed_on).exists():
        raise WrongState(
            "Masih ada petugas yang ditugaskan di kantor ini. Akhiri dulu penugasannya.", ["appointment.end"]
        )
    office.closed_on = closed_on
    office.save()
    record("office.closed", office, by=by, closed_on=closed_on.isoformat())
    return office


@action("calendar.change")
def change_calendar(closure: OfficeClosure, *, by: Actor, change: CalendarChange) -> OfficeClosure:
    """Add a day off of an office or area, or take it back. Raises WrongState when the day is already off."""
    if change == CalendarChange.ADDED:
        _save_new(closure, _("Hari itu sudah tercatat tutup."))
    record("calendar.changed", closure, by=by, day=closure.day.isoformat(), change=change)
    if change == CalendarChange.REMOVED:
        closure.delete()
    return closure


def _save_new(row: Account | Office | OfficeClosure, taken: str) -> None:
    """Insert; two at once meet the constraint, not each other."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as problem:
        raise WrongState(taken) from problem
