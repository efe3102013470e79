"""Who can help beside the offices, in the demo: each of the twelve kinds, one of them gone, one long forgotten."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from satupintu.cast.acting import acting
from satupintu.cast.officers import ARA
from satupintu.foundation.access import house
from satupintu.work.partners import actions
from satupintu.work.partners.models import Resource
from satupintu.work.partners.words import EndReason, Kind

WHY = "sumber daya sosial contoh"
KECAMATAN, KABUPATEN = 7302030000, 7302000000
VILLAGE, HEAD = "ara.koordinator", "bulukumba.manajer"

KNOWN: tuple[tuple[str, int, Kind, str, str, int | None], ...] = (
    (VILLAGE, ARA, Kind.COMMUNITY_WORKER, "Marwah Dg. Ngai", "Pendampingan lansia dan keluarga miskin", 20),
    (VILLAGE, ARA, Kind.YOUTH, "Karang Taruna Tunas Ara", "Les sore untuk anak putus sekolah, gotong royong rumah", 30),
    (VILLAGE, ARA, Kind.NETWORK, "WKSBM Dusun Bontona", "Lumbung pangan dan iuran kematian", 45),
    (VILLAGE, ARA, Kind.WOMAN_LEADER, "Hj. Nurhaedah", "Kelompok menjahit ibu-ibu", 12),
    (VILLAGE, ARA, Kind.PIONEER_FAMILY, "Keluarga Abd. Latif", "Menampung anak sementara", 2),
    (HEAD, KECAMATAN, Kind.TKSK, "Suardi, S.Sos.", "Pendataan, rujukan, pendampingan PKH se-kecamatan", None),
    (HEAD, KECAMATAN, Kind.DISASTER_YOUTH, "Tagana Bontobahari", "Dapur umum dan tenda darurat", 200),
    (HEAD, KABUPATEN, Kind.INSTITUTION, "LKSA Panti Asuhan Panrita", "Pengasuhan anak, alat bantu sekolah", 40),
    (HEAD, KABUPATEN, Kind.FAMILY_COUNSEL, "LK3 Butta Panrita", "Konseling keluarga, tanpa biaya", 15),
    (HEAD, KABUPATEN, Kind.PROFESSIONAL, "Andi Mardiana, S.Tr.Sos.", "Asesmen anak dan disabilitas", 25),
    (HEAD, KABUPATEN, Kind.EXTENSION, "Rusdi Hamid", "Penyuluhan ke desa", None),
    (HEAD, KABUPATEN, Kind.BUSINESS, "Koperasi Perahu Rakyat", "Modal usaha dan magang pembuatan perahu", 10),
)
"""Who enters it, where it works, what it is, its name, what it offers, how many it can serve."""


def are_known() -> bool:
    """Whether any is known already."""
    with house(WHY, quietly=True):
        return Resource.objects.exists()


def enter(tell: Callable[[str], None]) -> str:
    """All of them, by the action that officers use; one has ended, one was last asked about long ago."""
    tell("mencatat sumber daya sosial …")
    made = [_registered(*one) for one in KNOWN]
    with acting(VILLAGE) as by:
        gone = Resource(village_id=ARA, kind=Kind.COMMUNITY_WORKER, name="Daeng Sikki", offers="Pendampingan lansia")
        actions.end(actions.register(gone, by=by), by=by, reason=EndReason.MOVED)
    with house(WHY, quietly=True):
        Resource.objects.filter(pk=made[2].pk).update(confirmed_on=timezone.localdate() - timedelta(days=500))
    return f"{len(made) + 1} orang, kelompok, dan lembaga"


def _registered(who: str, where: int, kind: Kind, name: str, offers: str, capacity: int | None) -> Resource:
    with acting(who) as by:
        phone = f"0811 4{where % 1000:03} {list(Kind).index(kind):04}"
        row = Resource(village_id=where, kind=kind, name=name, offers=offers, capacity=capacity, phone=phone)
        return actions.register(row, by=by)
