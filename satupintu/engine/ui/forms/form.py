"""The base of every form: look, labels, error sentences, the key that makes sending once, the version that was seen."""

import uuid
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer, DjangoTemplates

from satupintu.engine.ui.forms.sentences import speak_once


class KitField(BoundField):
    """A field that knows its look."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Give the widget its class; a private field is never kept as a draft by the browser."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        css = _css_class(widget)
        own = widget.attrs.get("class", "")
        if css:
            attrs["class"] = f"{css} {own}".strip() + (" is-invalid" if self.errors else "")
        if isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10":
            attrs["rows"] = "5"  # ten is Django's habit, not anybody's choice
        if self.name in getattr(self.form, "private", ()):
            attrs["data-private"] = True
        return attrs

    @property
    def first_id(self) -> str:
        """The id that a link in the error summary jumps to: of a group, its first choice."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def is_check(self) -> bool:
        """Whether it is one box to tick, whose words stand beside it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def optional(self) -> bool:
        """Whether it may stay empty: said in words, no asterisk to explain."""
        return not self.field.required and not self.is_check


class KitRenderer(DjangoTemplates):
    """Draw forms with the kit's templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = KitField


def _css_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.HiddenInput | forms.CheckboxInput):
        return ""
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


class Group(NamedTuple):
    """Fields under one heading."""

    legend: str
    fields: list[KitField]


class _Kit:
    """What Form and ModelForm share.

    `groups` orders the fields under headings: `[(legend, ["field", …]), …]`; fields not named come first, without one.
    `private` names fields whose text must never stay in the browser. `draft` = False switches the draft off. `wizard`
    asks one question at a time on a phone.
    """

    groups: Sequence[tuple[Any, Sequence[str]]] = ()
    private: Sequence[str] = ()
    draft = True
    wizard = False

    default_renderer: BaseRenderer | type[BaseRenderer] | None = KitRenderer()

    # What django.forms gives.
    data: Any
    is_bound: bool
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, seen: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        speak_once(type(self))  # type: ignore[arg-type]
        super().__init__(*args, **kwargs)
        self._seen = seen

    @cached_property
    def key(self) -> str:
        """The idempotency key: made when the form is first shown, kept when it is shown again with errors."""
        sent = self.data.get("key", "") if self.is_bound else ""
        try:
            return str(uuid.UUID(sent))
        except ValueError:
            return str(uuid.uuid4())

    @property
    def seen(self) -> int | None:
        """The version of the record that the person saw; None when the form speaks of none."""
        if self.is_bound:
            sent = self.data.get("seen", "")
            return int(sent) if sent.isdecimal() else None
        return self._seen

    def grouped(self) -> Iterator[Group]:
        """Yield the visible fields, those without a heading first."""
        visible = {field.name: field for field in self.visible_fields()}  # type: ignore[attr-defined]
        named = {name for _legend, names in self.groups for name in names}
        free = [field for name, field in visible.items() if name not in named]
        if free:
            yield Group("", free)
        for legend, names in self.groups:
            yield Group(str(legend), [visible[name] for name in names if name in visible])

    def error_links(self) -> list[tuple[str, str]]:
        """(id to jump to, field and sentence) for every error, in the order of the page; without a field the id is empty."""
        links = [("", str(sentence)) for sentence in self.non_field_errors()]  # type: ignore[attr-defined]
        for field in self.hidden_fields():  # type: ignore[attr-defined]
            links += [("", str(sentence)) for sentence in field.errors]
        for group in self.grouped():
            for field in group.fields:
                name = str(field.label)
                name += " " if name.endswith("?") else ": "
                links += [(field.first_id, f"{name}{sentence}") for sentence in field.errors]
        return links


class Form(_Kit, forms.Form):
    """A form of the kit."""


class ModelForm(_Kit, forms.ModelForm):  # type: ignore[type-arg]
    """A model form of the kit; it never saves: an action does."""
