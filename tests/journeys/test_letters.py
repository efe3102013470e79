"""Letters from draft to public verification, in a real browser."""

import os
import re
import zlib
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SATUPINTU_SHOTS", "")


def look(who: Officer, name: str) -> None:
    """Keep a picture of the open page, when somebody wants to look."""
    if SHOTS:
        who.page.wait_for_load_state("networkidle")
        who.page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def draft(back: Officer, where: str, kind: str, template: str = "") -> None:
    """Begin a letter of a kind on the page of the complaint."""
    back.goes_to(where)
    back.follows(kind)
    if template:
        back.follows(template)


def test_a_certificate_of_the_village_from_draft_to_verification(anybody: partial[Officer], width: int) -> None:
    officer = partial(anybody, width=width)
    back, head = anybody("ara.belakang"), officer("ara.koordinator")
    where = f"/keluhan/{take_down(back, 'Andi Muhammad Rahmatullah Dg. Mattawang', 'Kesehatan')}/"
    letter = drafts(back, where)
    returns(head, letter)
    repairs(back, letter)
    paper = signs(head, letter)
    stranger = officer("bira.koordinator")
    for path in (letter, f"{letter}gambar/", f"{letter}berkas/"):
        assert stranger.goes_to(path) == 404
    stranger.goes_to("/surat/")
    stranger.does_not_read("P7302032006", "Mattawang")
    anybody_verifies(officer(""), head, letter, address_in(paper))


def drafts(back: Officer, where: str) -> str:
    """The back office drafts; answers the letter's address."""
    draft(back, where, "Surat keterangan", "Belum terdaftar DTSEN")
    back.writes("Untuk keperluan", "pengaktifan PBI-JK")
    back.page.get_by_label(re.compile("di kertas|on paper")).fill("H. Muh. Saleh Dg. Manrapi")
    look(back, "letter-draft")
    back.presses("Buat konsep")
    back.reads("Konsep surat dibuat.", "belum bernomor")
    expect(back.page.locator("img.sheet")).to_have_js_property("complete", True)
    look(back, "letter-drafted")
    back.finds_nothing_to_complain_of()
    return re.sub(r"^https?://[^/]+", "", back.page.url)


def returns(head: Officer, letter: str) -> None:
    """The coordinator finds it on the worklist and sends it back."""
    head.goes_to("/")
    head.reads("Tanda tangani surat")
    look(head, "letter-worklist")
    head.goes_to(letter)
    look(head, "letter-to-sign")
    head.follows("Kembalikan untuk diperbaiki")
    head.writes("Alasannya", "Keperluannya kurang jelas.")
    head.presses("Kembalikan")
    head.reads("Surat dikembalikan")


def repairs(back: Officer, letter: str) -> None:
    """The back office reads why, and puts it right."""
    back.goes_to("/")
    back.reads("Perbaiki surat")
    back.goes_to(letter)
    back.reads("Keperluannya kurang jelas.")
    look(back, "letter-returned")
    back.writes("Untuk keperluan", "pengaktifan kembali kepesertaan PBI-JK di RSUD Bulukumba")
    back.presses("Simpan dan ajukan lagi")


def signs(head: Officer, letter: str) -> bytes:
    """The coordinator signs; answers the PDF."""
    head.goes_to(letter)
    head.follows("Tanda tangani")
    head.writes("NIP, kalau ada", "19800101 200501 1 001")
    head.presses("Tanda tangani surat")
    head.reads("Surat ditandatangani.", "/SK/P7302032006/")
    look(head, "letter-issued")
    head.finds_nothing_to_complain_of()
    with head.page.expect_download() as download:
        head.follows("Buka PDF")
    paper = Path(download.value.path()).read_bytes()
    assert paper.startswith(b"%PDF-1.7")
    assert re.match(r"000\d-SK-P7302032006", download.value.suggested_filename)
    return paper


def anybody_verifies(citizen: Officer, head: Officer, letter: str, address: str) -> None:
    """Whoever holds the letter learns that it is genuine, and nothing of whom it is about; later that it is revoked."""
    assert address.startswith(citizen.url + "/periksa/")
    path = address.removeprefix(citizen.url)
    assert citizen.goes_to(path) == 200
    citizen.reads("Surat ini asli", "/SK/P7302032006/", "Puskesos Desa Ara")
    citizen.does_not_read("Mattawang", "PBI-JK")
    look(citizen, "verify-genuine")
    citizen.finds_nothing_to_complain_of()
    citizen.goes_to("/periksa/AAAABBBBCCCCDDDD/")
    citizen.reads("Kode ini tidak dikenal")
    look(citizen, "verify-unknown")
    head.goes_to(letter)
    head.follows("Cabut surat")
    head.writes("Alasannya", "Data keliru.")
    head.presses("Cabut surat")
    head.reads("sudah dicabut")
    look(head, "letter-revoked")
    citizen.goes_to(path)
    citizen.reads("sudah dicabut")


def address_in(pdf: bytes) -> str:
    """The address that the code on a letter leads to, read from its picture as a phone would; or from its text."""
    text = b""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            text += zlib.decompress(found[1])
        except zlib.error:
            continue
    links = re.findall(rb"/URI ?\((https?://[^)]+/periksa/[A-Z0-9]+/)\)", pdf + text)
    assert links, "the address stands in the letter as a link"
    return links[0].decode()


def test_a_recommendation_of_the_kabupaten_needs_initials_and_the_head(anybody: partial[Officer], width: int) -> None:
    officer = partial(anybody, width=width)
    front, coordinator, back = anybody("ara.depan"), officer("ara.koordinator"), officer("bulukumba.belakang")
    where = f"/keluhan/{take_down(front, 'Daeng Caya', 'Kesehatan')}/"
    coordinator.goes_to(where)
    coordinator.follows("Teruskan ke kantor di atas")
    coordinator.chooses("Diteruskan ke", "Sekretariat SLRT Bulukumba")
    coordinator.writes("Mengapa perlu diteruskan?", "Rekomendasi diberikan kabupaten.")
    coordinator.presses("Teruskan keluhan")
    draft(back, where, "Surat rekomendasi")
    back.writes("Ditujukan kepada", "Kepala Dinas Kesehatan Kabupaten Bulukumba")
    back.writes("Untuk keperluan", "layanan PBI-JK")
    back.presses("Buat konsep")
    letter = re.sub(r"^https?://[^/]+", "", back.page.url)
    manager = officer("bulukumba.manajer")
    manager.goes_to(letter)
    manager.follows("Paraf")
    manager.presses("Bubuhkan paraf")
    manager.reads("Surat diparaf.")
    head = anybody("bulukumba.kadis", width=390)
    head.goes_to("/")
    head.reads("Tanda tangani surat")
    head.goes_to(letter)
    look(head, "letter-phone")
    head.finds_nothing_to_complain_of()
    head.follows("Tanda tangani")
    head.presses("Tanda tangani surat")
    head.reads("/REK/S7302/")
    head.goes_to("/surat/")
    look(head, "register-phone")


def test_a_manager_adapts_a_template_and_sees_what_it_becomes(anybody: partial[Officer], width: int) -> None:
    officer = partial(anybody, width=width)
    manager = officer("bulukumba.manajer")
    manager.goes_to("/surat/")
    look(manager, "register")
    manager.follows("Naskah surat")
    look(manager, "templates")
    manager.finds_nothing_to_complain_of()
    one = {"id": "Belum terdaftar DTSEN", "en": "Rekomendasi"}[manager.language]
    manager.page.get_by_role("link", name=one).last.click()
    manager.follows("Sesuaikan untuk daerah ini")
    expect(manager.page.locator("#pratinjau img")).to_be_visible(timeout=10_000)
    look(manager, "template-editor")
    body = manager.page.get_by_label(manager.whole("Isi"), exact=True)
    body.fill("Isi baru untuk {{ gaji }}.")
    expect(manager.page.locator("#pratinjau")).to_contain_text("gaji", timeout=10_000)
    body.fill("Kami menerangkan bahwa **{{ nama }}** adalah warga {{ desa }}.")
    expect(manager.page.locator("#pratinjau img")).to_be_visible(timeout=10_000)
    manager.presses("Simpan konsep")
    manager.reads("Konsep naskah disimpan.")
    look(manager, "template-draft")
    manager.finds_nothing_to_complain_of()
    manager.follows("Berlakukan")
    manager.presses("Berlakukan")
    manager.reads("Naskah berlaku.")
    look(manager, "template-published")
