"""What the civil registry has about a person, beside what is registered here; neither overwrites the other."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Tone, badge
from satupintu.lib.nik import KkNumber, Nik
from satupintu.registry.civil import rules
from satupintu.registry.civil.models import CivilAnswer
from satupintu.registry.civil.words import Likeness, Presence, Verdict
from satupintu.registry.people.models import CardMember, HouseholdMember, Person
from satupintu.registry.people.panels import Panel
from satupintu.registry.people.words import Sex, Variable

TONES = {Verdict.MATCHED: Tone.DONE, Verdict.NOT_MATCHED: Tone.URGENT}


@dataclass(frozen=True)
class Compared:
    """One field: what is registered here, what the civil registry has, and whether they agree."""

    label: str
    here: str
    there: str
    likeness: Likeness

    @property
    def differs(self) -> bool:
        """Whether somebody should look at it."""
        return self.likeness is Likeness.DIFFERENT


def civil(person: Person) -> Panel:
    """The newest answer about a person, field by field."""
    answer = CivilAnswer.objects.standing().filter(person=person).first()
    context: dict[str, object] = {"answer": answer}
    if answer is not None:
        presence = Presence(answer.presence) if answer.presence else None
        context |= {
            "verdict": badge(answer.verdict_word.label, TONES[answer.verdict_word]),
            "presence": presence.label if presence and presence is not Presence.CONFIRMED else "",
            "day": day(answer.answered_on),
            "file": answer.source,
            "compared": compared(person, answer),
        }
    return Panel(_("Menurut Dukcapil"), "civil/panel.html", context)


def compared(person: Person, answer: CivilAnswer) -> list[Compared]:
    """The fields of which at least one side knows something."""
    card = CardMember.objects.now().filter(person=person).select_related("card").first()
    home = HouseholdMember.objects.now().filter(person=person).first()
    kk, sex = card.card.kk_number if card else "", person.sex_word
    lines = [
        _line("NIK", _grouped(person.nik or ""), _grouped(answer.nik)),
        _line(_("Nomor KK"), _grouped_kk(kk), _grouped_kk(answer.kk_number)),
        Compared(_("Nama"), person.shown_name, answer.name, rules.same_name(person.name, answer.name)),
        _line(_("Hubungan"), home.word.label if home else "", answer.relationship, compare=False),
        _line(_("Jenis kelamin"), sex.label if sex else "", Sex(answer.sex).label if answer.sex else ""),
        _line(_("Tempat lahir"), person.birth_place, answer.birth_place),
        _line(_("Tanggal lahir"), _day(person.birth_date), _day(answer.birth_date)),
        Compared(
            _("Nama ibu kandung"),
            person.mother_name,
            answer.mother_name,
            rules.same_name(person.mother_name, answer.mother_name),
        ),
        _line(_("Nama ayah"), "", answer.father_name),
        Compared("RT", person.rt, answer.rt, rules.same_number(person.rt, answer.rt)),
        Compared("RW", person.rw, answer.rw, rules.same_number(person.rw, answer.rw)),
        _line(_("Status perkawinan"), person.trait(Variable.MARITAL_STATUS), answer.marital_status, compare=False),
        _line(_("Pekerjaan"), person.occupation, answer.occupation, compare=False),
        _line(_("Pendidikan"), person.trait(Variable.EDUCATION), answer.education, compare=False),
    ]
    return [line for line in lines if line.here or line.there]


def _line(label: str, here: str, there: str, *, compare: bool = True) -> Compared:
    """``compare`` is False where both sides use words of their own."""
    return Compared(label, here, there, rules.likeness(here, there) if compare else Likeness.UNKNOWN)


def _day(value: date | None) -> str:
    return day(value) if value else ""


def _grouped(nik: str) -> str:
    return Nik(nik).grouped if nik else ""


def _grouped_kk(number: str) -> str:
    return KkNumber(number).grouped if number else ""
