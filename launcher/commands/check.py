"""`./run check`: style, types, import laws, house laws, and the six numbers; no other test."""

from launcher import environment, parts, processes
from launcher.database import open_database
from launcher.parts import Part
from launcher.speech import Steps
from launcher.throwaway import throwaway_home


def run(argv: list[str]) -> int:
    """Run what tells whether the house is in order."""
    processes.listen_for_stop()
    steps = Steps(2)
    with steps.step("Lingkungan Python dengan keperluan uji", "Python environment with what the tests need"):
        environment.prepare(environment.TEST_LOCK, steps)
    with throwaway_home() as home:
        with steps.step("Basis data uji", "Test database"):
            database = open_database(home, throwaway=True)
        try:
            laws = Part("aturan rumah", "house laws", ["-m", "pytest", "tests/laws"])
            figures = Part("enam angka", "six numbers", ["-m", "tests.laws.figures"])
            env = parts.environment_of_tests(home, database, "")
            return parts.summary(parts.run([*parts.STATIC, laws, figures], env))
        finally:
            database.stop()
