"""A complaint grows old: the office is reminded, then the kecamatan sees it and says what it does."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
CLOCK = (
    "import django; django.setup()\n"
    "from satupintu.work.complaints.jobs import look_at_the_clock\n"
    "look_at_the_clock.func(0)\n"
)

LEFT, LATE = {"id": "{} hari lagi", "en": "{} days left"}, {"id": "terlambat {} hari", "en": "{} days late"}
HOURS = {"id": "{} jam", "en": "{} hours"}


def let_pass(site: Any, number: str, days: int) -> None:
    """Let so many days pass for one complaint, and the clock look at it."""
    for column in ("received_at", "due_at", "clock_at"):
        site.ask(
            f"update complaints_complaint set {column} = {column} - make_interval(days => %s) where number = %s returning id",
            days,
            number,
        )
    site.run(CLOCK)


def test_what_nears_its_end_is_told_and_what_is_late_comes_before_the_kecamatan(anybody: Enter, site: Any) -> None:
    clerk, coordinator = anybody("ara.depan"), anybody("ara.koordinator")
    number = take_down(clerk, "Daeng Lambat")
    clerk.reads(LEFT[clerk.language].format(14))
    let_pass(site, number, 12)
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads(LEFT[clerk.language].format(2), "batas waktunya hampir habis")
    let_pass(site, number, 4)
    supervisor = anybody("bontobahari.supervisor")
    supervisor.goes_to("/?daftar=bawah")
    supervisor.reads("Terlambat di kantor di bawah saya", LATE[clerk.language].format(2), number)
    supervisor.finds_nothing_to_complain_of()
    supervisor.follows("Daeng Lambat")
    supervisor.writes("Apa yang Anda lakukan?", "Koordinator ditelepon; dijawab besok")
    supervisor.presses("Simpan tindak lanjut")
    supervisor.reads("menindaklanjuti keterlambatan", "Koordinator ditelepon")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("PUSPELKESSOS Bonto Bahari bahwa keluhan ini terlambat", "Selesaikan di sini")


def test_the_time_stands_while_the_citizen_looks_for_papers(anybody: Enter) -> None:
    clerk = anybody("ara.depan")
    take_down(clerk, "Daeng Cari")
    clerk.looks_further()
    clerk.follows("Tunggu warga")
    clerk.writes("Berkas atau janji yang mana?", "KK asli")
    clerk.presses("Hentikan hitungan waktu")
    clerk.reads("Menunggu berkas dari warga", "KK asli", "Menunggu warga")
    clerk.finds_nothing_to_complain_of()
    clerk.presses("Jalankan waktu lagi")
    clerk.reads("Hitungan waktu berjalan lagi.", LEFT[clerk.language].format(14))


def test_the_manager_looks_before_setting_a_limit(anybody: Enter, width: int) -> None:
    manager = anybody("bulukumba.manajer", width=width)
    manager.goes_to("/batas-waktu/")
    manager.reads(HOURS[manager.language].format(24), "Seluruh Indonesia", "Contoh dari daerah lain")
    manager.finds_nothing_to_complain_of()
    manager.follows("Tetapkan batas waktu")
    manager.writes("Dijawab dalam", "10")
    manager.writes("Dasar aturan", "SK 12")
    manager.presses("Lihat jatuh temponya dulu")
    manager.reads("Yang masuk sekarang jatuh tempo")
    manager.finds_nothing_to_complain_of()
