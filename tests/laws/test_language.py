"""Two languages: every sentence has its English, and an officer who reads English meets no Indonesian page.

A new sentence: ``manage.py makemessages -l en``, write its English, ``manage.py compilemessages -l en -i .venv``; keep both.
A new word: ``python -m tests.laws.glossary``.
"""

import ast
import re
from datetime import timedelta
from typing import Any

import polib
import pytest
from django.conf import settings
from django.utils import timezone, translation

from satupintu.engine.events.sentences import actor
from satupintu.foundation.offices.models import Account, Office
from satupintu.foundation.offices.words import Role, ServiceField
from satupintu.lib.words import Word
from satupintu.work.complaints.actions import refer, register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature
from tests.laws import glossary, language
from tests.laws.house import APP

WITHOUT_LANGUAGE = {"Satu Pintu", "Bahasa Indonesia", "English", "CSV", "XLSX", "PDF", "JSON", "SK", "a4", "a6"}
"""Text of templates that is the same in every language."""
COMPONENT = {"done", "next", "warning", "error", "info", "off", "success", "new"}
"""Names of looks, which stand in the same attributes as words."""
QUOTED = ("Nama, NIK, No KK, SHDK, Jenis Kelamin, Tanggal Lahir, Desa",)
"""Headings of files, which are Indonesian in every language."""
INDONESIAN = re.compile(
    r"\b(yang|dan|untuk|tidak|belum|sudah|dengan|atau|anda|ini|itu|akan|harus|bisa|oleh|kalau|supaya|sekarang|"
    r"cari|catat|simpan|batal|kembali|pilih|ubah|hapus|kirim|lihat|buka|tutup|masuk|keluar|sandi|keluhan|rujukan|surat|"
    r"petugas|penugasan|wilayah|nama|nomor|tanggal|alamat|kantor|berkas|warga|orang|keluarga|peran|"
    r"menunggu|terlambat|hari|bulan|tahun|senin|selasa|januari|agustus|semua|kosong)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    """What was translated."""
    return polib.pofile(str(language.LOCALE / "django.po"))


def test_every_sentence_has_its_english(catalogue: polib.POFile) -> None:
    translated = {entry.msgid for entry in catalogue if entry.msgstr and not entry.fuzzy}
    assert sorted(language.said() - translated) == []


def test_the_catalogue_holds_nothing_that_nobody_says(catalogue: polib.POFile) -> None:
    assert sorted({entry.msgid for entry in catalogue} - language.said()) == []


def test_a_fact_is_filled_in_at_the_same_gaps(catalogue: polib.POFile) -> None:
    unlike = [
        entry.msgid
        for entry in catalogue
        if sorted(language.GAP.findall(entry.msgid)) != sorted(language.GAP.findall(entry.msgstr))
    ]
    assert unlike == []


def test_the_compiled_catalogue_is_the_written_one(catalogue: polib.POFile) -> None:
    compiled = polib.mofile(str(language.LOCALE / "django.mo"))
    assert {entry.msgid: entry.msgstr for entry in compiled} == {entry.msgid: entry.msgstr for entry in catalogue}


def test_the_catalogue_names_nobody(catalogue: polib.POFile) -> None:
    assert catalogue.metadata["Project-Id-Version"] == "Satu Pintu"
    assert not {name for name in catalogue.metadata if "Date" in name or "Translator" in name or "Team" in name}


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    glued = [
        f"{path.relative_to(APP)}: {ast.unparse(sentence)}"
        for path in language.python_files()
        for sentence in language.calls(path)
        if isinstance(sentence, ast.JoinedStr)
    ]
    assert glued == []


def test_no_template_speaks_outside_a_translation_tag() -> None:
    outside = {
        f"{template.relative_to(APP)}: {text}"
        for template in language.templates()
        for text in language.outside_tags(template)
        if text.strip("·–—:, ") not in WITHOUT_LANGUAGE | COMPONENT
    }
    assert sorted(outside) == []


def test_whoever_did_it_is_told_with_the_role_in_the_readers_language() -> None:
    with translation.override("en"):
        assert actor("Siti · Koordinator Puskesos · Puskesos Ara", Role.COORDINATOR) == (
            "Siti · Puskesos coordinator · Puskesos Ara"
        )
        assert actor("Satu Pintu", "") == "Satu Pintu"


@pytest.fixture
def complaint(cast: Any, under: Any) -> Complaint:
    """A complaint that was referred by letter, told in words of no language."""
    intake = Intake(
        village_id=7302032006,
        channel=Channel.WALK_IN,
        kind=Kind.GRIEVANCE,
        nature=Nature.NEED,
        field=ServiceField.CIVIL_REGISTRATION,
        text="Akta.",
        about="Daeng Caya",
    )
    with under(cast.ara_depan):
        told = register(intake, by=cast.ara_depan)
    with under(cast.ara_koordinator):
        receiver, due_at = Office.objects.get(code="D7302DUKCAPIL"), timezone.now() + timedelta(days=7)
        refer(told, by=cast.ara_koordinator, to=receiver, need="Akta.", due_at=due_at)
    return told


PAGES = {
    "": ("/warga/", "/warga/?desa=zzz", "/masuk/", "/masuk/sandi-baru/"),
    "ara_koordinator": (
        *("/", "/?daftar=tunggu", "/?daftar=terlambat", "/keluhan/", "/keluhan/baru/", "/keluhan/{number}/"),
        *("/keluhan/{number}/tanda-terima/", "/keluhan/{number}/golongan/", "/keluhan/{number}/kontak/"),
        *("/pemberitahuan/", "/cari/", "/orang/baru/", "/impor/"),
        *("/impor/baru/", "/kantor/", "/kantor/P7302032006/", "/akun/", "/akun/keamanan/", "/akun/sesi/", "/rujukan/"),
        *("/pelimpahan/", "/pelimpahan/?arah=keluar", "/keluhan/{number}/pelimpahan/"),
    ),
    "bulukumba_manajer": ("/", "/pesan/", "/petugas/", "/petugas/baru/", "/petugas/ara.depan/", "/jejak/", "/wilayah/"),
    "bulukumba_dukcapil": ("/", "/rujukan/", "/keluhan/{number}/"),
    "bulukumba_admin": ("/kantor/baru/", "/kalender/hari-tutup/", "/petugas/ara.depan/undangan/"),
    "nasional_auditor": ("/jejak/",),
    "sulsel_pemantau": ("/", "/laporan/angka/"),
}


@pytest.mark.parametrize(("who", "path"), [(who, path) for who, paths in PAGES.items() for path in paths])
def test_a_page_in_english_speaks_no_indonesian(
    who: str, path: str, cast: Any, desk: Any, client: Any, complaint: Complaint
) -> None:
    browser = desk(getattr(cast, who)) if who else client
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    if path == "/cari/":
        browser.post(path, {"q": "zzz"})
    page = browser.get(path.format(number=complaint.number), follow=True).content.decode()
    assert 'lang="en"' in page
    data = [*Office.objects.values_list("name", flat=True), *Account.objects.values_list("username", flat=True)]
    kept = sorted([*data, *QUOTED], key=len, reverse=True)
    spoken = []
    for text in language.text_of(page):
        for known in kept:
            text = text.replace(known, "")
        if INDONESIAN.search(text):
            spoken.append(text)
    assert spoken == []


def test_the_glossary_is_what_the_words_say() -> None:
    assert glossary.FILE.read_text(encoding="utf-8") == glossary.text()


def test_every_enumeration_is_in_the_glossary_and_says_what_it_is() -> None:
    known = {one for one in Word.__subclasses__() if ".tests." not in one.__module__}
    assert known <= set(glossary.classes())
    assert [one.__qualname__ for one in known if not (one.__doc__ or "").strip()] == []
