"""Reading personal data is an event: who, under which appointment, which rows, which fields."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from satupintu.engine.events import Reach, note
from satupintu.engine.events.words import Kind


def opened(
    request: HttpRequest,
    name: str,
    ids: Iterable[int],
    *,
    shown: str,
    reach: Reach | None = None,
    why: str = "",
    by: Any = None,
) -> None:
    """Write down that this request shows personal data: once a request.

    ``name`` is ``<subject>.opened`` or ``<subject>.listed``; ``shown`` names the fields; ``why`` is the purpose given;
    ``by`` is a guest, who has no appointment and gives the reach of the row.
    Raises RuntimeError when a request does so twice, because then one of the two forgot something.
    """
    if getattr(request, "opened", False):
        raise RuntimeError("one request, one event of reading")
    by = by or request.appointment  # type: ignore[attr-defined]
    note(name, by=by, kind=Kind.READING, ids=ids, reach=reach or Reach(village=by.span[0]), shown=shown, why=why)
    request.opened = True  # type: ignore[attr-defined]
