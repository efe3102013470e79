"""A point on the map as a human types it."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

NORTH, SOUTH, WEST, EAST = Decimal(7), Decimal(-12), Decimal(94), Decimal(142)
"""The frame of Indonesia, a little wide."""


class CoordinatesField(forms.CharField):
    """Latitude and longitude in one field, as maps copy them: gives a pair of numbers with six decimals, or None."""

    default_error_messages = {
        "unreadable": _("Tulis dua angka, misalnya -5.546120, 120.453210."),
        "elsewhere": _("Koordinat ini di luar Indonesia."),
    }

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {
            "label": _("Koordinat"),
            "help_text": _("Lintang, bujur; misalnya -5.546120, 120.453210."),
            "required": False,
            "max_length": 40,
            "widget": forms.TextInput({"data-coordinates": True, "autocomplete": "off"}),
        }
        super().__init__(**(usual | kwargs))

    def prepare_value(self, value: Any) -> Any:
        """Show a pair as it is typed, and nothing for a place that is not known."""
        if isinstance(value, tuple):
            return ", ".join(str(one) for one in value) if None not in value else ""
        return value

    def clean(self, value: Any) -> tuple[Decimal, Decimal] | None:
        """Two numbers inside Indonesia, or nothing. Raises ValidationError otherwise."""
        typed = str(super().clean(value) or "").strip()
        if not typed:
            return None
        parts = re.split(r"[;\s]+|,\s+|,(?=-?\d+\.)", typed)
        try:
            latitude, longitude = (round(Decimal(part.replace(",", ".")), 6) for part in parts if part)
        except (InvalidOperation, ValueError):
            raise forms.ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            raise forms.ValidationError(self.error_messages["elsewhere"], code="elsewhere")
        return latitude, longitude
