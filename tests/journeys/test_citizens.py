"""A citizen without an account, on a phone: reports, keeps the code, reads the answer, asks again, objects; and officers."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
PHONE = 390


def report(citizen: Officer, text: str, *, danger: str = "Tidak") -> tuple[str, str]:
    """Send a complaint in from the front page; answers number and code."""
    citizen.goes_to("/warga/")
    citizen.follows("Lapor")
    citizen.picks(danger)
    citizen.writes("Apa yang terjadi, atau", text)
    citizen.picks("Sosial")
    citizen.writes("Di desa atau kelurahan mana?", "Ara")
    citizen.writes("Nama Anda", "Daeng Ratu")
    citizen.finds_nothing_to_complain_of()
    citizen.presses("Periksa dulu")
    citizen.reads("Sudah benar?", text, "Daeng Ratu")
    citizen.presses("Kirim laporan")
    citizen.reads("Simpan nomor dan kode ini")
    number, code = citizen.page.locator("code.big").all_inner_texts()
    assert number not in citizen.page.url and code not in citizen.page.url
    return number, code


def follow(citizen: Officer, number: str, code: str) -> None:
    citizen.goes_to("/lacak/tutup/")
    citizen.writes("Nomor pengaduan", number)
    citizen.writes("Kode lacak", code)
    citizen.presses("Lihat kabarnya")


def settle(coordinator: Officer, number: str, answer: str) -> None:
    """The coordinator settles it at once, tells the citizen, closes."""
    coordinator.goes_to(f"/keluhan/{number}/layanan/")
    coordinator.writes("Apa yang dilakukan?", "Menyerahkan sembako dari kas desa")
    coordinator.writes("Hasilnya, kalau sudah selesai", "Sudah diserahkan")
    coordinator.presses("Catat layanan langsung")
    coordinator.writes("Jawaban yang disampaikan", answer)
    coordinator.presses("Catat jawaban ke warga")
    coordinator.picks("Terpenuhi")
    coordinator.presses("Tutup keluhan")
    coordinator.reads("Keluhan ini sudah selesai")


def test_a_citizen_reports_reads_the_answer_says_not_solved_and_has_it_opened_again(anybody: Enter) -> None:
    citizen, clerk, coordinator = anybody("", width=PHONE), anybody("ara.depan"), anybody("ara.koordinator")
    number, code = report(citizen, "Kami tidak makan sejak kemarin.")
    clerk.goes_to("/")
    clerk.reads("dari warga, belum diperiksa")
    clerk.goes_to(f"/keluhan/{number}/")
    clerk.presses("Sudah diperiksa, terima")
    settle(coordinator, number, "Sembako sudah diantar ke rumah.")
    follow(citizen, number, code)
    citizen.reads("Kabar pengaduan Anda", "Sembako sudah diantar ke rumah.", "Puskesos Desa Ara", "Jam buka")
    citizen.does_not_read("Kami tidak makan", "Ratu", "Mattawang", "Rosmiati")
    citizen.finds_nothing_to_complain_of()
    citizen.picks("Belum selesai")
    citizen.writes("Ceritakan sedikit", "Hanya cukup dua hari")
    citizen.presses("Kirim penilaian")
    citizen.reads("Terima kasih. Penilaian Anda kami catat.")
    citizen.page.get_by_text(citizen.said("Belum selesai? Minta dibuka lagi")).click()
    citizen.writes("Apa yang belum selesai?", "Beras sudah habis")
    citizen.presses("Buka lagi pengaduan")
    citizen.reads("kembali ke meja petugas", "akan memutuskan")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Belum selesai", "Hanya cukup dua hari", "membuka kembali keluhan")
    citizen.follows("Selesai melihat")
    citizen.reads("Sampai di mana pengaduan saya?")
    citizen.finds_nothing_to_complain_of()


def test_an_objection_is_decided_by_the_office_above(anybody: Enter) -> None:
    citizen, coordinator, tksk = anybody("", width=PHONE), anybody("ara.koordinator"), anybody("bontobahari.tksk")
    number, code = report(citizen, "Nama ibu dicoret dari daftar.")
    settle(coordinator, number, "Ibu tidak memenuhi syarat.")
    follow(citizen, number, code)
    citizen.page.get_by_text(citizen.said("Tidak setuju dengan hasilnya? Ajukan keberatan")).click()
    citizen.reads("PUSPELKESSOS Bonto Bahari")
    citizen.writes("Mengapa Anda tidak setuju?", "Kepala dusun mencoret karena pilkades.")
    citizen.presses("Ajukan keberatan")
    citizen.reads("Keberatan Anda diterima")
    appeal, _code = citizen.page.locator("code.big").all_inner_texts()
    coordinator.goes_to(f"/keluhan/{appeal}/")
    coordinator.reads("Warga keberatan atas penanganan kantor Anda", "Tidak ada yang perlu Anda lakukan")
    coordinator.does_not_read("pilkades")
    assert coordinator.goes_to(f"/keluhan/{appeal}/layanan/") == 403
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.reads("Warga mengajukan keberatan", appeal)
    tksk.goes_to(f"/keluhan/{appeal}/")
    tksk.reads("pilkades", "Keberatan atas", number, "Selesaikan di sini")
    tksk.finds_nothing_to_complain_of()


def test_a_report_of_violence_is_seen_by_nobody_in_the_village(officer: Enter) -> None:
    citizen, coordinator, manager = officer("", width=PHONE), officer("ara.koordinator"), officer("bulukumba.manajer")
    number, code = report(citizen, "Anak tetangga dipukuli.", danger="Ya: kekerasan, pelecehan, atau anak disakiti")
    citizen.reads("129", "110", "Simpan di tempat yang hanya Anda ketahui")
    assert coordinator.goes_to(f"/keluhan/{number}/") == 404
    manager.goes_to(f"/keluhan/{number}/")
    manager.reads("Anak tetangga dipukuli", "belum diperiksa")
    follow(citizen, number, code)
    citizen.reads("sudah diterima dan sedang ditangani", "tidak ditampilkan di sini")
    citizen.does_not_read("dipukuli", "Puskesos Desa Ara")
    citizen.finds_nothing_to_complain_of()


def test_a_wrong_code_says_nothing(officer: Enter) -> None:
    citizen = officer("", width=PHONE)
    number, code = report(citizen, "Atap bocor.")
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    pages = []
    for tried in (number, re.sub(r"\d$", "x", number)):
        follow(citizen, tried, wrong)
        citizen.reads("tidak cocok")
        pages.append(citizen.page.locator("main").inner_text().replace(tried, ""))
    assert pages[0] == pages[1]


def test_leaving_at_once_leads_away_and_not_back(officer: Enter) -> None:
    citizen = officer("", width=PHONE)
    citizen.context.route("https://**", lambda route: route.fulfill(body="cuaca hari ini", content_type="text/html"))
    citizen.goes_to("/lapor/")
    before = citizen.page.evaluate("history.length")
    citizen.follows("Keluar cepat")
    citizen.reads("cuaca hari ini")
    assert citizen.page.evaluate("history.length") == before
    citizen.page.go_back()
    expect(citizen.page.locator("body")).not_to_contain_text("ingin melapor")


def test_without_script_everything_works(officer: Enter, browser: Any) -> None:
    citizen = officer("", width=PHONE)
    plain = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 844}, locale="id-ID")
    citizen.page = plain.new_page()
    citizen.goes_to("/lapor/")
    citizen.page.get_by_label("Apa yang terjadi, atau").fill("Sumur kering.")
    citizen.page.get_by_label("Sosial", exact=True).check()
    citizen.page.get_by_label("Di desa atau kelurahan mana?").fill("Ara")
    citizen.presses("Periksa dulu")
    citizen.presses("Ubah dulu")
    expect(citizen.page.get_by_label("Apa yang terjadi, atau")).to_have_value("Sumur kering.")
    citizen.presses("Periksa dulu")
    citizen.presses("Kirim laporan")
    citizen.reads("Simpan nomor dan kode ini")
    plain.close()


@pytest.mark.parametrize("path", ["/warga/", "/lapor/", "/lacak/"])
def test_a_citizens_page_is_light(path: str, officer: Enter) -> None:
    """At most 30 kB on the wire, as the product sends it: texts of its own compressed, pages as they are."""
    import gzip

    citizen, sizes = officer("", width=PHONE), {}

    def note(answer: Any) -> None:
        body = answer.body()
        sizes[answer.url] = len(gzip.compress(body)) if "/static/" in answer.url else len(body)

    citizen.page.on("response", note)
    citizen.goes_to(path)
    citizen.page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 30 * 1024, sizes
