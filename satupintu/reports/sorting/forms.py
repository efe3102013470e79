"""What a reader of tables chooses: who is counted, as of which day, where, and what narrows them further."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.ui.forms import DayField, FilterForm, Form
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL
from satupintu.registry.people.words import Sex
from satupintu.reports.sorting import columns, rules
from satupintu.reports.sorting.columns import UNKNOWN
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.words import HeldNik, Population, Presence, TableKind

OLDEST = 130
WHO = ("populasi", "hari", "wilayah")
MORE = ("kelamin", "dari", "sampai", "hanya", "keadaan", "nik", "desil")
"""The questions of a selection by their names in the address."""
ASKED = (*WHO, *MORE)


class PopulationForm(FilterForm):
    """Who is counted, as of which day, where."""

    populasi = forms.ChoiceField(label=gettext_lazy("Siapa"), choices=Population.choices)
    hari = DayField(label=gettext_lazy("Umur per tanggal"))
    wilayah = forms.ChoiceField(label=gettext_lazy("Wilayah"))

    def __init__(self, data: Mapping[str, Any], *, areas: list[Area]) -> None:
        super().__init__(data)
        if len(areas) > 1:
            self.fields["wilayah"].choices = [(str(one.number), one.label) for one in areas]  # type: ignore[attr-defined]
        else:
            del self.fields["wilayah"]


class NarrowingForm(FilterForm):
    """What narrows a population further."""

    kelamin = forms.ChoiceField(label=gettext_lazy("Jenis kelamin"))
    dari = forms.IntegerField(label=gettext_lazy("Dari umur"), min_value=0, max_value=OLDEST)
    sampai = forms.IntegerField(label=gettext_lazy("Sampai umur"), min_value=0, max_value=OLDEST)
    hanya = forms.MultipleChoiceField(label=gettext_lazy("Hanya yang …"), widget=forms.SelectMultiple({"size": 6}))
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), choices=Presence.choices)
    nik = forms.ChoiceField(label=gettext_lazy("NIK"))
    desil = forms.IntegerField(label=gettext_lazy("Desil paling tinggi"), min_value=1, max_value=10)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.fields["kelamin"].choices = [("", _("Semua")), *Sex.choices()]  # type: ignore[attr-defined]
        self.fields["nik"].choices = [("", _("Semua")), *HeldNik.choices()]  # type: ignore[attr-defined]
        self.fields["hanya"].choices = traits_offered()  # type: ignore[attr-defined]

    @property
    def is_used(self) -> bool:
        """Whether anything narrows the population."""
        return self.is_valid() and any(
            value
            for name, value in self.cleaned_data.items()
            if value and (name, value) != ("keadaan", Presence.PRESENT)
        )


def traits_offered() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every column of every table by a coded particular, in groups."""
    offered = []
    for kind in columns.VARIABLES:
        heads = [*columns.headings(kind)]
        ends = [(columns.NO_PAPERS, _("Tidak memiliki satu pun"))] if columns.is_set(kind) else []
        pairs = [*((one.number, one.label) for one in heads), *ends, (UNKNOWN, _("Tidak diketahui"))]
        offered.append((kind.label, [(f"{kind.value}:{number}", label) for number, label in pairs]))
    return offered


class SavedForm(Form):
    """What a selection is kept under."""

    name = forms.CharField(label=gettext_lazy("Nama saringan"), max_length=80)
    asked = forms.CharField(widget=forms.HiddenInput, max_length=2000)


class Asked:
    """What the address asks for, made whole: the usual where nothing, or nothing readable, was said."""

    def __init__(self, data: Mapping[str, Any], areas: list[Area]) -> None:
        today = timezone.localdate(timezone=CAPITAL)
        usual = {"populasi": Population.CHILDREN.value, "hari": f"{today:%d-%m-%Y}", "keadaan": Presence.PRESENT.value}
        known = usual | {name: value for name, value in _plain(data).items() if value}
        self._data, self.areas = data, areas
        self.who, self.more = PopulationForm(known, areas=areas), NarrowingForm(known)
        said = _said(self.who, today) | _said(self.more, today)
        self.area = next((one for one in areas if str(one.number) == said.get("wilayah", "")), areas[0])
        self.selection = Selection(
            population=Population(said["populasi"]) if said.get("populasi") else Population.CHILDREN,
            on=said.get("hari") or today,
            sex=said.get("kelamin") or "",
            age_from=said.get("dari"),
            age_to=said.get("sampai"),
            traits=_traits(said.get("hanya") or []),
            presence=Presence(said["keadaan"]) if said.get("keadaan") else Presence.PRESENT,
            nik=HeldNik(said["nik"]) if said.get("nik") else None,
            desil=said.get("desil"),
        )
        kind = data.get("tabel", "")
        self.kind = TableKind(kind) if kind in TableKind.codes() else TableKind.NUMBER
        self.query = [(name, one) for name, value in known.items() if name in ASKED for one in _many(value)]

    def said(self, name: str) -> str:
        """Another word of the address; "" when it says none."""
        return str(self._data.get(name, ""))

    @property
    def address(self) -> str:
        """All of it as the query of an address."""
        return f"{urlencode(self.query)}&tabel={self.kind.value}"

    @property
    def files(self) -> tuple[TableKind, ...]:
        """The tables that a file holds: the seven, and what is looked at if it is another."""
        return rules.PRESETS if self.kind in rules.PRESETS else (*rules.PRESETS, self.kind)


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """The questions of a selection in a query, those of several answers as lists."""
    several = data.getlist if hasattr(data, "getlist") else lambda name: _many(data.get(name, []))
    found = {name: data.get(name, "") for name in ASKED if name != "hanya"}
    return found | {"hanya": [one for one in several("hanya") if one]}


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _said(form: FilterForm, today: date) -> dict[str, Any]:
    """What of a form can be read; the rest is shown as wrong and asks for nothing."""
    form.is_valid()
    said = dict(form.cleaned_data)
    day = said.get("hari")
    if day is not None and not 1945 <= day.year <= today.year + 20:
        form.add_error("hari", _("Tahunnya tidak masuk akal."))
        said["hari"] = None
    return said


def _traits(chosen: list[str]) -> dict[TableKind, frozenset[int]]:
    found: dict[TableKind, set[int]] = {}
    for one in chosen:
        code, _colon, number = one.partition(":")
        found.setdefault(TableKind(code), set()).add(int(number))
    return {kind: frozenset(numbers) for kind, numbers in found.items()}
