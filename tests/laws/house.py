"""What the house is made of, for the laws: its rooms from top to bottom, its files, its functions."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
APP = TOP / "satupintu"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("cast",),
    ("desk", "public"),
    ("bulletins", "editions", "indicators", "rosters", "sorting", "quality"),
    ("detection",),
    ("complaints",),
    ("daybook",),
    ("referrals", "transfers", "catalogue"),
    ("deadlines", "partners", "routing"),
    ("imports",),
    ("matching", "changes", "civil"),
    ("privacy",),
    ("people",),
    ("exports",),
    ("access",),
    ("offices",),
    ("areas",),
    ("actions", "events", "jobs", "documents", "notifications", "ui"),
)
"""Rooms from the top floor down; those on one line are strangers to each other."""

LONGEST_FILE, LONGEST_FUNCTION = 400, 50
EXCEPTIONS: frozenset[str] = frozenset()
"""Files and functions that may be longer. This list may only shrink."""
DRAWERS = {"utils", "util", "helpers", "common", "core", "misc", "services", "managers"}


@dataclass(frozen=True)
class Function:
    """A function by where it stands, with its length in lines."""

    place: str
    length: int


def floor_of(label: str) -> int:
    """How deep a room lies; 0 is the top."""
    return next(depth for depth, rooms in enumerate(FLOORS) if label in rooms)


def files(*suffixes: str) -> list[Path]:
    """Every file of ours that git knows or would take, migrations and vendored files left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=TOP, capture_output=True, text=True, check=False
    ).stdout.splitlines() or [str(path.relative_to(TOP)) for path in TOP.rglob("*") if ".venv" not in path.parts]
    return [
        TOP / name
        for name in listed
        if name.endswith(suffixes)
        and "/migrations/" not in name
        and "vendor" not in name
        and not name.startswith("tools/pip")
        and (TOP / name).is_file()
    ]


def lines(path: Path) -> int:
    """How many lines a file has."""
    return path.read_text(encoding="utf-8").count("\n")


def functions() -> Iterator[Function]:
    """Every function of every Python file."""
    for path in files(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                place = f"{path.relative_to(TOP)}:{node.name}"
                yield Function(place, node.end_lineno - node.lineno + 1)


def is_test(path: Path) -> bool:
    """Whether a file is a test or serves tests only."""
    return "tests" in path.relative_to(TOP).parts or path.name == "conftest.py"


def imports() -> dict[str, set[str]]:
    """Which room imports which, tests left out: ``work/complaints`` → {``work/referrals``, …}."""
    found: dict[str, set[str]] = {}
    for path in files(".py"):
        if APP not in path.parents or is_test(path):
            continue
        room = "/".join(path.relative_to(APP).parts[:-1][:2])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("satupintu."):
                other = "/".join((node.module or "").split(".")[1:3])
                if other != room and (APP / other).is_dir():
                    found.setdefault(room, set()).add(other)
    return found


def largest_circle(arrows: dict[str, set[str]]) -> set[str]:
    """The largest set of rooms of which each reaches each other by imports; empty when there is none."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for other in arrows.get(waiting.pop(), set()) - seen:
                seen.add(other)
                waiting.append(other)
        return seen

    reach = {room: reached(room) for room in arrows}
    circles = [
        {other for other in reach[room] if room in reach.get(other, set())} for room in reach if room in reach[room]
    ]
    return max(circles, key=len, default=set())
