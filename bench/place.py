"""Where it is measured: the settings of production, and a database of its own beside the others."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

NAME = f"satupintu_bench_{os.getpid()}"


@contextmanager
def database() -> Iterator[None]:
    """A fresh database at the server of ``DATABASE_OWNER_URL``, dropped afterwards."""
    import psycopg

    owner = os.environ["DATABASE_OWNER_URL"]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f"create database {NAME}")
    for variable in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        os.environ[variable] = os.environ[variable].rpartition("/")[0] + "/" + NAME
    try:
        yield
    finally:
        _drop(owner)


def _drop(owner: str) -> None:
    """Drop it once nobody is connected any more: the owner may not end the sessions of others."""
    import psycopg
    from django.db import connections

    connections.close_all()
    for one in connections.all():
        if getattr(one, "pool", None):
            one.close_pool()  # type: ignore[attr-defined]
    with psycopg.connect(owner, autocommit=True) as connection:
        for _ in range(20):
            try:
                connection.execute(f"drop database if exists {NAME}")
                return
            except psycopg.errors.ObjectInUse:
                time.sleep(0.5)


@contextmanager
def production() -> Iterator[None]:
    """Django set up as in production: connection pool, hashed static files, templates kept. Only TLS is left out."""
    for variable in ("DEBUG", "DEMO", "SATUPINTU_TESTING"):
        os.environ.pop(variable, None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "satupintu.config.settings")
    os.environ.setdefault("SECRET_KEY", "only-for-measuring-" + "0" * 40)
    os.environ["TLS_REDIRECT"], os.environ["ALLOWED_HOSTS"] = "0", "127.0.0.1,testserver"
    with TemporaryDirectory() as folder:
        os.environ["SATUPINTU_DATA"] = folder
        os.environ["BENCH_QUERIES"] = str(Path(folder) / "queries.json")

        import django
        from django.core.management import call_command

        django.setup()
        call_command("collectstatic", verbosity=0, interactive=False)
        yield
