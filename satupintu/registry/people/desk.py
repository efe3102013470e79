"""The officers' pages about people: register, change, household. The page of a person stands in the desk itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.conflicts import conflict
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import contacts
from satupintu.registry.people.actions import (
    add_ppks,
    change,
    change_household,
    end_ppks,
    record_contact,
    register,
    register_household,
)
from satupintu.registry.people.concerns import concerns
from satupintu.registry.people.contacts import ContactForm
from satupintu.registry.people.forms import ASKED, ChangeForm, HouseholdForm, PersonForm, RegisterForm
from satupintu.registry.people.models import CardMember, Departure, Household, Person, Ppks
from satupintu.registry.people.ppks import PpksEndForm, PpksForm
from satupintu.registry.people.rules import trait_code
from satupintu.registry.people.words import LISTS, Relationship

CHECKED_LATER = noop("NIK akan diperiksa dengan data kependudukan.")
"""Said of every NIK alike, so that nobody learns whether another area knows it."""


def person_of(pk: int) -> Person:
    """The person of that number; one behind a wall does not exist."""
    found: Person | None = Person.objects.with_place().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def survivor_of(pk: int) -> Person | None:
    """The person whose record stands for the merged record of that number; None when there is none to be seen."""
    merged = Person.everyone.filter(pk=pk).exclude(merged_into=None).first()
    found: Person | None = merged and Person.objects.filter(pk=merged.merged_into_id).first()
    return found


def household_of(pk: int) -> Household:
    """The household of that number; one behind a wall does not exist."""
    found: Household | None = Household.objects.with_head().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def home(person: Person) -> str:
    """The address of a person's page."""
    return f"/orang/{person.pk}/"


def address_of(household: int) -> str:
    """The address of a household's page."""
    return f"/keluarga/{household}/"


@officer("person.register")
def new(request: HttpRequest) -> HttpResponse:
    """Register a person, into a household when one is named (``?keluarga=``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    joins = request.POST.get("keluarga") or request.GET.get("keluarga") or ""
    household = household_of(int(joins)) if joins.isdecimal() else None
    initial = {}
    if household is not None:
        initial = {name: getattr(household, name) for name in ("dusun", "rt", "rw", "address")}
    form = RegisterForm(request.POST or None, by=by, household=household, initial=initial)
    told = []
    if request.method == "POST" and form.is_valid():
        told = _unconfirmed(form, None)
        if not told:
            typed = form.cleaned_data
            person = register(
                by=by,
                who=form.particulars(),
                household=household,
                relationship=typed.get("relationship", ""),
                kk_number=typed["kk_number"],
                consent=typed["consent"],
                key=form.key,
            )
            messages.success(request, _("%(name)s sudah tercatat.") % {"name": person.shown_name} + _later(person))
            return redirect(home(person))
    shown = [one.person.pk for one in told if one.person]
    opened(request, "person.listed" if shown else "person.prepared", shown, shown="identity" if shown else "")
    context = {"form": form, "household": household, "concerns": told}
    return render(request, "people/new.html", context, status=422 if form.is_bound else 200)


def _later(person: Person) -> str:
    return f" {_(CHECKED_LATER)}" if person.nik else ""


def _unconfirmed(form: PersonForm, person: Person | None) -> list[Any]:
    """What looks odd, unless the officer has ticked that it was looked at. The box appears with the first question."""
    told = concerns(form.particulars(), form.cleaned_data["kk_number"], of=person)
    if not told or form.data.get("sure"):
        return []
    form.ask_whether_sure()
    return told


@officer("person.change")
def changed(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what is known about a person."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    if not allows(by, "person.change", person):
        raise Refused(_("Orang ini di luar wilayah penugasan Anda."))
    initial = _initial(person)
    form = ChangeForm(request.POST or None, by=by, person=person, initial=initial, seen=person.version)
    told = []
    if request.method == "POST" and form.is_valid():
        told = _unconfirmed(form, person)
        if not told:
            try:
                _change(person, form, by, initial)
            except Conflict:
                return _both_versions(request, form, pk)
            messages.success(request, _("Perubahan tersimpan.") + _later(person))
            return redirect(home(person))
    opened(request, "person.opened", [person.pk], shown="identity", reach=person.reach)
    context = {"form": form, "person": person, "concerns": told}
    return render(request, "people/change.html", context, status=422 if form.is_bound else 200)


def _change(person: Person, form: ChangeForm, by: Appointment, initial: dict[str, Any]) -> None:
    absence = form.absence()
    change(
        person,
        by=by,
        who=form.particulars(),
        kk_number=form.cleaned_data["kk_number"],
        absence=absence,
        returned=absence is None and bool(initial["presence"]),
        key=form.key,
        seen=form.seen,
    )


def _both_versions(request: HttpRequest, form: ChangeForm, pk: int) -> HttpResponse:
    """Two officers at once: both versions side by side."""
    now = person_of(pk)
    latest = Event.objects.about(now).first()
    opened(request, "person.opened", [now.pk], shown="identity", reach=now.reach)
    return conflict(
        request,
        form,
        saved={name: value for name, value in _initial(now).items() if name in form.fields},
        version=now.version,
        verb=_("Simpan perubahan"),
        who=latest.actor if latest else "",
        cancel=home(now),
    )


def _initial(person: Person) -> dict[str, Any]:
    """The person as the form shows them."""
    plain = "name nik sex birth_date birth_place mother_name dusun rt rw address occupation".split()
    card = CardMember.objects.now().filter(person=person).select_related("card").first()
    gone = Departure.objects.standing().filter(person=person).first()
    traits = {variable.value: _code(person, variable) for variable in ASKED}
    return {
        **{name: getattr(person, name) for name in plain},
        **traits,
        "village": person.village,
        "birth_year": None if person.birth_date else person.birth_year,
        "kk_number": card.card.kk_number if card else "",
        "presence": gone.kind if gone else "",
        "happened_on": gone.happened_on if gone else None,
        "basis": gone.basis if gone else "",
    }


def _code(person: Person, variable: Any) -> str:
    """The code when it is of the list that the form offers; of another list it stays as it is, unseen."""
    found = trait_code(variable, person.traits.get(variable))
    first = LISTS[variable][0]
    return found.code if found and (found.system, found.version) == (first.system, first.version) else ""


@officer("household.register")
def new_household(request: HttpRequest) -> HttpResponse:
    """Register a household around its head (``?kepala=``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = request.POST.get("kepala") or request.GET.get("kepala") or ""
    if not asked.isdecimal():
        raise Http404
    head = person_of(int(asked))
    initial = {name: getattr(head, name) for name in ("dusun", "rt", "rw", "address")} | {"village": head.village}
    form = HouseholdForm(request.POST or None, by=by, members=[(head, Relationship.HEAD)], initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = register_household(by=by, home=form.home(), members=form.seats, key=form.key)
        except (Refused, WrongState) as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("Keluarga tercatat."))
            return redirect(address_of(made.pk))
    opened(request, "person.opened", [head.pk], shown="identity", reach=head.reach)
    context = {"form": form, "head": head}
    return render(request, "people/household_new.html", context, status=422 if form.is_bound else 200)


@officer("household.change")
def changed_household(request: HttpRequest, pk: int) -> HttpResponse:
    """Change where a household lives and who belongs to it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = household_of(pk)
    if not allows(by, "household.change", found):
        raise Refused(_("Keluarga ini di luar wilayah penugasan Anda."))
    seats = found.members.now().select_related("person").order_by("pk")
    members = [(seat.person, seat.relationship) for seat in seats]
    initial = {name: getattr(found, name) for name in ("dusun", "rt", "rw", "address", "village")}
    initial["coordinates"] = (found.latitude, found.longitude)
    form = HouseholdForm(request.POST or None, by=by, members=members, initial=initial, seen=found.version)
    if request.method == "POST" and form.is_valid():
        try:
            change_household(found, by=by, home=form.home(), members=form.seats, key=form.key, seen=form.seen)
        except Conflict as clash:
            _opened_household(request, found, members)
            now: Any = clash.current
            saved = {name: getattr(now, name) for name in ("dusun", "rt", "rw", "address")}
            saved["coordinates"] = (now.latitude, now.longitude)
            url = address_of(pk)
            return conflict(request, form, saved=saved, version=now.version, verb=_("Simpan perubahan"), cancel=url)
        except (Refused, WrongState) as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect(address_of(pk))
    _opened_household(request, found, members)
    context = {"form": form, "household": found}
    return render(request, "people/household_change.html", context, status=422 if form.is_bound else 200)


def _opened_household(request: HttpRequest, found: Household, members: list[tuple[Person, str]]) -> None:
    ids = [found.pk, *(person.pk for person, _relationship in members)]
    opened(request, "household.opened", ids, shown="identity,household", reach=found.reach)


@officer("ppks.add")
def new_ppks(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a kind of need of a person."""
    return _new_ppks(request, person_of(pk), home(person_of(pk)))


@officer("ppks.add")
def new_household_ppks(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a kind of need of a household."""
    return _new_ppks(request, household_of(pk), address_of(pk))


def _new_ppks(request: HttpRequest, subject: Person | Household, back: str) -> HttpResponse:
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = PpksForm(request.POST or None, subject=subject, by=by, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            add_ppks(subject, by=by, kind=form.kind(), key=form.key)
        except (Refused, WrongState) as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("PPKS tercatat."))
            return redirect(back)
    name = f"{subject._meta.model_name}.opened"
    _note_opened(request, name, subject)
    context = {"form": form, "who": _called(subject), "back": back}
    return render(request, "people/ppks_new.html", context, status=422 if form.is_bound else 200)


def _note_opened(request: HttpRequest, name: str, subject: Person | Household) -> None:
    if name == "household.opened":
        opened(request, "household.opened", [subject.pk], shown="identity", reach=subject.reach)
    else:
        opened(request, "person.opened", [subject.pk], shown="identity", reach=subject.reach)


def _called(subject: Person | Household) -> str:
    return subject.shown_name if isinstance(subject, Person) else str(subject)


@officer("ppks.end")
def ended_ppks(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that a kind of need no longer holds."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = (
        Ppks.objects.select_related("person__village", "household__head", "household__village").filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    subject = found.subject
    back = home(subject) if isinstance(subject, Person) else address_of(subject.pk)
    form = PpksEndForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            end_ppks(found, by=by, because=form.cleaned_data["because"], on=form.cleaned_data["on"], key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _("PPKS diakhiri."))
            return redirect(back)
    opened(request, "ppks.opened", [found.pk], shown="kind", reach=found.reach)
    context = {"form": form, "who": _called(subject), "back": back, "ppks": found}
    return render(request, "people/ppks_end.html", context, status=422 if form.is_bound else 200)


@officer("contact.record")
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down how a person may be reached."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    now = contacts.current(person)
    shown = "rule introduction phone email ask_for best_time".split()
    initial = {name: getattr(now, name) for name in shown} if now else {"introduction": "hide"}
    form = ContactForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        record_contact(person, by=by, how=form.how(), key=form.key)
        messages.success(request, _("Cara menghubungi tersimpan."))
        return redirect(home(person))
    opened(request, "person.opened", [person.pk], shown="identity,contact", reach=person.reach)
    context = {"form": form, "person": person}
    return render(request, "people/contact_change.html", context, status=422 if form.is_bound else 200)
