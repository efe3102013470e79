"""One PostgreSQL cluster for one data folder: made, started, asked, stopped.

It listens on the loopback address alone, with SCRAM passwords. Every command that needs it holds a lease (a shared file
lock, which vanishes with the process); the last one to leave stops it.
"""

import hashlib
import os
import random
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from launcher import engine, locks
from launcher.places import Home
from launcher.speech import refuse

ELSEWHERE = Path("/var/lib/satupintu")
PATIENCE = 15.0
"""Seconds of retrying a start: after `kill -9` the first tries fail while old children let go of shared memory."""
RECOVERY = 300.0
"""Seconds that a crashed server may go on recovering."""
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "max_wal_size": "512MB",
    "jit": "off",
}
THROWAWAY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum_naptime": "10s"}


class Cluster:
    """The embedded PostgreSQL of a data folder."""

    def __init__(self, home: Home, *, throwaway: bool = False) -> None:
        """Find or choose the cluster's place. `throwaway` trades safety against a crash for speed: tests only."""
        self.home = home
        self.settings = SETTINGS | (THROWAWAY if throwaway else {})
        self.user = engine.database_user()
        self.folder = self._place()
        self.data, self.log = self.folder / "data", self.folder / "postgres.log"
        self.user = engine.database_user(self.data)
        self.bin = engine.programs(self.user, self.folder)
        self._lease: IO[str] | None = None

    @staticmethod
    def made(home: Home) -> bool:
        """Whether the data folder has a database of its own."""
        return "database_folder" in home.state() or (home.path / "database").exists()

    # -- asking -----------------------------------------------------------------------------------------------------

    @property
    def port(self) -> int:
        """The port of the running or latest server; 0 before the first start."""
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n")[3])
        except (OSError, ValueError, IndexError):
            return int(self.home.state().get("database_port", 0))

    @property
    def admin_url(self) -> str:
        """The address of the superuser, for provisioning, backup and restore; the application never gets it."""
        return f"postgresql://postgres:{self.home.secret('superuser')}@127.0.0.1:{self.port}/postgres"

    def answers(self) -> bool:
        """Whether our server answers `select 1`; its pid file and `pg_ctl status` are wrong just after a crash."""
        if not self.port or not (self.data / "postmaster.pid").exists():
            return False
        asked = self._run(
            "psql", "-XqAtw", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-c", "show data_directory",
            PGPASSWORD=self.home.secret("superuser"), PGCONNECT_TIMEOUT="2",
        )  # fmt: skip
        return asked.stdout.strip() == str(self.data)

    def postmaster(self) -> int:
        """The pid of this cluster's living postmaster; 0 when there is none."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n")[0])
            os.kill(pid, 0)
        except (OSError, ValueError):
            return 0
        try:  # a number may live on as a stranger's or, where nobody reaps, as a zombie's
            return pid if b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes() else 0
        except OSError:
            return pid

    # -- starting and stopping --------------------------------------------------------------------------------------

    def start(self) -> None:
        """Bring the server up (or find it up) and take a lease on it.

        Raises Refusal with the end of the server's log when it does not answer in time.
        """
        with locks.held(self.home.path / "database.lock"):
            if not (self.data / "PG_VERSION").exists():
                self._create()
            self._refuse_other_major()
            if not self.answers():
                self._start_server()
            self._lease = locks.take(self.home.path / "database.lease", shared=True)

    def mend(self) -> bool:
        """Start the server again if it has died under us; True when that was needed. A slow answer is no death."""
        if self.postmaster():
            return False
        with locks.held(self.home.path / "database.lock"):
            if self.postmaster():
                return False
            self._start_server()
        return True

    def stop(self) -> None:
        """Give the lease back; stop the server when nobody else holds one."""
        with locks.held(self.home.path / "database.lock"):
            if self._lease:
                self._lease.close()
                self._lease = None
            alone = locks.take(self.home.path / "database.lease", wait=False)
            if alone:
                self._run("pg_ctl", "-w", "-t", "30", "-D", str(self.data), "-m", "fast", "stop")
                alone.close()

    # -- inside -----------------------------------------------------------------------------------------------------

    def _place(self) -> Path:
        """Below the data folder; when the database user may not enter that, in a root-owned place of its own."""
        kept, folder = self.home.state().get("database_folder"), self.home.path / "database"
        if kept:
            return Path(kept)
        if not folder.exists() and not self.user.reaches(self.home.path):
            key = hashlib.sha256(str(self.home.path).encode()).hexdigest()[:8] + secrets.token_hex(4)
            ELSEWHERE.mkdir(mode=0o755, exist_ok=True)
            folder = ELSEWHERE / key
            self.home.remember(database_folder=str(folder))
        folder.mkdir(mode=0o755, exist_ok=True)
        return folder

    def _create(self) -> None:
        """A new cluster: UTF-8, the same order of letters on every system, SCRAM for every connection."""
        # Made beside its place and moved there whole: a start that was killed leaves nothing that looks like a cluster.
        draft = self.folder / "data.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self.user.owns(draft)
        with tempfile.NamedTemporaryFile("w", dir=self.folder) as password:
            password.write(self.home.secret("superuser"))
            password.flush()
            self.user.owns(Path(password.name))
            made = self._run(
                "initdb", "-D", str(draft), "-U", "postgres", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256",
                f"--pwfile={password.name}", "--no-instructions", *(["--no-sync"] if "fsync" in self.settings else []),
            )  # fmt: skip
        if made.returncode:
            raise refuse(
                f"Basis data tidak dapat dibuat di {self.folder}:\n{made.stdout}{made.stderr}",
                f"The database cannot be made in {self.folder}:\n{made.stdout}{made.stderr}",
            )
        draft.rename(self.data)

    def _refuse_other_major(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        ours = engine.major(self.bin)
        if made_by != str(ours):
            raise refuse(
                f"Data di {self.data} dibuat oleh PostgreSQL {made_by}, sedangkan program ini membawa versi {ours}. "
                "Buat cadangan dengan versi Satu Pintu yang lama (./run backup), lalu pulihkan di folder data baru.",
                f"The data in {self.data} was made by PostgreSQL {made_by}, but this program carries version {ours}. "
                "Back it up with the older Satu Pintu (./run backup), then restore it into a new data folder.",
            )

    def _start_server(self) -> None:
        """Start and wait for an answer; retry for PATIENCE seconds, longer while a crashed server recovers."""
        self.log.touch(mode=0o600)
        self.user.owns(self.log)
        deadline = time.monotonic() + PATIENCE
        while True:
            if not self.postmaster():
                self._forget_pid()
                self.home.remember(database_port=self._free_port())
            options = " ".join(f"-c {name}={value or repr('')}" for name, value in self.settings.items())
            self._run(
                "pg_ctl", "-w", "-t", "60", "-D", str(self.data), "-l", str(self.log),
                "-o", f"{options} -p {self.port}", "start", pipe=False,
            )  # fmt: skip
            if self.answers():
                return
            if time.monotonic() > deadline + (RECOVERY if self.postmaster() else 0):
                break
            time.sleep(0.3)
        end = "".join(self.log.read_text(errors="replace").splitlines(keepends=True)[-15:])
        raise refuse(
            f"Basis data tidak mau menyala. Akhir catatannya ({self.log}):\n{end}",
            f"The database does not start. The end of its log ({self.log}):\n{end}",
        )

    def _free_port(self) -> int:
        """The port of last time if it is free, else another one below the range that outgoing connections use."""
        for port in [*([self.port] if self.port else []), *random.sample(range(20000, 32000), 50)]:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", port))
                except OSError:
                    continue
                return port
        raise refuse("Tidak ada porta bebas untuk basis data.", "There is no free port for the database.")

    def _forget_pid(self) -> None:
        """Remove the pid file of a dead server when its number lives on as another process, which PostgreSQL minds.

        Never while a process still works in the data: by that file a new server knows of the old one's shared memory.
        """
        for cwd in Path("/proc").glob("[0-9]*/cwd"):
            with suppress(OSError):
                if cwd.readlink() == self.data:
                    return
        if Path("/proc/self").exists():
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _run(self, program: str, *args: str, pipe: bool = True, **env: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the database user.

        Without `pipe` its output is dropped: the server inherits a pipe, and reading one would never end.
        """
        output = subprocess.PIPE if pipe else subprocess.DEVNULL
        return subprocess.run(
            [str(self.bin / program), *args],
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/", **env},
            cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output, text=True, check=False, **self.user.drop
        )  # fmt: skip
