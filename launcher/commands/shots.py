"""`./run shots`: screenshots of every main page of the demo."""

import subprocess

from launcher import browser, environment, options, prepare, processes, stage
from launcher.environment import PYTHON
from launcher.places import CHECKOUT
from launcher.ports import Port
from launcher.processes import Child
from launcher.speech import Steps, refuse

SHOOT = "import django, runpy; django.setup(); runpy.run_module('tests.journeys.shots', run_name='__main__')"
"""The photographer knows the cast, so Django must be set up before it is read."""


def run(argv: list[str]) -> int:
    """Light the demo on a port of its own, let the photographer walk through it (arguments go to it), stop."""
    chosen, rest = options.parser("shots").parse_known_args(argv)
    home = options.home(chosen)
    alone = options.alone(home)
    processes.listen_for_stop()
    steps = Steps(stage.STEPS + 1)
    with steps.step("Keperluan uji", "What the tests need"):
        environment.prepare(environment.TEST_LOCK, steps)
    chromium = browser.find() or browser.install()
    if not chromium:
        raise refuse("Chromium tidak ditemukan.", "No Chromium found.")
    database = stage.prepared(home, steps)
    children: list[Child] = []
    port = Port(None)
    try:
        with steps.step("Menyalakan situs", "Site"):
            children += stage.lit(home, database, port)
        env = prepare.settings(
            home, database, owner=False, DEMO="1", SATUPINTU_CHROMIUM=chromium, SATUPINTU_URL=stage.address(port)
        )
        command = [str(PYTHON), "-c", SHOOT, *rest]
        return subprocess.run(command, cwd=CHECKOUT, env=env, check=False).returncode
    finally:
        processes.end_all(children)
        database.stop()
        alone.close()
