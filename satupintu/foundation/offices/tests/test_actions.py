"""Every action of the room: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate as today

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices import actions, invitations
from satupintu.foundation.offices.models import Account, Appointment, Office, OfficeClosure
from satupintu.foundation.offices.words import AppointmentEnd, CalendarChange, OfficeKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(cast: Any, under: Callable[[Any], Any]) -> Any:
    """The account administrator of Bulukumba, at work."""
    with under(cast.bulukumba_admin):
        yield cast.bulukumba_admin


def new_account(area: int = 7302032006, username: str = "ara.baru") -> Account:
    return Account(username=username, name="Petugas Baru", area=Area.objects.get(pk=area))


def letter(account: Account, cast: Any, **changes: Any) -> Appointment:
    plain = {
        "account": account,
        "role": Role.FACILITATOR,
        "office": cast.ara_koordinator.office,
        "area": cast.ara_koordinator.area,
        "sk_number": "SK/9/2026",
        "sk_date": today(),
        "valid_from": today(),
        "valid_to": today() + timedelta(days=30),
    }
    return Appointment(**(plain | changes))


def last_event() -> Event:
    return Event.objects.order_by("-id").first()


def test_an_administrator_makes_an_account_without_a_password(admin: Any) -> None:
    account = actions.create_account(new_account(), by=admin)
    assert not account.has_usable_password()
    assert (last_event().name, last_event().trace) == ("account.created", "ara.baru")


def test_an_account_is_made_once_however_often_it_is_sent(admin: Any) -> None:
    first = actions.create_account(new_account(), by=admin, key="k1")
    assert actions.create_account(new_account(), by=admin, key="k1") == first
    assert Account.objects.filter(username="ara.baru").count() == 1


def test_a_name_that_is_taken_is_told(admin: Any) -> None:
    with pytest.raises(WrongState, match="sudah dipakai"):
        actions.create_account(new_account(username="ara.koordinator"), by=admin)


@pytest.mark.parametrize("stranger", ["gowa_manajer", "ara_koordinator", "bulukumba_kadis", "nasional_auditor"])
def test_a_stranger_makes_no_account_here(cast: Any, under: Callable[[Any], Any], stranger: str) -> None:
    by = getattr(cast, stranger)
    with under(by), pytest.raises(Refused):
        actions.create_account(new_account(), by=by)


def test_nobody_resets_the_password_of_somebody_above(cast: Any, under: Callable[[Any], Any]) -> None:
    code = invitations.new_code()
    for above in (cast.bulukumba_admin, cast.bulukumba_kadis, cast.nasional_admin):
        with under(cast.bulukumba_manajer), pytest.raises(Refused):
            actions.invite(above.account, by=cast.bulukumba_manajer, code=code)


def test_nobody_changes_their_own_rights(cast: Any, admin: Any) -> None:
    own = admin.account
    for act in (
        lambda: actions.deactivate(own, by=admin),
        lambda: actions.invite(own, by=admin, code=invitations.new_code()),
        lambda: actions.appoint(letter(own, cast), by=admin),
        lambda: actions.end_appointment(admin, by=admin, reason=AppointmentEnd.RESIGNED),
    ):
        with pytest.raises(Refused):
            act()


def test_contact_is_corrected(cast: Any, admin: Any) -> None:
    account = actions.change_account(cast.ara_koordinator.account, by=admin, name="Nama Baru", phone="0812")
    assert (account.name, account.phone) == ("Nama Baru", "0812")
    assert last_event().name == "account.changed"
    assert "Nama Baru" not in str(last_event().facts)


def test_a_printed_code_sets_a_password_once(cast: Any, admin: Any) -> None:
    code = invitations.new_code()
    invitation = actions.invite(cast.ara_koordinator.account, by=admin, code=code)
    assert code.replace("-", "") not in str(invitation.__dict__)
    with house("uji", quietly=True) as by:
        account = actions.redeem(invitation, by=by, password="kalimat rahasia baru")
        assert account.check_password("kalimat rahasia baru")
        with pytest.raises(WrongState):
            actions.redeem(invitation, by=by, password="kalimat rahasia lain")


def test_a_newer_code_ends_the_older(cast: Any, admin: Any) -> None:
    older = actions.invite(cast.ara_koordinator.account, by=admin, code=invitations.new_code())
    actions.invite(cast.ara_koordinator.account, by=admin, code=invitations.new_code())
    with house("uji", quietly=True) as by, pytest.raises(WrongState):
        actions.redeem(older, by=by, password="kalimat rahasia baru")


def test_an_account_that_is_off_gets_no_code(cast: Any, admin: Any) -> None:
    actions.deactivate(cast.ara_koordinator.account, by=admin)
    with pytest.raises(WrongState):
        actions.invite(Account.objects.get(username="ara.koordinator"), by=admin, code=invitations.new_code())


def test_only_the_house_redeems(cast: Any, admin: Any) -> None:
    invitation = actions.invite(cast.ara_koordinator.account, by=admin, code=invitations.new_code())
    with pytest.raises(Refused):
        actions.redeem(invitation, by=admin, password="kalimat rahasia baru")


def test_switching_off_and_on_again(cast: Any, admin: Any) -> None:
    account = cast.ara_koordinator.account
    actions.deactivate(account, by=admin)
    assert last_event().name == "account.deactivated"
    with pytest.raises(WrongState):
        actions.deactivate(account, by=admin)
    actions.activate(account, by=admin)
    assert Account.objects.get(pk=account.pk).is_active
    with pytest.raises(WrongState):
        actions.activate(account, by=admin)


# Appointments


def test_a_manager_appoints_in_the_own_area(cast: Any, under: Callable[[Any], Any]) -> None:
    account = cast.bira_fasilitator.account
    with under(cast.bulukumba_manajer):
        appointment = actions.appoint(letter(account, cast), by=cast.bulukumba_manajer)
        assert last_event().name == "appointment.created"
        assert "Fasilitator" in last_event().sentence
    assert appointment.in_force()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR, Role.HEAD, Role.TKSK])
def test_a_manager_makes_nobody_a_manager(cast: Any, under: Callable[[Any], Any], role: Role) -> None:
    account, area = cast.ara_fasilitator.account, cast.bulukumba_manajer.area
    with under(cast.bulukumba_manajer), pytest.raises(Refused):
        actions.appoint(letter(account, cast, role=role, area=area), by=cast.bulukumba_manajer)


def test_nobody_appoints_outside_the_own_area(cast: Any, under: Callable[[Any], Any]) -> None:
    there = {"office": cast.panakkukang_koordinator.office, "area": cast.panakkukang_koordinator.area}
    with under(cast.bulukumba_manajer):
        for changes in (there, {"area": there["area"]}, {"office": there["office"]}):
            with pytest.raises(Refused):
                actions.appoint(letter(cast.ara_fasilitator.account, cast, **changes), by=cast.bulukumba_manajer)
        with pytest.raises(Refused):
            actions.appoint(letter(cast.panakkukang_koordinator.account, cast), by=cast.bulukumba_manajer)


def test_a_role_is_not_given_above_its_level(cast: Any, admin: Any) -> None:
    with pytest.raises(Refused):
        actions.appoint(letter(cast.ara_fasilitator.account, cast, role=Role.COORDINATOR, area=admin.area), by=admin)


def test_the_same_appointment_twice_at_a_time_is_told(cast: Any, admin: Any) -> None:
    account = cast.bira_fasilitator.account
    actions.appoint(letter(account, cast), by=admin)
    with pytest.raises(WrongState, match="sudah punya"):
        actions.appoint(letter(account, cast, valid_from=today() + timedelta(days=3)), by=admin)


def test_days_in_the_wrong_order_are_told(cast: Any, admin: Any) -> None:
    with pytest.raises(WrongState, match="sebelum"):
        actions.appoint(letter(cast.bira_fasilitator.account, cast, valid_to=today() - timedelta(days=1)), by=admin)


def test_an_ended_appointment_is_refused_with_the_next_request(cast: Any, desk: Callable[[Any], Client]) -> None:
    client = desk(cast.ara_koordinator)
    assert client.get("/kantor/").status_code == 200
    by = cast.bulukumba_admin
    from satupintu.foundation.access import Scope, entered

    with entered(Scope.of(by, today())):
        actions.end_appointment(cast.ara_koordinator, by=by, reason=AppointmentEnd.ROTATED)
    assert client.get("/kantor/")["Location"] == "/penugasan/"
    assert client.get("/kantor/")["Location"] == "/penugasan/"


def test_a_deactivated_account_is_out_with_the_next_request(cast: Any, desk: Callable[[Any], Client]) -> None:
    client = desk(cast.ara_koordinator)
    assert client.get("/kantor/").status_code == 200
    from satupintu.foundation.access import Scope, entered

    with entered(Scope.of(cast.bulukumba_admin, today())):
        actions.deactivate(cast.ara_koordinator.account, by=cast.bulukumba_admin)
    assert client.get("/kantor/")["Location"].startswith("/masuk/")


def test_an_appointment_can_end_on_a_later_day(cast: Any, admin: Any) -> None:
    last = today() + timedelta(days=7)
    ended = actions.end_appointment(cast.ara_koordinator, by=admin, reason=AppointmentEnd.ROTATED, last_day=last)
    assert (ended.valid_to, ended.in_force()) == (last, True)
    with pytest.raises(WrongState):
        actions.end_appointment(ended, by=admin, reason=AppointmentEnd.ROTATED, last_day=today() - timedelta(days=1))


def test_what_is_over_does_not_end_again(cast: Any, admin: Any) -> None:
    actions.end_appointment(cast.ara_koordinator, by=admin, reason=AppointmentEnd.REVOKED)
    with pytest.raises(WrongState):
        actions.end_appointment(cast.ara_koordinator, by=admin, reason=AppointmentEnd.REVOKED)


def test_a_manager_does_not_end_the_administrator(cast: Any, under: Callable[[Any], Any]) -> None:
    with under(cast.bulukumba_manajer), pytest.raises(Refused):
        actions.end_appointment(cast.bulukumba_admin, by=cast.bulukumba_manajer, reason=AppointmentEnd.REVOKED)


# Offices


def new_office(area: int = 7302000000) -> Office:
    return Office(kind=OfficeKind.SCHOOL, name="SDN 1 Ara", code="SDN1ARA", area=Area.objects.get(pk=area))


def test_an_office_is_registered_changed_and_closed(admin: Any) -> None:
    office = actions.create_office(new_office(), by=admin)
    changed = actions.change_office(office, by=admin, changes={"name": "SDN 1", "kind": "police"}, seen=office.version)
    assert (changed.name, changed.kind) == ("SDN 1", "school")
    closed = actions.close_office(changed, by=admin, closed_on=today())
    assert closed.closed_on == today()
    names = list(Event.objects.about(office).values_list("name", flat=True))
    assert names == ["office.closed", "office.changed", "office.created"]
    with pytest.raises(WrongState):
        actions.close_office(closed, by=admin, closed_on=today())


def test_two_offices_do_not_share_a_code(admin: Any) -> None:
    actions.create_office(new_office(), by=admin)
    with pytest.raises(WrongState, match="Kode"):
        actions.create_office(new_office(), by=admin)


def test_an_office_with_people_in_it_stays_open(cast: Any, admin: Any) -> None:
    with pytest.raises(WrongState, match="ditugaskan"):
        actions.close_office(cast.ara_koordinator.office, by=admin, closed_on=today())


def test_a_coordinator_changes_only_the_own_office(cast: Any, under: Callable[[Any], Any]) -> None:
    by = cast.ara_koordinator
    with under(by):
        actions.change_office(by.office, by=by, changes={"phone": "0413 555 099"})
        for other in (cast.bira_koordinator.office, cast.bulukumba_manajer.office, cast.gowa_manajer.office):
            with pytest.raises(Refused):
                actions.change_office(other, by=by, changes={"phone": "0"})


def test_nobody_outside_keeps_our_offices(cast: Any, under: Callable[[Any], Any]) -> None:
    with under(cast.gowa_manajer):
        for act in (
            lambda: actions.create_office(new_office(), by=cast.gowa_manajer),
            lambda: actions.close_office(cast.ara_koordinator.office, by=cast.gowa_manajer, closed_on=today()),
        ):
            with pytest.raises(Refused):
                act()


# Calendar


def test_a_day_off_is_added_once_and_taken_back(cast: Any, admin: Any) -> None:
    day = date(2026, 12, 9)
    closure = actions.change_calendar(
        OfficeClosure(day=day, reason="Pilkades", area=admin.area), by=admin, change=CalendarChange.ADDED
    )
    with pytest.raises(WrongState):
        actions.change_calendar(
            OfficeClosure(day=day, reason="Lagi", area=admin.area), by=admin, change=CalendarChange.ADDED
        )
    actions.change_calendar(closure, by=admin, change=CalendarChange.REMOVED)
    assert not OfficeClosure.objects.exists()
    assert last_event().facts == {"day": "2026-12-09", "change": "removed"}


def test_nobody_closes_the_offices_of_others(cast: Any, under: Callable[[Any], Any]) -> None:
    closure = OfficeClosure(day=date(2026, 12, 9), reason="Iseng", office=cast.ara_koordinator.office)
    with under(cast.gowa_manajer), pytest.raises(Refused):
        actions.change_calendar(closure, by=cast.gowa_manajer, change=CalendarChange.ADDED)
