"""The whole product for a journey: a database of its own with the cast, and the web server as in production."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

import psycopg

TOP = Path(__file__).parent.parent.parent
FILL = (
    "import django; django.setup()\n"
    "from satupintu.cast.stage import set_stage\n"
    "from satupintu.foundation.access import house\n"
    "from tests.areas import load_test_areas\n"
    "load_test_areas()\n"
    "with house('menyiapkan perjalanan'): set_stage()\n"
)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Site:
    """The product at ``url``; use as a context manager."""

    def __enter__(self) -> "Site":
        self.name = f"journeys_{os.getpid()}"
        self.data = tempfile.TemporaryDirectory()
        self._owner(f"create database {self.name}")
        self.env = {
            **os.environ,
            "SATUPINTU_TESTING": "1",
            "VERDICT_AFTER_DAYS": "0",
            "SATUPINTU_DATA": self.data.name,
            "DJANGO_SETTINGS_MODULE": "satupintu.config.settings",
            "DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + "/" + self.name,
            "DATABASE_OWNER_URL": os.environ["DATABASE_OWNER_URL"].rpartition("/")[0] + "/" + self.name,
        }
        self._run("manage.py", "migrate", "--database=owner", "--verbosity=0")
        self.run(FILL)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--port",
            str(port),
            "--workers",
            "1",
            "--no-ws",
        ]
        env = {key: value for key, value in self.env.items() if key != "DATABASE_OWNER_URL"}
        self.server = subprocess.Popen(
            [*command, "--log-level", "error", "satupintu.config.wsgi:application"],
            cwd=TOP,
            env=env,
            start_new_session=True,
        )
        self._wait()
        return self

    def __exit__(self, *problem: object) -> None:
        os.killpg(self.server.pid, 9)
        self.server.wait(10)
        self._owner(f"drop database if exists {self.name} with (force)")
        self.data.cleanup()

    def run(self, program: str) -> None:
        """Let the product do something of its own, as a job of the clock would."""
        self._run("-c", program)

    def messages(self) -> list[dict[str, str]]:
        """What has left the house, in the file of a demonstration."""
        file = Path(self.data.name) / "log" / "messages.log"
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []

    def _run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=TOP, env=self.env, check=True, timeout=120)

    def _owner(self, statement: str) -> None:
        address = os.environ["DATABASE_OWNER_URL"].rpartition("/")[0] + "/postgres"
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute(statement.encode())

    def _wait(self) -> None:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{self.url}/masuk/", timeout=5).read()  # noqa: S310 – our own server
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the site did not come up")

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database past all walls, as the owner with a full scope."""
        with psycopg.connect(self.env["DATABASE_OWNER_URL"], autocommit=True) as owner:
            owner.execute(
                "select set_config('app.scope', '{[0,10000000000)}', false), set_config('app.clearance', '2', false), "
                "set_config('app.fields', '{*}', false)"
            )
            return owner.execute(query.encode(), values).fetchall()
