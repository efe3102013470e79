"""`./run manage …`: Django's commands with the database and settings of the data folder."""

import subprocess

from launcher import environment, options, prepare
from launcher.database import open_database
from launcher.speech import Steps


def run(argv: list[str]) -> int:
    """Pass everything but `--data` on to manage.py; `migrate` goes to the owner's role unless told otherwise."""
    chosen, rest = options.parser("manage").parse_known_args(argv)
    home = options.home(chosen)
    environment.prepare(environment.LOCK, Steps(1))
    if rest[:1] == ["migrate"] and not any(word.startswith("--database") for word in rest):
        rest.append("--database=owner")
    database = open_database(home)
    try:
        prepare.forget(home)
        return subprocess.run(
            prepare.manage(*rest), env=prepare.settings(home, database, owner=True), check=False
        ).returncode
    finally:
        database.stop()
