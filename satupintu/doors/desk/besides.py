"""What other rooms know of a person or a household, as panels beside their page."""

from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.documents.models import Letter
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Task, badge
from satupintu.foundation.access.papers import TONES as LETTER_TONES
from satupintu.registry.people.models import Household, Person
from satupintu.registry.people.panels import Panel
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.visits import TONES, url_of
from satupintu.work.referrals.letters import TONES as REFERRAL_TONES
from satupintu.work.referrals.models import Referral

SHOWN = 10
"""Rows of a panel; the rest is found through the room's own list."""


def _panel(title: str, tasks: list[Task], empty: str) -> Panel:
    return Panel(title, "desk/tasks.html", {"tasks": tasks, "empty": empty}, beside=True)


def _matters_of(subject: Person | Household) -> Any:
    """The complaints of one person or household, as far as they are seen."""
    rows = (
        Complaint.objects.of_person(subject) if isinstance(subject, Person) else Complaint.objects.of_household(subject)
    )
    return rows.order_by().values("pk")


def visits_to(subject: Person | Household) -> Panel:
    """Who went to see them, when, and how it ended. No findings."""
    found = Visit.objects.of_person(subject) if isinstance(subject, Person) else Visit.objects.of_household(subject)
    tasks = [
        Task(
            title=f"{one.kind_word.label} · {day(one.on)}",
            url=url_of(one),
            what=one.visitor_label.split(" · ")[0],
            state=badge(one.result_word.label, TONES[one.result_word]),
        )
        for one in found[:SHOWN]
    ]
    return _panel(_("Kunjungan"), tasks, _("Belum pernah dikunjungi."))


def referrals_for(subject: Person | Household) -> Panel:
    """Which institutions were asked to help."""
    found = Referral.objects.filter(origin_type="complaint", origin_id__in=_matters_of(subject))
    tasks = [
        Task(
            title=one.number,
            url=one.address,
            what=one.to_office.name,
            state=badge(one.status_word.label, REFERRAL_TONES[one.status_word]),
        )
        for one in found.select_related("to_office").order_by("-pk")[:SHOWN]
    ]
    return _panel(_("Rujukan"), tasks, _("Belum pernah dirujuk."))


def letters_for(subject: Person | Household) -> Panel:
    """Which papers were written about their matters."""
    found = Letter.objects.filter(subject_type="complaint", subject_id__in=_matters_of(subject)).order_by("-pk")
    tasks = [
        Task(
            title=one.number or _("Konsep surat"),
            url=f"/surat/{one.pk}/",
            what=one.office_name,
            state=badge(one.state_word.label, LETTER_TONES[one.state_word]),
            due=day(one.issued_on) if one.issued_on else "",
        )
        for one in found[:SHOWN]
    ]
    return _panel(_("Surat"), tasks, _("Belum ada surat."))
