"""The inputs that Django lacks: a typed day, and choices as cards that are easy to touch."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms


class Day(forms.DateInput):
    """A day in one text field; the digits' keyboard of a phone has what it needs."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "maxlength": "30", **(attrs or {})}, format="%d-%m-%Y")

    def format_value(self, value: Any) -> str | None:
        """Show 21-11-2026 whatever the language says; text comes back as it was typed."""
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else value


class _Hinted:
    """Choices with a second line of words: `hints` maps a value to its explanation."""

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Any = (), *, hints: Mapping[Any, Any] | None = None
    ) -> None:
        super().__init__(attrs, choices)  # type: ignore[call-arg]
        self.hints = {str(value): words for value, words in (hints or {}).items()}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the explanation to the option."""
        option: dict[str, Any] = super().create_option(*args, **kwargs)  # type: ignore[misc]
        option["hint"] = self.hints.get(str(option["value"]), "")
        return option

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Short choices without explanations may stand side by side."""
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        labels = [option["label"] for _group, options, _index in context["widget"]["optgroups"] for option in options]
        context["widget"]["short"] = not self.hints and len(labels) > 2 and all(len(str(one)) <= 28 for one in labels)
        return context


class Cards(_Hinted, forms.RadioSelect):
    """One of a few (up to about six) as cards."""

    template_name = "ui/forms/cards.html"


class CheckCards(_Hinted, forms.CheckboxSelectMultiple):
    """Several of a few as cards."""

    template_name = "ui/forms/cards.html"
