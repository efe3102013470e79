"""What the inspection lets in, and what it does not."""

import io
import socket
import struct
import threading
import zipfile
from pathlib import Path

import pytest
from django import forms
from PIL import Image

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.documents.inspection import LARGEST, NotAccepted, inspect
from satupintu.engine.documents.inspection.inspect import shown_name
from satupintu.engine.documents.inspection.viruses import EICAR
from satupintu.engine.documents.tests.files import pdf, photo_with_place, picture, png_that_claims, upload
from satupintu.engine.documents.words import FileKind


def refused(name: str, data: bytes) -> str:
    with pytest.raises(NotAccepted) as refusal:
        inspect(upload(name, data))
    assert refusal.value.sentence.endswith(".")
    return str(refusal.value.code)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.html", "x")
    return out.getvalue()


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "ktp.JPG"), ("PNG", "kk.png"), ("WEBP", "rumah.webp")])
def test_a_picture_is_let_in_and_copied_as_jpeg(kind: str, name: str) -> None:
    found = inspect(upload(name, picture(kind)))
    assert found.kind == FileKind(kind.lower())
    assert (found.width, found.height) == (320, 200)
    assert Image.open(io.BytesIO(found.content)).format == "JPEG"


def test_the_copy_of_a_photo_tells_neither_place_nor_camera() -> None:
    raw = photo_with_place()
    assert Image.open(io.BytesIO(raw)).getexif().get_ifd(0x8825)
    found = inspect(upload("foto.jpg", raw))
    copy = Image.open(io.BytesIO(found.content))
    assert not copy.getexif()
    assert set(copy.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"RAHASIA" not in found.content and b"JALAN" not in found.content
    assert found.original == raw


def test_a_photo_held_upright_stands_upright_in_the_copy() -> None:
    found = inspect(upload("foto.jpg", photo_with_place(orientation=6)))
    assert (found.width, found.height) == (200, 400)


def test_a_large_photo_becomes_a_copy_of_sixteen_hundred_pixels() -> None:
    found = inspect(upload("foto.jpg", picture(size=(4000, 3000), quality=40)))
    assert (found.width, found.height) == (1600, 1200)


def test_what_is_transparent_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    found = inspect(upload("ttd.png", out.getvalue()))
    assert Image.open(io.BytesIO(found.content)).getpixel((5, 5)) == (255, 255, 255)


def test_the_several_pictures_of_a_modern_phone_are_let_in_as_one() -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (32, 24))])
    found = inspect(upload("foto.jpg", out.getvalue()))
    assert (found.width, found.height) == (64, 48)


@pytest.mark.parametrize(
    "data",
    [
        pdf(),
        pdf(catalog=b"/OpenAction [3 0 R /XYZ null null 0]"),
        pdf(b"5 0 obj <</S /GoTo /D [3 0 R /Fit]>> endobj", catalog=b"/OpenAction 5 0 R"),
        pdf(b"5 0 obj <</A <</S /URI /URI (https://kemensos.go.id)>> /Subtype /Link>> endobj"),
        pdf(packed=b"5 0 <</Type /Font>>"),
    ],
    ids=["plain", "opens at a page", "turns to a page", "a link in the text", "packed objects"],
)
def test_an_ordinary_pdf_is_let_in_as_it_is(data: bytes) -> None:
    found = inspect(upload("surat.pdf", data))
    assert (found.kind, found.content, found.width) == (FileKind.PDF, data, None)


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"5 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj", catalog=b"/OpenAction 5 0 R"),
        pdf(b"5 0 obj <</S /Java#53cript /JS (1)>> endobj"),
        pdf(packed=b"5 0 <</S /JavaScript /JS (1)>>"),
        pdf(packed=b" " * 1_048_570 + b"<</S /JavaScript>>"),
        pdf(packed=b"5 0 <</S /#4aavaScript /JS (1)>>"),
        pdf(b"5 0 obj <</S /Launch /F (cmd.exe)>> endobj"),
        pdf(b"5 0 obj <</Type /Filespec /EF <<>>>> endobj", catalog=b"/Names <</EmbeddedFiles 5 0 R>>"),
        pdf(catalog=b"/OpenAction <</S /URI /URI (http://jahat.example)>>"),
        pdf(catalog=b"/OpenAction 8 0 R"),
        pdf(catalog=b"/AcroForm <</XFA 5 0 R>>"),
        pdf(b"5 0 obj <</Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]>> endobj"),
    ],
    ids=[
        "script",
        "escaped",
        "packed",
        "across_pieces",
        "packed_escaped",
        "launch",
        "file",
        "address",
        "unknown",
        "xfa",
        "hidden",
    ],
)
def test_a_pdf_that_acts_by_itself_is_refused(data: bytes) -> None:
    assert refused("surat.pdf", data) == "active"


def test_a_locked_pdf_is_refused_because_nobody_can_look_inside() -> None:
    assert refused("surat.pdf", pdf(trailer=b"/Encrypt 7 0 R")) == "locked"


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    assert refused("surat.pdf", pdf(packed=b"\0" * (129 * 1024 * 1024))) == "unpacked"


def test_cut_off_files_are_refused() -> None:
    assert refused("surat.pdf", pdf()[:-20]) == "broken"
    for kind, name in [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")]:
        whole = picture(kind, size=(600, 400))
        assert refused(name, whole[: len(whole) * 2 // 3]) == "broken"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gambar.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>'),
        ("gambar.jpg", b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>'),
        ("gambar.gif", b"GIF89a" + b"\0" * 20),
        ("data.docx", _zip()),
        ("program.pdf", b"MZ\x90\0" + b"\0" * 60),
        ("teks.jpg", b"\n" + picture()),
    ],
)
def test_anything_but_pictures_and_pdf_is_refused(name: str, data: bytes) -> None:
    assert refused(name, data) in {"kind", "polyglot"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("foto.html", picture()),
        ("foto.jpg", picture("PNG")),
        ("foto.jpg.pdf", picture()),
        ("foto", picture()),
        ("surat.jpg", pdf()),
    ],
)
def test_an_ending_that_lies_is_refused(name: str, data: bytes) -> None:
    assert refused(name, data) == "ending"


@pytest.mark.parametrize("tail", [b"<html><body>", b"\0<SCRIPT src=x>", b"<?php echo 1;", b"<!DOCTYPE html>", _zip()])
def test_a_file_that_is_also_another_file_is_refused(tail: bytes) -> None:
    assert refused("foto.jpg", picture() + tail) == "polyglot"
    assert refused("surat.pdf", pdf() + tail + b"\n%%EOF") == "polyglot"


def test_a_page_hidden_in_the_remarks_of_a_photo_is_refused() -> None:
    assert refused("foto.jpg", picture(comment=b"<script >alert(1)</script>")) == "polyglot"


def test_the_test_virus_is_caught_wherever_it_stands() -> None:
    assert refused("virus.pdf", EICAR) == "virus"
    assert refused("foto.jpg", picture() + EICAR) == "virus"


def test_a_flood_of_pixels_is_refused_before_it_is_unpacked() -> None:
    assert refused("a.png", png_that_claims(60_000, 60_000)) == "pixels"
    assert refused("a.png", png_that_claims(25_000, 10)) == "pixels"


def test_an_empty_and_a_huge_file_are_refused() -> None:
    assert refused("a.jpg", b"") == "empty"
    assert refused("a.jpg", b"\xff\xd8\xff" + b"\0" * LARGEST) == "large"


def test_a_name_loses_folders_and_what_is_invisible_and_keeps_its_ending() -> None:
    assert shown_name("C:\\fakepath\\kk.jpg") == "kk.jpg"
    assert shown_name("../../etc/kk.jpg") == "kk.jpg"
    assert shown_name("foto\u202egpj.exe\r\n.jpg") == "fotogpj.exe.jpg"
    assert shown_name("x" * 300 + ".jpeg") == "x" * 115 + ".jpeg"


def test_the_field_of_a_form_hands_over_an_inspected_file_or_a_sentence() -> None:
    class Paper(forms.Form):
        file = UploadField(required=False)

    good = Paper(files={"file": upload("foto.jpg", picture())})
    assert good.is_valid() and good.cleaned_data["file"].kind is FileKind.JPEG
    assert Paper(files={}).is_valid()
    bad = Paper(files={"file": upload("a.svg", b"<svg/>")})
    assert bad.errors["file"] == ["Hanya foto (JPEG, PNG, WebP) dan PDF yang dapat dilampirkan."]
    assert ".pdf" in str(bad["file"])


class Scanner(threading.Thread):
    """A clamd that says one thing; it keeps what it was sent."""

    def __init__(self, address: Path, says: bytes) -> None:
        super().__init__(daemon=True)
        self.says, self.sent = says, b""
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(str(address))
        self.door.listen()

    def run(self) -> None:
        line, _ = self.door.accept()
        with line, line.makefile("rb") as read:
            assert read.read(10) == b"zINSTREAM\0"
            while size := struct.unpack(">I", read.read(4))[0]:
                self.sent += read.read(size)
            line.sendall(b"stream: " + self.says + b"\0")


@pytest.mark.parametrize(
    ("says", "code"), [(b"Eicar FOUND", "virus"), (b"OK", None), (b"size limit ERROR", "unchecked")]
)
def test_a_scanner_that_is_configured_is_asked(says: bytes, code: str | None, tmp_path: Path, settings: object) -> None:
    settings.CLAMD_SOCKET = str(tmp_path / "clamd")  # type: ignore[attr-defined]
    scanner = Scanner(tmp_path / "clamd", says)
    scanner.start()
    data = pdf()
    if code:
        assert refused("surat.pdf", data) == code
    else:
        inspect(upload("surat.pdf", data))
    scanner.join(5)
    assert scanner.sent == data


def test_a_scanner_that_is_configured_and_silent_lets_nothing_in(tmp_path: Path, settings: object) -> None:
    settings.CLAMD_SOCKET = str(tmp_path / "nobody")  # type: ignore[attr-defined]
    assert refused("surat.pdf", pdf()) == "unchecked"
