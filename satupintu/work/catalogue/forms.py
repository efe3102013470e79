"""What a human may type about a service and what it asks for."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, Form
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.areas.models import COUNTRY
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.catalogue.actions import Line
from satupintu.work.catalogue.models import RequirementSet, Service

MOST_LINES = 20


class ServiceForm(Form):
    """What is known about a service. ``inside`` is the span of areas that may be chosen."""

    name = forms.CharField(label=_("Nama layanan"), max_length=120)
    name_en = forms.CharField(label=_("Nama dalam bahasa Inggris"), max_length=120, required=False)
    field = forms.TypedChoiceField(label=_("Bidang layanan"), choices=ServiceField.choices, coerce=ServiceField)
    area = AreaField(label=_("Ditawarkan di"), help_text=_("Nama atau kode wilayah."))
    valid_from = DayField(label=_("Berlaku mulai"))
    valid_to = DayField(label=_("Berlaku sampai"), required=False)
    position = forms.IntegerField(label=_("Urutan di lembar"), min_value=1, max_value=999, initial=100)
    daily = forms.BooleanField(label=_("Tampil di buku harian"), required=False, initial=True)

    def __init__(self, *args: Any, inside: tuple[int, int], service: Service | None = None, **kwargs: Any) -> None:
        if service is not None:
            names = ("name", "name_en", "field", "valid_from", "valid_to", "position", "daily")
            kwargs |= {"initial": {name: getattr(service, name) for name in names}, "seen": service.version}
        super().__init__(*args, **kwargs)
        area = self.fields["area"]
        area.narrow(level=None, inside=inside)  # type: ignore[attr-defined]
        if inside == COUNTRY:
            area.required, area.help_text = False, _("Kosong berarti seluruh Indonesia.")
        if service is None:
            self.fields["valid_from"].initial = timezone.localdate()
        else:
            del self.fields["area"]

    def clean(self) -> dict[str, Any]:
        """The last day does not come before the first."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = words.get("valid_from"), words.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("Hari terakhir tidak boleh sebelum hari pertama."))
        return words

    def service(self) -> Service:
        """A new service as typed; its code comes from its name."""
        code = slugify(self.cleaned_data["name"])[:40] or "layanan"
        taken = set(Service.objects.filter(code__startswith=code).values_list("code", flat=True))
        free = next(one for one in (code, *(f"{code}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
        return Service(code=free, **self.cleaned_data)


class RequirementForm(Form):
    """A new version of the list, a few lines longer than the one in force."""

    valid_from = DayField(label=_("Berlaku mulai"))
    note = forms.CharField(label=_("Apa yang berubah, dan mengapa?"), required=False, max_length=500)

    def __init__(self, *args: Any, now: RequirementSet | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].initial = timezone.localdate()
        lines = list(now.lines.all()) if now else []
        groups: list[tuple[Any, list[str]]] = []
        for place in range(min(MOST_LINES, len(lines) + 3)):
            line = lines[place] if place < len(lines) else None
            names = [f"{part}{place}" for part in ("document", "obligatory", "note")]
            self.fields[names[0]] = forms.CharField(
                label=_("Berkas"), required=False, max_length=160, initial=line.document if line else ""
            )
            self.fields[names[1]] = forms.BooleanField(
                label=_("Wajib dibawa"), required=False, initial=line.obligatory if line else True
            )
            self.fields[names[2]] = forms.CharField(
                label=_("Penjelasan untuk warga"), required=False, max_length=250, initial=line.note if line else ""
            )
            groups.append((gettext("Berkas %(place)s") % {"place": place + 1}, names))
        self.groups = groups

    def clean(self) -> dict[str, Any]:
        """At least one paper, and none twice."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for name in (name for name in self.fields if name.startswith("document")):
            document = (words.get(name) or "").casefold()
            if document and document in seen:
                self.add_error(name, _("Berkas ini sudah ditulis di atas."))
            seen.add(document)
        if not seen - {""}:
            self.add_error("document0", _("Tulis sedikitnya satu berkas."))
        return words

    def lines(self) -> list[Line]:
        """The papers as typed; an empty line is left out."""
        words = self.cleaned_data
        places = [name.removeprefix("document") for name in self.fields if name.startswith("document")]
        return [
            Line(words[f"document{place}"], words[f"obligatory{place}"], words[f"note{place}"])
            for place in places
            if words[f"document{place}"]
        ]

    def first_day(self) -> date:
        """From when the list counts."""
        day: date = self.cleaned_data["valid_from"]
        return day
