"""A ratified batch as rows for the owner of the list, in the columns of a layout; and its answer, read from a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.ui.tables import Column
from satupintu.lib.sheets import open_sheet
from satupintu.registry.changes import frozen, lines, rules
from satupintu.registry.changes.models import ChangeRequest, Layout, RefusalReason
from satupintu.registry.people.models import Person


@dataclass(frozen=True, slots=True)
class Row:
    """One person of one proposal: what is known of them, as plain values; and what the meeting and the visit said."""

    request: ChangeRequest
    told: dict[str, Any]
    found: str = ""
    able: str = ""
    finding: str = ""

    def said(self, name: str) -> str:
        """A field of the person, in words."""
        value = self.told.get(name)
        return str(value) if value and name in {"nik", "kk_number"} else lines.words_of(name, value) if value else ""


def _both(row: Row, side: int) -> str:
    told = lines.of(row.request)
    return "; ".join(f"{one.label}: {(one.old, one.new)[side]}" for one in told)


Getter = Callable[[Row], Any]
FIELDS: dict[str, tuple[Any, Getter]] = {
    "number": (gettext_lazy("Nomor usulan"), lambda row: row.request.number),
    "kind": (gettext_lazy("Jenis usulan"), lambda row: row.request.kind_word.label_id),
    "basis": (gettext_lazy("Dasar"), lambda row: row.request.basis_word.label_id),
    "village_code": (gettext_lazy("Kode desa"), lambda row: str(row.request.village_id)),
    "village": (gettext_lazy("Desa/kelurahan"), lambda row: row.request.village.name),
    "name": (gettext_lazy("Nama lengkap"), lambda row: row.told.get("name", "")),
    "nik": (gettext_lazy("NIK"), lambda row: row.said("nik")),
    "kk_number": (gettext_lazy("Nomor KK"), lambda row: row.said("kk_number")),
    "sex": (gettext_lazy("Jenis kelamin"), lambda row: row.said("sex")),
    "birth_place": (gettext_lazy("Tempat lahir"), lambda row: row.told.get("birth_place", "")),
    "birth_date": (gettext_lazy("Tanggal lahir"), lambda row: row.told.get("birth_date", "")),
    "mother_name": (gettext_lazy("Nama ibu kandung"), lambda row: row.told.get("mother_name", "")),
    "relationship": (gettext_lazy("Hubungan"), lambda row: row.said("relationship")),
    "address": (gettext_lazy("Alamat"), lambda row: row.told.get("address", "")),
    "rt": (gettext_lazy("RT"), lambda row: row.told.get("rt", "")),
    "rw": (gettext_lazy("RW"), lambda row: row.told.get("rw", "")),
    "ppks": (gettext_lazy("Kode PPKS"), lambda row: (row.request.after.get("ppks") or ("", "", ""))[2]),
    "ppks_list": (gettext_lazy("Versi daftar PPKS"), lambda row: (row.request.after.get("ppks") or ("", "", ""))[1]),
    "before": (gettext_lazy("Data lama"), lambda row: _both(row, 0)),
    "after": (gettext_lazy("Data baru"), lambda row: _both(row, 1)),
    "found": (gettext_lazy("Status rumah tangga (kode musdes)"), lambda row: row.found),
    "able": (gettext_lazy("Apakah mampu (kode musdes)"), lambda row: row.able),
    "finding": (gettext_lazy("Hasil verifikasi (kode)"), lambda row: row.finding),
    "round": (gettext_lazy("Periode"), lambda row: f"{row.request.round_year}-{row.request.round_month:02d}"),
    "sk_number": (gettext_lazy("Nomor SK"), lambda row: getattr(row.request.ratification, "sk_number", "")),
    "sk_date": (gettext_lazy("Tanggal SK"), lambda row: getattr(row.request.ratification, "sk_date", None)),
}
"""What a column may hold: its usual heading, and how it is read from a row. A NIK is always text."""


def columns(layout: Layout) -> list[Column]:
    """The columns of a layout; a field that is no longer offered is left out."""
    pairs = zip(layout.fields, layout.headings, strict=True)
    return [Column(field, heading, export=FIELDS[field][1]) for field, heading in pairs if field in FIELDS]


def rows(requests: list[ChangeRequest]) -> Iterator[Row]:
    """A row for each person whom a proposal concerns; one for the proposal itself when it names nobody."""
    for request in requests:
        decision = request.decisions.order_by("-pk").first()
        visit = request.verifications.order_by("-pk").first()
        said = {
            "found": rules.MINISTRY_FOUND[decision.found_word] if decision else "",
            "able": rules.MINISTRY_ABLE[request.able] if request.able is not None else "",
            "finding": rules.MINISTRY_FINDING[visit.finding_word] if visit else "",
        }
        for told in _people(request):
            yield Row(request, told, **said)


def _people(request: ChangeRequest) -> list[dict[str, Any]]:
    if request.kind_word in rules.NEWCOMERS:
        home = {name: request.after.get(name, "") for name in frozen.HOME}
        return [home | one for one in request.details.get("members") or [request.after]]
    numbers = request.details.get("people") or [request.person_id]
    if request.household and not request.person_id and not request.details.get("people"):
        numbers = list(frozen.seats_of(request.household))
    known = Person.objects.filter(pk__in=[one for one in numbers if one])
    told = [frozen.of_person(one) | {"relationship": _relation(one)} for one in known.order_by("pk")]
    return told or [{"name": request.title}]


def _relation(person: Person) -> str:
    return person.homes.now().values_list("relationship", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of an answer that cannot be used: where, and what to do."""

    row: int
    sentence: str


HEADINGS = {
    "number": ("nomor usulan", "no usulan", "nomor"),
    "result": ("hasil", "status", "jawaban"),
    "code": ("kode alasan", "kode", "alasan"),
    "note": ("keterangan", "catatan"),
}
"""What the columns of an answer are called."""
YES, NO = {"diterima", "terima", "ya", "1", "accepted"}, {"ditolak", "tolak", "tidak", "0", "2", "refused"}


def read_answer(path: Path, requests: dict[str, ChangeRequest]) -> tuple[list[tuple[str, bool, str, str]], list[Fault]]:
    """What a file answers, (number, accepted, code, note) row by row, and every row that cannot be used.

    Raises SheetRefused for what is no table.
    """
    known = set(RefusalReason.objects.values_list("code", flat=True))
    places: dict[str, int] = {}
    told: list[tuple[str, bool, str, str]] = []
    faults: list[Fault] = []
    with open_sheet(path) as sheet:
        for row in sheet:
            cells = [_text(cell) for cell in row.cells]
            if not places:
                places = _places(cells)
                continue
            if not any(cells):
                continue
            number, result, code, note = (
                cells[places[name]] if name in places and places[name] < len(cells) else "" for name in HEADINGS
            )
            fault = _fault(number, result.lower(), code.upper(), requests, known, {one[0] for one in told})
            if fault:
                faults.append(Fault(row.number, fault))
            else:
                told.append((number, result.lower() in YES, "" if result.lower() in YES else code.upper(), note))
    if not {"number", "result"} <= places.keys():
        faults.append(Fault(1, _("Kolom “Nomor usulan” dan “Hasil” tidak ditemukan.")))
    return told, faults


def _text(cell: object) -> str:
    return "" if cell is None else str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()


def _places(cells: list[str]) -> dict[str, int]:
    heads = [cell.lower() for cell in cells]
    found = {name: heads.index(word) for name, words in HEADINGS.items() for word in words if word in heads}
    return found if {"number", "result"} <= found.keys() else {}


def _fault(
    number: str, result: str, code: str, requests: dict[str, ChangeRequest], known: set[str], before: set[str]
) -> str:
    if number not in requests:
        return _("Nomor usulan tidak ada dalam SK ini.")
    if number in before:
        return _("Nomor usulan tercantum dua kali.")
    if result not in YES | NO:
        return _("Tulis “diterima” atau “ditolak”.")
    if result in NO and code not in known:
        return _("Kode alasan tidak dikenal. Tambahkan dulu ke daftar alasan.")
    return ""


__all__ = ["FIELDS", "Fault", "Row", "columns", "read_answer", "rows"]
