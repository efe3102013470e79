"""The glossary: every word of the house in both languages. ``python -m tests.laws.glossary`` writes docs/glossary.md."""

import importlib
import inspect
from collections.abc import Iterable

from satupintu.lib.words import Word
from tests.laws.house import APP, FLOORS, TOP, is_test
from tests.laws.nouns import FIRST_WORDS, LAW

FILE = TOP / "docs" / "glossary.md"
HEAD = """# Glossary

Where both languages meet. Code and documents speak English; officers and citizens read Indonesian, or English when they
choose it. What Indonesian law made keeps its Indonesian name in both.

This page is written by `python -m tests.laws.glossary`; change the words in the code, or `tests/laws/nouns.py`.
"""


def classes() -> list[type[Word]]:
    """Every enumeration of the house, lib first, then room by room from the ground up."""
    found: dict[tuple[int, str], list[type[Word]]] = {}
    for path in sorted(APP.rglob("*.py")):
        if is_test(path) or "(Word)" not in path.read_text(encoding="utf-8"):
            continue
        name = ".".join(path.relative_to(TOP).with_suffix("").parts)
        module = importlib.import_module(name)
        here = [one for one in vars(module).values() if inspect.isclass(one) and issubclass(one, Word)]
        found[(-_floor(name), name)] = [one for one in here if one.__module__ == name and list(one)]
    return [one for place in sorted(found) for one in found[place]]


def room_of(word: type[Word]) -> str:
    """The room that a word lives in: ``work/complaints``, ``lib``."""
    parts = word.__module__.split(".")[1:]
    return "lib" if parts[0] == "lib" else "/".join(parts[:2])


def _floor(module: str) -> int:
    rooms = module.split(".")
    return next((depth for depth, labels in enumerate(FLOORS) if set(labels) & set(rooms)), len(FLOORS))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _table(heads: tuple[str, ...], rows: Iterable[Iterable[str]]) -> list[str]:
    return [_row(heads), "|" + " --- |" * len(heads), *(_row(row) for row in rows), ""]


def text() -> str:
    """The whole page."""
    lines = [HEAD, "## First words", ""]
    lines += _table(("Indonesian", "In the code", "What it is"), ((i, f"`{c}`", w) for i, c, w in FIRST_WORDS))
    lines += ["## Nouns of the law", ""]
    lines += _table(("Noun", "Stands for", "What it is"), LAW)
    lines += ["## Words of the rooms", ""]
    for one in classes():
        about = (inspect.getdoc(one) or "").split("\n")[0]
        lines += [f"### {room_of(one)}: `{one.__name__}`", "", about, ""]
        lines += _table(("Code", "Indonesian", "English"), ((f"`{w.value}`", w.label_id, w.label_en) for w in one))
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
