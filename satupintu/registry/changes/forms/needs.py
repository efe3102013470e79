"""Proposals about a kind of PPKS: that a person or household is of it, or no longer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, DayField
from satupintu.foundation.access.roles import clearance_of
from satupintu.lib.codelists import welfare
from satupintu.registry.changes import lines, needs, rules
from satupintu.registry.changes.forms.base import WHY, ProposalForm
from satupintu.registry.changes.words import Kind
from satupintu.registry.people import rules as people
from satupintu.registry.people.models import Household, Person, Ppks
from satupintu.registry.people.ppks import PpksForm, offer_kinds, offer_offices
from satupintu.registry.people.words import PpksEnd


class NeedForm(ProposalForm):
    """What both ask: a kind that may hurt rests on a statement, never on a meeting."""

    @property
    def subject(self) -> Person | Household:
        """Whose need it is."""
        found = self.person or self.household
        assert found is not None
        return found

    def _spare(self, code: str) -> None:
        basis = self.cleaned_data.get("basis")
        if basis and not rules.may_rest_on(basis, people.ppks_clearance(code)):
            self.add_error("basis", needs.NOT_DISCUSSED)


class NeedAddedForm(NeedForm):
    """A kind that somebody is of: which, since when, who says so, on what evidence, and who looks after it."""

    kind = Kind.PPKS_ADDED
    ppks, ppks_since, ppks_basis, ppks_evidence, ppks_office = (
        PpksForm.base_fields[name] for name in ("ppks", "since", "basis", "evidence", "office")
    )
    groups = ((_("PPKS"), ("ppks", "ppks_since", "ppks_basis", "ppks_evidence", "ppks_office")), WHY)
    private = ("ppks", "ppks_evidence", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ppks_evidence"].label = _("Bukti PPKS")
        offer_kinds(self.fields["ppks"], self.subject, min(rules.ON_PAPER, clearance_of(self.by.role)))
        offer_offices(self.fields["ppks_office"], self.subject, self.by)

    def shown(self) -> dict[str, Any]:
        """What was sent before."""
        if not self.request:
            return super().shown()
        sent, details = self.request.after, self.request.details
        told = {name: sent.get(name) for name in ("ppks_since", "ppks_basis", "ppks_evidence")}
        return super().shown() | told | {"ppks": sent["ppks"][2], "ppks_office": details.get("office")}

    def clean(self) -> dict[str, Any]:
        """A kind that holds already is not proposed again."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if code := typed.get("ppks"):
            self._spare(code)
            if needs.standing(self.subject, welfare.PPKS[code].key):
                self.add_error("ppks", _("Jenis ini sudah tercatat dan masih berlaku."))
        return typed

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Nothing before, the kind after, with the version of the list that its code is from."""
        typed = self.cleaned_data
        office = typed["ppks_office"]
        after = {
            "ppks": list(welfare.PPKS[typed["ppks"]].key),
            "ppks_since": typed["ppks_since"].isoformat(),
            "ppks_basis": typed["ppks_basis"],
            "ppks_evidence": typed["ppks_evidence"],
            "ppks_office": office.name if office else "",
        }
        return dict.fromkeys(needs.ADDED, ""), after, {"office": office.pk if office else None}


class NeedEndedForm(NeedForm):
    """A kind that somebody is of no longer: which, since when, why."""

    kind = Kind.PPKS_ENDED
    need = forms.TypedChoiceField(label=_("PPKS yang berakhir"), coerce=int, widget=Cards)
    ppks_until = DayField(label=_("Sejak tanggal"), no_future=True)
    ppks_because = forms.ChoiceField(label=_("Mengapa berakhir"), choices=PpksEnd.choices, widget=Cards)
    groups = ((_("PPKS"), ("need", "ppks_until", "ppks_because")), WHY)
    private = ("need", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.pk: row for row in endable(self.subject)}
        field = self.fields["need"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(pk, lines.kind_of_need((row.system, row.version, row.code))) for pk, row in self.rows.items()]

    def shown(self) -> dict[str, Any]:
        """What was sent before."""
        if not self.request:
            return super().shown()
        told = {name: self.request.after.get(name) for name in ("ppks_until", "ppks_because")}
        return super().shown() | told | {"need": self.request.details.get("ppks")}

    def clean(self) -> dict[str, Any]:
        """It cannot end before it began."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if row := self.rows.get(typed.get("need") or 0):
            self._spare(row.code)
            if typed.get("ppks_until") and typed["ppks_until"] < row.since:
                self.add_error("ppks_until", _("Sebelum hari itu jenis ini belum tercatat."))
        return typed

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The kind as it is recorded, and its end."""
        typed = self.cleaned_data
        before = needs.of(self.rows[typed["need"]])
        end = {"ppks_until": typed["ppks_until"].isoformat(), "ppks_because": typed["ppks_because"]}
        return before, {name: before[name] for name in ("ppks", "ppks_since")} | end, {"ppks": typed["need"]}


def endable(subject: Person | Household) -> list[Ppks]:
    """The kinds that hold and whose end can be proposed."""
    return list(Ppks.objects.now().of(subject).filter(clearance__lte=rules.ON_PAPER))
