"""The acts of `load_cast`, in their order: each knows whether it has been played, and is played whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from satupintu.cast import (
    askers,
    bookkeeping,
    chronicle,
    directory,
    doubles,
    dukcapil,
    filings,
    givers,
    history,
    households,
    needs,
    news,
    papers,
    particulars,
    preparing,
    proposers,
    resources,
    scenes,
    scouts,
    sorters,
    staff,
    stage,
    takers,
    townsfolk,
    visitors,
)
from satupintu.cast.officers import BULUKUMBA, GOWA
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL
from satupintu.lib.rupiah import format_number
from satupintu.reports.editions.jobs import close_until
from satupintu.reports.editions.models import Edition

SEED = 2026
YEAR = "memainkan keluhan contoh selama setahun"
"""The reason under which the house writes the year; the event that says so is the mark that it is done."""
BOOK = "mengisi buku harian contoh selama setahun"
"""The same for the daybook."""
NEWS = "memberi tahu petugas dan warga contoh"
"""The reason under which the house spreads the news; likewise the mark that it is done."""
PREPARING = "memainkan kerja back office contoh"
"""The same for what the back offices do today."""
GOWA_SHARE = 6
"""One complaint of Gowa for so many of Bulukumba: enough that a province may read its months."""
Tell = Callable[[str], None]
"""Says a line about how far an act is."""


@dataclass(frozen=True)
class Wanted:
    """How much there shall be: households of Bulukumba, complaints of a year."""

    households: int = 20_000
    complaints: int = 2_100


@dataclass(frozen=True)
class Act:
    """One act: its title, whether it has been played, and how it is played (answers what there is now)."""

    title: str
    done: Callable[[], bool]
    play: Callable[[Wanted, Tell], str]


def _staffed() -> bool:
    return stage.is_set(*staff.everybody())


def _staff(wanted: Wanted, tell: Tell) -> str:
    offices, officers = staff.everybody()
    with house("menyiapkan kantor dan petugas peraga"):
        stage.set_stage(offices, officers)
        stage.publish_limits()
    return f"{format_number(len(offices))} kantor, {format_number(len(officers))} penugasan"


def _households(wanted: Wanted, tell: Tell) -> str:
    brought = [
        households.bring(households.OF_BULUKUMBA, wanted.households, tell),
        households.bring(households.OF_GOWA, wanted.households // households.GOWA_SHARE, tell),
    ]
    people, refused = (sum(batch.count(what) for batch in brought) for what in ("new", "refused"))
    return f"{format_number(people)} orang tersimpan, {format_number(refused)} baris ditolak"


def _entered(reason: str) -> bool:
    with house(reason, quietly=True):
        return Event.objects.filter(village=0, name="house.entered", facts__reason=reason).exists()


def _has_happened() -> bool:
    return _entered(YEAR)


def _year(wanted: Wanted, tell: Tell) -> str:
    now = timezone.now()
    gowa = max(wanted.complaints // GOWA_SHARE, 1)
    with house(YEAR):
        lives = [
            *history.year(SEED, directory.world(BULUKUMBA, now), wanted.complaints, scenes.BULUKUMBA_SCENES),
            *history.year(SEED + 1, directory.world(GOWA, now), gowa, scenes.GOWA_SCENES),
        ]
        events = chronicle.write(lives, lambda what, count: tell(f"menulis {format_number(count)} {what} …"))
    return f"{format_number(len(lives))} keluhan dengan {format_number(events)} kejadian"


def _is_kept() -> bool:
    return _entered(BOOK)


def _book(wanted: Wanted, tell: Tell) -> str:
    with house(BOOK):
        records, visits = bookkeeping.write(SEED, timezone.now(), tell)
    return f"{format_number(records)} catatan layanan, {format_number(visits)} kunjungan"


def _is_told() -> bool:
    return _entered(NEWS)


def _news(wanted: Wanted, tell: Tell) -> str:
    with house(NEWS):
        notices, messages = news.spread(timezone.now())
    return f"{format_number(notices)} pemberitahuan, {format_number(messages)} pesan"


def _is_prepared() -> bool:
    return _entered(PREPARING)


def _back_office(wanted: Wanted, tell: Tell) -> str:
    with house(PREPARING):
        return f"{format_number(preparing.write())} keluhan dicek back office"


def _close_months(wanted: Wanted, tell: Tell) -> str:
    made = close_until(timezone.localdate(timezone=CAPITAL))
    return f"{format_number(made)} terbitan"


ACTS = (
    Act("Kantor dan petugas", _staffed, _staff),
    Act("Rumah tangga", households.is_done, _households),
    Act("Keterangan orang", particulars.are_known, lambda wanted, tell: particulars.fill(tell)),
    Act("PPKS, kontak, dan edisi lama", needs.are_known, lambda wanted, tell: needs.tell_of(tell)),
    Act("Keluhan selama setahun", _has_happened, _year),
    Act("Pemberitahuan", _is_told, _news),
    Act("Surat", papers.are_written, lambda wanted, tell: papers.write(tell)),
    Act("Buku harian setahun", _is_kept, _book),
    Act("Back office", _is_prepared, _back_office),
    Act("Warga sendiri", townsfolk.is_played, lambda wanted, tell: townsfolk.play(tell)),
    Act("Lembaga tanpa akun", visitors.have_come, lambda wanted, tell: visitors.come(tell)),
    Act("Usulan perubahan", proposers.have_proposed, lambda wanted, tell: proposers.propose(tell)),
    Act("Data ganda", doubles.are_known, lambda wanted, tell: doubles.write(tell)),
    Act("Pemetaan dan berkas impor", filings.are_kept, lambda wanted, tell: filings.keep(tell)),
    Act("Penyerahan data", sorters.have_handed, lambda wanted, tell: sorters.hand(tell)),
    Act("Permintaan data pribadi", askers.have_asked, lambda wanted, tell: askers.ask(tell)),
    Act("Pelimpahan", givers.have_given, lambda wanted, tell: givers.give(tell)),
    Act("Sumber daya sosial", resources.are_known, lambda wanted, tell: resources.enter(tell)),
    Act("Pemadanan dan mutu data", dukcapil.has_answered, lambda wanted, tell: dukcapil.answer(tell)),
    Act("Unduhan", takers.have_taken, lambda wanted, tell: takers.take(tell)),
    Act("Deteksi dini", scouts.have_looked, lambda wanted, tell: scouts.look(tell)),
    Act("Daftar susulan", needs.is_late_page_in, lambda wanted, tell: needs.bring_late_page(tell)),
    Act("Angka bulanan", Edition.objects.exists, _close_months),
)
