"""What every proposal asks: the ground, why, and the files that prove it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.ui.forms import Cards, Form
from satupintu.lib.nik import NotANumber
from satupintu.registry.changes import frozen
from satupintu.registry.changes.actions import Proposal
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Basis, Kind
from satupintu.registry.people.concerns import Concern, concerns
from satupintu.registry.people.models import Household, Person

WHY = (_("Dasar dan bukti"), ("basis", "reason", "evidence", "evidence_more"))


def long_field(label: Any, *, required: bool = True, **more: Any) -> forms.CharField:
    """A field for some sentences."""
    return forms.CharField(label=label, required=required, max_length=2000, widget=forms.Textarea({"rows": 3}), **more)


class ProposalForm(Form):
    """What every kind asks: the ground, why, and the files that prove it.

    ``person`` and ``household`` are whom it is about; ``request`` is the returned proposal that is sent again.
    """

    kind: Kind
    basis = forms.TypedChoiceField(
        label=_("Dasar usulan"),
        choices=Basis.choices,
        coerce=Basis,
        widget=Cards(
            hints={
                Basis.MUSDES: _("Dibahas dan diputuskan dalam musdes; berita acara dan daftar hadir diunggah di sana."),
                Basis.STATEMENT: _("Tanpa musdes: surat pernyataan tanggung jawab mutlak diunggah sesudah ini."),
            }
        ),
        initial=Basis.MUSDES,
    )
    reason = long_field(_("Mengapa diusulkan?"), help_text=_("Yang terjadi dan sejak kapan, dengan kata-kata biasa."))
    evidence = UploadField(label=_("Berkas bukti"), required=False, help_text=_("Foto atau PDF: KTP, KK, akta, surat."))
    evidence_more = UploadField(label=_("Berkas bukti lain"), required=False)
    groups: Any = (WHY,)
    private: Any = ("reason",)

    def __init__(
        self,
        *args: Any,
        by: Any,
        person: Person | None = None,
        household: Household | None = None,
        request: ChangeRequest | None = None,
        **kwargs: Any,
    ) -> None:
        self.by, self.person, self.household, self.request = by, person, household, request
        kwargs["initial"] = self.shown() | (kwargs.get("initial") or {})
        super().__init__(*args, **self.handed_on(), **kwargs)

    def handed_on(self) -> dict[str, Any]:
        """What another base of the form wants to know."""
        return {}

    def shown(self) -> dict[str, Any]:
        """What the fields show at first: of a returned proposal what was sent."""
        return {"basis": self.request.basis, "reason": self.request.reason} if self.request else {}

    def enclosed(self) -> list[Inspected]:
        """The files that were sent along."""
        sent = (self.cleaned_data.get(name) for name in ("evidence", "evidence_more"))
        return [file for file in sent if file]

    def proposal(self) -> Proposal:
        """What was typed, as the action takes it."""
        before, after, details = self.told()
        typed = self.cleaned_data
        return Proposal(
            kind=self.kind,
            basis=typed["basis"],
            title=self.title()[:160],
            before=before,
            after=after,
            details=details,
            person=self.person,
            household=self.household,
            reason=typed["reason"],
        )

    def title(self) -> str:
        """Who it is about, as a list shows it."""
        if self.person is not None:
            return self.person.shown_name
        return str(self.household) if self.household is not None else ""

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Before, after, details: each kind says its own."""
        return {}, {}, {}

    def newcomers(self) -> Sequence[frozen.Plain]:
        """What was typed about each who is new to the register, as it is frozen; nobody in most kinds."""
        return ()

    def known_already(self) -> list[Concern]:
        """People of the own area who are likely those that are proposed as new; a valid form answers it.

        Nothing once the officer has ticked that they are others; the box appears with the first question.
        """
        if self.data.get("sure"):
            return []
        found: dict[int, Concern] = {}
        for told in self.newcomers():
            who = frozen.particulars(told, self.by.area_id)
            found |= {one.person.pk: one for one in concerns(who, told.get("kk_number") or "") if one.person}
        if found:
            self.ask_whether_sure()
        return list(found.values())

    def ask_whether_sure(self) -> None:
        """Add the box that has to be ticked when somebody like that is known."""
        self.fields["sure"] = forms.BooleanField(label=_("Sudah saya periksa, ini orang lain"), required=False)
        self.groups = (*self.groups, (_("Sudah diperiksa?"), ("sure",)))


def digits(text: str, reader: Any) -> str:
    """Sixteen digits or nothing, read by `read_nik` or `read_kk`. Raises ValidationError."""
    if not text.strip():
        return ""
    try:
        return str(reader(text).digits)
    except NotANumber as problem:
        raise forms.ValidationError(problem.sentence) from None
