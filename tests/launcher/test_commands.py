"""The other commands: the list in two languages, production's refusals, manage, rooms."""

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from launcher.database import APP, OWNER
from launcher.door import COMMANDS
from tests.launcher.little import Site, ask

Folder = Callable[[str], Path]
SERVE = {"DATABASE_URL": "postgresql://a:b@127.0.0.1:1/c", "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "contoh.id"}


def test_run_alone_lists_every_command_in_indonesian_and_in_english(house: Path) -> None:
    indonesian, english = ask(house).stdout, ask(house, LANG="en_US.UTF-8").stdout
    for name, (said, in_english) in COMMANDS.items():
        assert f"  {name} " in indonesian and said in indonesian
        assert f"  {name} " in english and in_english in english


def test_an_unknown_command_is_a_sentence(house: Path) -> None:
    answer = ask(house, "dmeo")
    assert answer.returncode == 2 and "Tidak ada perintah `dmeo`" in answer.stdout


def test_a_python_that_is_too_old_is_a_sentence(house: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    answer = subprocess.run(
        ["/bin/sh", "./run", "demo"],
        cwd=house,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "Python 3.11 atau lebih baru" in answer.stderr and "Python 3.11 or newer" in answer.stderr


@pytest.mark.parametrize("missing", sorted(SERVE))
def test_serve_takes_every_setting_from_the_environment(house: Path, data: Folder, missing: str) -> None:
    given = {name: value for name, value in SERVE.items() if name != missing}
    answer = ask(house, "serve", "--data", str(data("a")), **given)
    assert answer.returncode == 1 and f"Belum diisi: {missing}" in answer.stdout


@pytest.mark.parametrize("switch", ["DEBUG", "DEMO", "SATUPINTU_TESTING"])
def test_serve_refuses_what_switches_guards_off(house: Path, data: Folder, switch: str) -> None:
    answer = ask(house, "serve", "--data", str(data("a")), **SERVE, **{switch: "1"})
    assert answer.returncode == 1 and f"{switch}=1 mematikan pengaman" in answer.stdout


def test_serve_serves_as_the_app_role_and_refuses_an_unsafe_configuration(
    house: Path, data: Folder, running: Site
) -> None:
    home = running.home
    server = f"127.0.0.1:{home.state()['database_port']}/satupintu"
    urls = {
        "DATABASE_URL": f"postgresql://{APP}:{home.secret('app')}@{server}",
        "DATABASE_OWNER_URL": f"postgresql://{OWNER}:{home.secret('owner')}@{server}",
    }
    given = SERVE | urls
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    unsafe = ask(house, "serve", "--data", str(data("a")), "--port", port, **given, UNSAFE="1")
    assert unsafe.returncode == 1 and "security.W004" in unsafe.stdout

    serving = Site(house, data("b"), "--port", port, command="serve", **given)
    try:
        serving.ready("Melayani").home.remember(address=f"http://127.0.0.1:{port}/")
        assert serving.page() == "(100,) (0,) False"
        assert [call for call in serving.calls() if "migrate" in call] == ["migrate --check"]
    finally:
        assert serving.stop() == 0
    assert serving.processes() == []


def test_manage_uses_the_folder_s_database_while_the_site_runs(house: Path, running: Site) -> None:
    answer = ask(house, "manage", "demo_accounts", "--data", str(running.data))
    assert answer.returncode == 0 and "petugas@contoh.id" in answer.stdout
    assert running.page() == "(100,) (0,) False"


def test_a_new_room_has_the_house_s_shape_and_its_tests_fail(house: Path) -> None:
    answer = ask(house, "room", "work/site_visits")
    folder = house / "satupintu" / "work" / "site_visits"
    assert answer.returncode == 0 and '"satupintu.work.site_visits"' in answer.stdout
    assert (folder / "README.md").read_text().startswith("# Site visits\n")
    assert "class SiteVisits(AppConfig)" in (folder / "apps.py").read_text()
    python = house / ".venv" / "bin" / "python"
    ran = subprocess.run(
        [python, "-m", "pytest", "-p", "no:django", "-c", "/dev/null", "--rootdir", folder, folder / "tests"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "5 failed" in ran.stdout
    assert ask(house, "room", "work/site_visits").returncode == 1


@pytest.mark.parametrize("name", ["planning", "work/Helpers", "work/utils", "kitchen/planning", "work/../lib/x"])
def test_a_room_needs_a_floor_and_a_proper_name(house: Path, name: str) -> None:
    assert ask(house, "room", name).returncode == 1
