"""Which two editions are compared."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import FilterForm
from satupintu.registry.people.models import ListEdition


class EditionsForm(FilterForm):
    """An older and a newer edition; without a word the two newest of the list that was published last."""

    lama = forms.ModelChoiceField(ListEdition.objects.none(), label=_("Edisi lama"))
    baru = forms.ModelChoiceField(ListEdition.objects.none(), label=_("Edisi baru"))

    def __init__(self, data: Mapping[str, Any]) -> None:
        known = ListEdition.objects.order_by("-as_of", "-pk")
        usual = _two_newest(list(known))
        super().__init__(usual | {name: value for name, value in data.items() if value})
        for name in ("lama", "baru"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known

    def clean(self) -> dict[str, Any]:
        """Two editions of one list, and not the same one twice."""
        words = super().clean() or self.cleaned_data
        old, new = words.get("lama"), words.get("baru")
        if old and new and (old.list != new.list or old == new):
            self.add_error("lama", _("Pilih dua edisi yang berbeda dari daftar yang sama."))
        return words

    @property
    def editions(self) -> tuple[ListEdition, ListEdition] | None:
        """The two; None where they cannot be compared."""
        if not self.is_valid() or not (self.cleaned_data["lama"] and self.cleaned_data["baru"]):
            return None
        return self.cleaned_data["lama"], self.cleaned_data["baru"]


def _two_newest(known: list[ListEdition]) -> dict[str, Any]:
    for new in known:
        older = next((one for one in known if one.list == new.list and one.as_of < new.as_of), None)
        if older is not None:
            return {"lama": str(older.pk), "baru": str(new.pk)}
    return {}
