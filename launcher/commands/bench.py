"""`./run bench`: the speed of the house, every figure a ratio within one run."""

import subprocess

from launcher import environment, options, prepare, processes
from launcher.database import open_database
from launcher.environment import PYTHON
from launcher.places import CHECKOUT, Home
from launcher.speech import Steps


def run(argv: list[str]) -> int:
    """Measure on an embedded database of its own, which is kept, for filling it takes long; arguments go to bench.

    The measurements also get DATABASE_ADMIN_URL, to compare with the same query without walls.
    """
    chosen, rest = options.parser("bench").parse_known_args(argv)
    home = Home(options.home(chosen).path / "bench")
    processes.listen_for_stop()
    steps = Steps(2)
    with steps.step("Lingkungan Python dengan keperluan uji", "Python environment with what the tests need"):
        environment.prepare(environment.TEST_LOCK, steps)
    with steps.step("Basis data", "Database"):
        database = open_database(home, createdb=True)
    try:
        env = prepare.settings(home, database, owner=True, DATABASE_ADMIN_URL=database.admin_url)
        return subprocess.run([str(PYTHON), "-m", "bench", *rest], cwd=CHECKOUT, env=env, check=False).returncode
    finally:
        database.stop()
