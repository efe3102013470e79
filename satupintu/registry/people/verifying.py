"""The officers' pages for whom only an external list knows: the work list of an area, what became of looking for one of them,
or for several at once.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.actions import WrongState, used
from satupintu.engine.ui.forms import Cards, Form
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import panels
from satupintu.registry.people.actions import verify, verify_several
from satupintu.registry.people.desk import home, person_of
from satupintu.registry.people.models import ListEdition, ListMembership, Person, Unverified
from satupintu.registry.people.panels import Panel
from satupintu.registry.people.words import Verdict

MOST = 500
"""Rows of the work list; the others come when these are done."""
AT_ONCE = 25
"""How many are asked about on one page."""


class VerifyForm(Form):
    """What became of looking for somebody."""

    verdict = forms.TypedChoiceField(label=_("Apa hasilnya?"), choices=Verdict.choices, coerce=Verdict, widget=Cards)
    note = forms.CharField(
        label=_("Siapa yang ditanya, atau apa yang dilihat?"),
        max_length=200,
        help_text=_("Misalnya: bertemu di rumahnya, atau keterangan Ketua RT 003."),
    )

    private = ("note",)


@officer("person.read")
def unverified(request: HttpRequest) -> HttpResponseBase:
    """The people of the own area whom a list brought and whom nobody has looked for yet, those who wait longest first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    edition = _edition(request)
    rows = _waiting(by, edition, MOST)
    opened(request, "person.listed", [row.person_id for row in rows], shown="name,address,list")
    may = allows(by, "person.verify")
    table = Table(
        request,
        rows,
        columns=[
            Column("name", _t("Nama"), cell=lambda row: row.person.shown_name, sort="name"),
            *([Column("place", _t("Desa/kelurahan"), sort="place")] if by.span[1] - by.span[0] > 1 else []),
            Column("where", _t("Alamat"), cell=lambda row: panels.address(row.person), on_phone=False),
            Column("edition", _t("Dari daftar"), cell=lambda row: str(row.edition)),
            Column("recorded_at", _t("Masuk"), cell=lambda row: day(row.recorded_at.date()), sort="recorded_at"),
        ],
        caption=_t("Orang yang perlu diverifikasi"),
        link=lambda row: reverse("people:verify", args=[row.person_id]) if may else home(row.person),
        empty=_t("Tidak ada. Semua orang dari daftar sudah dikenal atau sudah diperiksa."),
        file_name="perlu-diverifikasi",
    )
    context = {
        "table": table,
        "full": len(rows) == MOST,
        "most": MOST,
        "edition": edition,
        "several": may and len(rows) > 1,
        "query": request.GET.urlencode(),
    }
    return render(request, "people/unverified.html", context)


def _edition(request: HttpRequest) -> ListEdition | None:
    """The edition that is asked for (``edisi``); a number of none is as good as no number."""
    asked = request.GET.get("edisi", "")
    return ListEdition.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else None


def _waiting(by: Appointment, edition: ListEdition | None, most: int) -> list[Unverified]:
    """Those who wait longest in the own area, of one edition if one is asked for."""
    rows = Unverified.objects.inside(by.span).waiting().select_related("person", "edition")
    if edition is not None:
        rows = rows.filter(edition=edition)
    return list(rows.annotate(place=F("village__name")).order_by("recorded_at", "pk")[:most])


class SeveralForm(Form):
    """What became of looking for several people: one question a person, and once who was asked or what was seen."""

    private = ("note",)

    def __init__(self, *args: Any, rows: Sequence[Unverified], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in rows:
            self.fields[f"hasil_{row.person_id}"] = forms.TypedChoiceField(
                label=row.person.shown_name,
                help_text=" · ".join(part for part in (panels.address(row.person), str(row.edition)) if part),
                choices=[("", _t("Nanti saja")), *Verdict.choices()],
                coerce=Verdict,
                empty_value=None,
                required=False,
            )
        note = VerifyForm.base_fields["note"]
        self.fields["note"] = forms.CharField(label=note.label, max_length=200, help_text=note.help_text)

    @property
    def chosen(self) -> dict[int, Verdict]:
        """Person → what became of looking for them, of those who were looked for."""
        typed = self.cleaned_data.items()
        return {int(name.removeprefix("hasil_")): said for name, said in typed if said and name.startswith("hasil_")}

    def clean(self) -> dict[str, Any]:
        """Somebody must have been looked for."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.chosen:
            raise forms.ValidationError(_t("Pilih hasil untuk paling sedikit satu orang."))
        return typed


@officer("person.verify_several")
def several(request: HttpRequest) -> HttpResponse:
    """Write down at once what became of looking for those who wait longest, of one edition if the address names it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    back = f"{reverse('people:unverified')}?{request.GET.urlencode()}"
    if request.method == "POST" and used(Form(request.POST).key, "person.verify_several", by):
        return redirect(back)  # sent once more: they wait no more
    rows = _waiting(by, _edition(request), AT_ONCE)
    form = SeveralForm(request.POST if request.method == "POST" else None, rows=rows)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            done = verify_several(form.chosen, by=by, note=form.cleaned_data["note"], key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
            status = 409
        else:
            messages.success(request, _t("Hasil verifikasi %(many)s orang tersimpan.") % {"many": len(done)})
            return redirect(back)
    opened(request, "person.listed", [row.person_id for row in rows], shown="name,address,list")
    context = {"form": form, "rows": rows, "back": back, "most": AT_ONCE}
    return render(request, "people/verify_several.html", context, status=status)


@officer("person.verify")
def verified(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down whether somebody whom only a list knew is there."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person = person_of(pk)
    waits = Unverified.objects.select_related("edition").filter(person=person).first()
    if waits is None:
        raise Http404
    if waits.settled_at is not None and request.method != "POST":
        return redirect(home(person))
    form = VerifyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verify(person, by=by, verdict=form.cleaned_data["verdict"], note=form.cleaned_data["note"], key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
        else:
            messages.success(request, _t("Hasil verifikasi tersimpan."))
            return redirect(home(person))
    opened(request, "person.opened", [person.pk], shown="identity,household,lists", reach=person.reach)
    context = {
        "form": form,
        "person": person,
        "waits": waits,
        "panels": [panels.identity(person), panels.household(person)],
        "listing": ListMembership.objects.filter(person=person, edition=waits.edition).first(),
    }
    return render(request, "people/verify.html", context, status=422 if form.is_bound else 200)


def waiting(person: Person) -> Unverified | None:
    """What waits for somebody to look for the person, if anything does."""
    found: Unverified | None = Unverified.objects.waiting().select_related("edition").filter(person=person).first()
    return found


def panel(person: Person, *, may_verify: bool) -> Panel | None:
    """That the person is to be verified, by which list; what it was found to be once somebody has looked."""
    found = Unverified.objects.select_related("edition").filter(person=person).first()
    if found is None:
        return None
    context: dict[str, Any] = {
        "edition": str(found.edition),
        "since": day(found.recorded_at.date()),
        "url": reverse("people:verify", args=[person.pk]) if may_verify and found.settled_at is None else "",
    }
    if found.settled_at is not None:
        context |= {
            "verdict": Verdict(found.verdict).label,
            "note": found.note,
            "who": found.settled_label.split(" · ")[0],
            "on": day(found.settled_at.date()),
        }
    return Panel(_t("Verifikasi"), "people/verification.html", context, beside=found.settled_at is not None)
