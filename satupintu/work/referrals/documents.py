"""The referral as a letter on paper, with a part to tear off for the answer."""

from operator import attrgetter

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from satupintu.engine.documents.letters.kinds import LetterKind, Standard, letter_kind
from satupintu.engine.documents.letters.wording import Place, Wording
from satupintu.engine.documents.words import Form
from satupintu.foundation.offices.words import OfficeKind, Role, ServiceField
from satupintu.lib.nik import Nik
from satupintu.lib.periods import date_words
from satupintu.work.referrals.access import sends
from satupintu.work.referrals.codes import printed_code
from satupintu.work.referrals.models import Referral

OFFERS = {
    "nama": _("Nama yang ditulis di surat"),
    "nik": _("NIK yang ditulis di surat"),
    "alamat": _("Alamat yang ditulis di surat"),
    "desa": _("Desa atau kelurahan"),
    "bidang": _("Bidang layanan"),
    "isi": _("Isi surat"),
    "penerima": _("Lembaga penerima"),
    "pengirim": _("Kantor pengirim"),
    "nomor_rujukan": _("Nomor rujukan"),
    "dikirim": _("Hari rujukan dikirim"),
    "batas": _("Batas waktu jawaban"),
    "kode_jawaban": _("Kode untuk menjawab tanpa akun"),
}
EXAMPLE = {
    "nama": "Andi Muhammad Rahmatullah Dg. Mattawang",
    "nik": "7302 0312 0375 0001",
    "alamat": "Dusun Lembanna RT 002 RW 001",
    "desa": "Desa Ara",
    "bidang": "Kependudukan",
    "isi": "Warga belum memiliki KTP-el dan akta kelahiran, padahal diperlukan untuk pengaktifan jaminan kesehatan.",
    "penerima": "Dinas Dukcapil Bulukumba",
    "pengirim": "Puskesos Desa Ara",
    "nomor_rujukan": "P7302032006-R26-0007",
    "dikirim": "2 November 2026",
    "batas": "9 November 2026",
    "kode_jawaban": "K3QF-7PLM-2ABC-D345",
}

_BODY = """Dengan hormat,

Bersama surat ini kami merujuk warga berikut untuk mendapat layanan di lembaga Saudara:

Nama : **{{ nama }}**
NIK : {{ nik }}
Alamat : {{ alamat }}
Desa/kelurahan : {{ desa }}
Bidang layanan : {{ bidang }}
Nomor rujukan : {{ nomor_rujukan }}

{{ isi }}

Mohon jawaban Saudara paling lambat **{{ batas }}**, lewat Satu Pintu atau dengan lembar jawaban di bawah ini.

Atas perhatian dan bantuan Saudara, kami ucapkan terima kasih."""

_ANSWER = """# Lembar jawaban rujukan

Nomor rujukan : {{ nomor_rujukan }}
Nama : {{ nama }}
Dari : {{ penerima }}
Kepada : {{ pengirim }}
Kode jawaban : **{{ kode_jawaban }}**
Jawaban : (   ) diterima      (   ) sudah dilayani      (   ) tidak dapat dilayani
Keterangan : ..............................................................................................
Petugas, tanggal : ..............................................................................................
"""

_WHO = (
    (OfficeKind.PUSKESOS, Place("Koordinator Puskesos", Role.COORDINATOR.value)),
    (OfficeKind.PUSPELKESSOS, Place("Pimpinan PUSPELKESSOS", Role.TKSK.value)),
    (OfficeKind.SLRT, Place("Manajer SLRT", Role.MANAGER.value)),
    (OfficeKind.PKSAI, Place("Pekerja Sosial PKSAI", Role.SOCIAL_WORKER.value)),
)


def find(pk: int) -> Referral | None:
    """The referral of that number; None behind a wall."""
    return Referral.objects.with_ends().select_related("village").filter(pk=pk).first()


def facts(referral: Referral) -> dict[str, str]:
    """What the sender chose to write; nothing of the matter behind it."""
    village = referral.village
    return {
        "nama": referral.subject_name,
        "nik": Nik(referral.subject_nik).grouped if referral.subject_nik else "",
        "alamat": referral.subject_address,
        "desa": f"{village.word.label_id} {village.name}",
        "bidang": ServiceField(referral.field).label_id,
        "isi": referral.need,
        "penerima": referral.to_office.name,
        "pengirim": referral.from_office.name,
        "nomor_rujukan": referral.number,
        "dikirim": date_words(timezone.localdate(referral.sent_at, village.zone)),
        "batas": date_words(timezone.localdate(referral.due_at, village.zone)),
        "kode_jawaban": printed_code(referral),
    }


REFERRAL = letter_kind(
    LetterKind(
        "referral",
        "RJK",
        _("surat rujukan"),
        subject="referral",
        offers=OFFERS,
        facts=facts,
        about=lambda referral: referral.subject_name,
        find=find,
        home=attrgetter("address"),
        open_to=sends,
        example=EXAMPLE,
        secrets=frozenset({"kode_jawaban"}),
        standards=tuple(
            Standard(
                "Rujukan",
                kind.value,
                Wording(
                    Form.LETTER,
                    "Rujukan layanan bidang {{ bidang }}",
                    _BODY,
                    addressee="Yth. Pimpinan {{ penerima }}\ndi tempat",
                    tear_off=_ANSWER,
                    places=(place,),
                ),
            )
            for kind, place in _WHO
        ),
    )
)
