"""``makemessages -l en``: also finds sentences of events, of refusals and of plain code, and leaves places and days out.

So a line may move and a day may pass without a change in the catalogue.
"""

import re
from pathlib import Path
from typing import Any

from django.core.management.commands.makemessages import Command as MakeMessages

WORDS = ("noop", "_t", "Sentence:1", "Refused:1", "WrongState:1", "Conflict:1", "say:1")
NOBODY_READS = (".venv", "tools", "tests", "bench", "launcher", ".data")
"""Folders without anything that is translated; the launcher speaks on the console, before there is a language."""


class Command(MakeMessages):
    """Collect everything a person reads."""

    xgettext_options = [*MakeMessages.xgettext_options, *(f"--keyword={word}" for word in WORDS)]

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect, whatever else is asked for, without places, wrapped lines or words that nobody says any more."""
        options |= {"no_location": True, "no_wrap": True, "no_obsolete": True}
        options["ignore_patterns"] = [*(options["ignore_patterns"] or []), *NOBODY_READS]
        super().handle(*args, **options)

    def write_po_file(self, potfile: str, locale: str) -> None:
        """Write one catalogue, without the day on which it was collected or an address."""
        super().write_po_file(potfile, locale)
        for path in Path(potfile).parent.glob(f"{locale}/LC_MESSAGES/*.po"):
            path.write_text(re.sub(r'"(POT-Creation-Date|Report-Msgid-Bugs-To):.*\n', "", path.read_text()))
