"""What a list of complaints can be narrowed by."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import FilterForm
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.models import ComplaintQuerySet
from satupintu.work.complaints.words import (
    Status,
)


class ComplaintFilter(FilterForm):
    """What a list of complaints can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))
    field = forms.ChoiceField(label=_("Bidang"))
    late = forms.BooleanField(label=_("Hanya yang terlambat"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in (("status", Status), ("field", ServiceField)):
            self.fields[name].choices = [("", _("Semua")), *word.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: ComplaintQuerySet) -> ComplaintQuerySet:
        """The rows that the filter lets through."""
        words = self.cleaned_data
        if words.get("status"):
            rows = rows.filter(status=words["status"])
        if words.get("field"):
            rows = rows.filter(field=words["field"])
        if words.get("late"):
            rows = rows.overdue(timezone.now())
        return rows
