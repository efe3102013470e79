"""The Python environment: made without pip on the machine, mended when half made, refused when a hash differs."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from launcher.places import CHECKOUT
from tests.launcher.little import plain

PREPARE = (
    "from launcher import environment as e, speech; s = speech.Steps(1)\n"
    "try: e.prepare(e.LOCK, s)\n"
    "except speech.Refusal as refusal: raise SystemExit(str(refusal))"
)


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A checkout whose lock asks for one package, which lies beside it."""
    folder = Path(tempfile.mkdtemp(prefix="satupintu-env-"))
    for name in ("launcher", "tools"):
        shutil.copytree(CHECKOUT / name, folder / name)
    wheel = folder / "wheels" / "salam-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("salam.py", "WORD = 'salam'\n")
        archive.writestr("salam-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: salam\nVersion: 1.0\n")
        archive.writestr(
            "salam-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(
            "salam-1.0.dist-info/RECORD",
            "salam.py,,\nsalam-1.0.dist-info/METADATA,,\nsalam-1.0.dist-info/WHEEL,,\nsalam-1.0.dist-info/RECORD,,\n",
        )
    _lock(folder, hashlib.sha256(wheel.read_bytes()).hexdigest())
    yield folder
    shutil.rmtree(folder)


def _lock(folder: Path, sha256: str) -> None:
    (folder / "requirements.lock").write_text(f"salam==1.0 \\\n    --hash=sha256:{sha256}\n")


def _start(folder: Path) -> subprocess.Popen[str]:
    """Prepare the environment with no uv on the PATH and no index."""
    env = plain(
        PATH="/usr/bin:/bin", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder / "wheels"), PIP_CONFIG_FILE=os.devnull
    )
    python = shutil.which("python3") or "python3"
    return subprocess.Popen(
        [python, "-c", PREPARE], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _says(folder: Path) -> str:
    shown = subprocess.run(
        [folder / ".venv/bin/python", "-c", "import salam; print(salam.WORD)"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return shown.stdout.strip()


def test_two_starts_at_once_make_one_environment_and_a_half_made_one_is_made_anew(checkout: Path) -> None:
    starts = [_start(checkout), _start(checkout)]
    assert [(start.communicate()[0], start.returncode) for start in starts] == [("", 0), ("", 0)]
    assert _says(checkout) == "salam"

    for module in (checkout / ".venv").rglob("salam.py"):
        module.unlink()
    (checkout / ".venv" / "satupintu-unfinished").touch()
    assert _start(checkout).wait() == 0
    assert _says(checkout) == "salam"

    (checkout / ".venv/bin/python").unlink()
    assert _start(checkout).wait() == 0
    assert _says(checkout) == "salam"


def test_a_package_that_is_not_the_locked_one_is_refused(checkout: Path) -> None:
    _lock(checkout, "0" * 64)
    start = _start(checkout)
    said = start.communicate()[0]
    assert start.returncode == 1 and "Pustaka Python tidak dapat dipasang" in said and "Traceback" not in said
    assert _says(checkout) == ""


def test_an_altered_pip_is_refused(checkout: Path) -> None:
    with next((checkout / "tools").glob("pip-*.whl")).open("ab") as wheel:
        wheel.write(b"x")
    start = _start(checkout)
    assert "berubah" in start.communicate()[0] and start.returncode == 1


def test_the_test_lock_contains_the_other_one() -> None:
    """The stamp of the test lock stands for both, so every pin must be in both."""

    def pins(name: str) -> set[str]:
        return {line.split(" ")[0] for line in (CHECKOUT / name).read_text().splitlines() if line[:1].isalnum()}

    assert pins("requirements.lock") <= pins("requirements-test.lock")


def test_locks_hold_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (CHECKOUT / name).read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text and "index-url" not in text


def test_the_launcher_needs_nothing_but_python() -> None:
    """It starts with the standard library alone: -S leaves every installed package out, -I every path but its own."""
    code = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from launcher.door import main; sys.exit(main([]))"
    python = shutil.which("python3", path="/usr/bin:/bin") or "python3"
    shown = subprocess.run([python, "-I", "-S", "-c", code], capture_output=True, text=True, env=plain(), check=False)
    assert shown.returncode == 0 and "demo" in shown.stdout


def test_stamp_is_written_last(checkout: Path) -> None:
    assert _start(checkout).wait() == 0
    stamp = json.loads((checkout / ".venv" / "satupintu-lock.json").read_text())
    assert stamp == {"requirements.lock": hashlib.sha256((checkout / "requirements.lock").read_bytes()).hexdigest()}
    assert not (checkout / ".venv" / "satupintu-unfinished").exists()
