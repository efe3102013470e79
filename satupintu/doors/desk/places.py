"""Where an officer can go: the daily places beside every page, the others on one page of their own."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop as noop

from satupintu.foundation.access import officer
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment

MOST = 7
"""Places beside a page; who may go to more finds them under "Lainnya"."""


@dataclass(frozen=True)
class Place:
    """A place to go: the verb that opens it ("" for everybody), address, icon, word, and what one does there."""

    verb: str
    url: str
    icon: str
    word: str
    purpose: str = ""


PLACES = (
    Place("", "/", "home", noop("Beranda")),
    Place("complaint.read", "/keluhan/", "message-circle", noop("Keluhan"), noop("Semua keluhan di daerah Anda.")),
    Place("referral.read", "/rujukan/", "mail", noop("Rujukan"), noop("Surat ke dan dari lembaga lain.")),
    Place(
        "letter.read",
        "/surat/",
        "file-text",
        noop("Surat"),
        noop("Surat keterangan dan rekomendasi: draf, paraf, tanda tangan, register."),
    ),
    Place(
        "daybook.record",
        "/buku-harian/",
        "calendar",
        noop("Buku harian"),
        noop("Catat pengunjung hari ini per layanan, dan kunjungan ke warga."),
    ),
    Place(
        "outreach.read",
        "/jangkauan/",
        "users-group",
        noop("Daftar jangkauan"),
        noop("Orang yang perlu didatangi, dengan alasannya; tanda dicari setiap malam."),
    ),
    Place(
        "outreach.read",
        "/jangkauan/?tanda=unconfirmed",
        "home",
        noop("Pemutakhiran data"),
        noop("Keluarga yang lama tidak dipastikan: bagikan ke fasilitator, datangi, catat masih sama atau usulkan."),
    ),
    Place(
        "complaint.assign",
        "/penyelia/",
        "users-group",
        noop("Penyelia"),
        noop("Siapa menangani apa, apa yang tertahan, dan mengalihkannya."),
    ),
    Place(
        "report.read",
        "/analisis/",
        "chart-bar",
        noop("Analisis"),
        noop("Di mana keluhan menumpuk, berapa lama warga menunggu, siapa menjawab rujukan."),
    ),
    Place(
        "report.read",
        "/edisi-daftar/",
        "list-search",
        noop("Beda edisi"),
        noop("Siapa masuk, keluar, atau pindah desil pada edisi daftar yang baru."),
    ),
    Place(
        "bulletin.read",
        "/laporan/",
        "report",
        noop("Laporan"),
        noop("Rekap harian sampai tahunan dan laporan bulanan fasilitator."),
    ),
    Place(
        "sorting.read",
        "/sortir/",
        "table",
        noop("Sortir data"),
        noop("Anak, lansia, dan penyandang disabilitas per wilayah: tujuh tabel, nama di baliknya."),
    ),
    Place(
        "quality.read",
        "/mutu-data/",
        "shield-check",
        noop("Mutu data"),
        noop("NIK ganda, nama tak wajar, yang lama tidak dikonfirmasi: desa demi desa, dengan daftar kerjanya."),
    ),
    Place(
        "handover.read",
        "/sortir/penyerahan/",
        "send",
        noop("Penyerahan data"),
        noop("Tabel dan daftar nama yang diserahkan ke kantor lain, dan tindak lanjutnya."),
    ),
    Place(
        "transfer.read",
        "/pelimpahan/",
        "switch-horizontal",
        noop("Pelimpahan"),
        noop("Keluhan yang diserahkan seluruhnya ke kantor lain, atau dari kantor lain."),
    ),
    Place(
        "change.read",
        "/usulan/",
        "file-text",
        noop("Usulan data"),
        noop("Perubahan data yang diusulkan desa: musdes, verifikasi, pengesahan, penerapan."),
    ),
    Place(
        "privacy.read",
        "/permintaan-data/",
        "lock",
        noop("Permintaan data"),
        noop("Salinan, perbaikan, pembatasan, dan penghapusan data pribadi: dijawab dalam 3 × 24 jam."),
    ),
    Place(
        "export.read",
        "/unduhan/",
        "download",
        noop("Unduhan"),
        noop("Daftar warga yang keluar sebagai berkas: untuk apa, menunggu persetujuan, melacak salinan."),
    ),
    Place(
        "breach.read",
        "/kebocoran/",
        "shield",
        noop("Kebocoran data"),
        noop("Daftar orang dan surat yang dilihat sebuah akun; pemberitahuan dalam 3 × 24 jam."),
    ),
    Place(
        "retention.publish",
        "/retensi/",
        "clock",
        noop("Jadwal retensi"),
        noop("Berapa lama apa disimpan, dan apa yang terjadi sesudahnya."),
    ),
    Place(
        "resource.read",
        "/psks/",
        "heart-handshake",
        noop("Sumber daya sosial"),
        noop("Orang, kelompok, dan lembaga yang dapat membantu warga (PSKS)."),
    ),
    Place(
        "person.verify",
        "/orang/perlu-diverifikasi/",
        "list-check",
        noop("Perlu diverifikasi"),
        noop("Orang yang hanya dikenal dari daftar luar: datangi, lalu catat hasilnya."),
    ),
    Place(
        "duplicate.read",
        "/data-ganda/",
        "users",
        noop("Data ganda"),
        noop("Catatan yang mungkin orang yang sama: bandingkan dan putuskan."),
    ),
    Place("import.read", "/impor/", "file-import", noop("Impor"), noop("Masukkan daftar rumah tangga dari berkas.")),
    Place(
        "civil.load",
        "/pemadanan/",
        "list-check",
        noop("Pemadanan Dukcapil"),
        noop("Muat jawaban Dukcapil di samping data kita."),
    ),
    Place("account.create", "/petugas/", "users", noop("Petugas"), noop("Akun dan SK penugasan di daerah Anda.")),
    Place("event.read", "/jejak/", "list-search", noop("Jejak"), noop("Siapa melakukan dan membuka apa.")),
    Place(
        "template.draft",
        "/surat/naskah/",
        "file-text",
        noop("Naskah surat"),
        noop("Naskah surat yang dipakai kantor di daerah Anda."),
    ),
    Place("office.read", "/kantor/", "building", noop("Kantor"), noop("Alamat, jam buka, dan bidang tiap kantor.")),
    Place(
        "service.read", "/layanan/", "list-check", noop("Layanan"), noop("Layanan Puskesos dan berkas yang diminta.")
    ),
    Place(
        "message.retry", "/pesan/", "send", noop("Pesan keluar"), noop("Pesan ke warga dan kantor: sudah sampai mana.")
    ),
    Place("area.adopt_edition", "/wilayah/", "map-pin", noop("Wilayah"), noop("Kode wilayah dan edisi berikutnya.")),
)
"""From what is used all day to what is used once a month."""
MORE = Place("", "/lainnya/", "dots", noop("Lainnya"))
"""The page of all places."""


def open_to(role: str) -> list[Place]:
    """All places that a role can go to, in their order."""
    return [one for one in PLACES if not one.verb or may(role, one.verb)]


def near(role: str) -> list[Place]:
    """The places beside every page of a role: at most seven, the last one leads to the others."""
    mine = open_to(role)
    return mine if len(mine) <= MOST else [*mine[: MOST - 1], MORE]


@officer("area.read", personal=False)
def more(request: HttpRequest) -> HttpResponse:
    """Every place that this officer can go to, with what one does there: a phone has room for four beside a page."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    return render(request, "desk/more.html", {"menu": open_to(by.role)[1:]})
