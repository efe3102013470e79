"""The statements written by hand say what the questions of appointments say."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from satupintu.foundation.offices.in_force import staff
from satupintu.foundation.offices.models import Account, Appointment, Office
from satupintu.foundation.offices.words import Role


def test_the_staff_of_an_office_are_its_appointments_in_force_of_those_roles(cast: Any, db: None) -> None:
    today, back = timezone.localdate(), cast.bulukumba_belakang
    asked = (Role.DISTRICT_BACK, Role.MANAGER)
    for office in Office.objects.all():
        same = Appointment.objects.valid_on(today).filter(office=office, role__in=asked).values_list("fields", "role")
        assert sorted(staff(office.pk, asked, today)) == sorted(same), office.code
    Appointment.objects.filter(pk=back.pk).update(fields=["health", "social"])
    assert (["health", "social"], Role.DISTRICT_BACK) in staff(back.office_id, asked, today)
    assert all(
        role != Role.DISTRICT_BACK for _fields, role in staff(back.office_id, asked, today - timedelta(days=9999))
    )
    assert all(
        role != Role.DISTRICT_BACK for _fields, role in staff(back.office_id, asked, back.valid_to + timedelta(days=1))
    )
    assert staff(back.office_id, (), today) == []
    Account.objects.filter(pk=back.account_id).update(is_active=False)
    assert all(role != Role.DISTRICT_BACK for _fields, role in staff(back.office_id, asked, today)), (
        "who may not sign in"
    )
