"""A backup file: the database as PostgreSQL dumps it, and the files people attached, in one tar.

The dump keeps owners, grants, policies and FORCE; the roles themselves are made anew where it is restored.
"""

import json
import os
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit, urlunsplit

from launcher import engine
from launcher.database import DATABASE_RIGHTS, Database
from launcher.places import Home
from launcher.speech import Refusal, Steps, refuse, words

FORMAT = 1
NOTE, DUMP, FILES = "satupintu-backup.json", "database.dump", "files"
OURS = {
    "database",
    "database.lease",
    "database.lock",
    "running.lock",
    "state.json",
    "secrets",
    "log",
    "static",
    "bench",
}
"""What lies in a data folder without being part of a backup; all else are files of the application."""


def write(home: Home, database: Database, target: Path, steps: Steps) -> None:
    """Write the whole backup beside the target and move it there when complete, readable by the owner alone."""
    _refuse_unreadable(database)
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    dump = home.path / f"dump.{os.getpid()}"
    try:
        steps.remark(words("menyalin basis data", "dumping the database"))
        for path in (draft, dump):
            path.touch(mode=0o600)
        _program(database, "pg_dump", "--format=custom", f"--file={dump}", "-d", _at(database, _name(database)))
        with tarfile.open(draft, "w") as archive:
            note = home.path / f"note.{os.getpid()}"
            note.write_text(json.dumps({"format": FORMAT, "made": time.strftime("%Y-%m-%dT%H:%M:%S%z")}) + "\n")
            archive.add(note, NOTE)
            note.unlink()
            archive.add(dump, DUMP)
            for path in _files(home):
                steps.remark(words(f"menyalin berkas {path.name}", f"copying files {path.name}"))
                archive.add(path, f"{FILES}/{path.name}")
        draft.replace(target)
    finally:
        dump.unlink(missing_ok=True)
        draft.unlink(missing_ok=True)


def read(home: Home, database: Database, source: Path, steps: Steps, *, replace: bool) -> None:
    """Restore into the database and the data folder.

    The dump goes into a database beside the present one, in one transaction; only when it is complete do the two change
    places. Refusal, with nothing changed, when the target is not empty and `replace` is False, or the file is bad.
    """
    _refuse_unreadable(database)
    if not replace and (_tables(database) or _files(home)):
        raise refuse(
            "Basis data atau folder data ini sudah berisi. Tambahkan --replace untuk mengganti seluruh isinya.",
            "This database or data folder is not empty. Add --replace to replace everything in it.",
        )
    with _opened(source) as archive, _folder(home) as folder:
        _unpack(archive, folder)
        steps.remark(words("memulihkan basis data", "restoring the database"))
        draft = f"{_name(database)}_restoring"
        try:
            _make_beside(database, draft)
            _load(database, folder / DUMP, draft)
        except BaseException:
            _sql(database, "postgres", f'drop database if exists "{draft}" with (force)')
            raise
        _swap(database, draft)
        for path in _files(home):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in (folder / FILES).glob("*"):
            path.replace(home.path / path.name)


@contextmanager
def _folder(home: Home) -> Iterator[Path]:
    """A folder for the body alone, on the disk of the data so that files can be moved."""
    folder = home.log / f"restore.{os.getpid()}"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        archive = tarfile.open(source)  # noqa: SIM115 - closed below, after the body
        note = archive.extractfile(NOTE)
        if note is None or json.load(note)["format"] != FORMAT or DUMP not in archive.getnames():
            raise KeyError(NOTE)
    except (OSError, tarfile.TarError, KeyError, ValueError) as problem:
        raise refuse(
            f"{source} bukan cadangan Satu Pintu yang utuh ({problem}).",
            f"{source} is not a whole backup of Satu Pintu ({problem}).",
        ) from problem
    with archive:
        yield archive


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """The dump and the plain files of a backup; nothing else, and nothing outside the folder."""
    for member in archive.getmembers():
        path = folder / member.name
        if ".." in path.parts or member.name.startswith("/") or not (member.isfile() or member.isdir()):
            raise refuse(
                f"Cadangan memuat {member.name}, yang tidak wajar.", f"The backup holds {member.name}: not ours."
            )
        content = archive.extractfile(member)
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with content, path.open("wb") as file:
            shutil.copyfileobj(content, file, 1024 * 1024)


def _make_beside(database: Database, draft: str) -> None:
    """An empty database with the owner and the rights of the present one."""
    owner, app = (unquote(urlsplit(url).username or "") for url in (database.owner_url, database.app_url))
    for statement in (
        f'drop database if exists "{draft}" with (force)',
        f'create database "{draft}" owner "{owner}" template template0 encoding \'UTF8\'',
        *(right.format(database=f'"{draft}"', app=f'"{app}"') for right in DATABASE_RIGHTS),
    ):
        _sql(database, "postgres", statement)


def _load(database: Database, dump: Path, name: str) -> None:
    """Replay the dump in one transaction; a setting that servers before version 17 do not know is left out."""
    script = subprocess.Popen(
        [_bin(database) / "pg_restore", "--file=-", dump], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    replay = subprocess.Popen(
        [_bin(database) / "psql", "-Xqw", "--single-transaction", "-v", "ON_ERROR_STOP=1", "-d", _at(database, name)],
        env=_env(database),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert script.stdout and script.stderr and replay.stdin and replay.stderr
    with suppress(BrokenPipeError):  # psql stopped at an error, which it tells below
        _pour(script.stdout, replay.stdin)
    problems = replay.stderr.read() + script.stderr.read()
    if replay.wait() or script.wait():
        raise Refusal(words("Pemulihan gagal:", "Restoring failed:") + "\n" + problems.decode(errors="replace"))
    _sql(database, name, "analyze")


def _pour(script: IO[bytes], replay: IO[bytes]) -> None:
    with replay:
        for line in script:
            if not line.startswith(b"SET transaction_timeout"):
                replay.write(line)
            if line.startswith(b"SET row_security"):
                break
        shutil.copyfileobj(script, replay, 1024 * 1024)


def _swap(database: Database, draft: str) -> None:
    """Let the restored database take the name of the present one, in one transaction; then drop the former."""
    name, former = _name(database), f"{_name(database)}_before"
    _sql(database, "postgres", f'drop database if exists "{former}" with (force)')
    ends = f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"  # noqa: S608 - our own name
    renames = f'alter database "{name}" rename to "{former}"; alter database "{draft}" rename to "{name}"'
    _sql(database, "postgres", f"{ends}; {renames}")
    _sql(database, "postgres", f'drop database "{former}" with (force)')


def _tables(database: Database) -> int:
    """How many tables the database has that no extension brought."""
    return int(
        _sql(
            database,
            _name(database),
            "select count(*) from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p')"
            " and nspname !~ '^pg_' and nspname <> 'information_schema'"
            " and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')",
        )
    )


def _refuse_unreadable(database: Database) -> None:
    """A role under the walls would save an empty house; only one that passes them can take a whole backup."""
    allowed = database.admin_url and _sql(
        database, _name(database), "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"
    )
    if allowed != "t":
        raise refuse(
            "Cadangan dan pemulihan membutuhkan peran superuser atau BYPASSRLS: isi DATABASE_ADMIN_URL, "
            "atau pakai cadangan dari pengelola server PostgreSQL itu.",
            "Backup and restore need a role that is superuser or has BYPASSRLS: set DATABASE_ADMIN_URL, "
            "or use the backups of whoever administers that PostgreSQL.",
        )


def _files(home: Home) -> list[Path]:
    skipped = ("dump.", "note.", "state.")
    return sorted(p for p in home.path.iterdir() if p.name not in OURS and not p.name.startswith(skipped))


def _name(database: Database) -> str:
    return unquote(urlsplit(database.app_url).path.strip("/"))


def _bin(database: Database) -> Path:
    return database.cluster.bin if database.cluster else engine.wheel_programs()


def _at(database: Database, name: str) -> str:
    """The administrator's address of a database on that server, without the password."""
    address = urlsplit(database.admin_url)
    host = address.netloc.rpartition("@")[2]
    return urlunsplit(address._replace(netloc=f"{address.username or ''}@{host}", path=f"/{name}"))


def _env(database: Database) -> dict[str, str]:
    """The password goes by the environment, which other users of the machine cannot read."""
    return {"PATH": "/usr/bin:/bin", "PGPASSWORD": unquote(urlsplit(database.admin_url).password or "")}


def _sql(database: Database, name: str, query: str) -> str:
    return _program(database, "psql", "-XqAtw", "-v", "ON_ERROR_STOP=1", "-d", _at(database, name), "-c", query)


def _program(database: Database, program: str, *args: str) -> str:
    ran = subprocess.run(
        [_bin(database) / program, *args], env=_env(database), capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise Refusal(ran.stderr)
    return ran.stdout.strip()
