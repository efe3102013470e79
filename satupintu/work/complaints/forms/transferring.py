"""A complaint that belongs to another office: to which, why, and what is said of it before it is accepted."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.foundation.access.steps import StepForm
from satupintu.work.complaints import ways
from satupintu.work.complaints.forms.words import LONG, one_of
from satupintu.work.complaints.models import Complaint
from satupintu.work.transfers.forms import ReceiverField
from satupintu.work.transfers.words import Reason


class TransferForm(StepForm):
    """To which office, and why it is theirs. The name, the story and the papers go along only when they accept."""

    to = ReceiverField(
        label=_("Dilimpahkan ke kantor"),
        help_text=_("Tulis nama kantor, desa, atau kabupatennya. Kantor terdekat ada di bawah."),
    )
    reason = one_of(Reason, _("Mengapa ini milik kantor itu?"))
    note = forms.CharField(
        label=_("Penjelasan alasan"), required=False, widget=forms.Textarea({"rows": 2}), max_length=1000
    )
    summary = forms.CharField(
        label=_("Uraian untuk kantor penerima"),
        help_text=_(
            "Tanpa nama, NIK, atau alamat. Mereka membaca ini sebelum menerima; nama, cerita, dan berkas terbuka sesudahnya."
        ),
        widget=forms.Textarea(LONG),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        complaint: Complaint = self.subject
        usual = ways.suggested_owner(complaint, self.by)
        to = self.fields["to"]
        assert isinstance(to, ReceiverField)
        to.narrow(
            village=complaint.village_id,
            field=complaint.field,
            clearance=complaint.clearance,
            besides=complaint.handler_office_id,
            first=usual.office if usual else None,
        )
        if usual is not None:
            said = {"office": usual.office.name, "reason": usual.reason}
            to.help_text = _t("Biasanya milik %(office)s. %(reason)s Kantor lain: tulis nama atau daerahnya.") % said

    def clean(self) -> dict[str, Any]:
        """Another reason has to be explained; whom it is about is not said yet."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("reason") == Reason.OTHER and not words.get("note"):
            self.add_error("note", _("Jelaskan alasannya."))
        for name in ("note", "summary"):
            if self._names_somebody(words.get(name, "")):
                self.add_error(name, _("Uraian ini menyebut nama atau NIK. Tulis tanpa menyebut siapa orangnya."))
        return words

    def _names_somebody(self, text: str) -> bool:
        """Whether it says who the complaint is about: the name as it was taken down, or sixteen digits."""
        complaint: Complaint = self.subject
        known = {complaint.about, complaint.person.name if complaint.person else ""}
        digits = "".join(sign if sign.isdecimal() else "" if sign in " .-" else "/" for sign in text)
        long = any(len(part) >= 16 for part in digits.split("/"))
        return long or any(name and name.casefold() in text.casefold() for name in known)
