"""Saying that somebody is among the people of a kind (PPKS), and that they no longer are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Office
from satupintu.lib.codelists import welfare
from satupintu.registry.people import rules
from satupintu.registry.people.models import Household, Person, Ppks
from satupintu.registry.people.words import PpksBasis, PpksEnd


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind as it is told: its code in `welfare.PPKS`, since when, who says so, and on what evidence."""

    code: str
    since: date
    basis: PpksBasis
    evidence: str = ""
    office: Office | None = None


@action("ppks.add")
def add_ppks(subject: Person | Household, *, by: Any, kind: Kind) -> Ppks:
    """Write down that a person or household is of a kind.

    Raises Refused for an unknown kind or one that ``by`` is not cleared for, WrongState for a day to come, an age that the
    kind excludes, and a kind that already holds.
    """
    if kind.code not in {entry.code for entry in welfare.PPKS}:
        raise Refused("Jenis PPKS ini tidak ada dalam daftar.")
    clearance = rules.ppks_clearance(kind.code)
    if by.pk is not None and clearance > clearance_of(by.role):
        raise Refused(
            "Jenis ini hanya dicatat petugas yang berwenang atas data rahasia. Sampaikan lewat keluhan rahasia."
        )
    _must_fit(subject, kind)
    entry = welfare.PPKS[kind.code]
    made = Ppks(
        system=entry.system,
        version=entry.version,
        code=entry.code,
        clearance=clearance,
        office=kind.office,
        basis=kind.basis,
        evidence=kind.evidence,
        since=kind.since,
        recorded_label=by.label[:200],
    )
    if isinstance(subject, Person):
        made.person = subject
    else:
        made.household = subject
    made.save()
    record("ppks.added", made, by=by, kind=entry.code, basis=kind.basis)
    return made


def _must_fit(subject: Person | Household, kind: Kind) -> None:
    """Raises WrongState where the kind cannot be said of this subject."""
    today = timezone.localdate()
    if kind.since > today:
        raise WrongState("Tanggalnya belum tiba.", [_("Tulis tanggal hari ini atau sebelumnya.")])
    if isinstance(subject, Person) and not rules.ppks_fits(kind.code, subject.age(today)):
        raise WrongState(
            "Umur orang ini di luar batas jenis itu.", [_("Pilih jenis lain atau perbaiki tanggal lahirnya.")]
        )
    if Ppks.objects.now().of(subject).filter(code=kind.code).exists():
        raise WrongState("Jenis ini sudah tercatat dan masih berlaku.", [_("Akhiri dulu yang lama.")])


@action("ppks.end")
def end_ppks(ppks: Ppks, *, by: Any, because: PpksEnd, on: date | None = None) -> Ppks:
    """Write down that a kind no longer holds, since ``on`` (today), and why.

    Raises WrongState when it has ended already, or for a day before it began or after today.
    """
    today = timezone.localdate()
    if ppks.until is not None:
        raise WrongState("Jenis ini sudah diakhiri.", [_("Catat lagi kalau keadaannya kembali.")])
    ended = on or today
    if not ppks.since <= ended <= today:
        raise WrongState("Tanggalnya sebelum jenis itu tercatat atau belum tiba.", [_("Perbaiki tanggalnya.")])
    ppks.until, ppks.ended_because = ended, because
    ppks.save(update_fields=["until", "ended_because"])
    record("ppks.ended", ppks, by=by, kind=ppks.code, because=because)
    return ppks
