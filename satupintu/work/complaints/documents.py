"""Letters about complaints: certificate, recommendation, receipt, list of what is missing."""

from operator import attrgetter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from satupintu.engine.documents.letters.kinds import Ask, LetterKind, letter_kind
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import date_words, moment_words
from satupintu.registry.people import papers
from satupintu.work.complaints import wording
from satupintu.work.complaints.access import answers_for
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.requirements import requirements

OFFERS = {
    "nomor_keluhan": _("Nomor keluhan"),
    "bidang": _("Bidang layanan"),
    "diterima": _("Hari keluhan diterima"),
    "batas": _("Batas waktu jawaban"),
}
EXAMPLE = {
    "nomor_keluhan": "P7302032006-K26-0042",
    "bidang": "Kesehatan",
    "diterima": "2 Nov 2026 09.15 WITA",
    "batas": "9 November 2026",
    "kode_lacak": "K3QF-7PLM-2ABC-D345",
    "keperluan": "pengaktifan kembali kepesertaan PBI-JK",
    "tujuan": "Kepala Dinas Kesehatan Kabupaten Bulukumba",
    "pertimbangan": "Yang bersangkutan sedang menjalani pengobatan rutin dan tidak memiliki penghasilan tetap.",
    "daftar_syarat": "Fotokopi KTP\nFotokopi KK\nSurat kontrol dari Puskesmas",
    "batas_syarat": "12 November 2026",
}
PURPOSE = Ask(_("Untuk keperluan"), hint=_("Misalnya: pengaktifan kembali kepesertaan PBI-JK."))


def find(pk: int) -> Complaint | None:
    """The complaint of that number; None behind a wall."""
    return (
        Complaint.objects.select_related("village", "person__village", "household__head__village", "service")
        .filter(pk=pk)
        .first()
    )


def facts(complaint: Complaint) -> dict[str, str]:
    """What letters may say about it and the person concerned; never the story."""
    known = papers.facts_of(complaint.person, complaint.household)
    village = complaint.village
    zone = village.zone
    return {
        **papers.facts_of_place(village),
        **known,
        "nama": known.get("nama") or complaint.about,
        "nomor_keluhan": complaint.number,
        "bidang": ServiceField(complaint.field).label_id,
        "diterima": moment_words(complaint.received_at, village.number),
        "batas": date_words(timezone.localdate(complaint.due_at, zone)),
    }


def receipt_facts(complaint: Complaint) -> dict[str, str]:
    """What the receipt says, with the code that only the citizen keeps."""
    return {**facts(complaint), "kode_lacak": follow_up_code(complaint.number)}


def missing_papers(complaint: Complaint) -> dict[str, str]:
    """The obligatory papers of its service that nobody has seen yet, one a line."""
    asked = requirements(complaint)
    return {"daftar_syarat": "\n".join(line.document for line in asked.missing) if asked else ""}


def _kind(code: str, series: str, title: str, **more: Any) -> LetterKind:
    about = {
        "subject": "complaint",
        "about": lambda complaint: complaint.about,
        "find": find,
        "home": attrgetter("address"),
    }
    told = {"offers": {**papers.OFFERS, **OFFERS}, "facts": facts, "example": {**papers.EXAMPLE, **EXAMPLE}}
    return letter_kind(LetterKind(code, series, title, **{**about, **told, "open_to": answers_for, **more}))


CERTIFICATE = _kind(
    "certificate",
    "SK",
    _("surat keterangan"),
    asks={"keperluan": PURPOSE},
    needs=frozenset({"nama"}),
    standards=wording.CERTIFICATES,
)
RECOMMENDATION = _kind(
    "recommendation",
    "REK",
    _("surat rekomendasi"),
    asks={
        "tujuan": Ask(_("Ditujukan kepada"), hint=_("Misalnya: Kepala Dinas Kesehatan Kabupaten Bulukumba.")),
        "keperluan": PURPOSE,
        "pertimbangan": Ask(_("Pertimbangan"), required=False, long=True),
    },
    needs=frozenset({"nama"}),
    standards=wording.RECOMMENDATIONS,
)
RECEIPT = _kind(
    "receipt",
    "TT",
    _("tanda terima"),
    offers={**papers.OFFERS, **OFFERS, "kode_lacak": _("Kode lacak")},
    facts=receipt_facts,
    secrets=frozenset({"kode_lacak"}),
    standards=wording.RECEIPTS,
)
MISSING_PAPERS = _kind(
    "missing_papers",
    "SYR",
    _("daftar syarat"),
    asks={
        "daftar_syarat": Ask(_("Yang perlu dilengkapi"), long=True, hint=_("Satu syarat satu baris.")),
        "batas_syarat": Ask(_("Dibawa paling lambat"), required=False),
    },
    suggests=missing_papers,
    standards=wording.MISSING,
)
