"""`./run backup FILE`: database and attached files into one file."""

from pathlib import Path

from launcher import archive, environment, options, processes
from launcher.database import open_database
from launcher.speech import Steps, refuse, say


def run(argv: list[str]) -> int:
    """Write the backup while the site may go on running; an existing file is never overwritten."""
    parser = options.parser("backup")
    parser.add_argument("file", type=Path)
    chosen = parser.parse_args(argv)
    target = chosen.file.resolve()
    if target.exists() or not target.parent.is_dir():
        raise refuse(
            f"{target} sudah ada, atau foldernya tidak ada; pilih nama lain.",
            f"{target} exists already, or its folder does not; choose another name.",
        )
    home = options.home(chosen)
    processes.listen_for_stop()
    steps = Steps(3)
    with steps.step("Lingkungan Python", "Python environment"):
        environment.prepare(environment.LOCK, steps)
    with steps.step("Basis data", "Database"):
        database = open_database(home)
    try:
        with steps.step("Cadangan", "Backup"):
            archive.write(home, database, target, steps)
    finally:
        database.stop()
    say(
        f"Tersimpan di {target} ({target.stat().st_size / 1e6:.1f} MB). Isinya data pribadi: simpan terkunci.",
        f"Written to {target} ({target.stat().st_size / 1e6:.1f} MB). It holds personal data: keep it locked away.",
    )
    return 0
