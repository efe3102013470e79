"""Options that several commands share."""

import argparse
import os
from pathlib import Path
from typing import IO

from launcher import locks
from launcher.places import CHECKOUT, Home
from launcher.speech import refuse


def parser(command: str) -> argparse.ArgumentParser:
    """A parser that knows `--data`."""
    made = argparse.ArgumentParser(prog=f"./run {command}", allow_abbrev=False)
    made.add_argument("--data", type=Path, default=os.environ.get("SATUPINTU_DATA") or CHECKOUT / ".data")
    return made


def home(chosen: argparse.Namespace) -> Home:
    """The data folder that was chosen."""
    return Home(chosen.data)


def alone(home: Home) -> IO[str]:
    """The lock of the one site that a data folder may run; raises Refusal when it runs already."""
    lock = locks.take(home.path / "running.lock", wait=False)
    if lock is None:
        address = home.state().get("address", "")
        raise refuse(
            f"Situs dari folder data ini sedang berjalan: {address} Hentikan dulu, atau pilih --data lain.",
            f"The site of this data folder is running: {address} Stop it first, or choose another one with --data.",
        )
    return lock
