"""One web server that has both our pages and their bare peers, each behind its own middleware or none."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """Our application, and below /bare/ the minimal views without any middleware."""
    return (_bare() if environ["PATH_INFO"].startswith("/bare/") else _ours())(environ, start_response)


_made: dict[str, Any] = {}


def _ours() -> Any:
    if "ours" not in _made:
        from django.core.wsgi import get_wsgi_application

        _made["ours"] = get_wsgi_application()
    return _made["ours"]


def _bare() -> Any:
    """A Django handler with no middleware whose addresses are the peers'."""
    _ours()
    if "bare" not in _made:
        from django.core.handlers.wsgi import WSGIRequest
        from django.urls import resolve

        from bench import peers

        peers.prepare()

        def answer(environ: dict[str, Any], start_response: Any) -> Any:
            request = WSGIRequest({**environ, "PATH_INFO": environ["PATH_INFO"].removeprefix("/bare")})
            match = resolve(request.path_info, "bench.peers")
            response = match.func(request, *match.args, **match.kwargs)
            start_response(f"{response.status_code} OK", list(response.items()))
            return [response.content]

        _made["bare"] = answer
    return _made["bare"]


class Server:
    """The server in a process of its own, and a browser that keeps its connection."""

    def __enter__(self) -> "Server":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port), "--workers", "1",
                   "--blocking-threads", "1", "--no-ws", "bench.server:application"]  # fmt: skip
        self.process = subprocess.Popen(command, env={**os.environ, "SATUPINTU_BENCH": "1"}, start_new_session=True)
        for _ in range(100):
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
                self.connection.request("GET", "/bare/tanya/nothing/")
                self.connection.getresponse().read()
                return self
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the measuring server did not start")

    def __exit__(self, *problem: object) -> None:
        self.connection.close()
        os.killpg(self.process.pid, 15)
        try:
            self.process.wait(10)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, 9)

    def get(self, path: str, cookie: str = "") -> bytes:
        """The body of a page. Raises RuntimeError for anything but a page or a way to one."""
        self.connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "identity"})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in {200, 302}:
            raise RuntimeError(f"{path}: {answer.status} {body[:500]!r}")
        return body

    def post(self, path: str, body: str, cookie: str = "") -> int:
        """Send a form; answers the status."""
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    @property
    def resident(self) -> int:
        """Bytes of memory that the largest process of the server holds (Linux)."""
        sizes = []
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
            except OSError:
                continue
            if lines.get("NSpgid", lines.get("PPid", "")).split()[:1] == [str(self.process.pid)]:
                sizes.append(int(lines.get("VmRSS", "0 kB").split()[0]) * 1024)
        return max(sizes, default=0)
