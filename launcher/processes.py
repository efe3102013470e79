"""The processes that stay: started in groups of their own, watched, restarted, ended together."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from launcher.places import CHECKOUT, Home
from launcher.speech import refuse, say

MARK = "SATUPINTU_RUNNING"
"""The environment variable by which a process is known to belong to a data folder."""
GRACE = 15.0
"""Seconds a process group has to end by itself before it is killed."""
FILES = 16_384
"""Files and connections that a process may hold open, where the system lets it."""
MOST_DEATHS, WITHIN = 5, 60.0


class Stopped(BaseException):
    """The person or the system asked the launcher to stop."""


@dataclass
class Child:
    """One long-lived process: how to start it, and how it has fared."""

    name: str
    command: list[str]
    env: dict[str, str]
    log: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self, home: Home) -> None:
        """Start it in a session of its own, so that no keyboard signal reaches it before the launcher decides."""
        with self.log.open("ab") if self.log else nullcontext() as output:
            self.process = subprocess.Popen(
                self.command,
                env=self.env | {MARK: str(home.path)},
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_begin,
            )

    def end(self, how: signal.Signals) -> None:
        """Signal the whole group; a group that is gone is fine."""
        if self.process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, how)


def follow(command: list[str], env: dict[str, str], heard: Callable[[str], None]) -> str:
    """Run a command to its end and pass on each line it prints; nothing when it succeeds, else its last lines.

    It ends with the launcher, so that a later start never works beside a half-done earlier one.
    """
    tail: list[str] = []
    with subprocess.Popen(
        command,
        env=env,
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        preexec_fn=die_with_parent,
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                tail = [*tail[-29:], line]
                heard(line.strip())
        except BaseException:
            process.terminate()
            raise
    return "".join(tail) or f"{command}: {process.returncode}" if process.returncode else ""


def die_with_parent() -> None:
    """On Linux, have the kernel end this process when the launcher dies, even by `kill -9`."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _begin() -> None:
    """What a long-lived child does before anything else."""
    die_with_parent()
    hold_many_connections()


def hold_many_connections() -> None:
    """Let this process open as many files as the system allows it: each connection is one, and the usual limit is 1024."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def listen_for_stop() -> None:
    """Turn Ctrl-C, a polite kill and a closed terminal into Stopped; further ones do not interrupt the stopping."""

    def stop(number: int, frame: object) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, stop)


def watch(home: Home, children: list[Child], check: Callable[[], None], *, pause: float = 1.0) -> None:
    """Keep the children alive until Stopped; `check` is called between looks.

    A child that dies is started again; Refusal when one dies five times within a minute.
    """
    while True:
        for child in children:
            process = child.process
            if process is None or process.poll() is None:
                continue
            child.end(signal.SIGKILL)  # a web server's master that dies leaves workers that still answer
            now = time.monotonic()
            child.deaths = [moment for moment in child.deaths if now - moment < WITHIN] + [now]
            where = f" ({child.log})" if child.log else ""
            if len(child.deaths) >= MOST_DEATHS:
                raise refuse(
                    f"Proses {child.name} mati berulang kali; sebabnya ada di catatannya{where}.",
                    f"The process {child.name} keeps dying; its log tells why{where}.",
                )
            say(
                f"Proses {child.name} mati (kode {process.returncode}) dan dinyalakan lagi{where}.",
                f"The process {child.name} died (code {process.returncode}) and is started again{where}.",
            )
            child.start(home)
        check()
        time.sleep(pause)


def end_all(children: list[Child]) -> None:
    """Ask every child to end, wait up to GRACE seconds, kill what is left of their groups."""
    for child in children:
        child.end(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    for child in children:
        if child.process:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.1, deadline - time.monotonic()))
            child.end(signal.SIGKILL)
            child.process.wait()


def end_orphans(home: Home) -> int:
    """Kill the processes that an earlier launcher of this data folder left behind; how many there were."""
    found = orphans(home)
    for pid in found:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return len(found)


def orphans(home: Home) -> list[int]:
    """The processes that carry this data folder's mark."""
    mark = f"{MARK}={home.path}"
    if sys.platform != "linux":
        listed = subprocess.run(
            ["ps", "-axwwE", "-o", "pid=,command="], capture_output=True, text=True, check=False
        ).stdout
        return [int(line.split()[0]) for line in listed.splitlines() if f"{mark} " in line + " "]
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return [pid for pid in found if pid != os.getpid()]
