"""Keeping a selection under a name, and forgetting it."""

from urllib.parse import parse_qs, urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from satupintu.engine.actions import used
from satupintu.engine.ui.forms import Form
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.sorting import papers
from satupintu.reports.sorting.actions import drop_filter, save_filter
from satupintu.reports.sorting.desk.tables import areas_of
from satupintu.reports.sorting.forms import ASKED, Asked, SavedForm
from satupintu.reports.sorting.models import SavedFilter


@officer("sorting.save_filter", personal=False)
def save(request: HttpRequest) -> HttpResponse:
    """Keep what the table shows under a name; the day is left out, so that it always means today."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    typed = request.POST.get("asked", "")[:2000] if request.method == "POST" else request.GET.urlencode()
    asked = Asked(QueryDict(typed), areas_of(by))
    query = urlencode(asked.query)
    form = SavedForm(request.POST or None, initial={"asked": query})
    if request.method == "POST" and form.is_valid():
        answers = {name: values if name == "hanya" else values[0] for name, values in parse_qs(query).items()}
        kept = {name: value for name, value in answers.items() if name in ASKED and name != "hari"}
        saved = save_filter(by=by, name=form.cleaned_data["name"], asked=kept, key=form.key)
        messages.success(request, _("Saringan “%(name)s” tersimpan.") % {"name": saved.name})
        return redirect(f"/sortir/?saringan={saved.pk}")
    context = {
        "form": form,
        "query": query,
        "what": papers.title(asked.selection, asked.area.label),
        "saved": [(one, Form().key) for one in SavedFilter.objects.order_by("name")],
    }
    return render(request, "sorting/save.html", context, status=422 if form.is_bound else 200)


@require_POST
def _drop(request: HttpRequest, pk: int) -> HttpResponse:
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    saved, key = SavedFilter.objects.filter(pk=pk).first(), Form(request.POST).key
    if saved is None and not used(key, "sorting.drop_filter", by):
        raise Http404
    if saved is not None:
        drop_filter(saved, by=by, key=key)
    messages.success(request, _("Saringan itu dihapus."))
    return redirect("/sortir/")


drop = officer("sorting.drop_filter", personal=False)(_drop)
"""Forget a selection of the own office."""
