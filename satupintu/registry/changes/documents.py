"""The slip that tells a family what became of a proposal about them, in plain words, with a number that can be checked."""

from operator import attrgetter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from satupintu.engine.documents.letters.kinds import LetterKind, Standard, letter_kind
from satupintu.engine.documents.letters.wording import Wording
from satupintu.engine.documents.words import Form
from satupintu.lib.periods import date_words
from satupintu.registry.changes import lines, rules
from satupintu.registry.changes.models import Answer, ChangeRequest
from satupintu.registry.changes.words import MoveKind, Status
from satupintu.registry.people import papers

OUTCOMES = {
    Status.APPLIED: "sudah disahkan, dan data keluarga Anda sudah diperbarui",
    Status.DROPPED: "tidak dilanjutkan menurut musyawarah desa/kelurahan",
    Status.RETURNED: "belum diterima dan dikembalikan ke desa untuk diperbaiki",
}
"""Where a proposal stands when its family is told, in words for them."""
OFFERS = {
    "nomor_usulan": _("Nomor usulan"),
    "jenis_usulan": _("Jenis usulan"),
    "tentang": _("Tentang siapa"),
    "diusulkan": _("Hari diusulkan"),
    "hasil": _("Apa hasilnya"),
    "alasan": _("Mengapa tidak diterima"),
    "sk": _("SK pengesahan"),
    "perubahan": _("Yang diusulkan, satu baris satu hal"),
    "jawaban_pusat": _("Jawaban pusat"),
}
EXAMPLE = {
    "nomor_usulan": "P7302032006-U26-0007",
    "jenis_usulan": "Perbaikan data",
    "tentang": "Andi Muhammad Rahmatullah Dg. Mattawang",
    "diusulkan": "2 November 2026",
    "hasil": OUTCOMES[Status.APPLIED],
    "alasan": "",
    "sk": "470/118/XI/2026, 20 November 2026",
    "perubahan": "Pekerjaan: Nelayan → Buruh harian lepas\nAlamat: Jl. Poros Ara",
    "jawaban_pusat": "",
}
BODY = """Usulan nomor **{{ nomor_usulan }}** tentang **{{ tentang }}** yang diajukan {{ diusulkan }} {{ hasil }}.

[[Sebabnya : {{ alasan }}]]

{{ jenis_usulan }}:

- {{ perubahan }}

[[Pengesahan : {{ sk }}]]
[[Jawaban pusat : {{ jawaban_pusat }}]]
Petugas : {{ petugas }}

Kalau ada yang keliru, bawa kertas ini ke {{ kantor }}. Pelayanan ini gratis."""


def find(pk: int) -> ChangeRequest | None:
    """The proposal of that number; None behind a wall."""
    found: ChangeRequest | None = (
        ChangeRequest.objects.with_names().select_related("ratification").filter(pk=pk).first()
    )
    return found


def is_told(by: Any, request: ChangeRequest) -> bool:
    """Whether the family can be told now, by the office that proposed it."""
    return request.status_word in OUTCOMES and by.office_id == request.office_id


def facts(request: ChangeRequest) -> dict[str, str]:
    """What the slip may say about it."""
    decree = request.ratification
    answer = Answer.objects.filter(request=request).select_related("reason").order_by("-pk").first()
    proposed = timezone.localdate(request.proposed_at, request.village.zone)
    return {
        **papers.facts_of_place(request.village),
        "nomor_usulan": request.number,
        "jenis_usulan": request.kind_word.label_id,
        "tentang": request.title or request.number,
        "diusulkan": date_words(proposed),
        "hasil": OUTCOMES.get(request.status_word, ""),
        "alasan": _reason(request),
        "sk": f"{decree.sk_number}, {date_words(decree.sk_date)}" if decree else "",
        "perubahan": "\n".join(map(_line, _told(request))) or request.kind_word.label_id,
        "jawaban_pusat": _answer(answer) if answer else "",
    }


def _told(request: ChangeRequest) -> list[lines.Line]:
    """What the slip says line by line; a kind of PPKS whose mention may hurt is not written on a paper that lies about."""
    return [] if request.kind_word in rules.NEEDS and request.clearance else lines.of(request)


def _answer(answer: Answer) -> str:
    return "diterima" if answer.accepted else f"ditolak, {answer.reason}"


def _line(line: lines.Line) -> str:
    if line.old in {"", "–"}:
        return f"{line.label}: {line.new}"
    return f"{line.label}: {line.old} → {line.new}"


def _reason(request: ChangeRequest) -> str:
    """Why it was not accepted, as whoever decided wrote it."""
    kinds = {Status.RETURNED: MoveKind.RETURNED, Status.DROPPED: MoveKind.DROPPED}
    if request.status_word not in kinds:
        return ""
    move = request.moves.filter(kind=kinds[request.status_word]).order_by("-pk").first()
    reason = move.reason_word if move else None
    told = (reason.label_id if reason else "", move.text if move else "")
    return ". ".join(one.rstrip(".") for one in told if one)


NEWS = letter_kind(
    LetterKind(
        "proposal_news",
        "KU",
        _("kabar usulan untuk keluarga"),
        subject="changerequest",
        offers={**OFFERS, **{name: papers.OFFERS[name] for name in ("desa", "kecamatan", "kepala_desa")}},
        facts=facts,
        about=attrgetter("title"),
        find=find,
        home=attrgetter("address"),
        open_to=is_told,
        example={**papers.EXAMPLE, **EXAMPLE},
        standards=(Standard("Kabar usulan", "", Wording(Form.SLIP, "Kabar Usulan Data", BODY)),),
    )
)
