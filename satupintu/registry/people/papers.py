"""What letters may say of a person: placeholders of their templates, and where each comes from."""

from typing import Any

from django.utils.translation import gettext_noop as _

from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.words import Kind
from satupintu.lib.nik import KkNumber, Nik
from satupintu.lib.periods import date_words
from satupintu.registry.people.models import CardMember, Household, HouseholdMember, ListMembership, Person
from satupintu.registry.people.words import ExternalList, Variable

OFFERS = {
    "nama": _("Nama"),
    "nik": _("NIK"),
    "kk": _("Nomor KK"),
    "lahir": _("Tempat dan tanggal lahir"),
    "jenis_kelamin": _("Jenis kelamin"),
    "agama": _("Agama"),
    "status_kawin": _("Status perkawinan"),
    "pekerjaan": _("Pekerjaan"),
    "alamat": _("Alamat"),
    "desa": _("Desa atau kelurahan"),
    "kecamatan": _("Kecamatan"),
    "kepala_desa": _("Jabatan kepala desa atau lurah"),
    "kepala_keluarga": _("Kepala keluarga"),
    "daftar": _("Daftar bantuan tempat ia tercatat (DTSEN)"),
    "desil": _("Desil"),
}
"""Placeholder → what it is."""

EXAMPLE = {
    "nama": "Andi Muhammad Rahmatullah Dg. Mattawang",
    "nik": "7302 0312 0375 0001",
    "kk": "7302 0301 0120 0002",
    "lahir": "Ara, 12 Maret 1975",
    "jenis_kelamin": "Laki-laki",
    "agama": "Islam",
    "status_kawin": "Kawin",
    "pekerjaan": "Perajin perahu",
    "alamat": "Dusun Lembanna RT 002 RW 001, Desa Ara",
    "desa": "Desa Ara",
    "kecamatan": "Kecamatan Bonto Bahari",
    "kepala_desa": "Kepala Desa Ara",
    "kepala_keluarga": "Andi Muhammad Rahmatullah Dg. Mattawang",
    "daftar": "DTSEN keadaan 1 Oktober 2026",
    "desil": "2",
}
"""Nobody: what previews show."""


def facts_of(person: Person | None, household: Household | None = None) -> dict[str, str]:
    """What is known of a person, and of the household they live in, as words; "" where nothing is."""
    if person is None:
        return _of_household(household) if household else {}
    card = CardMember.objects.now().filter(person=person).select_related("card").first()
    home = HouseholdMember.objects.now().filter(person=person).select_related("household__head").first()
    village, sex = person.village, person.sex_word
    return {
        "nama": person.shown_name,
        "nik": Nik(person.nik).grouped if person.nik else "",
        "kk": KkNumber(card.card.kk_number).grouped if card else "",
        "lahir": _born(person),
        "jenis_kelamin": sex.label_id if sex else "",
        "agama": person.trait(Variable.RELIGION),
        "status_kawin": person.trait(Variable.MARITAL_STATUS),
        "pekerjaan": person.occupation,
        "alamat": ", ".join(part for part in (_address(person), village.label) if part),
        **facts_of_place(village),
        "kepala_keluarga": _head(home.household if home else household),
        **_listed(person, home.household if home else household),
    }


def facts_of_place(village: Area) -> dict[str, str]:
    """What is known of where somebody lives."""
    above, kind = village.path(), village.word
    head = "Lurah" if kind is Kind.KELURAHAN else f"Kepala {kind.label_id}"
    return {
        "desa": f"{kind.label_id} {village.name}",
        "kecamatan": f"{above[0].word.label_id} {above[0].name}" if above else "",
        "kepala_desa": f"{head} {village.name}",
    }


def _of_household(household: Household) -> dict[str, str]:
    """A household without anybody named: its head speaks for it."""
    return facts_of(household.head, household) if household.head else {}


def _born(person: Person) -> str:
    when = date_words(person.birth_date) if person.birth_date else str(person.birth_year or "")
    return ", ".join(part for part in (person.birth_place, when) if part)


def _address(place: Any) -> str:
    rt_rw = " ".join(f"{word} {value}" for word, value in (("RT", place.rt), ("RW", place.rw)) if value)
    dusun = place.dusun and (place.dusun if place.dusun.lower().startswith("dusun") else f"Dusun {place.dusun}")
    return " ".join(part for part in (place.address or dusun, rt_rw) if part)


def _head(household: Household | None) -> str:
    return household.head.shown_name if household and household.head else ""


def _listed(person: Person, household: Household | None) -> dict[str, str]:
    """The newest edition of the DTSEN that names the person, else the household."""
    found = ListMembership.objects.newest_first().filter(edition__list=ExternalList.DTSEN)
    listed = found.filter(person=person).first()
    if listed is None and household is not None:
        listed = found.filter(household=household).first()
    if listed is None:
        return {"daftar": "", "desil": ""}
    edition = listed.edition
    return {
        "daftar": f"{ExternalList.DTSEN.label_id} keadaan {date_words(edition.as_of)}",
        "desil": str(listed.desil or ""),
    }
