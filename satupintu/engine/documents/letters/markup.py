"""The small markup of a letter's text. It is data: nothing in it can act, and only known placeholders are filled.

Yang bertanda tangan di bawah ini menerangkan bahwa:      a paragraph; an empty line ends it

Nama : **{{ nama }}**                                     a fact; without a value the whole line is left out
NIK : {{ nik }}

- {{ daftar }}                                            a dash or "1." begins an item; each line of a value is one
# Menerangkan                                             a line in the middle
termasuk keluarga[[ desil {{ desil }}]]                   what stands in [[ ]] is left out when a value is missing
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

LONGEST = 8_000
"""Characters of one text."""
_PLACEHOLDER = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_FACT = re.compile(r"([^:{}\[\]]{1,48}?)\s+:\s+(.+)")
_ITEM = re.compile(r"(-|\d{1,2}\.)\s+(.+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_NONE = "–"
_MARKS = str.maketrans({"*": "\ue000"})
"""A star in a value is no markup: it is hidden while the markup is read."""

Block = dict[str, Any]
Values = Mapping[str, str]


def placeholders(text: str) -> set[str]:
    """The names between double braces."""
    return set(_PLACEHOLDER.findall(text))


def required(text: str) -> set[str]:
    """The placeholders without which a sentence would have a hole: neither in a fact, nor in an item, nor in [[ ]]."""
    lines = [one.strip() for one in _OPTIONAL.sub("", text).splitlines()]
    return placeholders("\n".join(one for one in lines if not _FACT.fullmatch(one) and not _ITEM.fullmatch(one)))


def strays(text: str) -> list[str]:
    """Double braces that are no placeholder, such as ``{{ Nama lengkap }}``: a slip of whoever wrote the text."""
    return re.findall(r"\{\{[^{}]*\}?\}?|\}\}", _PLACEHOLDER.sub("", text))


def blocks(text: str, values: Values) -> list[Block]:
    """The text with its values, as blocks that the layout sets: ``kind`` with ``runs``, ``rows`` or ``items``."""
    made: list[Block] = []
    for line, ends in _lines(text, values):
        _add(made, line, values, ends)
    return [_bare(block) for block in made if any(block.get(part) for part in ("runs", "rows", "items"))]


def line(text: str, values: Values) -> str:
    """One line with its values, without markup; a missing value is a dash."""
    return _fill(_with_options(text, values), values).translate({0xE000: "*"}).replace("**", "").strip()


def runs(text: str, values: Values) -> list[dict[str, Any]]:
    """One line as runs of plain and bold text."""
    return _runs(_fill(_with_options(text, values), values))


def _lines(text: str, values: Values) -> Iterator[tuple[str, bool]]:
    """Each line, and whether an empty line stood before it."""
    ends = True
    for raw in _with_options(text.replace("\r\n", "\n"), values).split("\n"):
        if not raw.strip():
            ends = True
            continue
        yield raw.strip(), ends
        ends = False


def _with_options(text: str, values: Values) -> str:
    def keep(found: re.Match[str]) -> str:
        return found[1] if all(values.get(name) for name in placeholders(found[1])) else ""

    return _OPTIONAL.sub(keep, text)


def _add(made: list[Block], text: str, values: Values, ends: bool) -> None:
    last = made[-1] if made and not ends else {}
    if fact := _FACT.fullmatch(text):
        if not _has_value(fact[2], values):
            return
        if last.get("kind") != "facts":
            made.append(last := {"kind": "facts", "rows": []})
        last["rows"].append({"label": fact[1].strip(), "runs": _runs(_fill(fact[2], values))})
    elif item := _ITEM.fullmatch(text):
        kind = "dashed" if item[1] == "-" else "numbered"
        if last.get("kind") != kind:
            made.append(last := {"kind": kind, "items": []})
        last["items"] += [_runs(one) for one in _each(item[2], values)]
    elif text.startswith("# "):
        made.append({"kind": "heading", "runs": _runs(_fill(text[2:], values)), "closed": True})
    elif last.get("kind") == "text" and not last.get("closed"):
        last["runs"] += [{"text": " ", "bold": False}, *_runs(_fill(text, values))]
    else:
        made.append({"kind": "text", "runs": _runs(_fill(text, values))})


def _has_value(text: str, values: Values) -> bool:
    names = placeholders(text)
    return not names or any(values.get(name) for name in names)


def _each(text: str, values: Values) -> list[str]:
    """An item for each line of its value; none when it has no value."""
    if not _has_value(text, values):
        return []
    return [one.strip() for one in _fill(text, values).split("\n") if one.strip()]


def _fill(text: str, values: Values) -> str:
    return _PLACEHOLDER.sub(lambda found: (values.get(found[1]) or _NONE).translate(_MARKS), text)


def _runs(text: str) -> list[dict[str, Any]]:
    made, at = [], 0
    for found in _BOLD.finditer(text):
        made += [_run(text[at : found.start()], bold=False), _run(found[1], bold=True)]
        at = found.end()
    return [run for run in [*made, _run(text[at:], bold=False)] if run["text"]]


def _run(text: str, *, bold: bool) -> dict[str, Any]:
    return {"text": text.translate({0xE000: "*"}), "bold": bold}


def _bare(block: Block) -> Block:
    return {key: value for key, value in block.items() if key != "closed"}
