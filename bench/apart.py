"""A piece of work in a process of its own: what it said, how long it took, and the most memory that it ever held."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Done:
    """What a process left behind: its last line read as JSON, wall and processor seconds, and its peak in bytes.

    ``peak`` is that of its largest process: the reader of files runs beside it and holds at most 512 MiB.
    """

    said: dict[str, Any]
    seconds: float
    processor: float
    peak: int


def done(*words: str) -> Done:
    """Run Python with these words and wait. Raises RuntimeError when it fails."""
    with TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=told, stderr=subprocess.DEVNULL)
        _pid, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        lines = told.read().decode().splitlines()
    # 1: some rows of a file were refused, and the good ones saved.
    if process.returncode not in {0, 1} or not lines:
        raise RuntimeError(f"{' '.join(words)}: {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Done(json.loads(lines[-1]), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)
