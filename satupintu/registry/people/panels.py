"""What the page of a person shows, part by part. Each room that knows something of a person brings a panel."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.moments import age, day
from satupintu.engine.ui.pieces import Fact, Tone, badge
from satupintu.lib.nik import KkNumber, Nik
from satupintu.registry.people import rules
from satupintu.registry.people.models import CardMember, HouseholdMember, Person, Unverified
from satupintu.registry.people.words import ConsentForm, ConsentPurpose, Mark, Variable


@dataclass(frozen=True)
class Panel:
    """A part of a page: a heading, a template and what it draws. ``beside`` puts it into the side column."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    beside: bool = False


def identity(person: Person, on: date | None = None) -> Panel:
    """Who it is, as papers and people say; ``on`` asks for the card of that day."""
    return Panel(_("Data diri"), "people/facts.html", {"facts": identity_facts(person, on)})


def identity_facts(person: Person, on: date | None = None) -> list[Fact]:
    """The lines of the identity panel; what is not known says so."""
    nik = Nik(person.nik).grouped if person.nik else ""
    sex = person.sex_word
    cards = CardMember.objects.on(on) if on else CardMember.objects.now()
    card = cards.filter(person=person).select_related("card").first()
    return [
        Fact("NIK", nik, "" if nik else _("Tetap dilayani tanpa NIK.")),
        Fact(_("Nomor KK"), KkNumber(card.card.kk_number).grouped if card else ""),
        Fact(_("Jenis kelamin"), sex.label if sex else ""),
        Fact(_("Lahir"), born(person)),
        Fact(_("Nama ibu kandung"), person.mother_name),
        Fact(_("Alamat"), address(person), person.village.name),
        Fact(_("Pekerjaan"), person.occupation),
        *(
            Fact(variable.label, person.trait(variable))
            for variable in Variable
            if person.traits.get(variable) and variable is not Variable.IDENTITY_PAPERS
        ),
    ]


def born(person: Person) -> str:
    """Place and date, or the year alone."""
    when = day(person.birth_date) if person.birth_date else ""
    if not when and person.birth_year:
        when = _("sekitar %(year)s") % {"year": person.birth_year}
    return ", ".join(part for part in (person.birth_place, when) if part)


def address(place: Any) -> str:
    """Address, RT/RW and hamlet in one line, of a person or a household."""
    rt_rw = f"RT {place.rt or '–'}/RW {place.rw or '–'}" if place.rt or place.rw else ""
    return ", ".join(part for part in (place.address, rt_rw, place.dusun) if part)


def age_words(person: Person, today: date) -> str:
    """The age as people say it; empty when it is not known."""
    if person.birth_date:
        return age(person.birth_date, today)
    years = person.age(today)
    return "" if years is None else _("sekitar %(years)s tahun") % {"years": years}


@dataclass(frozen=True)
class MemberLine:
    """A member of a household in a list."""

    person: Person
    relationship: str
    age: str
    marks: list[Mark]
    here: bool = False


def members_of(household_id: int, *, here: int | None = None, on: date | None = None) -> list[MemberLine]:
    """Who lives in a household now, or lived in it ``on`` a day: the head first, then the oldest. Three queries."""
    today = on or timezone.localdate()
    there = HouseholdMember.objects.on(on) if on else HouseholdMember.objects.now()
    found = there.filter(household=household_id).select_related("person")
    unknown = set(
        Unverified.objects.waiting().filter(person__homes__household=household_id).values_list("person_id", flat=True)
    )
    seats = sorted(found, key=lambda seat: (seat.relationship != "head", seat.person.birth_year or 9999, seat.pk))
    gone = departures((seat.person_id for seat in seats), on)
    return [
        MemberLine(
            seat.person,
            seat.word.label,
            age_words(seat.person, today),
            marks_of(seat.person, today, gone.get(seat.person_id, ""), verified=seat.person_id not in unknown),
            seat.person_id == here,
        )
        for seat in seats
    ]


def departures(people: Iterable[int], on: date | None = None) -> dict[int, str]:
    """Why those who are no longer here are not, as it is known now or was ``on`` a day."""
    from satupintu.registry.people.models import Departure

    known = Departure.objects.on(on) if on else Departure.objects.standing()
    return dict(known.filter(person__in=list(people)).values_list("person_id", "kind"))


def marks_of(
    person: Person, today: date, departure: str = "", *, listed: bool = True, verified: bool = True
) -> list[Mark]:
    """The labels beside the name."""
    return rules.marks(
        person.age(today),
        nik=person.nik,
        disability=person.traits.get(Variable.DISABILITY),
        departure=departure,
        listed=listed,
        verified=verified,
    )


def household(person: Person, on: date | None = None) -> Panel:
    """With whom they live, or lived ``on`` a day."""
    homes = HouseholdMember.objects.on(on) if on else HouseholdMember.objects.now()
    seat = homes.filter(person=person).first()
    lines = members_of(seat.household_id, here=person.pk, on=on) if seat else []
    context = {"members": lines, "url": f"/keluarga/{seat.household_id}/" if seat else ""}
    return Panel(_("Keluarga serumah"), "people/members.html", context)


def papers(person: Person) -> Panel:
    """Which identity papers somebody holds and which are missing, by the list in which it was told."""
    stored = person.traits.get(Variable.IDENTITY_PAPERS)
    found = rules.papers(stored)
    if found is None:
        facts = [Fact(variable_label(Variable.IDENTITY_PAPERS), "", _("Belum ditanya."))]
    else:
        facts = [
            Fact(paper, badge(_("ada"), Tone.DONE) if held else badge(_("belum ada"), Tone.WAITING))
            for paper, held in found
        ]
    return Panel(_("Surat-surat"), "people/facts.html", {"facts": facts}, beside=True)


def variable_label(variable: Variable) -> str:
    """What a coded particular is called."""
    return str(variable.label)


def listings(person: Person, on: date | None = None) -> Panel:
    """On which national lists they stand, edition after edition, and what they consented to."""
    rows = person.listings.newest_first()
    standing = person.consents.standing()
    if on:
        rows = rows.filter(edition__as_of__lte=on)
        standing = person.consents.on(on)
    facts = [
        Fact(
            str(listing.edition),
            _("desil %(desil)s") % {"desil": listing.desil} if listing.desil else _("terdaftar"),
            listing.member_id,
        )
        for listing in rows
    ]
    if not facts:
        facts = [Fact("DTSEN", _("tidak terdaftar"), _("Bukan syarat untuk dilayani."))]
    facts += [
        Fact(
            _("Persetujuan"),
            ConsentPurpose(consent.purpose).label,
            f"{ConsentForm(consent.form).label}, {day(consent.given_on)}",
        )
        for consent in standing
    ]
    return Panel(_("Daftar dan persetujuan"), "people/facts.html", {"facts": facts}, beside=True)
