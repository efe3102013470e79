"""`./run test`: lint, types, laws and every test, with what they need."""

import os
import xml.etree.ElementTree
from pathlib import Path

from launcher import browser, environment, parts, processes
from launcher.database import open_database
from launcher.parts import Part, Result
from launcher.speech import Steps, say, words
from launcher.throwaway import throwaway_home

MOST_WORKERS = 8
"""Each worker has a database, and may have a browser, of its own; it waits for them about half of its time."""


def run(argv: list[str]) -> int:
    """Run all parts; arguments go to pytest, and then only pytest runs."""
    processes.listen_for_stop()
    steps = Steps(3)
    with steps.step("Lingkungan Python dengan keperluan uji", "Python environment with what the tests need"):
        environment.prepare(environment.TEST_LOCK, steps)
    with steps.step("Peramban", "Browser"):
        chromium = browser.find() or browser.install()
    if not chromium:
        say(
            "      Chromium tidak ditemukan dan tidak dapat diunduh: uji peramban dilewati. "
            "Pasang, misalnya: apt-get install chromium",
            "      No Chromium found and none could be downloaded: browser tests are skipped. "
            "Install one, for example: apt-get install chromium",
        )
    with throwaway_home() as home:
        with steps.step("Basis data uji", "Test database"):
            database = open_database(home, throwaway=True)
        try:
            env = parts.environment_of_tests(home, database, chromium)
            report = home.path / "report.xml"
            results = parts.run(_parts(argv, report), env)
            results += _skipped(report, bool(chromium))
        finally:
            database.stop()
    return parts.summary(results)


def _parts(argv: list[str], report: Path) -> list[Part]:
    if argv:
        return [Part("uji", "tests", ["-m", "pytest", *argv, f"--junitxml={report}"])]
    workers = [
        "-n",
        str(min((os.cpu_count() or 1) + 1, MOST_WORKERS)),
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
    ]
    everything = ["-m", "pytest", *workers, "-rs", "--durations=5", "satupintu", "tests", f"--junitxml={report}"]
    return [*parts.STATIC, Part("aturan rumah dan semua uji", "house laws and all tests", everything)]


def _skipped(report: Path, with_browser: bool) -> list[Result]:
    """Say what was skipped; a failed part of its own where browser tests are required (SATUPINTU_REQUIRE_BROWSER=1)."""
    required = os.environ.get("SATUPINTU_REQUIRE_BROWSER") == "1"
    tree = xml.etree.ElementTree.parse(report) if report.exists() else None  # noqa: S314 - our own pytest wrote it
    skipped = tree.iter("skipped") if tree else []
    reasons = [element.get("message", "") for element in skipped]
    for reason in sorted(set(reasons)):
        say(f"Dilewati ({reasons.count(reason)}×): {reason}", f"Skipped ({reasons.count(reason)}×): {reason}")
    if required and (reasons or not with_browser):
        return [Result(words("tanpa yang dilewati", "nothing skipped"), 0.0, 1)]
    return []
