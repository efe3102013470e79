"""What a human may type about a time limit."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, Form
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.deadlines.models import EMERGENCY, TimeLimit
from satupintu.work.deadlines.telling import LEVELS
from satupintu.work.deadlines.words import Subject, TimeUnit, Urgency


def _urgencies() -> list[tuple[str, Any]]:
    return [("", _("Biasa dan segera")), *((str(word.rank), word.label) for word in Urgency)]


def _fields() -> list[tuple[str, Any]]:
    return [("", _("Semua bidang")), *ServiceField.choices()]


def _levels() -> list[tuple[str, Any]]:
    return [("", _("Semua tingkat")), *((str(number), label) for number, label in LEVELS.items())]


def _number(**more: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=366, **more)


class LimitForm(Form):
    """A new version of a limit."""

    subject = forms.TypedChoiceField(label=_("Untuk"), choices=Subject.choices, coerce=Subject)
    field = forms.ChoiceField(label=_("Bidang layanan"), choices=_fields, required=False)
    urgency = forms.TypedChoiceField(
        label=_("Seberapa mendesak?"), choices=_urgencies, coerce=int, required=False, empty_value=None
    )
    level = forms.TypedChoiceField(
        label=_("Kantor yang harus menjawab"), choices=_levels, coerce=int, required=False, empty_value=None
    )
    amount = _number(label=_("Dijawab dalam"), required=False)
    unit = forms.TypedChoiceField(
        label=_("Dihitung dalam"), choices=TimeUnit.choices, coerce=TimeUnit, initial=TimeUnit.WORKING_DAYS
    )
    withdrawn = forms.BooleanField(label=_("Cabut aturan daerah ini; ikuti aturan di atasnya"), required=False)
    remind_before = _number(
        label=_("Ingatkan sebelumnya"), help_text=_("Dalam satuan yang sama. 0: tidak diingatkan."), initial=1
    )
    climb_after = _number(
        label=_("Kalau terlambat, naik setingkat lagi setelah"),
        help_text=_("Dalam satuan yang sama. 0: hanya ke satu tingkat di atasnya."),
        initial=5,
    )
    valid_from = DayField(label=_("Berlaku mulai"), help_text=_("Untuk yang masuk mulai hari itu; janji lama tetap."))
    source = forms.CharField(
        label=_("Dasar aturan"), help_text=_("Mis. nomor SK atau standar pelayanan."), max_length=250
    )

    groups = (
        (_("Untuk apa"), ("subject", "field", "urgency", "level")),
        (_("Berapa lama"), ("amount", "unit", "withdrawn", "remind_before", "climb_after")),
        (_("Mulai kapan"), ("valid_from", "source")),
    )

    def __init__(self, *args: Any, area: Area | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area = area
        self.fields["valid_from"].initial = timezone.localdate()
        if area is None:
            del self.fields["withdrawn"]

    def clean(self) -> dict[str, Any]:
        """A length, unless the rule is taken back; an emergency by the clock; the reminder before the end."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        amount, before = words.get("amount"), words.get("remind_before") or 0
        if words.get("withdrawn"):
            return words
        if not amount and "amount" not in self.errors:
            self.add_error("amount", _("Tulis berapa lamanya."))
        elif amount and before >= amount:
            self.add_error("remind_before", _("Pengingat harus datang sebelum batas waktunya habis."))
        if words.get("urgency") == EMERGENCY and words.get("unit") != TimeUnit.CLOCK_HOURS:
            self.add_error("unit", _("Keluhan darurat dihitung dengan jam, bukan jam atau hari kerja."))
        return words

    def limit(self) -> TimeLimit:
        """The version as typed, not yet published."""
        words = dict(self.cleaned_data)
        if words.pop("withdrawn", False):
            words |= {"amount": None, "remind_before": 0, "climb_after": 0}
        return TimeLimit(area=self.area, **words)
