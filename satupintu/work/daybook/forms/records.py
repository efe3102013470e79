"""The day's sheet as one form, one entry with card numbers, and a correction."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, Form
from satupintu.engine.ui.forms.form import KitField
from satupintu.foundation.access.steps import StepForm
from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.actions import Entry
from satupintu.work.daybook.forms.days import still_open
from satupintu.work.daybook.models import ServiceRecord
from satupintu.work.daybook.rules import MOST


def _number(label: Any, **rest: Any) -> forms.IntegerField:
    box = forms.NumberInput({"inputmode": "numeric", "min": "0", "max": str(MOST)})
    return forms.IntegerField(label=label, min_value=0, max_value=MOST, widget=box, **rest)


class Line(NamedTuple):
    """One service on the sheet: two boxes, and what stands there already."""

    service: Service
    visitors: KitField
    kk: KitField
    people: int
    cards: int


class SheetForm(Form):
    """The sheet of a day: for each service, how many more came and for how many more family cards."""

    template_name = "daybook/sheet.html"
    draft = False

    def __init__(
        self, *args: Any, services: Sequence[Service], sums: dict[int, tuple[int, int]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.services, self.sums = list(services), sums
        for service in self.services:
            self.fields[f"visitors{service.pk}"] = _number(_("Orang"), required=False)
            self.fields[f"kk{service.pk}"] = _number(_("KK"), required=False)

    def lines(self) -> list[Line]:
        """What the page draws."""
        return [
            Line(one, self[f"visitors{one.pk}"], self[f"kk{one.pk}"], *self.sums.get(one.pk, (0, 0)))  # type: ignore[arg-type]
            for one in self.services
        ]

    def clean(self) -> dict[str, Any]:
        """At least one number on the whole sheet."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(words.values()):
            raise forms.ValidationError(_("Isi sedikitnya satu angka."))
        return words

    def entries(self) -> list[Entry]:
        """The lines that were filled in."""
        words = self.cleaned_data
        numbers = ((one, words[f"visitors{one.pk}"] or 0, words[f"kk{one.pk}"] or 0) for one in self.services)
        return [Entry(one, visitors, kk) for one, visitors, kk in numbers if visitors or kk]


class _Counted(StepForm):
    """How many, and which cards."""

    visitors = _number(_("Jumlah pengunjung"), initial=1)
    kk = _number(_("Jumlah KK"), initial=1)
    cards = forms.CharField(
        label=_("Nomor KK"),
        help_text=_("Boleh lebih dari satu, satu nomor satu baris."),
        required=False,
        widget=forms.Textarea({"rows": 3, "inputmode": "numeric"}),
        max_length=2000,
    )
    note = forms.CharField(label=_("Keterangan"), required=False, max_length=250)

    private = ("cards", "note")

    def clean_cards(self) -> tuple[str, ...]:
        """Sixteen digits each, blanks and dots do not matter."""
        lines = (re.sub(r"[\s.\-]", "", line) for line in re.split(r"[\n,;]+", self.cleaned_data["cards"]))
        cards = tuple(dict.fromkeys(line for line in lines if line))
        for card in cards:
            if not (card.isascii() and card.isdecimal() and len(card) == 16):
                raise forms.ValidationError(
                    _("Nomor KK harus 16 angka; salah satu berisi %(count)s."), params={"count": len(card)}
                )
        return cards

    def clean(self) -> dict[str, Any]:
        """Somebody came, or some card was listed."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (words["visitors"] or words["kk"] or words["cards"]):
            self.add_error("visitors", _("Isi jumlah pengunjung atau KK."))
        return words


class EntryForm(_Counted):
    """One entry, about somebody who was looked up or nobody known. ``services`` are offered on the day."""

    service = forms.ModelChoiceField(Service.objects.none(), label=_("Layanan"))
    day = DayField(label=_("Tanggal"), no_future=True)
    field_order = ("service", "day", "visitors", "kk", "cards", "note")

    def __init__(self, *args: Any, services: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        service = self.fields["service"]
        assert isinstance(service, forms.ModelChoiceField)
        service.queryset = services
        self.fields["day"].initial = day

    def clean_day(self) -> date:
        """A day that may still be written about."""
        return still_open(self.cleaned_data["day"], self.by)

    def entry(self, **about: Any) -> Entry:
        """What was typed, as the action takes it."""
        words = {name: value for name, value in self.cleaned_data.items() if name != "day"}
        return Entry(**words, **about)


class CorrectForm(_Counted):
    """An entry put right; none and none means that it never was."""

    service = forms.ModelChoiceField(Service.objects.none(), label=_("Layanan"))
    reason = forms.CharField(label=_("Mengapa dibetulkan?"), max_length=250)
    field_order = ("service", "visitors", "kk", "cards", "note", "reason")

    def __init__(self, *args: Any, services: Any, **kwargs: Any) -> None:
        record: ServiceRecord = kwargs["subject"]
        listed = "\n".join(card.kk_number for card in record.cards.all())
        shown = {name: getattr(record, name) for name in ("service", "visitors", "kk", "note")} | {"cards": listed}
        super().__init__(*args, initial=shown, **kwargs)
        service = self.fields["service"]
        assert isinstance(service, forms.ModelChoiceField)
        service.queryset = services
        self.fields["visitors"].help_text = _("Tulis 0 kalau catatan ini seharusnya tidak ada.")

    def clean(self) -> dict[str, Any]:
        """Nothing at all is a correction too."""
        words: dict[str, Any] = super(_Counted, self).clean() or self.cleaned_data
        return words

    def entry(self) -> Entry:
        """What was typed, as the action takes it; person and household stay as they were."""
        words = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return Entry(**words, person=self.subject.person, household=self.subject.household)
