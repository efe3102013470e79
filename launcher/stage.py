"""The stage of the demo: its database brought up and filled, its site lit. For `demo`, `dev` and `shots`."""

from launcher import environment, prepare, processes, site
from launcher.database import Database, open_database
from launcher.places import Home
from launcher.ports import Port
from launcher.processes import Child
from launcher.speech import Steps

STEPS = 7
"""Six of `prepared` and one of the site."""


def prepared(home: Home, steps: Steps) -> Database:
    """Everything up to the site itself: environment, database, tables, areas, demo data, static files."""
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


def lit(home: Home, database: Database, port: Port) -> list[Child]:
    """Web server and worker, answering; their output goes to log files."""
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
    home.remember(address=address(port))
    return [web, worker]


def address(port: Port) -> str:
    """Where a person finds the site."""
    return f"http://localhost:{port.number}/"
