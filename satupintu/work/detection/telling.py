"""Why somebody is listed, as an officer would say it; and what a sign looks for."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from satupintu.registry.people import rules as people
from satupintu.registry.people.words import LISTS, Sex, Variable
from satupintu.work.detection.rules import Asks
from satupintu.work.detection.words import Paper


def reason(facts: Mapping[str, Any]) -> str:
    """One plain sentence from what the register said: "Umur 12 tahun, tidak bersekolah lagi."."""
    said = [
        _age(facts),
        *(_trait(Variable(name), facts[name]) for name in Variable.codes() if facts.get(name)),
        *(_("belum punya %(paper)s") % {"paper": _low(Paper(code).label)} for code in facts.get("lacks", ())),
        _("tinggal sendiri") if facts.get("alone") else "",
        _("desil %(desil)s") % {"desil": facts["desil"]} if facts.get("desil") else "",
        _("belum tercatat menerima program bantuan") if facts.get("no_aid") else "",
        _("belum punya NIK") if facts.get("no_nik") else "",
        _unconfirmed(facts.get("unconfirmed")),
    ]
    return f"{_high(', '.join(part for part in said if part))}."


def _unconfirmed(months: int | None) -> str:
    return _("datanya belum dipastikan selama %(months)s bulan") % {"months": months} if months else ""


def _age(facts: Mapping[str, Any]) -> str:
    years = facts.get("age", -1)
    if years < 0:
        return ""
    sentence = _("umur %(years)s tahun") if facts.get("dated") else _("umur sekitar %(years)s tahun")
    return sentence % {"years": years}


def _trait(variable: Variable, stored: list[str]) -> str:
    label = _low(people.trait_label(variable, stored))
    return label if variable is Variable.SCHOOLING else f"{_low(variable.label)}: {label}"


def _low(words: str) -> str:
    """Without a capital, unless it is an abbreviation."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _high(words: str) -> str:
    return words[:1].upper() + words[1:]


def looked_for(asks: Asks) -> str:
    """What a sign looks for, in one line: "7–17 tahun, partisipasi sekolah: tidak bersekolah lagi"."""
    said = [
        _ages(asks),
        Sex(asks.sex).label.lower() if asks.sex else "",
        *(_codes(Variable(name), codes) for name, codes in asks.traits.items() if codes),
        *(_("belum punya %(paper)s") % {"paper": _low(Paper(code).label)} for code in asks.papers),
        _("tinggal sendiri") if asks.alone else "",
        _("desil 1 sampai %(desil)s") % {"desil": asks.desil_to} if asks.desil_to else "",
        _("belum tercatat menerima program bantuan") if asks.without_aid else "",
        _("belum punya NIK") if asks.without_nik else "",
        _("kepala keluarga") if asks.heads else "",
        _unconfirmed(asks.unconfirmed_months),
    ]
    return ", ".join(part for part in said if part)


def _ages(asks: Asks) -> str:
    if asks.age_from and asks.age_to is not None:
        return _("%(least)s–%(most)s tahun") % {"least": asks.age_from, "most": asks.age_to}
    if asks.age_to is not None:
        return _("sampai %(most)s tahun") % {"most": asks.age_to}
    return _("%(least)s tahun ke atas") % {"least": asks.age_from} if asks.age_from else ""


def _codes(variable: Variable, codes: Any) -> str:
    """Which codes are meant; of many, which are not."""
    known = {entry.code: _low(entry.label) for entry in LISTS[variable][0]}
    left_out = [label for code, label in known.items() if code not in codes]
    if len(left_out) == 1 and len(known) > 3:
        return _("%(variable)s: apa pun selain %(code)s") % {"variable": _low(variable.label), "code": left_out[0]}
    meant = _(" atau ").join(known[code] for code in codes if code in known)
    return f"{_low(variable.label)}: {meant}"
