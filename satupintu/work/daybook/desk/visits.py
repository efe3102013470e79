"""Kunjungan: the list, one visit, writing one down, putting one right."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, Refused
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import badge, marks
from satupintu.engine.ui.stories import entries
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.attached import papers
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.work.daybook import actions
from satupintu.work.daybook.desk.looking_up import looked_up
from satupintu.work.daybook.forms import ChangeVisitForm, VisitFilter, VisitForm
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.visits import TONES, facts, record_with_photos, url_of
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

SHOWN = "pk about kind on result surveys clearance village__name visitor_label".split()


@officer("visit.read")
def listing(request: HttpRequest) -> HttpResponseBase:
    """The visits of the own area, newest first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    rows = Visit.objects.within(by).order_by("-on", "-id").values_list(*SHOWN, named=True)
    kinds, surveys = ({word.value: word.label for word in words} for words in (VisitKind, Survey))
    results = {word.value: badge(word.label, TONES[word]) for word in VisitResult}
    secret, unknown = _("Kunjungan tertutup"), _("Tidak disebut")
    table = Table(
        request,
        rows,
        columns=[
            Column("about", _("Siapa"), cell=lambda row: secret if row.clearance == 2 else row.about or unknown),
            Column("on", _("Tanggal"), sort=("on", "id"), tight=True),
            Column("kind", _("Jenis"), cell=lambda row: kinds[row.kind]),
            Column("surveys", _("Pendataan"), cell=lambda row: marks([surveys[one] for one in row.surveys])),
            Column("village", _("Desa"), cell=lambda row: row.village__name),
            Column("visitor", _("Yang berkunjung"), cell=lambda row: row.visitor_label.split(" · ")[0]),
            Column("result", _("Hasil"), cell=lambda row: results[row.result]),
        ],
        caption=_("Kunjungan di wilayah Anda"),
        link=lambda row: reverse("visits:detail", args=[row.pk]),
        counted=False,
        filters=VisitFilter(request.GET),
        empty=_("Belum ada kunjungan. Catat yang pertama lewat tombol “Catat kunjungan”."),
    )
    opened(request, "visit.listed", [row.pk for row in table.page.rows], shown="about,kind,result")
    return render(request, "daybook/visits.html", {"table": table, "may_record": allows(by, "visit.record")})


def _find(pk: int) -> Visit:
    visit = Visit.objects.select_related("village", "person", "household__head", "finding").filter(pk=pk).first()
    if visit is None:
        raise Http404
    return visit


@officer("visit.read")
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit: what was found, photos, what happened to the note."""
    one, by = _find(pk), request.appointment  # type: ignore[attr-defined]
    opened(request, "visit.opened", [one.pk], shown="identity,findings,place,documents", reach=one.reach)
    context = {
        "visit": one,
        "state": badge(one.result_word.label, TONES[one.result_word]),
        "facts": facts(one),
        "papers": papers(Attachment.objects.of(one)),
        "entries": entries(Event.objects.about(one)),
        "may_change": allows(by, "visit.change", one),
    }
    return render(request, "daybook/visit.html", context)


@officer("visit.record")
def new(request: HttpRequest) -> HttpResponse:
    """Write down a visit or an outreach, about somebody who was looked up or nobody known."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    person, household = looked_up(request)
    kind = VisitKind.HOME if person or household else VisitKind.OUTREACH
    about = person.name if person else household.head.name if household and household.head else ""
    first = {"kind": kind, "result": VisitResult.MET, "about": about}
    form = VisitForm(request.POST or None, request.FILES or None, subject=person or household, by=by, initial=first)
    if request.method == "POST" and form.is_valid():
        written = record_with_photos(form, by=by, person=person, household=household)
        messages.success(request, _("Kunjungan tercatat."))
        return redirect(url_of(written))
    shown = [row.pk for row in (person, household) if row is not None]
    opened(request, "visit.prepared", shown, shown="identity" if shown else "")
    context = {"form": form, "person": person, "household": household}
    return render(request, "daybook/new_visit.html", context, status=422 if form.errors else 200)


@officer("visit.change")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what was written; what somebody else changed meanwhile is told (409)."""
    one, by = _find(pk), request.appointment  # type: ignore[attr-defined]
    if not allows(by, "visit.change", one):
        raise Refused("Kunjungan ini dicatat kantor lain.")
    form = ChangeVisitForm(request.POST or None, subject=one, by=by)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        findings = form.cleaned_data["findings"]
        try:
            actions.change_visit(one, by=by, changes=form.changes(), findings=findings, key=form.key, seen=form.seen)
        except Conflict as clash:
            form.add_error(None, clash.sentence)
            status = 409
        else:
            messages.success(request, _("Catatan kunjungan diperbarui."))
            return redirect(url_of(one))
    opened(request, "visit.opened", [one.pk], shown="findings,place", reach=one.reach)
    context = {"visit": one, "form": form, "back": url_of(one)}
    return render(request, "daybook/change_visit.html", context, status=status)
