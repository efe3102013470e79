"""What a human may write in reply to a letter."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import Cards, DayField, FilterForm, Form
from satupintu.foundation.access import Guest
from satupintu.foundation.access.guest import NAME, POSITION
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.offices.models import Office
from satupintu.work.referrals.actions.urging import superiors
from satupintu.work.referrals.models import ReferralQuerySet
from satupintu.work.referrals.words import Reason, Status

LONG = {"rows": 4}


def _long(label: Any, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, required=required, widget=forms.Textarea(LONG), max_length=2000)


class ReplyForm(StepForm):
    """A reply with a paper, if there is one. A guest also says who answers: ``signature``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"] = UploadField(
            label=_("Berkas"), required=False, help_text=_("JPG, PNG atau PDF, paling besar 5 MB.")
        )
        if isinstance(self.by, Guest):
            self.fields["guest_name"] = forms.CharField(label=_("Nama Anda"), max_length=NAME, initial=self.by.name)
            self.fields["guest_position"] = forms.CharField(
                label=_("Jabatan Anda"), max_length=POSITION, initial=self.by.position
            )

    @property
    def signature(self) -> tuple[str, str]:
        """Who answers, as a guest typed it: name and position."""
        return self.cleaned_data["guest_name"], self.cleaned_data["guest_position"]

    def words(self) -> dict[str, Any]:
        """The words of the reply and its papers, without the signature."""
        words = {name: value for name, value in super().words().items() if not name.startswith("guest_")}
        paper = words.pop("paper", None)
        return words | {"papers": (paper,) if paper else ()}


class NoteForm(ReplyForm):
    """A word along with the reply, which may be left out."""

    text = _long(_("Catatan"), required=False)


class WordForm(ReplyForm):
    """A reply that needs words."""

    text = _long(_("Tulis di sini"))


class ReasonForm(ReplyForm):
    """A refusal, which needs a reason."""

    reason = forms.TypedChoiceField(choices=Reason.choices, coerce=Reason, label=_("Alasannya"), widget=Cards())
    text = _long(_("Penjelasan"), required=False)

    def clean(self) -> dict[str, Any]:
        """Another reason has to be explained."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("reason") == Reason.OTHER and not words.get("text"):
            self.add_error("text", _("Jelaskan alasannya."))
        return words


class NotServedForm(ReasonForm):
    """Why the person was not served; after an appointment that was not kept, most likely because nobody came."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.subject.waits_for_word:
            self.fields["reason"].initial = Reason.ABSENT


class MeetingForm(ReplyForm):
    """When and where the citizen is expected."""

    meet_on = DayField(label=_("Tanggal"))
    meet_time = forms.TimeField(
        label=_("Jam"),
        input_formats=["%H.%M", "%H:%M", "%H"],
        widget=forms.TimeInput({"inputmode": "decimal", "autocomplete": "off"}, format="%H.%M"),
        help_text=_("Misalnya 09.30."),
        error_messages={"invalid": _("Jam ini tidak terbaca. Tulis misalnya 09.30.")},
    )
    meet_place = forms.CharField(label=_("Tempat"), max_length=200, help_text=_("Gedung, lantai, ruang, atau alamat."))
    text = _long(_("Yang perlu dibawa atau diketahui warga"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meet_on"].initial = timezone.localdate() + timedelta(days=1)
        self.fields["meet_time"].initial = "09.00"

    def clean(self) -> dict[str, Any]:
        """A moment that is still to come, by the clock of the place one works in."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("meet_on") and words.get("meet_time") is not None:
            words["meet_at"] = timezone.make_aware(datetime.combine(words["meet_on"], words["meet_time"]))
            if words["meet_at"] <= timezone.now():
                self.add_error("meet_on", _("Waktu itu sudah lewat."))
        return words

    def words(self) -> dict[str, Any]:
        """Day and time as one moment."""
        return {name: value for name, value in super().words().items() if name not in {"meet_on", "meet_time"}}


class PlainForm(StepForm):
    """A step that asks for nothing."""

    draft = False


class WithdrawForm(StepForm):
    """Why a letter is taken back."""

    text = _long(_("Mengapa surat ini dicabut?"))


class RemindForm(StepForm):
    """A word along with the reminder."""

    text = _long(_("Pesan"), required=False)


class EscalateForm(StepForm):
    """Before whom, and why."""

    to = forms.ModelChoiceField(Office.objects.none(), label=_("Diteruskan ke"))
    text = _long(_("Mengapa perlu diteruskan?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        offered = superiors(self.subject)
        to.queryset = Office.objects.filter(pk__in=[one.pk for one in offered]).order_by("-area_id")
        to.initial = offered[0] if offered else None


class CodeForm(Form):
    """The code that stands on a letter. After a link it is known already and need not be typed."""

    draft = False
    code = forms.CharField(
        label=_("Kode jawaban"),
        max_length=60,
        help_text=_("Tertulis di surat, misalnya K3QF-9M2P-AB3C-XY45."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["code"]


class ReferralFilter(FilterForm):
    """What a list of letters can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("Semua")), *Status.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: ReferralQuerySet) -> ReferralQuerySet:
        """The letters that the filter lets through."""
        status = self.cleaned_data.get("status")
        return rows.filter(status=status) if status else rows
