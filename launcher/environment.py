"""The Python environment of the checkout: `.venv`, filled from the hash-locked requirements.

Works on a machine with nothing but Python: no pip, no ensurepip. Uses uv when it is on the PATH, else the pip wheel
that travels in `tools/`. A stamp beside the installed packages says which lock they came from.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from launcher import locks, processes
from launcher.places import CHECKOUT
from launcher.speech import Steps, refuse, words

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP, UNFINISHED = VENV / "satupintu-lock.json", VENV / "satupintu-unfinished"
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"


def ready(lock: str) -> bool:
    """Whether `.venv` holds what the lock file asks for. The test lock contains the other one."""
    if not os.access(PYTHON, os.X_OK) or UNFINISHED.exists():
        return False
    try:
        stamps = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return bool(stamps.get(lock) == _sha256(CHECKOUT / lock))


def prepare(lock: str, steps: Steps) -> None:
    """Make or mend `.venv` so that it holds the lock's packages; does nothing when it already does.

    Two starts at once wait for each other. Raises Refusal with the installer's last words when it fails.
    """
    if ready(lock):
        return
    try:
        (CHECKOUT / ".venv.lock").touch()
    except OSError as problem:
        raise refuse(
            f"Lingkungan Python di {CHECKOUT} belum siap dan foldernya tidak dapat ditulis ({problem.strerror}).",
            f"The Python environment in {CHECKOUT} is not ready and the folder cannot be written ({problem.strerror}).",
        ) from problem
    with locks.held(CHECKOUT / ".venv.lock"):
        if not ready(lock):
            if UNFINISHED.exists() or not _runs():
                shutil.rmtree(VENV, ignore_errors=True)
                _create()
            _install(lock, steps)


def _runs() -> bool:
    """Whether `.venv` has a Python that starts and is new enough (its base may have been removed or upgraded)."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _create() -> None:
    """An empty environment; without pip, for Debian's bare python3 has no ensurepip."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise refuse(
            f"Lingkungan Python tidak dapat dibuat:\n{made.stderr or made.stdout}",
            f"The Python environment cannot be made:\n{made.stderr or made.stdout}",
        )


def _install(lock: str, steps: Steps) -> None:
    UNFINISHED.touch()
    total = len(re.findall(r"^[A-Za-z0-9][\w.\-]*(\[.*\])?==", (CHECKOUT / lock).read_text(), re.MULTILINE))
    for command in _installers(lock):
        problem = _watched(command, total, steps)
        if not problem:
            stamps = {lock: _sha256(CHECKOUT / lock)}
            if lock == TEST_LOCK:
                stamps[LOCK] = _sha256(CHECKOUT / LOCK)
            STAMP.write_text(json.dumps(stamps))
            UNFINISHED.unlink()
            return
    raise refuse(
        f"Pustaka Python tidak dapat dipasang; periksa sambungan jaringan, lalu ulangi perintah yang sama.\n{problem}",
        f"The Python libraries cannot be installed; check the network, then repeat the same command.\n{problem}",
    )


def _installers(lock: str) -> list[list[str]]:
    """The commands that can fill the environment, the fastest first."""
    locked = ["--require-hashes", "-r", str(CHECKOUT / lock)]
    quiet = ["--no-deps", "--only-binary=:all:", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    with_pip = [str(PYTHON), str(vendored_pip()), "install", *quiet, *locked]
    uv = shutil.which("uv")
    return [[uv, "pip", "install", "--python", str(PYTHON), "--no-build", *locked], with_pip] if uv else [with_pip]


def _watched(command: list[str], total: int, steps: Steps) -> str:
    """Run an installer, remark how many packages it has in hand; its last lines when it fails, else nothing."""
    env = os.environ | {"UV_PYTHON_DOWNLOADS": "never", "PIP_ROOT_USER_ACTION": "ignore", "PYTHONUNBUFFERED": "1"}
    env.pop("VIRTUAL_ENV", None)
    seen = 0

    def heard(line: str) -> None:
        nonlocal seen
        if line.startswith("Collecting "):
            seen += 1
            steps.remark(words(f"{seen} dari {total} pustaka diambil", f"{seen} of {total} libraries fetched"))
        elif line.startswith("Installing collected"):
            steps.remark(words(f"memasang {seen} pustaka", f"installing {seen} libraries"))

    return processes.follow(command, dict(env), heard)


def vendored_pip() -> Path:
    """The path by which Python runs the pip inside the wheel of `tools/`.

    Raises Refusal when the wheel is not the one whose sha256 stands in tools/README.md.
    """
    for wheel in (CHECKOUT / "tools").glob("pip-*.whl"):
        if _sha256(wheel) in (CHECKOUT / "tools" / "README.md").read_text():
            return wheel / "pip"
    raise refuse(
        "Berkas pip di folder tools/ hilang atau berubah; ambil ulang salinan Satu Pintu yang utuh.",
        "The pip wheel in tools/ is missing or altered; fetch a whole copy of Satu Pintu again.",
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
