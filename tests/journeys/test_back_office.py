"""A decision is prepared: checked, visited, recommended, returned for repair, repaired and followed."""

from collections.abc import Callable

import pytest

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import checks_and_recommends, take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


@pytest.mark.parametrize("width", [390, 1366])
def test_what_is_recommended_is_returned_repaired_and_followed(anybody: Enter, width: int) -> None:
    back, head = anybody("ara.belakang", width=width), anybody("ara.koordinator", width=width)
    about = f"Daeng Bunga {width}{back.language}"
    number = take_down(anybody("ara.depan"), about, "Sosial")
    visits(back, number, about)
    checks_and_recommends(back, about)
    back.finds_nothing_to_complain_of()
    head.goes_to("/")
    head.follows(about)
    head.reads("Rekomendasi back office", "Kas desa masih cukup", "Rumah bocor")
    head.finds_nothing_to_complain_of()
    head.looks_further()
    head.follows("Kembalikan untuk diperbaiki")
    head.writes("Apa yang perlu diperbaiki?", "Sebutkan sumber dananya")
    head.presses("Kembalikan")
    head.reads("Dikembalikan kepada yang mengerjakannya.")
    back.goes_to(f"/keluhan/{number}/")
    back.reads("Sebutkan sumber dananya")
    back.writes("Alasannya", "Dibayar dari pos bantuan sosial APBDes")
    back.presses("Kirim perbaikan")
    head.goes_to(f"/keluhan/{number}/")
    head.reads("pos bantuan sosial APBDes")
    head.follows("Selesaikan di sini")
    head.writes("Apa yang dilakukan?", "Menyerahkan seng dan kayu")
    head.presses("Catat layanan langsung")
    head.reads("Layanan langsung tercatat.")
    assert anybody("bira.koordinator").goes_to(f"/keluhan/{number}/") == 404


def visits(back: Officer, number: str, about: str) -> None:
    """Write down a visit to the home."""
    back.goes_to(f"/keluhan/{number}/kunjungan/")
    back.writes("Apa yang ditemukan?", "Rumah bocor, lima orang satu kamar")
    back.presses("Simpan kunjungan")
    back.reads("Kunjungan tercatat.", "Rumah bocor")
