"""What is shipped to the browser: known, small, and from nowhere else."""

import hashlib
import re
from pathlib import Path

import satupintu.engine.ui as ui

STATIC = Path(ui.__file__).parent / "static"


def test_every_vendored_file_is_the_one_that_is_listed() -> None:
    lines = [line.split("\t") for line in (STATIC / "vendor/VERSIONS").read_text().splitlines() if line[0] != "#"]
    for name, _package, version, licence, digest in lines:
        assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest, name
        assert version
        assert licence == "MIT"
    listed = {name for name, *_rest in lines}
    assert {f"vendor/{path.name}" for path in (STATIC / "vendor").iterdir()} - listed == {"vendor/VERSIONS"}


def test_public_pages_and_scripts_stay_small() -> None:
    assert (STATIC / "ui/public.css").stat().st_size <= 10 * 1024
    assert (STATIC / "ui/desk.js").stat().st_size <= 7 * 1024


def test_no_asset_asks_another_place() -> None:
    for path in STATIC.rglob("*.css"):
        asked = re.findall(r"@import|url\((?!\s*[\"']?data:)[^)]+", path.read_text())
        assert asked == [], path.name
    for path in STATIC.rglob("*.js"):
        assert not re.search(r"https?://|\beval\(|innerHTML", path.read_text()), path.name
