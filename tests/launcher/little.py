"""A little house started by the real launcher: its output, its page, its processes."""

import os
import shutil
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

from launcher.places import CHECKOUT, Home
from launcher.postgres import Cluster
from launcher.processes import orphans

HOUSE = Path(__file__).parent / "house"
FOREIGN = ("DATABASE_", "DJANGO_", "SATUPINTU_", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG", "DEMO", "LANG", "LC_")


def build(folder: Path) -> Path:
    """A checkout with the launcher as it is and a house of one table; the environment is shared."""
    for name in ("run", "run.py", "requirements.lock", "requirements-test.lock"):
        shutil.copy(CHECKOUT / name, folder)
    for name in ("launcher", "tools"):
        shutil.copytree(CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOUSE, folder, dirs_exist_ok=True)
    (folder / ".venv").symlink_to(CHECKOUT / ".venv")
    return folder


def plain(**more: str) -> dict[str, str]:
    """The environment without what the tests themselves run with."""
    return {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)} | more


def ask(house: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """One command to its end, its output in one string."""
    return subprocess.run(
        ["./run", *args], cwd=house, env=plain(**env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=60, check=False,
    )  # fmt: skip


def end_cluster(home: Home) -> None:
    """Break off and remove the database of a data folder, wherever it lies."""
    if Cluster.made(home):
        cluster = Cluster(home)
        if cluster.postmaster():
            os.kill(cluster.postmaster(), signal.SIGQUIT)
        while cluster.postmaster():
            time.sleep(0.02)
        shutil.rmtree(cluster.folder, ignore_errors=True)


class Site:
    """`./run demo` (or another command that stays) of the little house."""

    def __init__(self, house: Path, data: Path, *args: str, command: str = "demo", **env: str) -> None:
        """Start it; `data` is its folder."""
        self.data, self.out = data, data.with_name(data.name + f".{time.monotonic_ns()}.out")
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                ["./run", command, "--data", str(data), *args], cwd=house, env=plain(**env), stdout=out, stderr=out
            )

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self.out.read_text()

    def ready(self, sign: str = "Ctrl-C", within: float = 40) -> "Site":
        """Wait until it says so."""
        deadline = time.monotonic() + within
        while sign not in self.output:
            assert self.process.poll() is None and time.monotonic() < deadline, self.output
            time.sleep(0.05)
        return self

    @property
    def home(self) -> Home:
        """Its data folder."""
        return Home(self.data)

    def page(self, within: float = 0.0) -> str:
        """What the page says: rows inside the scope, outside it, and whether the web process knows the owner."""
        deadline = time.monotonic() + within
        while True:
            try:
                with urllib.request.urlopen(self.home.state()["address"], timeout=5) as answer:  # noqa: S310 - ours
                    return str(answer.read().decode())
            except OSError as problem:
                assert time.monotonic() < deadline, f"{problem}\n{self.output}"
                time.sleep(0.2)

    def calls(self) -> list[str]:
        """Which of Django's commands were called, in order, since the last time."""
        path = self.data / "called"
        said = path.read_text().splitlines()
        path.unlink()
        return said

    def postmaster(self) -> int:
        """The pid of its database; 0 when there is none."""
        return Cluster(self.home).postmaster()

    def processes(self) -> list[int]:
        """Web and worker processes that live."""
        return orphans(self.home)

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Send the signal, wait, answer the exit code."""
        self.process.send_signal(how)
        return self.process.wait(30)
