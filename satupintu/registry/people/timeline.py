"""What happened to people, as sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as noop

from satupintu.engine.events import Sentence, tell
from satupintu.lib.codelists import welfare
from satupintu.registry.people.words import (
    DepartureBasis,
    DepartureKind,
    Field,
    PpksBasis,
    PpksEnd,
    Relationship,
    SafeContact,
    SaidBy,
    Verdict,
)


@dataclass(frozen=True)
class Listing(Sentence):
    """A sentence about several fields, named one after the other."""

    def say(self, facts: Mapping[str, Any]) -> str:
        """The sentence with the names of the fields."""
        names = ", ".join(Field(code).label for code in facts.get("fields", ()))
        return super().say({**facts, "fields": names})


@dataclass(frozen=True)
class OfKind(Sentence):
    """A sentence about a kind of PPKS."""

    def say(self, facts: Mapping[str, Any]) -> str:
        """The sentence with the kind in words."""
        known = {entry.code: entry.label for entry in welfare.PPKS}
        code = str(facts.get("kind", ""))
        return super().say({**facts, "kind": known.get(code, code)})


SENTENCES = {
    "person.import_undone": Sentence("Dikembalikan seperti sebelum berkas impor disimpan."),
    "person.registered": Sentence("Mencatat orang ini."),
    "person.changed": Listing(noop("Mengubah {fields}.")),
    "person.card_changed": Sentence("Mengubah nomor KK."),
    "person.departed": Sentence("Mencatat: {kind} ({basis}).", {"kind": DepartureKind, "basis": DepartureBasis}),
    "person.returned": Sentence("Mencatat kembali ada di sini."),
    "person.verified": Sentence("Memverifikasi orang dari daftar: {verdict}.", {"verdict": Verdict}),
    "person.renumbered": Sentence("Menyesuaikan kode desa pada {rows} baris data orang."),
    "person.restricted": Sentence("Membatasi pemakaian data orang ini atas permintaan {request}."),
    "person.lifted": Sentence("Mencabut pembatasan data orang ini."),
    "person.opened": Sentence("Membuka halaman orang."),
    "person.listed": Sentence("Melihat daftar orang."),
    "person.prepared": Sentence("Membuka formulir orang baru."),
    "household.registered": Sentence("Mencatat keluarga dengan {members} anggota."),
    "household.changed": Sentence("Mengubah data keluarga."),
    "household.confirmed": Sentence("Memastikan data keluarga masih sama, kata {said_by}.", {"said_by": SaidBy}),
    "household.joined": Sentence("Mencatat anggota baru sebagai {relationship}.", {"relationship": Relationship}),
    "household.opened": Sentence("Membuka halaman keluarga."),
    "ppks.added": OfKind(noop("Mencatat PPKS: {kind} ({basis})."), {"basis": PpksBasis}),
    "ppks.ended": OfKind(noop("Mengakhiri PPKS: {kind} ({because})."), {"because": PpksEnd}),
    "ppks.opened": Sentence("Membuka keterangan PPKS."),
    "contact.recorded": Sentence("Mencatat cara menghubungi: {rule}.", {"rule": SafeContact}),
}

tell(SENTENCES)
