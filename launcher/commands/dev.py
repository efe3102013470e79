"""`./run dev`: the demo with DEBUG and automatic reload, its output on the terminal."""

from launcher import options, prepare, processes, site, stage
from launcher.database import Database
from launcher.ports import Port
from launcher.processes import Child, Stopped
from launcher.speech import Steps, say


def run(argv: list[str]) -> int:
    """Set up, run Django's own server until Ctrl-C, stop; the data stays."""
    parser = options.parser("dev")
    parser.add_argument("--port", type=int)
    chosen = parser.parse_args(argv)
    home = options.home(chosen)
    alone = options.alone(home)
    processes.listen_for_stop()
    database: Database | None = None
    children: list[Child] = []
    port = Port(chosen.port)
    try:
        database = stage.prepared(home, Steps(stage.STEPS - 1))
        env = prepare.settings(home, database, owner=False, DEBUG="1", DEMO="1")
        children = [
            Child("web", prepare.manage("runserver", f"127.0.0.1:{port.number}"), env),
            site.worker(env, log=None),
        ]
        for child in children:
            child.start(home)
        home.remember(address=stage.address(port))
        site.keep(home, database, children)
    except Stopped:
        say("\nBerhenti; data tetap tersimpan …", "\nStopping; the data is kept …")
    finally:
        processes.end_all(children)
        if database:
            database.stop()
        alone.close()
    return 0
