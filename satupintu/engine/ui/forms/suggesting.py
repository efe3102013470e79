"""A text field under which choices are offered for what is typed; without script, after sending."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms


class Offer(NamedTuple):
    """What a text may mean: the ``code`` that is sent, its ``name`` in the field, what the choice says, and a ``hint``."""

    code: str
    name: str
    label: str
    hint: str = ""


class Suggesting(forms.TextInput):
    """The field. A kind of it says where offers come from (``address``), what is known already and what may be meant.

    What is picked under the field is sent as ``NAME-pilihan``, with the text that it was picked for as ``NAME-untuk``.
    ``legend`` names the group of choices, ``none`` says that nothing fits.
    """

    template_name = "ui/forms/suggesting.html"
    legend: Any = ""
    none: Any = ""
    attrs: dict[str, Any]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})

    def address(self) -> str:
        """Where the offers for a text are asked for."""
        return ""

    def known(self, text: str) -> Offer | None:
        """What the text is the code of; nothing here."""
        return None

    def meant(self, text: str) -> Sequence[Offer]:
        """What the text may mean, the likeliest first; nothing here."""
        return ()

    @classmethod
    def offered(cls, name: str, text: str, offers: Sequence[Offer], picked: str = "") -> dict[str, Any]:
        """What ``ui/forms/offers.html`` draws under the field ``name``: the offers for a text."""
        words = {"legend": cls.legend, "none": cls.none}
        return {"offers": offers, "picked": picked, "asked": text, "name": name, **words}

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Ask for suggestions while somebody types."""
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs["hx-get"] = self.address()
        attrs["hx-trigger"] = "input changed delay:250ms"
        if "id" in attrs:
            attrs["hx-target"] = f"#{attrs['id']}_usulan"
        return attrs

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """What was picked for this text, else the text: without script an older pick may still be there."""
        typed, picked = str(data.get(name, "")).strip(), str(data.get(f"{name}-pilihan", "")).strip()
        return picked if picked and typed == str(data.get(f"{name}-untuk", "")).strip() else typed

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add what was meant: something already known, or what the text may mean."""
        context = super().get_context(name, value, attrs)
        text = str(value or "")
        known = self.known(text)
        shown = known.name if known else text
        context["widget"]["value"] = shown
        context["widget"]["attrs"]["hx-vals"] = json.dumps({"nama": name})
        offers, picked = ([known], known.code) if known else (self.meant(text), "")
        return context | self.offered(name, shown, offers, picked)
