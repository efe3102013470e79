"""Data folders that last one command: made in the temporary folder, removed at the end or by the next one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launcher import locks
from launcher.places import Home
from launcher.postgres import Cluster

PREFIX = "satupintu-test-"


@contextmanager
def throwaway_home() -> Iterator[Home]:
    """A data folder for the body alone. What killed runs left behind is removed first."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        _remove_if_unused(left)
    home = Home(tempfile.mkdtemp(prefix=PREFIX))
    # As root the database's user must pass through; the secrets below stay closed.
    home.path.chmod(0o711)
    holder = locks.take(home.path / "running.lock")
    try:
        yield home
    finally:
        if holder:
            holder.close()
        _remove_if_unused(home.path)


def _remove_if_unused(folder: Path) -> None:
    try:
        mine = locks.take(folder / "running.lock", wait=False)
        if mine is None:
            return
        mine.close()
        if Cluster.made(Home(folder)):
            Cluster(Home(folder)).stop()
    except OSError:
        return  # another user's run, or a folder that is just being made or removed
    shutil.rmtree(folder, ignore_errors=True)
