"""Options that several commands share."""

import argparse
import os
from pathlib import Path

from launcher.places import CHECKOUT, Home


def parser(command: str) -> argparse.ArgumentParser:
    """A parser that knows `--data`."""
    made = argparse.ArgumentParser(prog=f"./run {command}", allow_abbrev=False)
    made.add_argument("--data", type=Path, default=os.environ.get("SATUPINTU_DATA") or CHECKOUT / ".data")
    return made


def home(chosen: argparse.Namespace) -> Home:
    """The data folder that was chosen."""
    return Home(chosen.data)
