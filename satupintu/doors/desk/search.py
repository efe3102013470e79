"""One search over the rooms: persons, families, numbers of complaints and letters. Only what the walls let through.

What is typed may be somebody's NIK or name, and addresses get into logs: so it is sent by POST and kept in the session.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from satupintu.engine.ui.forms import FilterForm
from satupintu.engine.ui.pieces import Task, badge, marks
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.people import asking, panels
from satupintu.registry.people.search import Found, find
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tones import TONES
from satupintu.work.complaints.words import Status
from satupintu.work.referrals.models import Referral
from satupintu.work.transfers.models import Transfer

LONGEST = 120
"""Letters of a search that are looked at."""
SHORTEST, SUGGESTED = 3, 6
"""Letters after which lines are shown while somebody types, and how many."""
TYPED = "search"
"""Where the session keeps the latest search: one, until the next one or the end of the session."""


@dataclass(frozen=True)
class Group:
    """What one room found: a heading, lines, a hint about the search, and which persons are shown."""

    title: str
    tasks: Sequence[Task]
    hint: str = ""
    people: Sequence[int] = ()


class NarrowForm(FilterForm):
    """What is known of a person besides a name that many bear; makes the line that ``asking`` reads."""

    name = forms.CharField(label=gettext_lazy("Nama"), max_length=60)
    birth_year = forms.CharField(label=gettext_lazy("Tahun lahir"), max_length=4)
    mother = forms.CharField(label=gettext_lazy("Nama ibu"), max_length=40)
    place = forms.CharField(label=gettext_lazy("Desa atau kecamatan"), max_length=40)

    @property
    def line(self) -> str:
        """What was told, in one line; "" without a name."""
        told = {name: " ".join(str(self.data.get(name, "")).replace(",", " ").split()) for name in self.fields}
        year = int(told["birth_year"]) if told["birth_year"].isascii() and told["birth_year"].isdecimal() else None
        return str(asking.Asked(told["name"], year, told["mother"], told["place"])) if told["name"] else ""


def people(text: str, by: Appointment) -> list[Group]:
    """Persons and families of the own area."""
    if not may(by.role, "person.read"):
        return []
    found = find(text, by)
    ids = [one.person.pk for one in found.people]
    gone = panels.departures(ids)
    persons = Group(_("Orang"), [_person(one, gone.get(one.person.pk, "")) for one in found.people], found.hint, ids)
    families = [
        Task(title=str(home), url=f"/keluarga/{home.pk}/", what=panels.address(home), where=home.village.name)
        for home in found.households
    ]
    return [persons, Group(_("Keluarga"), families)]


def _person(one: Found, departure: str) -> Task:
    person, today = one.person, timezone.localdate()
    age = panels.age_words(person, today)
    labels = panels.marks_of(person, today, departure)
    return Task(
        title=person.shown_name,
        url=f"/orang/{person.pk}/",
        what=" · ".join(part for part in (age, panels.address(person)) if part),
        where=person.village.name,
        state=marks([mark.label for mark in labels]),
        due=one.why,
    )


def complaints(text: str, by: Appointment) -> list[Group]:
    """The complaint of that number."""
    if not may(by.role, "complaint.read"):
        return []
    rows = Complaint.objects.filter(number=text.upper().strip()).select_related("village")[:5]
    tasks = [
        Task(
            title=row.number,
            url=f"/keluhan/{row.number}/",
            what=row.get_field_display(),
            where=row.village.name,
            state=badge(Status(row.status).label, TONES[Status(row.status)]),
            due=_("Nomor sama"),
        )
        for row in rows
    ]
    return [Group(_("Keluhan"), tasks)]


def referrals(text: str, by: Appointment) -> list[Group]:
    """The letter of that number, for either end of it."""
    if not may(by.role, "referral.read"):
        return []
    rows = Referral.objects.filter(number=text.upper().strip())[:5]
    tasks = [Task(title=row.number, url=f"/rujukan/{row.number}/", due=_("Nomor sama")) for row in rows]
    return [Group(_("Rujukan"), tasks)]


def transfers(text: str, by: Appointment) -> list[Group]:
    """The transfer of that number, for either end of it."""
    if not may(by.role, "transfer.read"):
        return []
    rows = Transfer.objects.filter(number=text.upper().strip())[:5]
    tasks = [Task(title=row.number, url=f"/pelimpahan/{row.number}/", due=_("Nomor sama")) for row in rows]
    return [Group(_("Pelimpahan"), tasks)]


def changes(text: str, by: Appointment) -> list[Group]:
    """The proposal of that number."""
    if not may(by.role, "change.read"):
        return []
    rows = ChangeRequest.objects.filter(number=text.upper().strip())[:5]
    tasks = [Task(title=row.number, url=row.address, what=row.kind_word.label, due=_("Nomor sama")) for row in rows]
    return [Group(_("Usulan"), tasks)]


Finder = Callable[[str, Appointment], list[Group]]
FINDERS: list[Finder] = [people, complaints, referrals, transfers, changes]
"""Which rooms are asked; a room that comes to have something to find adds its question here."""


def typed(request: HttpRequest) -> str:
    """The latest search of this session; "" when there is none."""
    return str(request.session.get(TYPED, ""))


def _is_number(text: str) -> bool:
    """Whether this is a number of a person, a card, a complaint or a letter: digits, or one word that has some."""
    return text.replace(" ", "").isdecimal() or (" " not in text and any(sign.isdigit() for sign in text))


def _hits(groups: list[Group]) -> list[Task]:
    return [task for group in groups for task in group.tasks]


def _found(text: str, by: Appointment) -> list[Group]:
    return [group for finder in FINDERS for group in finder(text, by)] if text else []


@officer("referral.read")
def search(request: HttpRequest) -> HttpResponse:
    """POST keeps what is looked for; a number that one thing has leads straight to its page. GET shows what was found."""
    by: Any = request.appointment  # type: ignore[attr-defined]
    if request.method == "POST":
        return _asked(request, by)
    text = typed(request)
    groups = _found(text, by)
    hits = _hits(groups)
    shown = [pk for group in groups for pk in group.people]
    opened(request, "person.listed", shown, shown="name,age,address,marks" if shown else "")
    context = {
        "text": text,
        "groups": [group for group in groups if group.tasks or group.hint],
        "nothing": bool(text) and not hits,
        "narrow": NarrowForm(asdict(asking.read(text))) if may(by.role, "person.read") else None,
        "may_register": allows(by, "person.register"),
        "may_complain": allows(by, "complaint.register"),
    }
    return render(request, "desk/search.html", context)


def _asked(request: HttpRequest, by: Appointment) -> HttpResponse:
    """Keep the search for the page of its results. A number that led somewhere is forgotten: nothing is left to show."""
    text = _told(request) or NarrowForm(request.POST).line.replace("\x00", "")[:LONGEST]
    hits = _hits(_found(text, by)) if _is_number(text) else []
    if len(hits) == 1:
        request.session.pop(TYPED, None)
        return redirect(hits[0].url)
    request.session[TYPED] = text
    return redirect("desk:search")


def _told(request: HttpRequest) -> str:
    """What stands in the box."""
    return request.POST.get("q", "").replace("\x00", "").strip()[:LONGEST]


@officer("referral.read")
@require_POST
def suggestions(request: HttpRequest) -> HttpResponse:
    """The first lines of what is being typed, to be opened without asking for the whole page. Nothing is kept."""
    by: Any = request.appointment  # type: ignore[attr-defined]
    text = _told(request)
    groups = _found(text, by) if len(text) >= SHORTEST else []
    shown = [pk for group in groups for pk in group.people][:SUGGESTED]
    opened(request, "person.listed", shown, shown="name,age,address,marks" if shown else "")
    return render(request, "desk/suggestions.html", {"tasks": _hits(groups)[:SUGGESTED], "text": text})
