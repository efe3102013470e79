"""Locks on files: they vanish with the process that holds them, whatever killed it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def take(path: Path, *, shared: bool = False, wait: bool = True) -> IO[str] | None:
    """Lock the file and answer the open handle that holds the lock; None when it is taken and `wait` is False."""
    handle = path.open("a")
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        handle.close()
        return None
    return handle


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the file's lock for the body; wait for whoever has it."""
    handle = take(path)
    try:
        yield
    finally:
        if handle is not None:
            handle.close()
