"""A receiver without an account, in a real browser: the code on the paper opens one letter, to read and to answer it."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import agrees, take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
CODE = re.compile(r"\b(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}\b")


def refers(sender: Officer, number: str, to: str) -> str:
    """Refer a complaint to an institution; answers the number of the letter."""
    sender.goes_to(f"/keluhan/{number}/rujukan/")
    sender.chooses("Dirujuk ke", to)
    sender.writes("Isi surat", "Mohon dirawat")
    agrees(sender)
    sender.presses("Kirim rujukan")
    sender.page.locator(".letter-number a").last.click()
    return sender.number


def gets_a_code(sender: Officer, letter: str) -> str:
    """Make a code for a letter and read it off the sheet."""
    sender.goes_to(f"/rujukan/{letter}/")
    sender.follows("Buat kode jawaban")
    sender.presses("Buat kode jawaban")
    sender.follows("Cetak kode jawaban")
    found = CODE.search(sender.page.locator("main").inner_text())
    assert found
    return found[0]


def types(visitor: Officer, code: str) -> None:
    """Type a code at the door."""
    visitor.goes_to("/jawab/?lain=1")
    visitor.writes("Kode jawaban", code)
    visitor.presses("Buka surat")


@pytest.mark.parametrize("width", [390, 1366])
def test_a_clinic_without_account_answers_with_the_code_on_the_paper(anybody: Enter, width: int) -> None:
    clerk, coordinator, clinic = anybody("ara.depan"), anybody("ara.koordinator"), anybody("", width=width)
    number = take_down(
        clerk, {390: "Andi Muhammad Rahmatullah Dg. Mattawang", 1366: "Hj. St. Rabiah"}[width], "Kesehatan"
    )
    letter = refers(coordinator, number, "Klinik Pratama Husada (contoh)")
    code = gets_a_code(coordinator, letter)
    clinic.goes_to(f"/jawab/{code}/")
    assert code not in clinic.page.url
    clinic.finds_nothing_to_complain_of()
    clinic.presses("Buka surat")
    clinic.reads("Mohon dirawat", "Surat dari Puskesos Desa Ara", "Disetujui secara lisan")
    clinic.follows("Terima")
    clinic.writes("Nama Anda", "dr. Rina")
    clinic.writes("Jabatan Anda", "Dokter jaga")
    clinic.presses("Terima rujukan")
    clinic.follows("Jadwalkan")
    clinic.writes("Tempat", "Poli umum, lantai 1")
    clinic.presses("Simpan jadwal")
    clinic.reads("Poli umum, lantai 1")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Warga ditunggu", "Poli umum, lantai 1")
    clinic.goes_to("/jawab/surat/pelayanan/")
    clinic.writes("Tulis di sini", "Luka dibersihkan, kontrol minggu depan")
    clinic.presses("Jawab: sudah dilayani")
    clinic.reads("Terima kasih", "Jawaban terkirim")
    coordinator.goes_to(f"/rujukan/{letter}/")
    coordinator.reads("dr. Rina", "lewat kode jawaban, tanpa akun", "Luka dibersihkan")
    coordinator.finds_nothing_to_complain_of()


def test_a_revoked_code_says_nothing(officer: Enter) -> None:
    clerk, coordinator, stranger = officer("ara.depan"), officer("ara.koordinator"), officer("")
    letter = refers(coordinator, take_down(clerk, "Daeng Ramlah", "Kesehatan"), "Klinik Pratama Husada (contoh)")
    code = gets_a_code(coordinator, letter)
    coordinator.goes_to(f"/rujukan/{letter}/pencabutan-kode/")
    coordinator.presses("Cabut kode")
    for one in (code, "AAAA-BBBB-CCCC-DDDD"):
        types(stranger, one)
        stranger.reads("Kode ini tidak dikenal atau sudah tidak berlaku")
        stranger.does_not_read("Daeng Ramlah", "Mohon dirawat", letter)


def test_two_letters_at_once_and_one_withdrawn(anybody: Enter) -> None:
    clerk, coordinator, agency = anybody("ara.depan"), anybody("ara.koordinator"), anybody("bulukumba.dinkes")
    number = take_down(clerk, "Sitti Hasnah", "Kesehatan")
    first = refers(coordinator, number, "Klinik Pratama Husada (contoh)")
    second = refers(coordinator, number, "Dinas Kesehatan Bulukumba")
    agency.goes_to(f"/rujukan/{second}/")
    agency.follows("Tolak")
    agency.picks("Bukan kewenangan kami")
    agency.presses("Tolak rujukan")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Sekarang giliran Klinik Pratama Husada", "Ditolak")
    coordinator.goes_to(f"/rujukan/{first}/")
    coordinator.follows("Cabut surat")
    coordinator.writes("Mengapa surat ini dicabut?", "Warga sudah terlayani")
    coordinator.presses("Cabut surat")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Perlu diputuskan lagi", "Selesaikan di sini")


def test_the_door_speaks_english_too(officer: Enter) -> None:
    visitor = officer("")
    visitor.goes_to("/jawab/")
    visitor.presses("English")
    visitor.reads("Answer a referral letter", "Open the letter")
