"""A mapping as a text that people read and keep: YAML, of which JSON is a part.

Every value is read as the text that it is: 01 stays "01", no stays "no". Anchors are refused, because a short text could
unfold into gigabytes.
"""

from typing import Any

import yaml

from satupintu.lib.sentences import say
from satupintu.registry.imports.layout.document import Layout, NotALayout
from satupintu.registry.imports.layout.reading import read_layout

LARGEST = 200_000
"""Characters of a mapping that is read."""


class _Plain(yaml.BaseLoader):
    """Texts, lists and pairs only, each written where it is meant."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError
        return super().compose_node(parent, index)  # type: ignore[no-untyped-call]


def from_yaml(text: str) -> Layout:
    """The layout that a text describes. Raises NotALayout with sentences for whoever wrote it."""
    if len(text) > LARGEST:
        raise NotALayout([say("Pemetaan ini lebih dari {most} huruf.", most=LARGEST)])
    try:
        document = yaml.load(text, Loader=_Plain)  # noqa: S506 - makes texts, lists and dicts only
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise NotALayout([say("Baris {line} pemetaan ini tidak dapat dibaca sebagai YAML.", line=line)]) from None
    except (yaml.YAMLError, RecursionError):
        raise NotALayout([say("Pemetaan ini tidak dapat dibaca sebagai YAML.")]) from None
    return read_layout(document)


def to_yaml(layout: Layout) -> str:
    """The layout as a text that `from_yaml` reads again."""
    return str(yaml.safe_dump(layout.document(), allow_unicode=True, sort_keys=False, width=110))
