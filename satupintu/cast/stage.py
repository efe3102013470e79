"""Putting the cast on stage: offices, accounts and appointments, the same every time."""

from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password

from satupintu.cast.officers import BULUKUMBA, OFFICERS, OFFICES, PASSWORD, TOTP_SECRET, CastOffice, CastOfficer
from satupintu.engine.events import record
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.roles import needs_second_factor
from satupintu.foundation.access.scope import EVERYWHERE
from satupintu.foundation.offices.models import Account, Appointment, Office
from satupintu.foundation.offices.words import Role
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.words import Subject, TimeUnit

FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2030, 12, 31)


def set_stage(offices: Iterable[CastOffice] = OFFICES, officers: Iterable[CastOfficer] = OFFICERS) -> None:
    """Make whatever of the cast is not there yet. Areas must be loaded. Run inside ``access.house``."""
    Office.objects.bulk_create(
        [
            Office(
                code=o.code,
                kind=o.kind,
                name=o.name,
                area_id=o.area,
                fields=list(o.fields),
                phone=o.phone,
                address=o.address,
            )
            for o in offices
        ],
        ignore_conflicts=True,
    )
    officers = tuple(officers)
    secret = make_password(PASSWORD)
    people = {o.username: Account(username=o.username, name=o.name, area_id=o.area, password=secret) for o in officers}
    Account.objects.bulk_create(people.values(), ignore_conflicts=True)
    _appoint(officers)


def publish_limits() -> None:
    """The time limits of Bulukumba's own, in working days, if there are none. Run inside ``access.house``."""
    manager = Appointment.objects.with_place().filter(account__username="bulukumba.manajer", role=Role.MANAGER).first()
    if manager is None or TimeLimit.objects.filter(area_id=BULUKUMBA).exists():
        return
    with entered(Scope(spans=(EVERYWHERE,), appointment=manager.pk, clearance=2)):
        for urgency, amount, before, climb in ((0, 10, 2, 5), (1, 3, 1, 2)):
            limit = TimeLimit.objects.create(
                area_id=BULUKUMBA,
                subject=Subject.COMPLAINT,
                urgency=urgency,
                amount=amount,
                unit=TimeUnit.WORKING_DAYS,
                remind_before=before,
                climb_after=climb,
                valid_from=FIRST_DAY,
                source="SK Kepala Dinas Sosial 460/17/2024 (rekaan)",
                published_by=manager,
                published_label=manager.label,
            )
            facts = {"of": limit.subject, "amount": amount, "unit": limit.unit, "valid_from": FIRST_DAY.isoformat()}
            record("limit.published", limit, by=manager, **facts)


def is_set(offices: Iterable[CastOffice], officers: Iterable[CastOfficer]) -> bool:
    """Whether all of them are there."""
    codes = {office.code for office in offices}
    posts = {(officer.username, str(officer.role)) for officer in officers}
    there = Appointment.objects.filter(account__username__in={username for username, _ in posts})
    return (
        Office.objects.filter(code__in=codes).count() == len(codes)
        and set(there.values_list("account__username", "role")) >= posts
    )


def _appoint(officers: tuple[CastOfficer, ...]) -> None:
    codes, names = {o.office for o in officers}, {o.username for o in officers}
    places = {office.code: office for office in Office.objects.filter(code__in=codes).select_related("area")}
    accounts = {account.username: account for account in Account.objects.filter(username__in=names)}
    there = set(Appointment.objects.filter(account__in=accounts.values()).values_list("account__username", "role"))
    Appointment.objects.bulk_create(
        Appointment(
            account=accounts[o.username],
            role=o.role,
            office=places[o.office],
            area_id=o.area,
            fields=list(o.fields),
            sk_number=f"SK/{place:04d}/2024",
            sk_date=FIRST_DAY,
            valid_from=FIRST_DAY,
            valid_to=LAST_DAY,
        )
        for place, o in enumerate(officers, 1)
        if (o.username, o.role) not in there
    )
    held = set(Authenticator.objects.filter(user__in=accounts.values()).values_list("user_id", flat=True))
    Authenticator.objects.bulk_create(
        Authenticator(user=account, type=Authenticator.Type.TOTP, data={"secret": encrypt(TOTP_SECRET)})
        for account in {accounts[o.username] for o in strong(officers)}
        if account.pk not in held
    )


def strong(officers: Iterable[CastOfficer]) -> list[CastOfficer]:
    """Those for whom a password alone is not enough."""
    return [o for o in officers if needs_second_factor(o.role, None if o.area is None else _level(o.area))]


def _level(number: int) -> int:
    return 1 if number % 10**8 == 0 else 2 if number % 10**6 == 0 else 3 if number % 10**4 == 0 else 4
