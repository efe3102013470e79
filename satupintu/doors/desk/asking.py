"""The question of which day a page is to show."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, FilterForm


class AsOf(FilterForm):
    """``?pada=``: the day whose state is asked for."""

    pada = DayField(label=_("Keadaan pada tanggal"), no_future=True)

    @property
    def day(self) -> date | None:
        """The day; None when none was asked for or it cannot be read."""
        found: date | None = self.cleaned_data["pada"] if self.is_bound and self.is_valid() else None
        return found
