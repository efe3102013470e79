"""What an action says when it does not act. Each carries a sentence for the person who tried."""

from collections.abc import Sequence

from django.utils.translation import gettext


class NotDone(Exception):
    """An action did not happen; ``sentence`` says why, in the words of an officer and in the reader's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = gettext(sentence)


class Refused(NotDone):
    """The actor holds no right to this."""


class WrongState(NotDone):
    """The subject stands where this cannot be done; ``possible`` names what can be done instead."""

    def __init__(self, sentence: str, possible: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.possible = list(possible)


class Conflict(NotDone):
    """Somebody changed the subject since the actor looked at it; ``current`` is what stands there now."""

    def __init__(self, sentence: str, current: object = None) -> None:
        super().__init__(sentence)
        self.current = current
