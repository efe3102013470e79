"""The parts of a test run: each a command with a name, run to its end, timed and summed up."""

import os
import subprocess
import time
from dataclasses import dataclass

from launcher import prepare
from launcher.database import Database
from launcher.environment import PYTHON
from launcher.places import CHECKOUT, Home
from launcher.speech import say, words

IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Part:
    """One part: its names, and the arguments of the environment's Python."""

    indonesian: str
    english: str
    arguments: list[str]


STATIC = [
    Part("gaya", "style", ["-m", "ruff", "check", "--quiet", "."]),
    Part("bentuk", "format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    Part("tipe", "types", ["-m", "mypy", "satupintu", "launcher", "bench"]),
    Part("aturan impor", "import laws", ["-c", IMPORTS]),
]


@dataclass
class Result:
    """How a part ended."""

    name: str
    seconds: float
    code: int


def run(parts: list[Part], env: dict[str, str]) -> list[Result]:
    """Run the parts one after the other, all of them whatever fails, with their output on the terminal."""
    results = []
    for part in parts:
        name = words(part.indonesian, part.english)
        print(f"── {name} {'─' * (70 - len(name))}", flush=True)
        began = time.monotonic()
        code = subprocess.run([str(PYTHON), *part.arguments], cwd=CHECKOUT, env=env, check=False).returncode
        results.append(Result(name, time.monotonic() - began, code))
    return results


def summary(results: list[Result]) -> int:
    """Print what passed and failed with its seconds; 0 when all passed, else 1."""
    print("─" * 74)
    for result in results:
        verdict = words("lulus", "passed") if result.code == 0 else words("GAGAL", "FAILED")
        print(f"  {result.name:28} {verdict:8} {result.seconds:7.1f} s")
    failed = [result.name for result in results if result.code]
    total = sum(result.seconds for result in results)
    if failed:
        say(f"Gagal: {', '.join(failed)} ({total:.0f} s)", f"Failed: {', '.join(failed)} ({total:.0f} s)")
        return 1
    say(f"Semua lulus ({total:.0f} s).", f"All passed ({total:.0f} s).")
    return 0


def environment_of_tests(home: Home, database: Database, chromium: str) -> dict[str, str]:
    """What the tests find in their environment; empty settings, not the person's own."""
    env = prepare.settings(home, database, owner=True, SATUPINTU_TESTING="1", SATUPINTU_CHROMIUM=chromium)
    for name in ("DEBUG", "DEMO", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"):
        env.pop(name, None)
    return env | {"PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", "")}
