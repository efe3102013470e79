"""A checkout of the little house, and data folders that take their database with them when they go."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launcher.places import Home
from tests.launcher import little


@pytest.fixture(scope="session")
def house() -> Iterator[Path]:
    """The little house's checkout, where the database's user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="satupintu-house-"))
    folder.chmod(0o755)
    yield little.build(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def module_data(house: Path) -> Iterator[Callable[[str], Path]]:
    """As `data`, for a whole module."""
    yield from _data(house)


@pytest.fixture
def data(house: Path) -> Iterator[Callable[[str], Path]]:
    """`data("a")` is a data folder; at the end its database is stopped and removed."""
    yield from _data(house)


@pytest.fixture(scope="module")
def running(house: Path, module_data: Callable[[str], Path]) -> Iterator[little.Site]:
    """A demo that runs for a whole module."""
    demo = little.Site(house, module_data("running")).ready()
    yield demo
    demo.stop()


@pytest.fixture
def site(house: Path, data: Callable[[str], Path]) -> Iterator[Callable[..., little.Site]]:
    """`site("a")` starts the demo in the data folder `a`; whatever still runs at the end is killed."""
    started: list[little.Site] = []

    def start(name: str, *args: str, **env: str) -> little.Site:
        started.append(little.Site(house, data(name), *args, **env))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


def _data(house: Path) -> Iterator[Callable[[str], Path]]:
    folder = Path(tempfile.mkdtemp(dir=house))
    folder.chmod(0o755)
    yield lambda name: folder / name
    for made in folder.rglob("state.json"):
        little.end_cluster(Home(made.parent))
    shutil.rmtree(folder, ignore_errors=True)
