"""From an empty database to the demo: tables, areas, the cast, static files; what is already done is not done again."""

import os
from pathlib import Path

from launcher import environment, processes
from launcher.database import Database
from launcher.places import CHECKOUT, Home, fingerprint
from launcher.speech import Refusal, Steps, words

HOUSE = CHECKOUT / "satupintu"
LOCKED = CHECKOUT / environment.LOCK
MADE_BY = {
    "migrate": lambda: [*HOUSE.rglob("*.py"), *HOUSE.rglob("*.sql"), LOCKED],
    "load_areas": lambda: [*(HOUSE / "foundation").rglob("*.*"), LOCKED],
    "load_cast": lambda: [*(HOUSE / "cast").rglob("*"), LOCKED],
    "collectstatic": lambda: [*(path for top in HOUSE.rglob("static") for path in top.rglob("*")), LOCKED],
}
"""What decides the outcome of each command: the same files, the same database → nothing to do."""


ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_ADMIN_URL")
"""What each process gets as far as it needs it, and no further."""


def settings(home: Home, database: Database, *, owner: bool, **more: str) -> dict[str, str]:
    """The environment of the application's processes. Only what migrates gets the owner's address."""
    env = {name: value for name, value in os.environ.items() if name not in ADDRESSES}
    env |= {
        "DATABASE_URL": database.app_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or home.secret("secret_key"),
        "SATUPINTU_DATA": str(home.path),
        "DJANGO_SETTINGS_MODULE": "satupintu.config.settings",
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUNBUFFERED": "1",
    }
    return env | ({"DATABASE_OWNER_URL": database.owner_url} if owner else {}) | more


def manage(*args: str) -> list[str]:
    """The command line of one of Django's commands."""
    return [str(environment.PYTHON), str(CHECKOUT / "manage.py"), *args]


def done(home: Home, database: Database, command: str) -> bool:
    """Whether the command ran to its end on this very database with the same files.

    Only the embedded database can be known to be the same one; another server's may have been emptied meanwhile.
    """
    stamps = home.state().get("done", {})
    return bool(database.cluster) and stamps.get(command) == fingerprint(MADE_BY[command]())


def forget(home: Home) -> None:
    """Let the next start do everything again; each command finds by itself what is already there."""
    home.remember(done=None)


def run(home: Home, database: Database, steps: Steps, command: str, *args: str, **more: str) -> None:
    """Run one preparing command as a step of a start; its lines become the step's remarks.

    Raises Refusal with its last lines when it fails.
    """
    if done(home, database, command):
        return
    print_of = fingerprint(MADE_BY[command]())
    watched(manage(command, *args), settings(home, database, owner=True, **more), steps)
    home.remember(done=home.state().get("done", {}) | {command: print_of})


def watched(command: list[str], env: dict[str, str], steps: Steps) -> None:
    """Run a command to its end, remarking each line it prints; Refusal with the last ones when it fails."""
    problem = processes.follow(command, env, lambda line: steps.remark(line) if line else None)
    if problem:
        name = Path(command[1]).stem + " " + " ".join(command[2:])
        raise Refusal(words(f"Langkah ini gagal: {name}", f"This step failed: {name}") + "\n" + problem)
