"""How long what is kept: the rules in force and before, and a form for the next one. Nobody's data stand here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.privacy.forms import RetentionForm
from satupintu.registry.privacy.models import RetentionRule
from satupintu.registry.privacy.retaining import publish


@officer("retention.publish", personal=False)
def rules(request: HttpRequest) -> HttpResponse:
    """The rules, and a form for the next version of one."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = RetentionForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        publish(by=by, key=form.key, **form.cleaned_data)
        messages.success(request, _("Jadwal retensi tersimpan."))
        return redirect("privacy:retention")
    table = Table(
        request,
        RetentionRule.objects.order_by("kind", "-valid_from", "-pk"),
        columns=[
            Column("kind", _("Apa"), cell=lambda row: row.word.label),
            Column("months", _("Bulan"), numeric=True),
            Column("valid_from", _("Berlaku mulai"), cell=lambda row: day(row.valid_from)),
            Column("source", _("Dasar")),
            Column("by_label", _("Oleh"), on_phone=False),
        ],
        caption=_("Jadwal retensi"),
        counted=False,
    )
    status = 422 if form.is_bound else 200
    return render(request, "privacy/retention.html", {"form": form, "table": table}, status=status)
