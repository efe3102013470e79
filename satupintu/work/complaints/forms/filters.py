"""What a list of complaints can be narrowed by."""

from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, FilterForm, in_days
from satupintu.engine.ui.moments import day
from satupintu.foundation.access.roles import DUTIES
from satupintu.foundation.areas.placed import column_of
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import Role, ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.work.complaints.models import Closure, Complaint, ComplaintQuerySet
from satupintu.work.complaints.words import Nature, Outcome, Status, Wait


class ComplaintFilter(FilterForm):
    """What a list of complaints can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))
    field = forms.ChoiceField(label=_("Bidang"))
    late = forms.BooleanField(label=_("Hanya yang terlambat"))
    since = DayField(label=_("Diterima sejak"), widget=forms.HiddenInput())
    until = DayField(label=_("Diterima sampai"), widget=forms.HiddenInput())
    programme = forms.ChoiceField(choices=Programme.choices, widget=forms.HiddenInput())
    nature = forms.ChoiceField(choices=Nature.choices, widget=forms.HiddenInput())
    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.HiddenInput())
    place = forms.IntegerField(widget=forms.HiddenInput(), min_value=1, max_value=10**10)
    office = forms.IntegerField(widget=forms.HiddenInput(), min_value=1, max_value=2**31)
    elsewhere = forms.BooleanField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in (("status", Status), ("field", ServiceField)):
            self.fields[name].choices = [("", _("Semua")), *word.choices()]  # type: ignore[attr-defined]

    @property
    def asks_elsewhere(self) -> bool:
        """Whether it asks for what lies outside the own area."""
        return self.is_valid() and bool(self.cleaned_data.get("elsewhere"))

    def asked_of(self, by: Appointment) -> ComplaintQuerySet:
        """The complaints that it narrows: those of the own area, unless it asks for a place in it, or for what the own
        office handles from elsewhere. One filter by area."""
        if self.asks_elsewhere:
            return Complaint.objects.from_elsewhere(by)
        place = self.cleaned_data.get("place") if self.is_valid() else None
        start, end = by.span
        inside = place is not None and start <= place * 10 ** (10 - len(str(place))) < end
        sees_areas = DUTIES[Role(by.role)].persons
        return Complaint.objects.all() if inside and sees_areas else Complaint.objects.within(by)

    def narrow(self, rows: ComplaintQuerySet) -> ComplaintQuerySet:
        """The rows that the filter lets through."""
        words = self.cleaned_data
        if words.get("status"):
            rows = rows.filter(status=words["status"])
        if words.get("field"):
            rows = rows.filter(field=words["field"])
        if words.get("late"):
            rows = rows.overdue(timezone.now())
        return self._narrow_as_analysed(rows)

    def _narrow_as_analysed(self, rows: ComplaintQuerySet) -> ComplaintQuerySet:
        """What a line of an analysis counts: the hidden fields of the filter."""
        words = self.cleaned_data
        rows = rows.filter(in_days("received_at", words.get("since"), words.get("until")))
        for name in ("programme", "nature"):
            if words.get(name):
                rows = rows.filter(**{name: words[name]})
        if words.get("outcome"):
            last = Closure.objects.filter(complaint=OuterRef("pk")).order_by("-pk").values("outcome")[:1]
            rows = rows.alias(outcome=Subquery(last)).filter(waits_for=Wait.NOTHING, outcome=words["outcome"])
        if place := words.get("place"):
            rows = rows.filter(**{column_of(place): place})
        return rows.filter(handler_office_id=words["office"]) if words.get("office") else rows

    def besides(self) -> list[str]:
        """What the list is narrowed by that no field shows, in words."""
        words = self.cleaned_data if self.is_valid() else {}
        said = [
            Programme(words["programme"]).label if words.get("programme") else "",
            Nature(words["nature"]).label if words.get("nature") else "",
            Outcome(words["outcome"]).label if words.get("outcome") else "",
            _("satu daerah saja") if words.get("place") else "",
            _("satu kantor saja") if words.get("office") else "",
            _("sejak %(day)s") % {"day": day(words["since"])} if words.get("since") else "",
            _("sampai %(day)s") % {"day": day(words["until"])} if words.get("until") else "",
        ]
        return [str(one) for one in said if one]
