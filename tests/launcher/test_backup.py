"""`./run backup` and `./run restore`: into a fresh cluster, with every row, policy and grant; all or nothing."""

import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from launcher import archive, prepare
from launcher.database import Database, open_database
from launcher.environment import PYTHON
from launcher.places import Home
from launcher.speech import Refusal, Steps
from tests.launcher.little import ask

Folder = Callable[[str], Path]
PORTRAIT = (
    "select count(*) from person",
    "select * from pg_policies order by 1, 2, 3",
    "select relname, relowner::regrole::text, relrowsecurity, relforcerowsecurity, relacl::text from pg_class"
    " where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v') order by 1",
    "select extname from pg_extension order by 1",
    "select defaclrole::regrole::text, defaclobjtype::text, defaclacl::text from pg_default_acl order by 1, 2",
    "select datname, datdba::regrole::text, datacl::text from pg_database where datname ~ 'satupintu'",
)


@pytest.fixture(scope="module")
def filled(house: Path, module_data: Folder) -> Iterator[tuple[Home, Database]]:
    """A data folder with rows behind a wall, and an attachment."""
    home = Home(module_data("filled"))
    database = open_embedded(home)
    env = prepare.settings(home, database, owner=True)
    for command in ("migrate", "load_cast"):
        subprocess.run([PYTHON, house / "manage.py", command], env=env, check=True)
    (home.path / "lampiran").mkdir()
    (home.path / "lampiran" / "surat.pdf").write_bytes(b"surat")
    yield home, database
    database.stop()


def open_embedded(home: Home) -> Database:
    """The folder's own database, whatever database the tests themselves run on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        return open_database(home)


def _portrait(database: Database) -> list[list[Any]]:
    """Everything that a restore must bring back."""
    with psycopg.connect(database.admin_url) as admin:
        return [admin.execute(query).fetchall() for query in PORTRAIT]


def test_a_backup_restored_into_a_fresh_cluster_is_the_same(filled: tuple[Home, Database], data: Folder) -> None:
    file, fresh = data("cadangan"), Home(data("fresh"))
    archive.write(*filled, file, Steps(1))
    assert file.stat().st_mode & 0o077 == 0
    restored = open_embedded(fresh)
    try:
        archive.read(fresh, restored, file, Steps(1), replace=False)
        before = _portrait(filled[1])
        assert _portrait(restored) == before
        assert before[0] == [(100,)] and before[1] and before[4]
        assert (fresh.path / "lampiran" / "surat.pdf").read_bytes() == b"surat"
        with psycopg.connect(restored.app_url) as app:
            assert app.execute("select count(*) from person").fetchone() == (0,)
            app.execute("select set_config('app.scope', '7302', true)")
            assert app.execute("select count(*) from person").fetchone() == (100,)
    finally:
        restored.stop()


def test_a_target_that_is_not_empty_is_replaced_only_when_asked_and_a_broken_file_changes_nothing(
    filled: tuple[Home, Database], data: Folder
) -> None:
    file, broken = data("cadangan"), data("rusak")
    archive.write(*filled, file, Steps(1))
    before = _portrait(filled[1])
    with pytest.raises(Refusal, match="--replace"):
        archive.read(*filled, file, Steps(1), replace=False)

    with tarfile.open(file) as whole, tarfile.open(broken, "w") as half:
        for member in whole.getmembers():
            content = whole.extractfile(member)
            member.size = member.size // 2 if member.name == "database.dump" else member.size
            half.addfile(member, content)
    with pytest.raises(Refusal):
        archive.read(*filled, broken, Steps(1), replace=True)
    assert _portrait(filled[1]) == before

    with psycopg.connect(filled[1].admin_url, autocommit=True) as admin:
        admin.execute("delete from person")
        admin.execute("create table later (x int)")
    archive.read(*filled, file, Steps(1), replace=True)
    assert _portrait(filled[1]) == before


def test_a_backup_that_reaches_out_of_its_folder_is_refused(filled: tuple[Home, Database], data: Folder) -> None:
    file, hostile = data("cadangan"), data("jahat")
    archive.write(*filled, file, Steps(1))
    with tarfile.open(file) as whole, tarfile.open(hostile, "w") as out:
        for member in whole.getmembers():
            member.name = member.name.replace("files/lampiran/surat.pdf", "files/../../../../luar")
            out.addfile(member, whole.extractfile(member))
    with pytest.raises(Refusal, match="tidak wajar"):
        archive.read(*filled, hostile, Steps(1), replace=True)
    assert (filled[0].path / "lampiran" / "surat.pdf").read_bytes() == b"surat"


def test_what_is_no_backup_is_refused_and_an_existing_file_is_never_overwritten(house: Path, data: Folder) -> None:
    data("a").mkdir()
    stranger = data("a") / "foto.jpg"
    stranger.write_bytes(b"foto")
    overwritten = ask(house, "backup", str(stranger), "--data", str(data("b")))
    assert overwritten.returncode == 1 and stranger.read_bytes() == b"foto"
    refused = ask(house, "restore", str(stranger), "--data", str(data("b")))
    assert refused.returncode == 1 and "bukan cadangan" in refused.stdout
