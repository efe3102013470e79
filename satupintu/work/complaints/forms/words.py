"""Fields that several forms have."""

from typing import Any

from django import forms

from satupintu.engine.ui.forms import Cards

LONG = {"rows": 4}


def one_of(word: Any, label: Any, *, cards: bool = True, **rest: Any) -> forms.TypedChoiceField:
    """A choice among the members of a word; gives the member itself."""
    widget = Cards() if cards else forms.Select()
    return forms.TypedChoiceField(choices=word.choices, coerce=word, label=label, widget=widget, **rest)


def family_of(household: Any) -> str:
    """What a list calls a household: by its head, as people do."""
    return f"Keluarga {household.head.name}" if household.head else str(household)


def who(obj: Any) -> str:
    return f"{obj.account.name} · {obj.role_word.label}"
