"""`./run demo`: from nothing to a running site with demo data."""

import subprocess

from launcher import environment, locks, options, prepare, processes, site
from launcher.database import Database, open_database
from launcher.places import Home
from launcher.ports import Port
from launcher.processes import Child, Stopped
from launcher.speech import Steps, refuse, say


def run(argv: list[str]) -> int:
    """Set up, run until Ctrl-C, stop; the data stays."""
    parser = options.parser("demo")
    parser.add_argument("--port", type=int)
    chosen = parser.parse_args(argv)
    home = options.home(chosen)
    alone = locks.take(home.path / "running.lock", wait=False)
    if alone is None:
        address = home.state().get("address", "")
        raise refuse(f"Demo folder ini sudah berjalan: {address}", f"This folder's demo is running already: {address}")
    processes.listen_for_stop()
    database: Database | None = None
    children: list[Child] = []
    port = Port(chosen.port)
    try:
        database = _prepared(home, steps := Steps(7))
        with steps.step("Menyalakan situs", "Site"):
            children += _site(home, database, port)
        _greet(home, database, port)
        site.keep(home, database, children)
    except Stopped:
        say("\nBerhenti; data tetap tersimpan …", "\nStopping; the data is kept …")
    finally:
        processes.end_all(children)
        if database:
            database.stop()
    say("Berhenti.", "Stopped.")
    return 0


def _prepared(home: Home, steps: Steps) -> Database:
    """Everything up to the site itself."""
    with steps.step("Lingkungan Python", "Python environment"):
        environment.prepare(environment.LOCK, steps)
    with steps.step("Basis data", "Database"):
        processes.end_orphans(home)
        database = open_database(home)
    try:
        with steps.step("Tabel dan batas wilayah", "Tables and walls"):
            prepare.run(home, database, steps, "migrate", "--database=owner", "--noinput", DEMO="1")
        with steps.step("Wilayah Indonesia", "Areas of Indonesia"):
            prepare.run(home, database, steps, "load_areas", DEMO="1")
        with steps.step("Data contoh", "Demo data"):
            prepare.run(home, database, steps, "load_cast", DEMO="1")
        with steps.step("Berkas tampilan", "Static files"):
            prepare.run(home, database, steps, "collectstatic", "--noinput", DEMO="1")
    except BaseException:
        database.stop()
        raise
    return database


def _site(home: Home, database: Database, port: Port) -> list[Child]:
    origins = f"http://localhost:{port.number},http://127.0.0.1:{port.number}"
    env = prepare.settings(home, database, owner=False, DEMO="1", CSRF_TRUSTED_ORIGINS=origins)
    web = site.web(env, "127.0.0.1", port.number, log=site.fresh(home.log / "web.log"))
    worker = site.worker(env, log=site.fresh(home.log / "worker.log"))
    try:
        web.start(home)
        worker.start(home)
        site.wait_until_ready(web, port.number)
    except BaseException:
        processes.end_all([web, worker])
        raise
    return [web, worker]


def _greet(home: Home, database: Database, port: Port) -> None:
    """Print where the site is and whom one may be there."""
    address = f"http://localhost:{port.number}/"
    home.remember(address=address)
    env = prepare.settings(home, database, owner=False, DEMO="1")
    shown = subprocess.run(prepare.manage("demo_accounts"), env=env, capture_output=True, text=True, check=False)
    print(f"\n{shown.stdout if shown.returncode == 0 else shown.stderr}")
    say(
        f"Satu Pintu siap di {address}   (data: {home.path}, catatan: {home.log}; Ctrl-C untuk berhenti)",
        f"Satu Pintu is ready at {address}   (data: {home.path}, logs: {home.log}; Ctrl-C stops it)",
    )
