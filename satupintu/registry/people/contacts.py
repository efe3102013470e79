"""Contacts on the page: what is typed about how somebody may be reached, and the panel that says what is safe first."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, Form
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, Tone, badge
from satupintu.registry.people import rules
from satupintu.registry.people.actions import Reachable
from satupintu.registry.people.models import Contact, Person
from satupintu.registry.people.panels import Panel
from satupintu.registry.people.words import Introduction, SafeContact

TONES = {
    SafeContact.ANY: Tone.DONE,
    SafeContact.MESSAGE: Tone.WAITING,
    SafeContact.CALL: Tone.WAITING,
    SafeContact.IN_PERSON: Tone.DANGER,
    SafeContact.NONE: Tone.DANGER,
}
"""How careful one has to be."""


class ContactForm(Form):
    """How somebody may be reached, and what must not happen."""

    rule = forms.TypedChoiceField(
        label=_("Bagaimana yang aman?"), choices=SafeContact.choices, coerce=SafeContact, widget=Cards
    )
    introduction = forms.TypedChoiceField(
        label=_("Kalau orang lain yang menjawab"), choices=Introduction.choices, coerce=Introduction, widget=Cards
    )
    phone = forms.CharField(
        label=_("Nomor telepon"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(label=_("Surel"), max_length=120, required=False)
    ask_for = forms.CharField(
        label=_("Tanyakan siapa?"), max_length=120, required=False, help_text=_("Kalau bukan orangnya sendiri.")
    )
    best_time = forms.CharField(
        label=_("Waktu terbaik"), max_length=80, required=False, help_text=_("Misalnya: sesudah magrib.")
    )

    private = ("phone", "email", "ask_for", "best_time")

    def clean(self) -> dict[str, Any]:
        """Calling or writing needs something to call or write to."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        rule = typed.get("rule")
        if rule and not rules.reachable(rule, phone=typed.get("phone", ""), email=typed.get("email", "")):
            self.add_error("phone", _("Tulis nomornya, atau pilih “Hanya bertemu langsung”."))
        return typed

    def how(self) -> Reachable:
        """What was typed, as the action takes it."""
        return Reachable(**self.cleaned_data)


def current(person: Person) -> Contact | None:
    """How the person may be reached now, if anybody has asked."""
    found: Contact | None = Contact.objects.now().filter(person=person).first()
    return found


def panel(person: Person, *, may_record: bool) -> Panel:
    """The rule first; a number is shown only where it may be used."""
    found = current(person)
    context: dict[str, Any] = {"url": reverse("people:contact", args=[person.pk]) if may_record else ""}
    if found is not None:
        rule = found.rule_word
        usable = rule not in {SafeContact.IN_PERSON, SafeContact.NONE}
        context |= {"rule": badge(rule.label, TONES[rule]), "facts": _facts(found, usable=usable)}
    return Panel(_t("Cara menghubungi"), "people/contact.html", context, beside=True)


def _facts(found: Contact, *, usable: bool) -> list[Fact]:
    numbers = [Fact(_t("Telepon"), found.phone), Fact(_t("Surel"), found.email)] if usable else []
    return [
        *(fact for fact in numbers if fact.value),
        Fact(_t("Kalau orang lain menjawab"), Introduction(found.introduction).label),
        *(fact for fact in (Fact(_t("Tanyakan"), found.ask_for), Fact(_t("Waktu"), found.best_time)) if fact.value),
        Fact(_t("Dicatat"), found.recorded_label.split(" · ")[0], day(found.recorded_at.date())),
    ]
