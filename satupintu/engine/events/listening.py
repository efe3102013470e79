"""Listening: how a room hears of another one without knowing it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

Listener = Callable[[Any], None]
_listeners: dict[str, list[Listener]] = defaultdict(list)


def on(name: str) -> Callable[[Listener], Listener]:
    """Call the function with each event of that name, inside the transaction that recorded it."""

    def enlist(listener: Listener) -> Listener:
        if listener not in _listeners[name]:
            _listeners[name].append(listener)
        return listener

    return enlist


def tell(event: Any) -> None:
    """Tell every listener; if one fails, the action as a whole did not happen."""
    for listener in tuple(_listeners[event.name]):
        listener(event)


def heard() -> set[str]:
    """The names somebody listens to, for the laws."""
    return {name for name, listeners in _listeners.items() if listeners}
