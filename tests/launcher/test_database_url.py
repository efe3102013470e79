"""`DATABASE_URL`: another PostgreSQL is used by configuration alone, and never in a way that opens the walls."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from launcher import provision
from launcher.database import open_database
from launcher.places import Home
from launcher.postgres import Cluster
from launcher.speech import Refusal
from tests.launcher.little import Site, ask

Folder = Callable[[str], Path]


@pytest.fixture(scope="module")
def server(module_data: Folder) -> Iterator[str]:
    """Another PostgreSQL: the address of its superuser."""
    cluster = Cluster(Home(module_data("server")), throwaway=True)
    cluster.start()
    yield cluster.admin_url
    cluster.stop()


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`given(DATABASE_URL=…)`: the environment holds these addresses and no others."""

    def only(**addresses: str) -> None:
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_ADMIN_URL", "LANG", "LC_ALL"):
            monkeypatch.delenv(name, raising=False)
        for name, address in addresses.items():
            monkeypatch.setenv(name, address)

    return only


@pytest.fixture(autouse=True)
def _empty_server(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("drop database if exists satupintu with (force)")
        for role in ("satupintu_owner", "satupintu_app", "guest"):
            admin.execute(f"drop role if exists {role}")
        admin.execute("create role guest login password 'guest'")


def _as(server: str, role: str, password: str, database: str = "postgres") -> str:
    host = urlsplit(server).netloc.rpartition("@")[2]
    return urlunsplit(urlsplit(server)._replace(netloc=f"{role}:{password}@{host}", path=f"/{database}"))


def test_an_administrator_s_address_prepares_roles_that_pass_no_wall(site: Callable[..., Site], server: str) -> None:
    demo = site("a", DATABASE_URL=server).ready()
    assert demo.page() == "(100,) (0,) False"
    assert not Cluster.made(demo.home)
    demo.stop()
    with psycopg.connect(urlunsplit(urlsplit(server)._replace(path="/satupintu"))) as admin:
        roles = admin.execute(
            "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname ~ 'satupintu'"
        )
        assert sorted(roles) == [
            ("satupintu_app", False, False, False, False),
            ("satupintu_owner", False, False, False, False),
        ]
        owned = admin.execute("select count(*) from pg_class where relowner = 'satupintu_app'::regrole").fetchone()
        assert owned == (0,)
        extensions = {name for (name,) in admin.execute("select extname from pg_extension")}
        assert set(provision.EXTENSIONS) <= extensions


def test_a_role_of_another_folder_is_not_taken_over(data: Folder, given: Callable[..., None], server: str) -> None:
    given(DATABASE_URL=server)
    open_database(Home(data("a")))
    open_database(Home(data("a")))
    with pytest.raises(Refusal, match="Peran satupintu_owner sudah ada"):
        open_database(Home(data("b")))


def test_who_may_not_create_roles_gets_the_sql_and_it_works(
    data: Folder, given: Callable[..., None], server: str
) -> None:
    given(DATABASE_URL=_as(server, "guest", "guest"))
    with pytest.raises(Refusal) as refused:
        open_database(Home(data("a")))
    statements = [line.strip() for line in str(refused.value).splitlines() if line.startswith("  ")]
    assert len(statements) == 4
    with psycopg.connect(server, autocommit=True) as admin:
        for statement in statements:
            admin.execute(statement)
    with psycopg.connect(open_database(Home(data("a"))).app_url) as app:
        assert app.execute("select current_user, current_database()").fetchone() == ("satupintu_app", "satupintu")


def test_a_pair_of_addresses_is_used_as_it_is(data: Folder, given: Callable[..., None], server: str) -> None:
    prepared = {"satupintu_owner": "kunci-pemilik", "satupintu_app": "kunci-aplikasi"}
    provision.provision(server, "satupintu", prepared, createdb=False)
    app, owner = (_as(server, role, prepared[role], "satupintu") for role in ("satupintu_app", "satupintu_owner"))
    given(DATABASE_URL=app, DATABASE_OWNER_URL=owner)
    database = open_database(Home(data("a")))
    assert (database.app_url, database.owner_url, database.cluster) == (app, owner, None)
    assert list((data("a") / "secrets").iterdir()) == []


def test_a_superuser_as_the_app_s_role_is_refused(server: str) -> None:
    with pytest.raises(Refusal, match="superuser"):
        provision.examine(server, server, createdb=False)


def test_an_app_s_role_that_may_make_no_temporary_table_is_refused_with_what_to_run(server: str) -> None:
    prepared = {"satupintu_owner": "kunci-pemilik", "satupintu_app": "kunci-aplikasi"}
    provision.provision(server, "satupintu", prepared, createdb=False)
    app = _as(server, "satupintu_app", prepared["satupintu_app"], "satupintu")
    with psycopg.connect(server, dbname="satupintu", autocommit=True) as admin:
        admin.execute("revoke temporary on database satupintu from satupintu_app")
    with pytest.raises(Refusal, match='GRANT TEMPORARY ON DATABASE "satupintu" TO "satupintu_app"'):
        provision.examine(app, "", createdb=False)
    provision.provision(server, "satupintu", prepared, createdb=False)
    provision.examine(app, "", createdb=False)


def test_an_owner_that_cannot_create_the_test_database_is_refused(server: str) -> None:
    guest = _as(server, "guest", "guest")
    with pytest.raises(Refusal, match="CREATEDB"):
        provision.examine(guest, guest, createdb=True)


def test_a_server_older_than_15_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provision, "OLDEST", 99)
    with pytest.raises(Refusal, match="99"):
        provision.examine(server, "", createdb=False)


def test_a_server_that_is_not_there_is_a_sentence(house: Path, data: Folder) -> None:
    refused = ask(house, "demo", "--data", str(data("a")), DATABASE_URL="postgresql://x:y@127.0.0.1:1/z")
    assert refused.returncode == 1
    assert "Basis data tidak dapat dihubungi" in refused.stdout and "Traceback" not in refused.stdout
