"""A letter as the data that the layout sets. Letters are Indonesian, whoever reads the screen in whatever language."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import segno

from satupintu.engine.documents.letters import markup
from satupintu.engine.documents.letters.heads import Head
from satupintu.engine.documents.letters.wording import Place, Wording
from satupintu.engine.documents.words import Form
from satupintu.lib.periods import date_digits, date_words, moment_words

DRAFT_MARK = "KONSEP"
EXAMPLE_MARK = "CONTOH"
COPY_MARK = "SALINAN"
_NO_NUMBER = "(terisi saat terbit)"


@dataclass(frozen=True)
class Signed:
    """A name that was put to the letter."""

    name: str
    nip: str
    at: datetime
    initials: bool = False


@dataclass(frozen=True)
class Issue:
    """What a letter gets when it is issued: number, day, and the address where everybody may ask whether it is genuine."""

    number: str
    day: date
    address: str


def paper_signer(place: int) -> tuple[str, str]:
    """The names of the typed fields that say who signs on paper at a place, and their staff number."""
    return f"penanda_{place}", f"nip_{place}"


def compose(
    wording: Wording,
    head: Head,
    values: Mapping[str, str],
    *,
    day: date,
    issue: Issue | None = None,
    signed: Sequence[Signed] = (),
    mark: str = DRAFT_MARK,
) -> dict[str, Any]:
    """The data of one letter: ``values`` fill its placeholders, ``signed`` are initials and signatures in their order."""
    number = issue.number if issue else _NO_NUMBER
    always = {
        "kantor": head.name,
        "tempat": head.place,
        "nomor": number,
        "tanggal": date_words(issue.day if issue else day),
    }
    values = {**values, **always}
    return {
        "form": wording.form.value,
        "subject": markup.line(wording.title, values),
        "title": markup.line(wording.title, values),
        "head": {"name": head.name, "above": list(head.above), "below": list(head.below)},
        "number": number,
        "attachments": "–",
        "place": head.place,
        "date": always["tanggal"],
        "addressee": [markup.runs(line, values) for line in wording.addressee.splitlines() if line.strip()],
        "body": markup.blocks(wording.body, values),
        "tear_off": markup.blocks(wording.tear_off, values) if wording.tear_off.strip() else [],
        "copies": [markup.line(line, values) for line in wording.copies.splitlines() if line.strip()],
        "signatures": _signatures(wording.places, values, [one for one in signed if not one.initials], head),
        "initials": _initials([one for one in signed if one.initials]),
        "mark": "" if issue and issue.address else mark,
        "qr": _qr(issue.address) if issue and issue.address else "",
        "foot": _foot(issue, head, slip=wording.form is Form.SLIP),
        **_WORDS,
    }


_WORDS = {
    "words": {"number": "Nomor", "attachments": "Lampiran", "subject": "Hal"},
    "copies_word": "Tembusan",
    "tear_word": "potong di sini – lembar jawaban",
    "page_word": "Halaman",
    "qr_words": "Kode QR ke halaman pemeriksaan keaslian surat",
}


def _signatures(
    places: Sequence[Place], values: Mapping[str, str], signed: Sequence[Signed], head: Head
) -> list[dict[str, str]]:
    left, made = list(signed), []
    for at, place in enumerate(places):
        one = left.pop(0) if left and not place.on_paper else None
        name, nip = paper_signer(at)
        made.append(
            {
                "position": markup.line(place.position, values),
                "name": one.name if one else values.get(name, "") if place.on_paper else "",
                "nip": one.nip if one else values.get(nip, "") if place.on_paper else "",
                "signed": f"Ditandatangani secara elektronik\n{moment_words(one.at, head.area)}" if one else "",
            }
        )
    return made


def _initials(signed: Sequence[Signed]) -> str:
    return "; ".join(f"Paraf: {one.name}, {date_digits(one.at.date())}" for one in signed)


def _foot(issue: Issue | None, head: Head, *, slip: bool) -> list[str]:
    if issue is None:
        return ["Konsep, belum berlaku sebagai surat."]
    if not issue.address:
        return ["Salinan layar. Kode periksa hanya ada pada surat yang terbit."]
    if slip:
        return ["Periksa keaslian lembar ini:", issue.address]
    return [
        f"Surat ini diterbitkan {head.name} lewat Satu Pintu.",
        "Pindai kode di samping atau buka alamat berikut untuk memeriksa keasliannya:",
        issue.address,
        "Pelayanan ini tidak dipungut biaya.",
    ]


def _qr(text: str) -> str:
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, scale=4, xmldecl=False)
    return drawn.getvalue().decode()
