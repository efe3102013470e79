"""The caller's side of reading: starts the confined process, streams its rows, says why it ended."""

import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from satupintu.lib.sheets.refusals import MAX_FILE_BYTES, SheetRefused

Cell = str | int | float | bool | date | datetime | time | None
"""Text, number, yes/no, date or moment as the file keeps it; None for an empty cell."""

_ROOT = Path(__file__).resolve().parents[3]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from satupintu.lib.sheets.child import main; main(sys.argv[2])"
_LONGEST_LINE = 64 * 2**20
_AHEAD = 2**20
_MAKERS: dict[str, Any] = {
    "date": date.fromisoformat, "datetime": datetime.fromisoformat, "time": lambda text: _time(text)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds anything: the number that a spreadsheet shows beside it (from 1) and its cells from column A;
    empty cells at the end are left out.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass
class Sheet:
    """An opened table: `name` of the sheet read, `names` of all visible ones (empty for CSV). Iterate once."""

    name: str
    names: list[str]
    _lines: Iterator[Any] = field(repr=False)

    def __iter__(self) -> Iterator[Row]:
        for line in self._lines:
            if isinstance(line, dict):
                return
            for number, cells in line:
                if dict in map(type, cells):
                    cells = [_made(cell) if type(cell) is dict else cell for cell in cells]
                yield Row(number, tuple(cells))


@contextmanager
def open_sheet(path: Path | str, *, sheet: str = "") -> Iterator[Sheet]:
    """Open the first visible sheet of a file, or the one named. What the file is, is told from its content.

    Raises SheetRefused here or while iterating. Leaving the block ends the reading process, read to the end or not.
    """
    path = Path(path)
    if path.stat().st_size > MAX_FILE_BYTES:
        raise SheetRefused("too_big")
    with path.open("rb") as file:
        child = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, str(_ROOT), sheet],
            stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/", env=_environment(),
        )  # fmt: skip
    with suppress(OSError, AttributeError):
        # Room to read ahead while the caller is busy; Linux alone makes a pipe longer, as far as its user may.
        fcntl.fcntl(child.stdout or 0, fcntl.F_SETPIPE_SZ, _AHEAD)
    try:
        lines = _lines(child)
        head = next(lines)
        yield Sheet(head["name"], head["names"], lines)
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _lines(child: subprocess.Popen[bytes]) -> Iterator[Any]:
    out: IO[bytes] = child.stdout  # type: ignore[assignment]
    while line := out.readline(_LONGEST_LINE):
        try:
            said = json.loads(line)
        except ValueError:
            break  # cut in the middle: the process died
        if isinstance(said, dict) and "refused" in said:
            raise SheetRefused(said["refused"], said["row"])
        yield said
        if isinstance(said, dict) and "rows" in said:
            return
    raise SheetRefused(_cause_of_death(child.wait()))


def _environment() -> dict[str, str]:
    """Nothing of ours, no secret above all; only where the system says its libraries are."""
    return {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}


def _cause_of_death(code: int) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "too_heavy"
    return "memory" if code == -signal.SIGABRT else "damaged"


def _made(told: dict[str, str]) -> Cell:
    ((kind, text),) = told.items()
    made: Cell = _MAKERS[kind](text)
    return made


def _time(text: str) -> time | str:
    """A clock time, or the text of a duration that is no clock time ("27:30:00")."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return text
