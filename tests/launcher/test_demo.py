"""`./run demo` as a person meets it: first start, second start, stops of every kind, two at once."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from launcher.postgres import Cluster
from tests.launcher.little import Site, ask

Start = Callable[..., Site]


def test_a_first_start_works_stops_without_a_trace_and_a_second_does_nothing_again(site: Start) -> None:
    first = site("a").ready()
    assert first.page() == "(100,) (0,) False"
    assert "petugas@contoh.id" in first.output
    assert [call.split()[0] for call in first.calls()][:4] == ["migrate", "load_areas", "load_cast", "collectstatic"]
    assert len(first.processes()) >= 3 and first.postmaster()
    port = first.home.state()["database_port"]

    assert first.stop(signal.SIGINT) == 0
    assert first.output.endswith("Berhenti.\n")
    assert first.processes() == [] and first.postmaster() == 0

    second = site("a").ready()
    assert second.page() == "(100,) (0,) False"
    assert sorted(second.calls()) == ["demo_accounts", "worker"]
    assert second.home.state()["database_port"] == port
    second.stop(signal.SIGHUP)
    assert second.processes() == [] and second.postmaster() == 0


def test_after_kill_9_of_the_launcher_its_processes_end_and_a_new_start_works(site: Start) -> None:
    demo = site("a").ready()
    demo.stop(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while demo.processes() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert demo.processes() == []
    assert site("a").ready().page() == "(100,) (0,) False"


def test_after_kill_9_of_everything_a_new_start_works(site: Start) -> None:
    demo = site("a").ready()
    for pid in [demo.process.pid, *demo.processes(), demo.postmaster()]:
        with suppress(ProcessLookupError):  # a process ends by itself once the launcher above it is gone
            os.kill(pid, signal.SIGKILL)
    demo.process.wait()
    assert site("a").ready().page() == "(100,) (0,) False"


def test_a_worker_that_keeps_dying_stops_the_site_with_a_sentence(site: Start) -> None:
    demo = site("a", WORKER_DIES="1")
    assert demo.process.wait(40) == 1
    assert "Proses worker mati berulang kali" in demo.output
    assert demo.processes() == [] and demo.postmaster() == 0


def test_a_folder_closed_to_the_database_user_keeps_its_rights_and_two_run_at_once(
    site: Start, data: Callable[[str], Path], running: Site
) -> None:
    closed = data("closed")
    closed.mkdir(mode=0o700)
    demo = site("closed/inside").ready()
    assert demo.page() == running.page() == "(100,) (0,) False"
    assert demo.home.state()["address"] != running.home.state()["address"]
    assert demo.home.state()["database_port"] != running.home.state()["database_port"]
    assert closed.stat().st_mode & 0o777 == 0o700
    demo.stop()
    if os.geteuid() == 0:
        assert not Cluster(demo.home).folder.is_relative_to(closed)


def test_a_pid_that_now_belongs_to_a_stranger_and_a_moved_folder_do_not_stop_a_start(
    site: Start, data: Callable[[str], Path]
) -> None:
    demo = site("a").ready()
    for pid in [demo.process.pid, demo.postmaster()]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    demo.process.wait()
    while Cluster(demo.home).postmaster():
        time.sleep(0.05)
    cluster = Cluster(demo.home)
    pid_file = cluster.data / "postmaster.pid"
    with subprocess.Popen(["sleep", "60"], cwd="/", **cluster.user.drop) as stranger:
        pid_file.write_text("\n".join([str(stranger.pid), *pid_file.read_text().split("\n")[1:]]))
        data("a").rename(data("moved"))
        assert site("moved").ready().page() == "(100,) (0,) False"
        stranger.kill()


def test_one_folder_runs_once(running: Site, house: Path) -> None:
    again = ask(house, "demo", "--data", str(running.data))
    assert again.returncode == 1
    assert f"sedang berjalan: {running.home.state()['address']}" in again.stdout


def test_a_port_asked_for_that_is_taken_is_refused(house: Path, data: Callable[[str], Path]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = ask(house, "demo", "--data", str(data("a")), "--port", str(taken.getsockname()[1]))
    assert refused.returncode == 1
    assert "sedang dipakai program lain" in refused.stdout


def test_secrets_and_database_are_closed_to_others(running: Site) -> None:
    cluster = Cluster(running.home).data
    for path in (cluster, running.data / "secrets", *(running.data / "secrets").iterdir()):
        assert path.stat().st_mode & 0o077 == 0
    rules = [line for line in (cluster / "pg_hba.conf").read_text().splitlines() if line and not line.startswith("#")]
    assert rules and all(rule.endswith("scram-sha-256") for rule in rules)


def test_a_database_killed_under_the_site_is_started_again(running: Site) -> None:
    killed = running.postmaster()
    os.kill(killed, signal.SIGKILL)
    running.ready("Basis data mati dan dinyalakan lagi")
    assert running.page(within=10) == "(100,) (0,) False"
    assert running.postmaster() != killed


def test_a_web_server_killed_is_started_again_without_its_old_workers(running: Site) -> None:
    master = next(pid for pid in running.processes() if os.getpgid(pid) == pid and b"granian" in _command(pid))
    family = {pid for pid in running.processes() if os.getpgid(pid) == master}
    assert len(family) > 1
    os.kill(master, signal.SIGKILL)
    running.ready("Proses web mati")
    assert not family & set(running.processes())
    assert running.page(within=10) == "(100,) (0,) False"


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
