"""Pictures of the demo: nobody is on them, each says what it would show."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from satupintu.engine.documents.inspection import Inspected, inspect


def photo(words: str) -> Inspected:
    """A page that says what it would be, as it comes in by a form."""
    page = Image.new("RGB", (620, 400), "white")
    ImageDraw.Draw(page).text((60, 180), f"{words} (contoh)", fill="black", font_size=32)
    kept = BytesIO()
    page.save(kept, "JPEG")
    return inspect(SimpleUploadedFile(f"{words.lower().replace(' ', '-')}.jpg", kept.getvalue()))
