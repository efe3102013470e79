"""``makemessages``: also finds sentences of events and of refusals, and leaves places out, so that a line may move."""

from django.core.management.commands.makemessages import Command as MakeMessages


class Command(MakeMessages):
    """Collect everything a person reads."""

    xgettext_options = [
        *MakeMessages.xgettext_options,
        "--no-location",
        *(f"--keyword={word}" for word in ("noop", "Sentence:1", "Refused:1", "WrongState:1", "Conflict:1", "say:1")),
    ]
