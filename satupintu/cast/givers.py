"""Transfers of the demo, made by the very actions that officers use: offered, accepted, refused, taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from satupintu.cast.acting import acting, officer
from satupintu.cast.officers import ARA, BIRA, PANAKKUKANG
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField as F
from satupintu.work.complaints import actions as complaints
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Urgency
from satupintu.work.routing.words import Schooling
from satupintu.work.transfers import actions as transfers
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Reason, Refusal

WHY = "pelimpahan contoh"


@dataclass(frozen=True)
class Gift:
    """A complaint that ``giver`` took down and offers to ``office``; ``answer`` is what then happens, by whom."""

    giver: str
    village: int
    about: str
    field: F
    told: str
    office: str
    reason: Reason
    summary: str
    answer: str = ""
    by: str = ""
    words: str = ""
    urgency: Urgency = Urgency.ORDINARY
    schooling: Schooling | None = None


GIFTS = (
    Gift(
        "ara.koordinator", ARA, "Daeng Bilusu", F.SOCIAL, "Rumahnya roboh kena angin; sekarang menumpang di kebun.",
        "P7302032005", Reason.DOMICILE, "Rumah roboh. KK dan rumahnya ada di Dusun Birakeke, Desa Bira.",
    ),
    Gift(
        "bira.koordinator", BIRA, "Nursiah", F.HEALTH, "Suaminya cuci darah dua kali seminggu, ongkosnya habis.",
        "P7302032006", Reason.MOVED, "Pasien cuci darah, keluarganya pindah ke Desa Ara bulan lalu.",
        urgency=Urgency.SOON,
    ),
    Gift(
        "panakkukang.koordinator", PANAKKUKANG, "Baharuddin Sila", F.CIVIL_REGISTRATION,
        "Ikut anaknya di Gowa; kartu keluarganya hilang.", "P7302032006", Reason.DOMICILE,
        "Kartu keluarga hilang. Alamat KK-nya Desa Ara; di sini hanya menumpang.",
        "accept", "ara.koordinator", "Kami terima. Warga dijemput kader dusun hari Kamis.",
    ),
    Gift(
        "ara.koordinator", ARA, "Hj. Marawiah", F.ECONOMY, "Usaha kuenya berhenti sejak suaminya meninggal.",
        "P7302032005", Reason.DOMICILE, "Usaha rumahan berhenti. Warga berjualan di pasar Bira.",
        "refuse", "bira.koordinator", "Hanya berjualan di sini; KK dan rumahnya di Ara.",
    ),
    Gift(
        "ara.koordinator", ARA, "Sangkala Dg. Rowa", F.SOCIAL, "Anaknya merantau dan tidak berkabar lagi.",
        "S7306", Reason.AUTHORITY, "Anggota keluarga bekerja di Gowa dan perlu dicari.",
        "withdraw", "ara.koordinator", "Anaknya sudah pulang; tidak perlu lagi.",
    ),
    Gift(
        "ara.koordinator", ARA, "Kelompok nelayan Kassi", F.ECONOMY, "Lima belas nelayan kehilangan perahu karena badai.",
        "S7302", Reason.AUTHORITY, "Bencana menimpa kelompok di dua desa; bantuannya wewenang kabupaten.",
        "accept", "bulukumba.manajer", "Kami tangani bersama BPBD.",
    ),
    Gift(
        "bulukumba.manajer", ARA, "Keluarga Dg. Nai", F.SOCIAL, "Terdampak proyek jalan provinsi, belum ada ganti rugi.",
        "V73", Reason.AUTHORITY, "Warga terdampak proyek provinsi; penanganannya wewenang provinsi.",
    ),
    Gift(
        "ara.koordinator", ARA, "Muh. Fajri", F.EDUCATION, "Ijazah SMK anaknya ditahan sekolah karena menunggak.",
        "D73DISDIK", Reason.AUTHORITY, "Ijazah SMK negeri ditahan karena tunggakan; sekolahnya milik provinsi.",
        "accept", "sulsel.pendidikan", "Kami terima dan panggil kepala sekolahnya.", schooling=Schooling.VOCATIONAL,
    ),
    Gift(
        "bira.koordinator", BIRA, "Nur Azizah", F.EDUCATION, "Ditolak masuk SMA padahal satu-satunya yang dekat.",
        "D73DISDIK", Reason.AUTHORITY, "Calon murid SMA ditolak pada jalur domisili; penerimaannya wewenang provinsi.",
        schooling=Schooling.SENIOR,
    ),
    Gift(
        "ara.koordinator", ARA, "Kelompok ibu hamil Dusun Lembang", F.HEALTH, "Bidan desa pindah; posyandu tutup dua bulan.",
        "D7302DINKES", Reason.AUTHORITY, "Posyandu tanpa bidan sejak dua bulan; penempatannya wewenang dinas.",
    ),
    Gift(
        "bira.koordinator", BIRA, "Muh. Ilham", F.HEALTH, "Sudah tiga kali ditolak puskesmas karena kartunya mati.",
        "D7302DINKES", Reason.AUTHORITY, "Ditolak puskesmas karena kartu tidak aktif; aturannya milik dinas.",
        "accept", "bulukumba.kesehatan", "Kami terima dan panggil kepala puskesmasnya.", Urgency.SOON,
    ),
    Gift(
        "bira.koordinator", BIRA, "Anak Dg. Tompo", F.SOCIAL, "Anaknya ikut melaut dan tidak sekolah lagi.",
        "A7302", Reason.AUTHORITY, "Anak bekerja dan putus sekolah; pendampingannya wewenang PKSAI.",
    ),
    Gift(
        "panakkukang.koordinator", PANAKKUKANG, "Dua anak Dg. Rurung", F.SOCIAL,
        "Orang tuanya merantau; kedua anaknya dititipkan pada nenek di Bulukumba.",
        "A7302", Reason.DOMICILE, "Dua anak tinggal pada neneknya di Bulukumba tanpa pendamping; KK-nya masih di Gowa.",
        "accept", "bulukumba.peksos", "Kami kunjungi rumah neneknya pekan ini.",
    ),
    Gift(
        "panakkukang.koordinator", PANAKKUKANG, "Saharuddin Dg. Lewa", F.HEALTH,
        "Dirawat di RSUD Bulukumba dan tidak punya ongkos pulang.",
        "S7302", Reason.DOMICILE, "Warga Gowa dirawat di RSUD Bulukumba; biayanya diurus di sana.",
        "accept", "bulukumba.manajer", "Kami urus bersama RSUD.", Urgency.SOON,
    ),
)  # fmt: skip
"""In every state, so that each named office has something to answer or to look at."""


def have_given() -> bool:
    """Whether there are transfers already."""
    with house(WHY, quietly=True):
        return Transfer.objects.exists()


def give(tell: Callable[[str], None]) -> str:
    """Every transfer of the demo."""
    tell("menawarkan dan menjawab pelimpahan …")
    for gift in GIFTS:
        _answer(gift, _offered(gift))
    return f"{len(GIFTS)} pelimpahan"


def _offered(gift: Gift) -> Transfer:
    by = officer(gift.giver)
    told = Intake(
        gift.village,
        Channel.WALK_IN,
        Kind.GRIEVANCE,
        Nature.NEED,
        gift.field,
        gift.told,
        about=gift.about,
        urgency=gift.urgency,
        schooling=gift.schooling,
    )
    with acting(by):
        complaint: Complaint = complaints.register(told, by=by)
        to = Office.objects.select_related("area").get(code=gift.office)
        return complaints.transfer(complaint, by=by, to=to, reason=gift.reason, summary=gift.summary)


def _answer(gift: Gift, offered: Transfer) -> None:
    if not gift.answer:
        return
    by = officer(gift.by)
    with acting(by):
        if gift.answer == "refuse":
            transfers.refuse(offered, by=by, reason=Refusal.NOT_RESIDENT, text=gift.words)
        elif gift.answer == "accept":
            transfers.accept(offered, by=by, text=gift.words)
        else:
            transfers.withdraw(offered, by=by, text=gift.words)
