"""The running site: web server and job worker over a prepared database."""

import http.client
import os
import time
from pathlib import Path

from launcher import prepare, processes
from launcher.database import Database
from launcher.environment import PYTHON
from launcher.places import Home
from launcher.processes import Child
from launcher.speech import refuse, say

READY_WITHIN = 60.0
"""Seconds a web server may take until its first answer."""


HEADERS_WITHIN = 10_000
"""Milliseconds in which a browser must have sent the head of its request; a phone in the rain needs two or three seconds."""
CONNECTIONS = 4096
"""Open connections that each web process holds: whoever sends slowly takes up a place here, never a thread.

granian's own limit (its backlog, 1024, shared by the processes) was reached by 1,400 slow connections, and nobody else
got in any more."""


def web(env: dict[str, str], host: str, port: int, *, log: Path | None, workers: int | None = None) -> Child:
    """The web server: granian in WSGI mode, at most two processes unless asked for more."""
    count = workers or min(2, os.cpu_count() or 1)
    command = [
        str(PYTHON), "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws",
        "--workers", str(count), "--blocking-threads", "4", "--workers-kill-timeout", "8", "--respawn-failed-workers",
        "--http1-header-read-timeout", str(HEADERS_WITHIN), "--backpressure", str(CONNECTIONS),
        "--log-level", "warning", "satupintu.config.wsgi:application",
    ]  # fmt: skip
    return Child("web", command, env, log)


def worker(env: dict[str, str], *, log: Path | None) -> Child:
    """The job worker."""
    return Child("worker", prepare.manage("worker"), env, log)


def fresh(log: Path) -> Path:
    """A log file for this start; the one of the start before keeps `.1` behind its name."""
    if log.exists():
        log.replace(log.with_name(log.name + ".1"))
    return log


def wait_until_ready(child: Child, port: int, host: str = "127.0.0.1") -> None:
    """Return when the web server answers. Raises Refusal with the end of its log when it does not."""
    near = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104 - asked, not bound
    name = child.env.get("ALLOWED_HOSTS", "localhost").split(",")[0].lstrip(".*") or "localhost"
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and child.process and child.process.poll() is None:
        try:
            connection = http.client.HTTPConnection(near, port, timeout=10)
            connection.request("GET", "/", headers={"Host": name})
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
            continue
        if status >= 500:
            say(f"Halaman pertama menjawab galat {status}. {_end_of(child)}", f"The first page fails: {_end_of(child)}")
        return
    end = _end_of(child)
    raise refuse(f"Server web tidak mau menyala.\n{end}", f"The web server does not start.\n{end}")


def _end_of(child: Child) -> str:
    """The last lines of its log, and where that is."""
    if not child.log:
        return ""
    return f"{child.log}:\n" + "".join(child.log.read_text(errors="replace").splitlines(keepends=True)[-20:])


def keep(home: Home, database: Database, children: list[Child]) -> None:
    """Keep the site alive until the person stops it; an embedded database that dies is started again too."""
    looks = 0

    def check() -> None:
        nonlocal looks
        looks += 1
        if database.cluster and looks % 3 == 0 and database.cluster.mend():
            say("Basis data mati dan dinyalakan lagi.", "The database died and is started again.")

    processes.watch(home, children, check)
