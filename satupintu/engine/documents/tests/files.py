"""Files for the tests, good and bad, made on the spot."""

import io
import zlib
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    """What a form would hand over."""
    return SimpleUploadedFile(name, data)


def picture(kind: str = "JPEG", size: tuple[int, int] = (320, 200), **options: object) -> bytes:
    """A picture that is not all of one colour."""
    out = io.BytesIO()
    gradient = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (gradient, gradient.rotate(180), gradient)).save(out, kind, **options)
    return out.getvalue()


def photo_with_place(orientation: int = 1) -> bytes:
    """A photo whose metadata say where it was taken and by what."""
    exif = Image.Exif()
    exif[0x010F] = "MEREK-KAMERA-RAHASIA"
    exif[0x0112] = orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "S", (5.0, 32.0, 51.0), "E", (120.0, 11.0, 33.0)
    return picture(size=(400, 200), exif=exif.tobytes(), comment=b"JALAN RUMAH WARGA")


def pdf(*objects: bytes, catalog: bytes = b"", packed: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of one empty page with further objects; ``packed`` stands in a compressed stream."""
    parts = [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"1 0 obj <</Type /Catalog /Pages 2 0 R " + catalog + b">> endobj",
        b"2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
        b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj",
        *objects,
    ]
    if packed:
        stream = zlib.compress(packed)
        head = b"9 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>> stream\n" % len(stream)
        parts.append(head + stream + b"\nendstream endobj")
    return b"\n".join([*parts, b"trailer <</Root 1 0 R " + trailer + b">>", b"startxref\n0\n%%EOF\n"])


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes of PNG that say they are a picture of that size."""
    chunk: Callable[[bytes, bytes], bytes] = lambda name, body: (  # noqa: E731
        len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
    )
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
