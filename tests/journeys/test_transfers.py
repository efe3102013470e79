"""A transfer in a real browser: one village offers, the other accepts, owns it, and tells the citizen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer
from tests.journeys.test_citizens import follow
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
SUMMARY = "Warga tinggal di Dusun Birakeke sejak 2019. Perlu akta kelahiran anak."


def offers(sender: Officer, number: str, words: dict[str, str]) -> str:
    """Offer a complaint of Ara to Bira, from its page; answers the number of the transfer."""
    sender.goes_to(f"/keluhan/{number}/")
    sender.follows(words["transfer"])
    sender.writes(words["to"], "desa bira")
    offered = sender.page.locator("[id$=_usulan] .choice")
    expect(offered.filter(has_text="Puskesos Desa Ara")).to_have_count(0)
    expect(offered.filter(has_text="PUSPELKESSOS")).to_have_count(0)
    offered.filter(has_text="Puskesos Desa Bira").click()
    sender.picks(words["reason"])
    sender.writes(words["summary"], SUMMARY)
    sender.finds_nothing_to_complain_of()
    sender.presses(words["offer"])
    sender.reads(words["waits"])
    sender.follows("P7302032006-L")
    return sender.number


INDONESIAN = {
    "transfer": "Limpahkan ke kantor lain",
    "to": "Dilimpahkan ke kantor",
    "reason": "Warga berdomisili di wilayah lain",
    "summary": "Uraian untuk kantor penerima",
    "offer": "Tawarkan pelimpahan",
    "waits": "Menunggu diterima kantor lain",
}
ENGLISH = {
    "transfer": "Transfer to another office",
    "to": "Transferred to which office",
    "reason": "Lives in another area",
    "summary": "What the receiving office reads",
    "offer": "Offer the transfer",
    "waits": "Offered to another office",
}


@pytest.mark.parametrize("width", [390, 1366])
def test_the_other_village_accepts_owns_it_and_tells_the_citizen(officer: Enter, width: int) -> None:
    clerk, sender = officer("ara.depan"), officer("ara.koordinator", width=width)
    receiver, citizen = officer("bira.koordinator", width=width), officer("", width=width)
    about = {390: "Daeng Bilusu", 1366: "Sitti Bilusia"}[width]
    number = take_down(clerk, about, "Sosial")
    clerk.follows("Tanda terima")
    code = clerk.page.locator("main").inner_text().split("Kode lacak")[1].split()[0]
    offer = offers(sender, number, INDONESIAN)
    sender.reads("Sekarang giliran Puskesos Desa Bira")
    assert receiver.goes_to(f"/keluhan/{number}/") == 404
    receiver.goes_to("/")
    receiver.follows("Pelimpahan dari Puskesos Desa Ara")
    receiver.reads(SUMMARY, "terbuka sesudah kantor Anda menerima")
    receiver.does_not_read(about)
    receiver.finds_nothing_to_complain_of()
    follow(citizen, number, code)
    citizen.reads("sedang dilimpahkan ke Puskesos Desa Bira")
    receiver.follows("Terima, kami tangani")
    receiver.writes("Catatan untuk pengirim", "Kami kunjungi besok")
    receiver.presses("Terima pelimpahan")
    receiver.follows(f"Buka keluhan {number}")
    receiver.reads(about, "belum punya akta kelahiran", "dilimpahkan dari Puskesos Desa Ara")
    receiver.finds_nothing_to_complain_of()
    for former in (sender, clerk):
        assert former.goes_to(f"/keluhan/{number}/") == 404
    sender.goes_to(f"/pelimpahan/{offer}/")
    sender.reads("Kami kunjungi besok", "Keluhannya sekarang milik Puskesos Desa Bira")
    sender.finds_nothing_to_complain_of()
    receiver.goes_to(f"/keluhan/{number}/layanan/")
    receiver.writes("Apa yang dilakukan?", "Mengurus akta")
    receiver.writes("Hasilnya, kalau sudah selesai", "Akta jadi")
    receiver.presses("Catat layanan langsung")
    receiver.writes("Jawaban yang disampaikan", "Akta sudah jadi, silakan diambil di Bira")
    receiver.presses("Catat jawaban ke warga")
    receiver.reads("Warga sudah diberi tahu")
    follow(citizen, number, code)
    citizen.reads("Akta sudah jadi, silakan diambil di Bira", "Dilimpahkan ke")


def test_what_is_not_accepted_comes_back_and_can_be_taken_back(officer: Enter) -> None:
    clerk, sender, receiver = officer("ara.depan"), officer("ara.koordinator"), officer("bira.koordinator")
    number = take_down(clerk, "Daeng Manai", "Sosial")
    offer = offers(sender, number, INDONESIAN)
    receiver.goes_to(f"/pelimpahan/{offer}/")
    receiver.follows("Tidak diterima")
    receiver.picks("Bukan kewenangan kami")
    receiver.presses("Jawab: tidak diterima")
    receiver.reads("Tidak diterima", "Bukan kewenangan kami")
    sender.goes_to("/")
    sender.follows("Daeng Manai")
    sender.reads("Perlu diputuskan lagi", "pelimpahan tidak diterima oleh Puskesos Desa Bira")
    second = offers(sender, number, INDONESIAN)
    sender.goes_to(f"/keluhan/{number}/")
    sender.follows("Tarik kembali")
    sender.writes("Mengapa ditarik kembali?", "Warga tetap di Ara")
    sender.presses("Tarik kembali pelimpahan")
    sender.reads("Ditarik kembali", "Warga tetap di Ara")
    receiver.goes_to("/")
    receiver.does_not_read(second)


def test_the_same_in_english(officer: Enter) -> None:
    clerk, sender, receiver = officer("ara.depan"), officer("ara.koordinator"), officer("bira.koordinator")
    number = take_down(clerk, "Daeng Sila", "Sosial")
    for one in (sender, receiver):
        one.page.locator("details.account > summary").click()
        one.presses("English")
    offer = offers(sender, number, ENGLISH)
    sender.reads("It is the turn of Puskesos Desa Bira", "offered the transfer to Puskesos Desa Bira")
    receiver.goes_to(f"/pelimpahan/{offer}/")
    receiver.reads("Transfer from Puskesos Desa Ara", "open once your office has accepted")
    receiver.follows("Accept, we will handle it")
    receiver.presses("Accept the transfer")
    receiver.reads("Accepted")
    receiver.follows(f"Open complaint {number}")
    receiver.reads("transferred from Puskesos Desa Ara to Puskesos Desa Bira")
    receiver.finds_nothing_to_complain_of()
