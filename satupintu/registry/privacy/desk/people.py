"""Who opened a person's data, and lifting a restriction."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.answering import answer, sent
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.actions import lift
from satupintu.registry.people.desk import person_of
from satupintu.registry.privacy import readers
from satupintu.registry.privacy.actions import hold, release
from satupintu.registry.privacy.forms import HoldForm


@officer("privacy.hand_copy")
def opened_by(request: HttpRequest, pk: int) -> HttpResponse:
    """Who looked at a person, and at what belongs to them: when, under which role of which office, why, which fields."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    found = list(readers.readers(readers.readings(person.pk, clearance_of(by.role))))
    table = Table(
        request,
        found,
        columns=[
            Column("at", _("Kapan")),
            Column("who", _("Siapa")),
            Column("what", _("Apa")),
            Column("office", _("Kantor"), on_phone=False),
            Column("why", _("Untuk apa"), on_phone=False),
            Column("shown", _("Yang tampak"), on_phone=False),
        ],
        caption=_("Siapa yang membuka data ini"),
        empty=_("Belum ada yang membuka data orang ini."),
    )
    opened(request, "privacy.readers_listed", [person.pk], shown="readers", reach=person.reach)
    return render(request, "privacy/readers.html", {"table": table, "person": person, "most": readers.MOST})


@officer("privacy.hold")
def held(request: HttpRequest, pk: int) -> HttpResponse:
    """Let nothing of a person be erased while a matter of law needs it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    form = HoldForm(sent(request))
    if request.method != "POST":
        opened(request, "person.opened", [person.pk], shown="name", reach=person.reach)
    return answer(
        request,
        form,
        lambda: hold(person, by=by, reason=form.cleaned_data["reason"], key=form.key),
        done=_("Penahanan hukum terpasang."),
        back=f"/orang/{person.pk}/",
        question=_("Tahan data %(name)s dari penghapusan?") % {"name": person.shown_name},
        verb=_("Pasang penahanan hukum"),
        consequence=_("Tidak ada data orang ini yang dapat dihapus sampai penahanannya dicabut."),
    )


@officer("privacy.release")
def released(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a hold go."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    form = Form(sent(request))
    if request.method != "POST":
        opened(request, "person.opened", [person.pk], shown="name", reach=person.reach)
    return answer(
        request,
        form,
        lambda: release(person, by=by, key=form.key),
        done=_("Penahanan hukum dicabut."),
        back=f"/orang/{person.pk}/",
        question=_("Cabut penahanan hukum atas data %(name)s?") % {"name": person.shown_name},
        verb=_("Cabut penahanan hukum"),
        consequence=_("Permintaan penghapusan dapat dijalankan lagi."),
    )


@officer("person.lift")
def lifted(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person's data be used and changed again."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    if not allows(by, "person.lift", person):
        raise Refused(_("Orang ini di luar wilayah penugasan Anda."))
    form = Form(sent(request))
    if request.method != "POST":
        opened(request, "person.opened", [person.pk], shown="name", reach=person.reach)
    return answer(
        request,
        form,
        lambda: lift(person, by=by, key=form.key),
        done=_("Pembatasan dicabut."),
        back=f"/orang/{person.pk}/",
        question=_("Cabut pembatasan data %(name)s?") % {"name": person.shown_name},
        verb=_("Cabut pembatasan"),
        consequence=_("Datanya dapat dipakai dan diubah lagi."),
    )
