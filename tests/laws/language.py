"""What the house says to people, read from its files: sentences to translate, text outside a translation tag.

It reads templates with Django's own reader and Python with Python's, so it needs no gettext on the machine.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation.template import templatize

from tests.laws.house import APP, files, is_test

LOCALE = APP.parent / "locale" / "en" / "LC_MESSAGES"
SAYING = {
    *("_", "_t", "gettext", "gettext_lazy", "gettext_noop", "noop", "ngettext", "ngettext_lazy", "pgettext"),
    *("Sentence", "Refused", "WrongState", "Conflict", "say"),
}
"""Calls whose first argument is a sentence to translate; the same that ``makemessages`` looks for."""
GAP = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
"""Where a fact is filled in."""

_LITERAL = re.compile(r"""\b(?:n?p?gettext|_)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
_BLOCK = re.compile(r"\{%\s*(blocktranslate|blocktrans|comment)\b.*?%\}.*?\{%\s*end\1\s*%\}", re.S)
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.S)
_ELEMENT = re.compile(r"(</?)\{\{.*?\}\}")
_DEFAULT = re.compile(r"""\|default(?:_if_none)?:["'][A-Z][^"']*["']""")
READ = {"title", "alt", "placeholder", "aria-label", "data-label", "label", "words", "verb", "cancel_words", "value"}
"""Attributes that a person reads or hears."""


def python_files() -> list[Path]:
    """The application's Python files, tests left out."""
    return [path for path in files(".py") if APP in path.parents and not is_test(path)]


def templates() -> list[Path]:
    """The application's templates, those of the kit's sample pages left out: what they show is a sample."""
    found = [path for path in files(".html", ".txt") if APP in path.parents and "templates" in path.parts]
    return [path for path in found if not path.name.startswith("kit")]


def calls(path: Path) -> Iterator[ast.expr]:
    """The first argument of each call that says something."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAYING:
                yield node.args[0]


def said() -> set[str]:
    """Every sentence that stands in the code, as it is written."""
    found = {
        argument.value
        for path in python_files()
        for argument in calls(path)
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value
    }
    for path in templates():
        plain = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        found |= {ast.literal_eval(literal) for literal in _LITERAL.findall(plain)}
    return found


class Text(HTMLParser):
    """What a person reads or hears of a page: text, and the attributes in READ."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that are read; scripts and styles say nothing."""
        self._silent += tag in {"script", "style"}
        typed = dict(attrs).get("type")
        for name, value in attrs:
            if value and (name in READ or name.startswith("data-words")) and (name != "value" or typed == "submit"):
                self.found.append(value)

    def handle_endtag(self, tag: str) -> None:
        """Listen again after a script."""
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if not self._silent and data.strip():
            self.found.append(" ".join(data.split()))


def text_of(page: str) -> list[str]:
    """The pieces of text of a page."""
    reader = Text()
    reader.feed(page)
    return reader.found


def outside_tags(template: Path) -> list[str]:
    """Words of a template that stand outside every translation tag."""
    source = template.read_text(encoding="utf-8")
    plain = text_of(_TAG.sub("", _ELEMENT.sub(r"\1p", _BLOCK.sub("", source))))
    return [text for text in plain if re.search(r"[A-Za-z]{2}", text)] + _DEFAULT.findall(source)
