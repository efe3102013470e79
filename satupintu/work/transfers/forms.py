"""What a human may type about a transfer: to which office, and the answers to it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, FilterForm
from satupintu.engine.ui.forms.suggesting import Offer, Suggesting
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Office
from satupintu.work.transfers.models import TransferQuerySet
from satupintu.work.transfers.receivers import named, nearest_first, takers
from satupintu.work.transfers.words import Refusal, Status

OFFERED = 6
"""Offices offered under the field."""


class ReceiverSearch(Suggesting):
    """A text field under which offices are offered: the nearest ones, then those that fit what is typed."""

    legend, none = _("Kantor yang cocok"), _("Tidak ada kantor yang cocok.")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.matter: dict[str, Any] = {}
        self.first: Office | None = None

    def use_required_attribute(self, initial: Any) -> bool:
        """An office is picked without a word typed: the browser must not ask for words."""
        return False

    def address(self) -> str:
        """Offices that could take such a matter."""
        return f"/pelimpahan/kantor/?{urlencode(self.matter)}"

    def known(self, text: str) -> Offer | None:
        """The office of that code, if it could take the matter."""
        return next((one for one in self.meant(text) if one.code == text), None) if text else None

    def meant(self, text: str) -> list[Offer]:
        """Offices that the text fits; without one the office that such a matter usually belongs to before the nearest."""
        found = receivers(text, **self.matter)
        if self.first is not None and not text.strip():
            found = [self.first, *(one for one in found if one != self.first)][:OFFERED]
        return [offer(one) for one in found]


def offer(office: Office) -> Offer:
    """An office as it is offered: with the area that it serves."""
    return Offer(office.code, office.name, office.name, office.area.full_name if office.area else "")


def receivers(text: str, *, desa: int, bidang: str, sifat: int, kecuali: int) -> list[Office]:
    """The first offices that could take such a matter over and fit the text, the nearest first; without text the nearest.

    ``desa`` is where the matter lies, ``bidang`` its field, ``sifat`` how sensitive it is, ``kecuali`` the own office.
    """
    able = takers(field=bidang, clearance=sifat).exclude(pk=kecuali)
    found = named(able, text) if text.strip() else able
    offices = list(nearest_first(found, desa)[:OFFERED])
    places = {area.pk: area for area in Area.objects.filter(pk__in=[one.area_id for one in offices]).with_paths()}
    for one in offices:
        one.area = places.get(one.area_id or 0)
    return offices


class ReceiverField(forms.CharField):
    """An office that can take a matter over, typed by name, place or code; gives an `Office`."""

    widget = ReceiverSearch
    default_error_messages = {
        "required": _("Tulis nama kantor atau desanya, lalu pilih."),
        "unknown": _("Kantor ini tidak ditemukan, atau belum punya petugas yang boleh memutuskan keluhan seperti ini."),
        "several": _("Pilih kantor yang dimaksud di bawah ini."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=160, **kwargs)
        self.matter: dict[str, Any] = {}

    def narrow(self, *, village: int, field: str, clearance: int, besides: int, first: Office | None = None) -> None:
        """Take only offices that could own a matter of this field and sensitivity, which lies in that village.

        ``first`` is whose such a matter usually is: offered before the nearest ones.
        """
        self.matter = {"desa": village, "bidang": field, "sifat": clearance, "kecuali": besides}
        self.widget.matter, self.widget.first = self.matter, first

    def clean(self, value: Any) -> Office | None:
        """The office that was meant. Raises ValidationError when none or several may be."""
        text = super().clean(value)
        if not text:
            return None
        found = receivers(text, **self.matter)
        exact = [one for one in found if text.casefold() in {one.code.casefold(), one.name.casefold()}]
        if not found:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        if len(exact) != 1 and len(found) != 1:
            raise forms.ValidationError(self.error_messages["several"], code="several")
        return exact[0] if exact else found[0]


def _long(label: Any, *, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea({"rows": 4}), max_length=2000, **more)


class AcceptForm(StepForm):
    """A word along with the acceptance."""

    text = _long(_("Catatan untuk pengirim"), required=False)


class RefuseForm(StepForm):
    """Why this office does not take it over."""

    reason = forms.TypedChoiceField(choices=Refusal.choices, coerce=Refusal, label=_("Alasannya"), widget=Cards())
    text = _long(_("Penjelasan"), required=False)

    def clean(self) -> dict[str, Any]:
        """Another reason has to be explained."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("reason") == Refusal.OTHER and not words.get("text"):
            self.add_error("text", _("Jelaskan alasannya."))
        return words


class WithdrawForm(StepForm):
    """Why it is taken back."""

    text = _long(_("Mengapa ditarik kembali?"))


class TransferFilter(FilterForm):
    """What a list of offers can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("Semua")), *Status.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: TransferQuerySet) -> TransferQuerySet:
        """The offers that the filter lets through."""
        status = self.cleaned_data.get("status")
        return rows.filter(status=status) if status else rows
