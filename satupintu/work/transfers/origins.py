"""Where the matter of an offer is read. The rooms whose matters are transferred say so; this room knows none of them."""

from collections.abc import Callable

Lead = Callable[[int], str]
_leads: dict[str, Lead] = {}


def lead(origin_type: str, to: Lead) -> None:
    """Say how the address of a matter of a kind is found: ``to`` answers "" for one behind a wall."""
    _leads[origin_type] = to


def address(origin_type: str, origin_id: int) -> str:
    """The address of a matter for whoever asks; "" when it does not exist for them."""
    found = _leads.get(origin_type)
    return found(origin_id) if found else ""
