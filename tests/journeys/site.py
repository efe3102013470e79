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

from tests import template

TOP = Path(__file__).parent.parent.parent


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
        template.copy(self.name)
        self.env = {
            **os.environ,
            "SATUPINTU_TESTING": "1",
            "VERDICT_AFTER_DAYS": "0",
            "SATUPINTU_DATA": self.data.name,
            "DJANGO_SETTINGS_MODULE": "satupintu.config.settings",
            **template.addresses(self.name),
        }
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
        template.drop(self.name)
        self.data.cleanup()

    def run(self, program: str) -> None:
        """Let the product do something of its own, as a job of the clock would."""
        subprocess.run([sys.executable, "-c", program], cwd=TOP, env=self.env, check=True, timeout=120)

    def messages(self) -> list[dict[str, str]]:
        """What has left the house, in the file of a demonstration."""
        file = Path(self.data.name) / "log" / "messages.log"
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []

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
