"""`./run restore FILE`: a backup into a fresh or empty installation, or in the place of a present one."""

from pathlib import Path

from launcher import archive, environment, options, prepare, processes
from launcher.database import open_database
from launcher.speech import Steps, say


def run(argv: list[str]) -> int:
    """Restore all or nothing; what is there already is replaced only with `--replace`."""
    parser = options.parser("restore")
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true")
    chosen = parser.parse_args(argv)
    home = options.home(chosen)
    alone = options.alone(home)
    processes.listen_for_stop()
    steps = Steps(3)
    with steps.step("Lingkungan Python", "Python environment"):
        environment.prepare(environment.LOCK, steps)
    with steps.step("Basis data", "Database"):
        database = open_database(home)
    try:
        with steps.step("Pemulihan", "Restore"):
            archive.read(home, database, chosen.file.resolve(), steps, replace=chosen.replace)
            prepare.forget(home)
    finally:
        database.stop()
        alone.close()
    say(f"Dipulihkan dari {chosen.file}.", f"Restored from {chosen.file}.")
    return 0
