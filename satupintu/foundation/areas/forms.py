"""What a human may type about an area: one search field, anywhere in the house, and the next edition."""

import base64
import binascii
import gzip
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, DayField, FilterForm, Form
from satupintu.engine.ui.forms.suggesting import Offer, Suggesting
from satupintu.foundation.areas import rules
from satupintu.foundation.areas.editions import LARGEST_FILE, Row, read
from satupintu.foundation.areas.models import COUNTRY, Area, AreaQuerySet

OFFERED = 8
MOST_FAULTS = 20


class AreaSearch(Suggesting):
    """A text field under which areas are offered while one types; without script, after sending."""

    legend, none = _("Wilayah yang cocok"), _("Tidak ada wilayah yang cocok.")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.level: int | None = None
        self.inside: tuple[int, int] = COUNTRY

    def address(self) -> str:
        """Areas of the level, inside the span."""
        asked = {"tingkat": self.level or "", "dari": self.inside[0], "sampai": self.inside[1]}
        return f"/wilayah/usulan/?{urlencode(asked)}"

    def known(self, text: str) -> Offer | None:
        """The area of that code."""
        area = Area.objects.with_code(text)
        return offer(area) if area else None

    def meant(self, text: str) -> list[Offer]:
        """Areas that the text may mean."""
        return [offer(area) for area in Area.objects.suggest(text, self.inside, self.level, OFFERED)]


def offer(area: Area) -> Offer:
    """An area as it is offered: with its path, and the code that tells it from others of its name."""
    hint = f"{area.place} · {area.code}" if area.place else area.code
    return Offer(area.code, area.name, area.label, hint)


class AreaField(forms.CharField):
    """An area in force, typed by name or code: ``AreaField(level=4, inside=by.span)`` gives an `Area`.

    A name that only one area bears is enough; for several the officer picks one, each told with its path.
    """

    widget = AreaSearch
    default_error_messages = {
        "required": _("Tulis nama atau kode wilayahnya."),
        "unknown": _("Wilayah ini tidak ditemukan. Periksa ejaannya, atau tulis kodenya."),
        "several": _("Pilih wilayah yang dimaksud di bawah ini."),
    }

    def __init__(
        self, *, level: int | None = None, inside: tuple[int, int] = COUNTRY, required: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(required=required, max_length=80, **kwargs)
        self.narrow(level=level, inside=inside)

    def narrow(self, *, level: int | None, inside: tuple[int, int]) -> None:
        """Take only areas of this level inside this span."""
        self.level, self.inside = level, inside
        self.widget.level, self.widget.inside = level, inside

    def prepare_value(self, value: Any) -> Any:
        """Show an area by its code; the widget turns it into its name."""
        return value.code if isinstance(value, Area) else value

    def clean(self, value: Any) -> Area | None:
        """The area that was meant. Raises ValidationError when none or several may be."""
        text = super().clean(value)
        if not text:
            return None
        found = Area.objects.suggest(text, self.inside, self.level, OFFERED)
        same = [area for area in found if _says(text, area)]
        if not found:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        if len(same) != 1:
            raise forms.ValidationError(self.error_messages["several"], code="several")
        return same[0]


def _says(text: str, area: Area) -> bool:
    """Whether the text is the area's code, its name, or its name with its path."""
    names = (rules.name_key(text, area.level), rules.name_key(text))
    return rules.number_of(text) == area.number or area.name_key in names or rules.name_key(area.full_name) in names


class AreaFilter(FilterForm):
    """Areas in force, or those whose code has ended."""

    keadaan = forms.ChoiceField(label=_("Kode"), choices=[("", _("Berlaku")), ("berakhir", _("Sudah berakhir"))])

    def narrow(self, rows: AreaQuerySet) -> AreaQuerySet:
        """The rows in force unless the ended ones are asked for."""
        return rows.filter(ended__isnull=False) if self.cleaned_data["keadaan"] else rows.current()


class EditionForm(Form):
    """The next edition: its decree and its file."""

    decree = forms.CharField(
        label=_("Nomor keputusan"), help_text=_("Misalnya: Kepmendagri 300.2.2-2138/2025"), max_length=120
    )
    decree_date = DayField(label=_("Tanggal keputusan"), no_future=True)
    file = forms.FileField(
        label=_("Berkas daftar wilayah"),
        help_text=_("CSV (boleh .gz) dengan kolom code, name, level, kind, untuk seluruh Indonesia."),
    )
    rows: list[Row]

    def clean_file(self) -> Any:
        """The rows of the file, kept in ``rows``. Raises ValidationError with the first faults, line by line."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST_FILE:
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk sebuah daftar wilayah."))
        self.content = upload.read()
        self.rows, faults = read(self.content)
        if faults:
            more = len(faults) - MOST_FAULTS
            said = [fault.sentence for fault in faults[:MOST_FAULTS]]
            raise forms.ValidationError(
                [*said, _("… dan %(count)d kesalahan lagi.") % {"count": more}] if more > 0 else said
            )
        return upload


class AdoptionForm(Form):
    """The edition that was looked at, on its way back: decree, date, the list itself, and what was decided."""

    draft = False
    decree = forms.CharField(max_length=120, widget=forms.HiddenInput)
    decree_date = forms.DateField(widget=forms.HiddenInput)
    source = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    newest = forms.IntegerField(required=False, widget=forms.HiddenInput)
    content = forms.CharField(widget=forms.HiddenInput)
    decided = forms.MultipleChoiceField(label=_("Pengganti yang Anda setujui"), required=False, widget=CheckCards)
    rows: list[Row]

    def clean_content(self) -> str:
        """The list, read again: what was shown is what is adopted."""
        packed = self.cleaned_data["content"]
        try:
            self.rows, faults = read(base64.b64decode(packed, validate=True))
        except binascii.Error:
            faults = [None]  # type: ignore[list-item]
        if faults:
            raise forms.ValidationError(_("Berkasnya rusak di jalan. Unggah sekali lagi."))
        return packed


def packed(content: bytes) -> str:
    """A file as it travels with the page: compressed, in letters."""
    plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    return base64.b64encode(gzip.compress(plain, 9)).decode()
