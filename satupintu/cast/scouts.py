"""Early detection in the demo: a night three weeks ago, what was shared out and visited since, and last night.

Everything is done by the acts that officers use; the kabupaten has a sign of its own besides the nation's.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from satupintu.cast import longsettled
from satupintu.cast.acting import acting, officer
from satupintu.cast.officers import ARA, BIRA, BULUKUMBA, GOWA
from satupintu.cast.pictures import photo
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.rupiah import format_number
from satupintu.registry.people.actions import confirm_household
from satupintu.registry.people.models import Household
from satupintu.registry.people.words import SaidBy
from satupintu.work.detection import actions
from satupintu.work.detection.actions.recording import Need, Told
from satupintu.work.detection.models import Night, Outreach, Sign
from satupintu.work.detection.words import FirstSign, Result

WHY = "deteksi dini contoh"
WEEKS_AGO = timedelta(days=24)
OF_OWN = {
    "name": "Lansia 75 tahun ke atas tinggal sendiri",
    "age_from": 75,
    "alone": True,
    "field": ServiceField.SOCIAL,
    "source": "Surat edaran kepala dinas sosial (rekaan)",
}
"""The sign that Bulukumba added."""
TOLD: tuple[tuple[Result, int, str], ...] = (
    (
        Result.IN_NEED,
        15,
        "Ibunya sakit sejak panen lalu; anak ini menjaga adiknya. Mau sekolah lagi kalau ada seragam.",
    ),
    (Result.HELPED, 14, "Sudah diuruskan kepala dusun, tinggal menunggu jadwal."),
    (Result.NOT_FOUND, 12, "Rumah tertutup, kata tetangga sekeluarga ke kebun di Bonto Tiro."),
    (Result.WRONG_DATA, 11, "Masih sekolah di SMP 2; datanya belum diperbarui."),
    (Result.MOVED, 9, "Ikut bibinya ke Makassar sejak Juli."),
    (Result.IN_NEED, 8, "Pernah diurus tetapi berkas orang tuanya tidak lengkap; bapaknya di Malaysia."),
    (Result.REFUSED, 6, "Keluarga belum mau dibantu, minta didatangi lagi sesudah musim haji."),
    (Result.HELPED, 4, ""),
)
"""How visits in Ara ended, so many days ago, and what was found."""
PHOTOGRAPHED = {TOLD[0][2]: ("Rumah tampak depan", "Ruang dalam rumah"), TOLD[5][2]: ("Berkas yang ada",)}
"""What was photographed at those of them of whom this was written, as evidence."""
SEEN_AT = (Decimal("-5.512340"), Decimal("120.448900"))
"""Where the visitor stood, in degrees south and east: somewhere in Ara, nobody's house."""
STILL_TO_GO = 4
TO_CONFIRM, AT_THE_DESK = 10, 2
"""How many families of Ara with old data were shared out, and how many said at the Puskesos that nothing has changed."""
COMPLAINTS = 1
"""Of those in need, how many have their complaint; the others wait for it."""


def have_looked() -> bool:
    """Whether a night has been searched already."""
    with house(WHY, quietly=True):
        return Night.objects.exists()


def look(tell: Callable[[str], None]) -> str:
    """Search, share out, visit, search again; answers how many were found."""
    tell("mencari tanda deteksi dini …")
    families = longsettled.write_down()
    today = timezone.localdate(timezone=CAPITAL)
    with acting("bulukumba.manajer") as by:
        actions.publish(Sign(area_id=BULUKUMBA, **OF_OWN), by=by)
    for kabupaten in (BULUKUMBA, GOWA):
        with house(WHY, quietly=True) as clock:
            actions.find(by=clock, kabupaten=kabupaten, today=today - WEEKS_AGO)
    _in_ara()
    _in_bira()
    _confirmed(families)
    for kabupaten in (BULUKUMBA, GOWA):
        with house(WHY, quietly=True) as clock:
            actions.find(by=clock, kabupaten=kabupaten, today=today)
    with house(WHY, quietly=True):
        found = Outreach.objects.open().count()
    return f"{format_number(found)} orang di daftar jangkauan"


def _confirmed(families: Sequence[Household]) -> None:
    """The coordinator shared out families whose data nobody had confirmed; some are confirmed, one was found otherwise.

    Others were asked at the Puskesos, and are confirmed on their own page.
    """
    visitor = officer("ara.fasilitator")
    with acting("ara.koordinator") as by:
        rows = list(Outreach.objects.unshared().filter(village_id=ARA, code=FirstSign.UNCONFIRMED)[:TO_CONFIRM])
        if rows:
            actions.share({row.pk: visitor.pk for row in rows}, by=by)
        visited = {row.person_id for row in rows}
        others = [home for home in families if home.village_id == ARA and home.head_id not in visited]
        for home in others[:AT_THE_DESK]:
            confirm_household(home, by=by, said_by=SaidBy.HEAD, on=timezone.localdate() - timedelta(days=1))
    with acting("ara.fasilitator") as by:
        on = timezone.localdate() - timedelta(days=3)
        for turn, row in enumerate(rows[: len(rows) // 2]):
            one = Outreach.objects.select_related("person").get(pk=row.pk)
            told = Told(Result.SAME, on, said_by=SaidBy.HEAD if turn % 3 else SaidBy.NEIGHBOUR)
            if turn == 1:
                told = Told(Result.WRONG_DATA, on, "Anak sulungnya sudah kawin dan pindah rumah.")
            actions.record_result(one, by=by, told=told)


def _in_ara() -> None:
    """The village shares out by itself; its facilitator has been to most of them."""
    rows = _shared("ara.koordinator", "ara.fasilitator", ARA, len(TOLD) + STILL_TO_GO)
    opened = 0
    with acting("ara.fasilitator") as by:
        for pk, (result, days, note) in zip(rows[: _most(len(rows))], TOLD, strict=False):
            one = Outreach.objects.select_related("person").get(pk=pk)
            where: dict[str, Any] = {"place": "Dusun Lapasa", "coordinates": SEEN_AT} if note in PHOTOGRAPHED else {}
            told = Told(result, timezone.localdate() - timedelta(days=days), note, **where)
            photos = [photo(words) for words in PHOTOGRAPHED.get(note, ())]
            actions.record_result(one, by=by, told=told, photos=photos)
            if result is Result.IN_NEED and opened < COMPLAINTS:
                opened += 1
                actions.open_complaint(one, by=by, need=Need(ServiceField(one.topic), note))


def _in_bira() -> None:
    """The supervisor of the kecamatan shared these out; one visit is done."""
    rows = _shared("bontobahari.supervisor", "bira.fasilitator", BIRA, 5)
    with acting("bira.fasilitator") as by:
        for pk in rows[:1]:
            one = Outreach.objects.select_related("person").get(pk=pk)
            actions.record_result(one, by=by, told=Told(Result.HELPED, timezone.localdate() - timedelta(days=2)))


def _shared(who: str, to: str, village: int, many: int) -> list[int]:
    """Give some of a village to one officer, signs in turns; answers the rows."""
    visitor = officer(to)
    with acting(who) as by:
        by_sign: dict[str, list[int]] = {}
        rows = Outreach.objects.unshared().seen_with("").filter(village_id=village)
        for pk, code in rows.values_list("pk", "code"):
            by_sign.setdefault(code, []).append(pk)
        turns = [pk for turn in range(many) for rows in by_sign.values() for pk in rows[turn : turn + 1]]
        turns = turns[: min(many, _most(sum(map(len, by_sign.values()))))]
        if turns:
            actions.share(dict.fromkeys(turns, visitor.pk), by=by)
    return turns


def _most(many: int) -> int:
    """Two thirds: even where few were found, some are still to be shared out and some to be visited."""
    return many * 2 // 3
