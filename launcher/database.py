"""Which PostgreSQL is used: the one named in DATABASE_URL, else the embedded one of the data folder."""

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from launcher.environment import PYTHON
from launcher.places import CHECKOUT, Home
from launcher.postgres import Cluster
from launcher.speech import Refusal, refuse

NAME, OWNER, APP = "satupintu", "satupintu_owner", "satupintu_app"
DATABASE_RIGHTS = (
    "revoke all on database {database} from public",
    "grant connect, temporary on database {database} to {app}",
)
"""Who may enter the database: the application, which compares files in tables of its own transaction."""


@dataclass
class Database:
    """A prepared database: its addresses, and the cluster when it is ours to start and stop."""

    app_url: str
    owner_url: str
    admin_url: str = ""
    cluster: Cluster | None = None

    def stop(self) -> None:
        """Leave the database; an embedded one stops when nobody else uses it."""
        if self.cluster:
            self.cluster.stop()


def open_database(home: Home, *, throwaway: bool = False, createdb: bool = False) -> Database:
    """Bring the database up with its roles, rights and extensions.

    `createdb`: the owner may create further databases. `throwaway`: also faster, and lost in a crash; tests only.
    Raises Refusal when it cannot be reached or prepared.
    """
    createdb = createdb or throwaway
    given, given_owner = (os.environ.get("DATABASE_URL", ""), os.environ.get("DATABASE_OWNER_URL", ""))
    if given and given_owner:
        _ask({"do": "examine", "app_url": given, "owner_url": given_owner, "createdb": createdb})
        return Database(given, given_owner, os.environ.get("DATABASE_ADMIN_URL", ""))
    if given:
        return _provision(home, given, createdb, foreign=True)
    cluster = Cluster(home, throwaway=throwaway)
    try:
        cluster.start()
        prepared = _provision(home, cluster.admin_url, createdb)
    except BaseException:
        cluster.stop()
        raise
    prepared.cluster = cluster
    return prepared


def given_pair() -> Database:
    """The database of a production server: from the environment alone, nothing prepared.

    Raises Refusal when DATABASE_URL is missing or its role is one that no policy binds.
    """
    app, owner = (os.environ.get("DATABASE_URL", ""), os.environ.get("DATABASE_OWNER_URL", ""))
    if not app:
        raise refuse(
            "DATABASE_URL belum diisi; ./run serve hanya memakai pengaturan dari lingkungan.",
            "DATABASE_URL is not set; ./run serve takes its settings from the environment alone.",
        )
    _ask({"do": "examine", "app_url": app, "owner_url": owner, "createdb": False})
    return Database(app, owner, os.environ.get("DATABASE_ADMIN_URL", ""))


def _provision(home: Home, admin_url: str, createdb: bool, *, foreign: bool = False) -> Database:
    address = urlsplit(admin_url)
    named = address.path.strip("/")
    database = NAME if named in ("", "postgres", "template1") else named
    # Roles belong to a server: a data folder that is pointed at another server must not offer it the first one's.
    suffix = "." + hashlib.sha256(f"{address.hostname}:{address.port}".encode()).hexdigest()[:8] if foreign else ""
    passwords = {OWNER: home.secret("owner" + suffix), APP: home.secret("app" + suffix)}
    _ask(
        {
            "do": "provision", "admin_url": admin_url, "database": database, "passwords": passwords,
            "createdb": createdb,
        }
    )  # fmt: skip

    def url(role: str) -> str:
        host = address.netloc.rpartition("@")[2]
        return urlunsplit(address._replace(netloc=f"{role}:{quote(passwords[role])}@{host}", path=f"/{database}"))

    foremost = os.environ.get("DATABASE_ADMIN_URL", "") if foreign else ""
    return Database(url(APP), url(OWNER), foremost or urlunsplit(address._replace(path=f"/{database}")))


def _ask(order: dict[str, Any]) -> None:
    """Have the environment's Python do what needs psycopg; raises Refusal with its sentence."""
    ran = subprocess.run(
        [PYTHON, "-m", "launcher.provision"],
        cwd=CHECKOUT, input=json.dumps(order), capture_output=True, text=True, check=False
    )  # fmt: skip
    try:
        answer = json.loads(ran.stdout)
    except ValueError:
        raise Refusal(ran.stderr) from None
    if "refusal" in answer:
        raise Refusal(answer["refusal"])
