"""The wording of letters about complaints that comes with the house; each area may write its own."""

from django.utils.translation import gettext_noop as _

from satupintu.engine.documents.letters.kinds import Standard
from satupintu.engine.documents.letters.wording import Place, Wording
from satupintu.engine.documents.words import Form
from satupintu.foundation.offices.words import OfficeKind, Role

_PERSON = """Nama : **{{ nama }}**
NIK : {{ nik }}
Nomor KK : {{ kk }}
Tempat/tanggal lahir : {{ lahir }}
Jenis kelamin : {{ jenis_kelamin }}
Agama : {{ agama }}
Status perkawinan : {{ status_kawin }}
Pekerjaan : {{ pekerjaan }}
Alamat : {{ alamat }}
Kepala keluarga : {{ kepala_keluarga }}"""

_LISTED = f"""Yang bertanda tangan di bawah ini menerangkan bahwa:

{_PERSON}

Berdasarkan hasil verifikasi fasilitator, nama tersebut adalah benar warga {{{{ desa }}}}[[, {{{{ kecamatan }}}}]],
dan **terdaftar** dalam Data Tunggal Sosial dan Ekonomi Nasional ({{{{ daftar }}}})[[ pada **desil {{{{ desil }}}}**]].

Surat keterangan ini diberikan untuk keperluan **{{{{ keperluan }}}}**.

Demikian surat keterangan ini dibuat dengan sebenarnya, untuk dipergunakan sebagaimana mestinya."""

_NOT_LISTED = f"""Yang bertanda tangan di bawah ini menerangkan bahwa:

{_PERSON}

Berdasarkan hasil pemeriksaan data dan verifikasi fasilitator, nama tersebut adalah benar warga
{{{{ desa }}}}[[, {{{{ kecamatan }}}}]], dan sampai surat ini dibuat **belum ditemukan** dalam Data Tunggal Sosial dan
Ekonomi Nasional (DTSEN) yang ada pada kami.

Surat keterangan ini diberikan untuk keperluan **{{{{ keperluan }}}}**.

Demikian surat keterangan ini dibuat dengan sebenarnya, untuk dipergunakan sebagaimana mestinya."""

_RECOMMENDED = f"""Dengan hormat,

Berdasarkan keluhan nomor {{{{ nomor_keluhan }}}} yang kami terima dan hasil pemeriksaan berkas, dengan ini kami
memberikan rekomendasi untuk **{{{{ keperluan }}}}** kepada:

{_PERSON}
Desil DTSEN : {{{{ desil }}}}

[[{{{{ pertimbangan }}}}]]

Demikian rekomendasi ini kami sampaikan. Atas perhatian dan bantuannya kami ucapkan terima kasih."""

RECEIPT_TITLE = _("Tanda Terima Keluhan")
RECEIPT_LINES = {
    "nomor_keluhan": _("Nomor keluhan"),
    "kode_lacak": _("Kode lacak"),
    "bidang": _("Bidang"),
    "diterima": _("Diterima"),
    "batas": _("Dijawab paling lambat"),
}
"""What a receipt says: the name of a fact → what stands before it."""
ASKED_WITH = ("nomor_keluhan", "kode_lacak")
"""Of these, what the citizen asks with."""
KEEP_IT = _(
    "Simpan kertas ini. Dengan nomor dan kode lacak, siapa pun yang memegangnya dapat menanyakan kabar keluhan ini, jadi "
    "jangan difoto untuk orang lain."
)
FREE = _("Pelayanan ini gratis.")
"""The words of a receipt, of the page that is printed at once and of the numbered slip alike."""


def _line(fact: str, words: str) -> str:
    value = f"{{{{ {fact} }}}}"
    return f"{words} : **{value}**" if fact in ASKED_WITH else f"{words} : {value}"


_RECEIPT = "\n".join(
    [
        *(_line(fact, words) for fact, words in RECEIPT_LINES.items()),
        "Petugas : {{ petugas }}",
        f"\n{KEEP_IT}",
        f"\n{FREE}",
    ]
)

_MISSING = """Agar keluhan nomor **{{ nomor_keluhan }}** dapat dilanjutkan, mohon dilengkapi:

- {{ daftar_syarat }}

[[Dibawa paling lambat : {{ batas_syarat }}]]
Petugas : {{ petugas }}

Bawa kertas ini waktu kembali ke {{ kantor }}. Pelayanan ini gratis."""

_BY_VILLAGE = (Place("Mengetahui,\n{{ kepala_desa }}"), Place("Koordinator Puskesos", Role.COORDINATOR.value))
_BY_KECAMATAN = (Place("Pimpinan PUSPELKESSOS", Role.TKSK.value),)
_BY_HEAD = (Place("Kepala Dinas Sosial", Role.HEAD.value),)

_WHO = (
    (OfficeKind.PUSKESOS, _BY_VILLAGE, ""),
    (OfficeKind.PUSPELKESSOS, _BY_KECAMATAN, ""),
    (OfficeKind.SLRT, _BY_HEAD, Role.MANAGER.value),
)
"""Who signs in which kind of office, and whose initials come first (the ministry's manual and local orders of service)."""


def _statement(name: str, title: str, body: str) -> tuple[Standard, ...]:
    return tuple(
        Standard(name, kind.value, Wording(Form.STATEMENT, title, body, places=places, initials_role=initials))
        for kind, places, initials in _WHO
    )


CERTIFICATES = (
    *_statement("Terdaftar DTSEN", "Surat Keterangan Terdaftar DTSEN", _LISTED),
    *_statement("Belum terdaftar DTSEN", "Surat Keterangan Belum Terdaftar DTSEN", _NOT_LISTED),
)
RECOMMENDATIONS = tuple(
    Standard(
        "Rekomendasi",
        kind.value,
        Wording(
            Form.LETTER,
            "Rekomendasi {{ keperluan }}",
            _RECOMMENDED,
            addressee="Yth. {{ tujuan }}\ndi tempat",
            places=places[-1:],
            initials_role=initials,
        ),
    )
    for kind, places, initials in _WHO
)
RECEIPTS = (Standard("Tanda terima", "", Wording(Form.SLIP, RECEIPT_TITLE, _RECEIPT)),)
MISSING = (Standard("Syarat yang kurang", "", Wording(Form.SLIP, "Syarat yang Perlu Dilengkapi", _MISSING)),)
