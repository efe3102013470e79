"""Petugas: accounts and appointments of one's own area."""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.pieces import Entry, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.access.access import fits, may_administer
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.confirmation import recently_confirmed
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.roles import APPOINTED_BY
from satupintu.foundation.offices import actions, invitations
from satupintu.foundation.offices.forms import (
    Contact,
    EndOfAppointment,
    NewAccount,
    NewAppointment,
    NewInvitation,
    StaffFilter,
)
from satupintu.foundation.offices.models import Account, Appointment, Office
from satupintu.foundation.offices.words import AppointmentEnd, Role


def within(by: Any) -> QuerySet[Account]:
    """Accounts that are kept in the area of ``by``, or work there."""
    if by.area_id is None:
        return Account.objects.all()
    start, end = by.span
    there = Q(area_id__gte=start, area_id__lt=end)
    return Account.objects.filter(there | Q(pk__in=Appointment.objects.filter(there).values("account")))


def _find(request: HttpRequest, username: str) -> Account:
    account = within(request.appointment).select_related("area").filter(username=username).first()  # type: ignore[attr-defined]
    if account is None:
        raise Http404
    return account


def _url(name: str, account: Account) -> str:
    return reverse(f"offices:{name}", args=[account.username])


def _work(account: Account) -> str:
    """What the person is today, in words; the list brought the appointments along."""
    today = timezone.localdate()
    now = [one for one in account.appointments.all() if one.valid_from <= today <= one.valid_to]
    return "; ".join(f"{one.role_word.label}, {one.office.name}" for one in now)


def _state(account: Account) -> SafeString:
    if not account.is_active:
        return badge(_t("nonaktif"), "off")
    return badge(_t("bertugas"), "done") if _work(account) else badge(_t("tidak bertugas"), "waiting")


COLUMNS = [
    Column("name", _("Nama"), sort="name"),
    Column("username", _("Nama pengguna"), sort="username"),
    Column("work", _("Tugas hari ini"), _work),
    Column(
        "area", _("Wilayah"), lambda account: account.area.label if account.area else _t("Indonesia"), sort="area_id"
    ),
    Column("state", _("Keadaan"), _state),
]


@officer("account.create", personal=False)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who works in one's own area."""
    if request.method == "POST":
        return StaffFilter.keep(request)
    appointments = Prefetch("appointments", Appointment.objects.select_related("office").order_by("valid_from"))
    table = Table(
        request,
        within(request.appointment).select_related("area").prefetch_related(appointments),  # type: ignore[attr-defined]
        columns=COLUMNS,
        caption=_t("Petugas"),
        order="name",
        link=lambda account: _url("person", account),
        filters=StaffFilter.kept(request),
        empty=_t("Belum ada petugas di daerah ini. Mulai dengan membuat akun."),
    )
    return render(request, "offices/people.html", {"table": str(table)})


@officer("account.create", personal=False)
def person(request: HttpRequest, username: str) -> HttpResponse:
    """One account: what it is, was and will be, and what happened to it."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    appointments = list(account.appointments.with_place().order_by("-valid_to", "-pk"))
    mine = may_administer(by, account)
    context = {
        "staff_member": account,
        "administers": mine,
        "is_self": account.pk == by.account_id,
        "has_factor": Authenticator.objects.filter(user_id=account.pk).exists(),
        "has_password": account.has_usable_password(),
        "appointments": [
            (one, one.in_force(), one.valid_to >= timezone.localdate() and _may_end(by, one)) for one in appointments
        ],
        "entries": [Entry(event.sentence, event.at, who=event.who) for event in _history(account, appointments)],
    }
    return render(request, "offices/person.html", context)


def _may_end(by: Any, appointment: Appointment) -> bool:
    return allows(by, "appointment.end", appointment)


def _history(account: Account, appointments: list[Appointment]) -> list[Event]:
    letters = Q(subject_type="appointment", subject_id__in=[one.pk for one in appointments])
    about = Q(subject_type="account", subject_id=account.pk) | letters
    return list(Event.objects.changes().filter(about).order_by("-id")[:20])


@officer("account.create", personal=False)
@recently_confirmed
def new(request: HttpRequest) -> HttpResponse:
    """Make an account; its password is made by the person, with a printed code."""
    by = request.appointment  # type: ignore[attr-defined]
    initial = {"area": by.area.code if by.area else ""}
    form = NewAccount(sent(request), inside=by.span, initial=initial)
    back = reverse("offices:people")
    if form.is_bound and form.is_valid():
        back = reverse("offices:person", args=[form.cleaned_data["username"]])
    return answer(
        request,
        form,
        lambda: actions.create_account(Account(**form.cleaned_data), by=by, key=form.key),
        question=_t("Buat akun petugas"),
        consequence=_t("Sesudah ini catat SK penugasannya, lalu cetak kode untuk membuat sandi."),
        verb=_t("Buat akun"),
        done=_t("Akun dibuat. Berikutnya: catat penugasannya."),
        back=back,
    )


@officer("account.change", personal=False)
@recently_confirmed
def change(request: HttpRequest, username: str) -> HttpResponse:
    """Correct name and contact."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    initial = {name: getattr(account, name) for name in ("name", "phone", "email")}
    form = Contact(sent(request), initial=initial)
    return answer(
        request,
        form,
        lambda: actions.change_account(account, by=by, key=form.key, **form.cleaned_data),
        question=_t("Ubah data %(name)s") % {"name": account.name},
        verb=_t("Simpan perubahan"),
        done=_t("Data petugas diperbarui."),
        back=_url("person", account),
    )


@officer("account.invite", personal=False)
@recently_confirmed
def invite(request: HttpRequest, username: str) -> HttpResponse:
    """Print a code with which the person makes a password. It is shown in this answer only, and nowhere kept."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    form = NewInvitation(sent(request))
    if form.is_bound and form.is_valid() and account.is_active:
        code = invitations.new_code()
        invitation = actions.invite(account, by=by, code=code, drops_factor=form.cleaned_data["drops_factor"])
        page = {
            "person": account,
            "code": code,
            "invitation": invitation,
            "address": request.build_absolute_uri("/masuk/sandi-baru/"),
        }
        return render(request, "offices/invitation.html", page)
    return answer(
        request,
        form,
        lambda: actions.invite(account, by=by, code=invitations.new_code()),
        question=_t("Cetak kode sandi untuk %(name)s?") % {"name": account.name},
        consequence=_t("Kode berlaku 7 hari dan sekali pakai. Sandi yang lama tetap berlaku sampai kode dipakai."),
        verb=_t("Buat kode"),
        done="",
        back=_url("person", account),
    )


@officer("account.deactivate", personal=False)
@recently_confirmed
def deactivate(request: HttpRequest, username: str) -> HttpResponse:
    """Switch an account off."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    form = Form(sent(request))
    return answer(
        request,
        form,
        lambda: actions.deactivate(account, by=by, key=form.key),
        question=_t("Nonaktifkan akun %(name)s?") % {"name": account.name},
        consequence=_t(
            "Semua sesinya berakhir sekarang juga. Riwayat kerjanya tetap ada, dan akun bisa diaktifkan lagi."
        ),
        verb=_t("Nonaktifkan"),
        done=_t("Akun dinonaktifkan."),
        back=_url("person", account),
        danger=True,
    )


@officer("account.activate", personal=False)
@recently_confirmed
def activate(request: HttpRequest, username: str) -> HttpResponse:
    """Switch an account on again."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    form = Form(sent(request))
    return answer(
        request,
        form,
        lambda: actions.activate(account, by=by, key=form.key),
        question=_t("Aktifkan lagi akun %(name)s?") % {"name": account.name},
        verb=_t("Aktifkan"),
        done=_t("Akun aktif lagi."),
        back=_url("person", account),
    )


@officer("appointment.create", personal=False)
@recently_confirmed
def appoint(request: HttpRequest, username: str) -> HttpResponse:
    """Record a letter of appointment."""
    account, by = _find(request, username), request.appointment  # type: ignore[attr-defined]
    offices = Office.objects.open_on(timezone.localdate()).select_related("area").order_by("name")
    if by.area is not None:
        offices = offices.inside(by.area)
    roles = [role for role in Role if role in APPOINTED_BY[Role(by.role)]]
    first = timezone.localdate()
    initial = {"valid_from": first, "valid_to": date(first.year, 12, 31)}
    form = NewAppointment(sent(request), roles=roles, offices=offices, inside=by.span, initial=initial)

    def act() -> None:
        asked = form.cleaned_data
        plain = {name: asked[name] for name in ("sk_number", "sk_date", "role", "office", "valid_from", "valid_to")}
        area = asked["area"] or asked["office"].area
        if not fits(asked["role"], area):
            raise WrongState(_t("Peran ini tidak ada di tingkat wilayah itu. Pilih wilayah yang lebih kecil."))
        letter = Appointment(account=account, area=area, fields=asked["fields_served"], **plain)
        actions.appoint(letter, by=by, key=form.key)

    return answer(
        request,
        form,
        act,
        question=_t("Catat penugasan %(name)s") % {"name": account.name},
        verb=_t("Simpan penugasan"),
        done=_t("Penugasan tercatat."),
        back=_url("person", account),
    )


@officer("appointment.end", personal=False)
@recently_confirmed
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End an appointment before its last day."""
    by = request.appointment  # type: ignore[attr-defined]
    appointment = Appointment.objects.with_place().filter(pk=pk, account__in=within(by)).first()
    if appointment is None:
        raise Http404
    form = EndOfAppointment(sent(request))

    def act() -> None:
        asked = form.cleaned_data
        actions.end_appointment(
            appointment, by=by, reason=AppointmentEnd(asked["reason"]), last_day=asked["last_day"], key=form.key
        )

    return answer(
        request,
        form,
        act,
        question=_t("Akhiri penugasan %(name)s?") % {"name": appointment.account.name},
        consequence=appointment.label,
        verb=_t("Akhiri penugasan"),
        done=_t("Penugasan diakhiri."),
        back=_url("person", appointment.account),
        danger=True,
    )
