"""Two people changed the same thing: both versions side by side, and the form to send again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from satupintu.engine.ui import moments
from satupintu.engine.ui.forms import Form, ModelForm


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what this person typed, and what stands there now."""

    label: str
    typed: str
    saved: str

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.typed == self.saved


def conflict(
    request: HttpRequest,
    form: Form | ModelForm,
    *,
    saved: Mapping[str, object],
    version: int,
    verb: str,
    who: str = "",
    when: str = "",
    cancel: str = "",
) -> HttpResponse:
    """Answer 409 with both versions; sending again overrides knowingly, for it carries the new version.

    `saved` maps field names to the values stored now (model values or words); `who` and `when` say who saved them.
    """
    differences = [
        Difference(str(field.label), _typed(field), _words(field, saved[field.name]))
        for field in form.visible_fields()
        if field.name in saved
    ]
    form.data = form.data.copy()
    form.data["seen"] = str(version)
    context = {
        "form": form,
        "differences": differences,
        "who": who,
        "when": when,
        "verb": verb,
        "cancel": cancel or request.path,
    }
    return render(request, "ui/conflict.html", context, status=409)


def _typed(field: BoundField) -> str:
    cleaned: Any = getattr(field.form, "cleaned_data", {})
    return _words(field, cleaned.get(field.name, field.value()))


def _words(field: BoundField, value: object) -> str:
    """Say a value as the form would: the label of a choice, a day as people write it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    if isinstance(value, date):
        return moments.day(value)
    choices: Any = getattr(field.field, "choices", None)
    if choices and not isinstance(value, list | tuple):
        labels = {str(key): str(label) for key, label in choices}
        return labels.get(str(getattr(value, "pk", value)), str(value))
    if isinstance(value, list | tuple):
        return ", ".join(_words(field, one) for one in value)
    return str(value)
