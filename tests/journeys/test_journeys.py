"""The main job in a real browser, as sentences."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


def take_down(
    clerk: Officer, about: str, field: str = "Kependudukan", contact: str = "", programme: str = "", **more: str
) -> str:
    """A clerk takes a complaint down; ``contact`` says how the reporter may be reached. Answers its number."""
    clerk.goes_to("/keluhan/baru/")
    clerk.picks(field)
    clerk.writes("Apa yang disampaikan warga?", f"{about} belum punya akta kelahiran.")
    clerk.writes("Tentang siapa?", about)
    for label, text in more.items():
        clerk.writes(label, text)
    if contact:
        clerk.picks(contact)
    if programme:
        clerk.page.locator("select[name=programme]").select_option(programme)
    clerk.presses("Simpan keluhan")
    receipt = clerk.page.get_by_role("link", name=clerk.said("Tanda terima"))
    another = clerk.page.get_by_role("button", name=clerk.whole("Ini keluhan lain, tetap simpan"))
    expect(receipt.or_(another).first).to_be_visible()
    if another.count():  # somebody of that name came in another journey
        another.click()
    expect(receipt.first).to_be_visible()
    clerk.reads(about, "Diterima")
    return clerk.number


def agrees(sender: Officer) -> None:
    """Write down on what ground a letter says who it is about."""
    sender.picks("Disetujui secara lisan")
    sender.writes("Siapa yang menyetujui, atau dasar hukumnya", "Warga sendiri")


def checks_and_recommends(back: Officer, about: str) -> None:
    """The back office finds the complaint on its worklist, checks it and recommends to settle it in the village."""
    back.goes_to("/")
    back.follows(about)
    back.follows("Catat pengecekan")
    back.picks("Tidak ada di DTSEN")
    back.picks("Memenuhi syarat")
    back.presses("Simpan pengecekan")
    back.follows("Beri rekomendasi")
    back.picks("Selesaikan di sini")
    back.writes("Alasannya", "Kas desa masih cukup bulan ini")
    back.presses("Kirim rekomendasi")
    back.reads("Rekomendasi terkirim kepada yang memutuskan.")


def test_the_village_settles(anybody: Enter) -> None:
    clerk, back, coordinator = anybody("ara.depan"), anybody("ara.belakang"), anybody("ara.koordinator")
    number = take_down(clerk, "Daeng Ngai", "Sosial")
    clerk.follows("Tanda terima")
    clerk.reads(number, "Kode lacak")
    checks_and_recommends(back, "Daeng Ngai")
    coordinator.goes_to("/")
    coordinator.follows("Daeng Ngai")
    coordinator.follows("Selesaikan di sini")
    coordinator.writes("Apa yang dilakukan?", "Menyerahkan paket sembako dari kas desa")
    coordinator.writes("Hasilnya, kalau sudah selesai", "Sembako diterima keluarga")
    coordinator.presses("Catat layanan langsung")
    coordinator.reads("Ada jawaban", "mencatat hasil layanan")
    clerk.goes_to(f"/keluhan/{number}/")
    clerk.writes("Jawaban yang disampaikan", "Sembako sudah diserahkan hari ini")
    clerk.presses("Catat jawaban ke warga")
    clerk.reads("Warga sudah diberi tahu")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.picks("Terpenuhi")
    coordinator.presses("Tutup keluhan")
    coordinator.reads("Keluhan ini sudah selesai", "menutup keluhan: Terpenuhi")
    coordinator.finds_nothing_to_complain_of()


def test_the_village_escalates_the_manager_refers_the_agency_answers_and_the_citizen_is_told(anybody: Enter) -> None:
    clerk, coordinator = anybody("ara.depan"), anybody("ara.koordinator")
    manager, agency = anybody("bulukumba.manajer"), anybody("bulukumba.dukcapil")
    number = take_down(clerk, "Sitti Saerah")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.follows("Teruskan ke kantor di atas")
    coordinator.chooses("Diteruskan ke", "Sekretariat SLRT Bulukumba")
    coordinator.writes("Mengapa perlu diteruskan?", "Akta harus diterbitkan Dukcapil")
    coordinator.presses("Teruskan keluhan")
    coordinator.reads("Sekarang giliran Sekretariat SLRT Bulukumba")
    manager.goes_to(f"/keluhan/{number}/")
    manager.follows("Rujuk ke lembaga")
    manager.chooses("Dirujuk ke", "Dinas Dukcapil Bulukumba")
    manager.writes("Isi surat", "Mohon diterbitkan akta kelahiran. Berkas lengkap.")
    agrees(manager)
    manager.presses("Kirim rujukan")
    manager.reads("Dirujuk", "Menunggu jawaban")
    agency.goes_to("/")
    agency.follows("Sitti Saerah")
    agency.reads("Mohon diterbitkan akta kelahiran")
    agency.does_not_read("belum punya akta kelahiran", "ara.depan")
    letter = agency.number
    assert agency.goes_to(f"/keluhan/{number}/") == 403
    agency.goes_to(f"/rujukan/{letter}/")
    agency.follows("Terima")
    agency.presses("Terima rujukan")
    agency.follows("Terlayani")
    agency.writes("Tulis di sini", "Akta nomor 7302-LT-0001 sudah terbit")
    agency.presses("Jawab: sudah dilayani")
    agency.reads("Surat ini sudah dijawab")
    agency.finds_nothing_to_complain_of()
    clerk.goes_to("/")
    clerk.follows("Sitti Saerah")
    clerk.reads("Akta nomor 7302-LT-0001") if "Akta nomor" in clerk.page.content() else clerk.reads("Terlayani")
    clerk.writes("Jawaban yang disampaikan", "Akta sudah terbit, silakan diambil")
    clerk.presses("Catat jawaban ke warga")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.picks("Terpenuhi")
    coordinator.presses("Tutup keluhan")
    coordinator.reads("Keluhan ini sudah selesai")
    coordinator.looks_further()
    coordinator.follows("Buka kembali")
    coordinator.writes("Mengapa dibuka kembali?", "Nama ibu salah tulis di akta")
    coordinator.presses("Buka kembali keluhan")
    coordinator.reads("membuka kembali keluhan", "Selesaikan di sini")


def test_a_rejected_referral_comes_back(anybody: Enter) -> None:
    clerk, coordinator, agency = anybody("ara.depan"), anybody("ara.koordinator"), anybody("bulukumba.dukcapil")
    number = take_down(clerk, "Baso Tola")
    coordinator.goes_to(f"/keluhan/{number}/rujukan/")
    coordinator.chooses("Dirujuk ke", "Dinas Dukcapil Bulukumba")
    coordinator.writes("Isi surat", "Mohon perekaman KTP")
    agrees(coordinator)
    coordinator.presses("Kirim rujukan")
    coordinator.reads("Dirujuk")
    agency.goes_to("/")
    agency.follows("Baso Tola")
    agency.follows("Tolak")
    agency.presses("Tolak rujukan")
    agency.reads("Ada yang perlu diperbaiki", "Pilih salah satu")
    agency.picks("Berkas tidak lengkap")
    agency.presses("Tolak rujukan")
    agency.reads("Ditolak")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Perlu diputuskan lagi", "Berkas tidak lengkap", "Selesaikan di sini")
    coordinator.finds_nothing_to_complain_of()


def test_the_stranger_of_the_next_village_sees_nothing_anywhere(officer: Enter, site: Any) -> None:
    clerk, coordinator = officer("ara.depan"), officer("ara.koordinator")
    number = take_down(clerk, "Rahasia Tetangga")
    coordinator.goes_to(f"/keluhan/{number}/rujukan/")
    coordinator.chooses("Dirujuk ke", "Dinas Dukcapil Bulukumba")
    coordinator.writes("Isi surat", "Mohon bantuan")
    agrees(coordinator)
    coordinator.presses("Kirim rujukan")
    coordinator.reads("Dirujuk")
    ((letter,),) = site.ask("select number from referrals_referral where origin_number = %s", number)
    for stranger in (officer("bira.koordinator"), officer("gowa.manajer")):
        for path in (f"/keluhan/{number}/", f"/keluhan/{number}/tanda-terima/", f"/rujukan/{letter}/"):
            assert stranger.goes_to(path) == 404
            stranger.does_not_read("Rahasia Tetangga")
        for path in (
            "/",
            "/?daftar=terlambat",
            "/keluhan/",
            "/rujukan/?arah=keluar",
        ):
            assert stranger.goes_to(path) == 200
            stranger.does_not_read("Rahasia Tetangga", letter)
        for text in (number, "Rahasia"):
            stranger.looks_for(text)
            stranger.reads("Tidak ketemu")
            stranger.does_not_read("Rahasia Tetangga", letter)
    viewer = officer("sulsel.pemantau")
    for path in ("/keluhan/", f"/keluhan/{number}/", "/rujukan/", "/cari/"):
        assert viewer.goes_to(path) in {403, 404}
        viewer.does_not_read("Rahasia Tetangga")


def test_nothing_typed_is_lost_and_two_clicks_are_one_complaint(officer: Enter, site: Any) -> None:
    clerk = officer("ara.depan")
    clerk.goes_to("/keluhan/baru/")
    clerk.writes("Apa yang disampaikan warga?", "Ketikan yang tidak boleh hilang")
    clerk.writes("Tentang siapa?", "Dua Klik")
    clerk.presses("Simpan keluhan")
    clerk.reads("Ada yang perlu diperbaiki", "Pilih salah satu")
    assert clerk.page.get_by_label("Apa yang disampaikan warga?").input_value() == "Ketikan yang tidak boleh hilang"
    clerk.finds_nothing_to_complain_of()
    clerk.picks("Kesehatan")
    form = clerk.page.locator("form.form")
    words = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    for _ in range(2):
        clerk.context.request.post(
            f"{clerk.url}/keluhan/baru/",
            data=words,
            headers={"Content-Type": "application/x-www-form-urlencoded", "Referer": f"{clerk.url}/keluhan/baru/"},
        )
    clerk.presses("Simpan keluhan")
    assert site.ask("select count(*) from complaints_complaint where about = 'Dua Klik'") == [(1,)]


def test_two_officers_at_once_see_both_versions(officer: Enter) -> None:
    clerk, first, second = officer("ara.depan"), officer("ara.koordinator"), officer("bulukumba.manajer")
    number = take_down(clerk, "Dua Petugas", "Sosial")
    for one in (first, second):
        one.goes_to(f"/keluhan/{number}/golongan/")
    first.picks("Kesehatan")
    first.presses("Simpan golongan")
    second.picks("Pendidikan")
    second.presses("Simpan golongan")
    second.reads("Kesehatan", "Pendidikan")
    second.presses("Simpan golongan")
    second.reads("Golongan keluhan diperbaiki")


def test_a_wrong_state_says_what_is_possible_instead(officer: Enter) -> None:
    clerk, first, second = officer("ara.depan"), officer("ara.koordinator"), officer("ara.koordinator")
    number = take_down(clerk, "Sudah Diputus", "Sosial")
    for one in (first, second):
        one.goes_to(f"/keluhan/{number}/layanan/")
        one.writes("Apa yang dilakukan?", "Sembako dari kas desa")
    first.presses("Catat layanan langsung")
    first.reads("Layanan langsung tercatat.")
    second.presses("Catat layanan langsung")
    second.reads("sekarang berstatus", "Yang bisa dilakukan sekarang")


@pytest.mark.parametrize("width", [390, 1366])
def test_every_main_page_is_readable_by_everybody(officer: Enter, width: int) -> None:
    clerk = officer("ara.depan")
    take_down(clerk, "Andi Muhammad Rahmatullah Dg. Mattawang")
    pages = {
        "ara.koordinator": ["/", "/?daftar=tunggu", "/keluhan/", f"/keluhan/{clerk.number}/", "/keluhan/baru/", "/rujukan/",
                            f"/keluhan/{clerk.number}/tanda-terima/", "/cari/", "/kantor/", "/akun/"],
        "bulukumba.manajer": ["/", "/petugas/", "/jejak/", "/impor/"],
        "bulukumba.dukcapil": ["/", "/rujukan/"],
        "nasional.pemantau": ["/"],
        "": ["/masuk/", "/warga/"],
    }  # fmt: skip
    for username, paths in pages.items():
        person = officer(username, width=width)
        if "/cari/" in paths:
            person.looks_for("Andi")
        for path in paths:
            assert person.goes_to(path) == 200, path
            person.finds_nothing_to_complain_of()
            too_wide = person.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
            assert not too_wide, f"{path} scrolls sideways at {width}"
