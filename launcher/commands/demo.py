"""`./run demo`: from nothing to a running site with demo data."""

import subprocess

from launcher import options, prepare, processes, site, stage
from launcher.database import Database
from launcher.places import Home
from launcher.ports import Port
from launcher.processes import Child, Stopped
from launcher.speech import Steps, say


def run(argv: list[str]) -> int:
    """Set up, run until Ctrl-C, stop; the data stays."""
    parser = options.parser("demo")
    parser.add_argument("--port", type=int)
    chosen = parser.parse_args(argv)
    home = options.home(chosen)
    alone = options.alone(home)
    processes.listen_for_stop()
    database: Database | None = None
    children: list[Child] = []
    port = Port(chosen.port)
    try:
        database = stage.prepared(home, steps := Steps(stage.STEPS))
        with steps.step("Menyalakan situs", "Site"):
            children += stage.lit(home, database, port)
        _greet(home, database, port)
        site.keep(home, database, children)
    except Stopped:
        say("\nBerhenti; data tetap tersimpan …", "\nStopping; the data is kept …")
    finally:
        processes.end_all(children)
        if database:
            database.stop()
        alone.close()
    say("Berhenti.", "Stopped.")
    return 0


def _greet(home: Home, database: Database, port: Port) -> None:
    """Print where the site is and whom one may be there."""
    address = stage.address(port)
    env = prepare.settings(home, database, owner=False, DEMO="1")
    shown = subprocess.run(prepare.manage("demo_accounts"), env=env, capture_output=True, text=True, check=False)
    print(f"\n{shown.stdout if shown.returncode == 0 else shown.stderr}")
    say(
        f"Satu Pintu siap di {address}   (data: {home.path}, catatan: {home.log}; Ctrl-C untuk berhenti)",
        f"Satu Pintu is ready at {address}   (data: {home.path}, logs: {home.log}; Ctrl-C stops it)",
    )
