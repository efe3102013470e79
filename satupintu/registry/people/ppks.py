"""PPKS on the page: what is typed about a kind of need, and the panel that shows which hold and which held."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, DayField, Form
from satupintu.engine.ui.moments import day as day_words
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Office
from satupintu.lib.codelists import welfare
from satupintu.registry.people import rules
from satupintu.registry.people.actions import Kind
from satupintu.registry.people.models import Household, Person, Ppks
from satupintu.registry.people.panels import Panel
from satupintu.registry.people.words import PpksBasis, PpksEnd


def _name_of(obj: Any) -> str:
    return str(obj.name)


def offer_kinds(field: Any, subject: Person | Household, cleared: int) -> None:
    """Let a field offer the kinds that fit somebody's age and that whoever types is cleared for."""
    years = subject.age(timezone.localdate()) if isinstance(subject, Person) else None
    field.choices = [
        ("", _t("Pilih jenisnya")),
        *(
            (entry.code, f"{entry.code} {entry.label}")
            for entry in welfare.PPKS
            if rules.ppks_clearance(entry.code) <= cleared and rules.ppks_fits(entry.code, years)
        ),
    ]


def offer_offices(field: Any, subject: Person | Household, by: Any) -> None:
    """Let a field offer the offices that may look after somebody: those of the kabupaten and one's own."""
    offices = Office.objects.open_on(timezone.localdate())
    here = subject.village_id // 10**6 * 10**6
    field.queryset = (offices.filter(area_id=here) | offices.filter(pk=by.office_id)).order_by("name")
    field.label_from_instance = _name_of


class PpksForm(Form):
    """A kind of need that somebody is in. Kinds that the officer is not cleared for are not offered."""

    ppks = forms.ChoiceField(label=_("Jenis PPKS"))
    since = DayField(label=_("Sejak tanggal"), no_future=True)
    basis = forms.ChoiceField(
        label=_("Menurut"),
        choices=lambda: [one for one in PpksBasis.choices() if one[0] != PpksBasis.FILE],
        widget=Cards,
    )
    evidence = forms.CharField(
        label=_("Bukti"),
        required=False,
        max_length=200,
        help_text=_("Nomor surat atau apa yang dilihat. Jangan tulis cerita di sini."),
    )
    office = forms.ModelChoiceField(
        Office.objects.none(), label=_("Kantor yang menangani"), required=False, empty_label=_("Belum ada")
    )

    private = ("ppks", "evidence")

    def __init__(self, *args: Any, subject: Person | Household, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_kinds(self.fields["ppks"], subject, clearance_of(by.role))
        offer_offices(self.fields["office"], subject, by)

    def kind(self) -> Kind:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        return Kind(typed["ppks"], typed["since"], PpksBasis(typed["basis"]), typed["evidence"], typed["office"])


class PpksEndForm(Form):
    """That a kind no longer holds."""

    because = forms.TypedChoiceField(label=_("Mengapa"), choices=PpksEnd.choices, coerce=PpksEnd, widget=Cards)
    on = DayField(label=_("Sejak tanggal"), no_future=True)


@dataclass(frozen=True)
class Line:
    """One kind in the panel."""

    label: str
    code: str
    told: str
    evidence: str
    ended: str
    url: str


def panel(subject: Person | Household, *, on: date | None = None, may_end: bool = False, new: str = "") -> Panel:
    """The kinds of somebody, those that hold first; ``on`` shows those that held on that day, without buttons."""
    found = Ppks.objects.of(subject)
    rows = list(found.on(on) if on else found)
    rows.sort(key=lambda row: row.until is not None and on is None)
    lines = [_line(row, may_end=may_end and on is None, on=on) for row in rows]
    context = {"lines": lines, "new": "" if on else new}
    return Panel("PPKS", "people/ppks.html", context, beside=True)


def _line(row: Ppks, *, may_end: bool, on: date | None) -> Line:
    told = [
        _t("sejak %(day)s") % {"day": day_words(row.since)},
        PpksBasis(row.basis).label,
        row.office.name if row.office else "",
    ]
    ended = ""
    if row.until is not None and on is None:
        because = PpksEnd(row.ended_because).label
        ended = _t("Berakhir %(day)s: %(why)s") % {"day": day_words(row.until), "why": because}
    url = reverse("people:end_ppks", args=[row.pk]) if may_end and row.until is None else ""
    return Line(row.label, row.code, " · ".join(part for part in told if part), row.evidence, ended, url)
