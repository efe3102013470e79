"""What a citizen may type: number and code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.work.complaints.intake import plain_number

CODE_LOOK = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class FollowForm(Form):
    """Number and code from the receipt."""

    number = forms.CharField(
        label=_("Nomor keluhan"),
        help_text=_("Ada di tanda terima, misalnya P7302032006-K26-0042."),
        max_length=60,
        widget=forms.TextInput(CODE_LOOK),
    )
    code = forms.CharField(
        label=_("Kode lacak"),
        help_text=_("Enam belas huruf dan angka, misalnya K3QF-7ABC-MN2P-XY4Z."),
        max_length=40,
        widget=forms.TextInput(CODE_LOOK),
    )

    draft = False
    private = ("number", "code")

    def clean_number(self) -> str:
        """As it is kept."""
        return plain_number(self.cleaned_data["number"])
