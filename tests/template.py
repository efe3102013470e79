"""The database that every test process copies: migrated, with its walls, a few areas and the cast.

Whoever comes first makes it. Copying takes a second where making takes half a minute. It is made of these very files on
this very day: another file or another day makes another one, and takes the old one away.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from launcher.database import DATABASE_RIGHTS
from launcher.places import CHECKOUT, fingerprint
from launcher.prepare import MADE_BY

PREFIX = "uji_pola_"
FILL = (
    "import django; django.setup()\n"
    "from satupintu.cast.stage import set_stage\n"
    "from satupintu.foundation.access import house\n"
    "from tests.areas import load_test_areas\n"
    "load_test_areas()\n"
    "with house('menyiapkan uji'): set_stage()\n"
)


def addresses(name: str) -> dict[str, str]:
    """The environment in which the product finds the database of this name, at the server of the tests."""
    roles = ("DATABASE_URL", "DATABASE_OWNER_URL")
    return {role: os.environ[role].rpartition("/")[0] + "/" + name for role in roles}


def owner(database: str = "postgres") -> psycopg.Connection[Any]:
    """A connection of the tables' owner, to the database of that name."""
    return psycopg.connect(addresses(database)["DATABASE_OWNER_URL"], autocommit=True)


def copy(name: str) -> None:
    """Make a database of this name with the cast on stage."""
    with owner() as server, _alone(server):
        template = _template(server)
        server.execute(sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template)))
        _give_rights(server, name)


def _give_rights(server: psycopg.Connection[Any], name: str) -> None:
    """Let the application into a database as far as it is let into the one of a real house, and nobody else."""
    names = {
        "database": sql.Identifier(name),
        "app": sql.Identifier(urlsplit(os.environ["DATABASE_URL"]).username or ""),
    }
    for right in DATABASE_RIGHTS:
        server.execute(sql.SQL(right).format(**names))


def drop(name: str) -> None:
    """Take a database away, whoever is still connected to it."""
    gone = sql.SQL("drop database if exists {}").format(sql.Identifier(name))
    with owner() as server:
        try:
            server.execute(gone)  # waits for whom it may not send away, as the server's own cleaning
        except psycopg.errors.ObjectInUse:
            with suppress(psycopg.errors.InsufficientPrivilege):  # the server's own cleaning is in it: it stays behind
                server.execute(gone + sql.SQL(" with (force)"))


def _template(server: psycopg.Connection[Any]) -> str:
    """The name of the template, made now if these files have none today."""
    name = PREFIX + _stamp()
    known = [
        row[0] for row in server.execute("select datname from pg_database where starts_with(datname, %s)", [PREFIX])
    ]
    if name not in known:
        for old in known:
            drop(old)
        half_done = f"{PREFIX}{os.getpid()}"
        server.execute(sql.SQL("create database {}").format(sql.Identifier(half_done)))
        _give_rights(server, half_done)
        for arguments in (["manage.py", "migrate", "--database=owner", "--verbosity=0"], ["-c", FILL]):
            env = {**os.environ, **addresses(half_done), "DJANGO_SETTINGS_MODULE": "satupintu.config.settings"}
            subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, env=env, check=True)
        server.execute(
            sql.SQL("alter database {} rename to {}").format(sql.Identifier(half_done), sql.Identifier(name))
        )
    return name


def _stamp() -> str:
    """What decides how the template looks: all files of the house but its tests, and the day."""
    house = [path for path in MADE_BY["migrate"]() if "tests" not in path.parts]
    return f"{fingerprint([*house, CHECKOUT / 'tests' / 'areas.py'])[:24]}_{date.today():%Y%m%d}"


@contextmanager
def _alone(server: psycopg.Connection[Any]) -> Iterator[None]:
    """One process at a time makes the template or copies it."""
    server.execute("select pg_advisory_lock(hashtext(%s))", [PREFIX])
    try:
        yield
    finally:
        server.execute("select pg_advisory_unlock(hashtext(%s))", [PREFIX])
