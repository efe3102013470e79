"""The filter of a table, drawn in Python: it stands on every list, and Django's templates took a fifth of such a page."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from html import escape
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import SafeString

from satupintu.engine.ui.forms.form import KitField, KitRenderer
from satupintu.engine.ui.forms.sentences import speak_once
from satupintu.engine.ui.pieces import markup


def in_days(column: str, since: date | None, until: date | None) -> Q:
    """The moments of a column from the first day to the end of the last one, by the reader's clock; either may be open.

    Compared as moments, so that an index on the column bounds them.
    """
    zone, asked = timezone.get_current_timezone(), Q()
    if since:
        asked &= Q(**{f"{column}__gte": datetime.combine(since, time.min, zone)})
    if until:
        asked &= Q(**{f"{column}__lt": datetime.combine(until + timedelta(days=1), time.min, zone)})
    return asked


class FilterForm(forms.Form):
    """The filter of a table: sent by GET, every field optional; `narrow(rows)` applies it."""

    default_renderer = KitRenderer()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        speak_once(type(self))
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    def narrow(self, rows: Any) -> Any:
        """Return the rows that the filter lets through: all, unless a table's own filter says otherwise."""
        return rows

    def __html__(self) -> SafeString:
        """Draw labels and inputs in a line."""
        hidden = [_input(field) for field in self.hidden_fields() if field.value()]  # type: ignore[arg-type]
        return markup("".join([*hidden, *map(_drawn, self.visible_fields())]))  # type: ignore[arg-type]

    __str__ = __html__


KEPT = "filter"
"""Where the session keeps the latest filter with names in it: one, with the address of its list."""
CLEAR = "lepas"
"""The button that takes the filter off."""


class KeptFilter(FilterForm):
    """A filter in which names or numbers of people are typed: sent by POST and kept in the session.

    So neither an address nor a log of addresses ever holds them. The filter of another list takes its place, and the end of
    the session forgets it. A view begins with ``if request.method == "POST": return StaffFilter.keep(request)``.
    """

    @classmethod
    def kept(cls, request: HttpRequest) -> "KeptFilter":
        """The filter as this session has it for the list of this address."""
        path, values = request.session.get(KEPT, ("", {}))
        return cls(values if path == request.path else {})

    @classmethod
    def keep(cls, request: HttpRequest) -> HttpResponse:
        """Take down what was sent, or nothing when the filter is to go; answers the way back to the list."""
        values = {name: request.POST.get(name, "").replace("\x00", "")[:200] for name in cls.base_fields}
        request.session[KEPT] = [request.path, {} if CLEAR in request.POST else values]
        return redirect(request.get_full_path())


def _drawn(field: KitField) -> str:
    """One field with its label, and what is wrong with what was typed."""
    label, tag = escape(str(field.label)), escape(field.id_for_label)
    wrong = ""
    if field.errors:
        sentences = " ".join(escape(str(sentence)) for sentence in field.errors)
        wrong = f'<p class="error" id="{escape(str(field.auto_id))}_error">{sentences}</p>'
    if field.is_check:
        inner = f'<label class="check" for="{tag}">{_input(field)}<span>{label}</span></label>'
        return f'<div class="filter is-check">{inner}{wrong}</div>'
    return f'<div class="filter"><label for="{tag}">{label}</label>{_input(field)}{wrong}</div>'


def _input(field: KitField) -> str:
    """The input itself; Django draws the kinds that no list has needed fast."""
    widget = field.field.widget
    given = {"id": field.auto_id, **field.build_widget_attrs({}, widget)}
    attributes = {"name": field.html_name, **widget.build_attrs(widget.attrs, given)}
    value = field.value()
    if type(widget) is forms.Select:
        return f"<select{_written(attributes)}>{_options(widget, value)}</select>"
    if type(widget) is forms.CheckboxInput:
        return f"<input{_written({'type': 'checkbox', **attributes, 'checked': widget.check_test(value)})}>"
    if isinstance(widget, forms.TextInput | forms.DateInput | forms.HiddenInput):
        first = {"type": widget.input_type, "name": field.html_name, "value": widget.format_value(value)}
        return f"<input{_written(first | attributes)}>"
    return str(field)


def _options(widget: forms.Select, value: Any) -> str:
    chosen = widget.format_value(value)
    return "".join(
        f'<option value="{escape(str(code))}"{" selected" if str(code) in chosen else ""}>{escape(str(label))}</option>'
        for code, label in widget.choices
    )


def _written(attributes: Mapping[str, Any]) -> str:
    """Attributes as HTML writes them: True stands alone, False and None not at all."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
