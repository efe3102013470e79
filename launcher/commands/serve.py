"""`./run serve`: production. Every setting comes from the environment; nothing is made up and nothing is migrated.

Needed: DATABASE_URL (the application's role), SECRET_KEY, ALLOWED_HOSTS. See docs/house.md for the others.
"""

import os
import subprocess

from launcher import environment, options, prepare, processes, site
from launcher.database import Database, given_pair
from launcher.places import Home
from launcher.ports import Port
from launcher.processes import Child, Stopped
from launcher.speech import Refusal, Steps, refuse, say, words

NEEDED = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS")


def run(argv: list[str]) -> int:
    """Refuse what is unsafe, then run web server and worker in the foreground until stopped."""
    parser = options.parser("serve")
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--workers", type=int, default=int(os.environ.get("WEB_WORKERS", "0")))
    parser.add_argument("--migrate", action="store_true")
    chosen = parser.parse_args(argv)
    _refuse_settings()
    home = options.home(chosen)
    alone = options.alone(home)
    port = Port(chosen.port, chosen.host)
    processes.listen_for_stop()
    children: list[Child] = []
    try:
        steps = Steps(4)
        with steps.step("Lingkungan Python", "Python environment"):
            environment.prepare(environment.LOCK, steps)
        with steps.step("Pemeriksaan", "Checks"):
            processes.end_orphans(home)
            database = given_pair()
            _checked(home, database, migrate=chosen.migrate)
        with steps.step("Berkas tampilan", "Static files"):
            env = prepare.settings(home, database, owner=False)
            prepare.watched(prepare.manage("collectstatic", "--noinput"), env, steps)
        with steps.step("Menyalakan situs", "Site"):
            children += _started(home, env, chosen.host, port.number, chosen.workers)
        say(f"Melayani {chosen.host}:{chosen.port}", f"Serving {chosen.host}:{chosen.port}")
        site.keep(home, database, children)
    except Stopped:
        say("Berhenti …", "Stopping …")
    finally:
        processes.end_all(children)
        alone.close()
    return 0


def _started(home: Home, env: dict[str, str], host: str, port: int, workers: int) -> list[Child]:
    web, worker = site.web(env, host, port, log=None, workers=workers or None), site.worker(env, log=None)
    try:
        web.start(home)
        worker.start(home)
        site.wait_until_ready(web, port, host)
    except BaseException:
        processes.end_all([web, worker])
        raise
    return [web, worker]


def _refuse_settings() -> None:
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        raise refuse(
            f"Belum diisi: {', '.join(missing)}. ./run serve hanya memakai pengaturan dari lingkungan.",
            f"Not set: {', '.join(missing)}. ./run serve takes its settings from the environment alone.",
        )
    for name in ("DEBUG", "DEMO", "SATUPINTU_TESTING"):
        if os.environ.get(name) == "1":
            raise refuse(
                f"{name}=1 mematikan pengaman; kosongkan sebelum melayani sungguhan.",
                f"{name}=1 switches guards off; unset it before serving for real.",
            )


def _checked(home: Home, database: Database, *, migrate: bool) -> None:
    """Migrate when asked to, then refuse an unsafe configuration or tables that are behind the code."""
    if migrate:
        if not database.owner_url:
            raise refuse("--migrate membutuhkan DATABASE_OWNER_URL.", "--migrate needs DATABASE_OWNER_URL.")
        ran = _manage(home, database, True, "migrate", "--database=owner", "--noinput")
        if ran.returncode:
            raise Refusal(ran.stdout + ran.stderr)
    safe = _manage(home, database, False, "check", "--deploy", "--fail-level", "WARNING")
    if safe.returncode:
        raise Refusal(words("Pengaturan ini tidak aman:", "These settings are not safe:") + "\n" + safe.stderr)
    behind = _manage(home, database, False, "migrate", "--check")
    if behind.returncode:
        raise refuse(
            "Tabel di basis data belum sesuai dengan versi program ini; jalankan ./run manage migrate, "
            f"atau ./run serve --migrate.\n{behind.stderr}",
            "The tables in the database are not those of this version; run ./run manage migrate, "
            f"or ./run serve --migrate.\n{behind.stderr}",
        )


def _manage(home: Home, database: Database, owner: bool, *args: str) -> subprocess.CompletedProcess[str]:
    env = prepare.settings(home, database, owner=owner)
    return subprocess.run(prepare.manage(*args), env=env, capture_output=True, text=True, check=False)
