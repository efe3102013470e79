"""Decode one picture from standard input: run as a script, alone, with limits of time and memory.

Answers on standard output a line of JSON, ``{"width", "height"}`` or ``{"refused": "large" | "broken"}``, and after it
the copy: an upright JPEG of at most 1,600 pixels a side, without metadata.
"""

import io
import json
import resource
import sys

from PIL import Image, ImageOps

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000
COPY_SIDE = 1_600
MEMORY = 1024**3
"""Bytes of address space."""
SECONDS = 15
"""Seconds of processor time."""


def main(kind: str) -> None:
    """Decode as ``kind`` (Pillow's name) and nothing else."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    data = sys.stdin.buffer.read()
    try:
        picture = Image.open(io.BytesIO(data), formats=[kind])
        if picture.width * picture.height > MOST_PIXELS or max(picture.size) > LONGEST_SIDE:
            answer("large")
            return
        copy = upright(picture)
    except (Image.DecompressionBombError, MemoryError):
        answer("large")
    except Exception:
        answer("broken")
    else:
        out = io.BytesIO()
        copy.save(out, "JPEG", quality=85, optimize=True)
        answer(None, copy, out.getvalue())


def upright(picture: Image.Image) -> Image.Image:
    """The picture as it is meant to be looked at: turned, on white, at most 1,600 pixels a side, nothing but pixels."""
    picture.draft("RGB", (COPY_SIDE, COPY_SIDE))
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in {"P", "PA", "LA"} or "transparency" in turned.info:
        turned = turned.convert("RGBA")
    turned.thumbnail((COPY_SIDE, COPY_SIDE))
    if turned.mode == "RGBA":
        white = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(white, turned)
    rgb = turned.convert("RGB")
    return Image.frombytes("RGB", rgb.size, rgb.tobytes())


def answer(refused: str | None, copy: Image.Image | None = None, jpeg: bytes = b"") -> None:
    """Write the line and the bytes."""
    line = {"refused": refused} if copy is None else {"width": copy.width, "height": copy.height}
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n" + jpeg)


if __name__ == "__main__":
    main(sys.argv[1])
