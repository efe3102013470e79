"""Who sees pairs and merges: whoever sees both persons. Who decides: whoever both persons' villages lie in the area of."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open, Wall, in_scope, through, unattended

_BOTH = " and ".join(through("matching_pair", column, "people_person") for column in ("one_id", "other_id"))
_BOTH_MERGED = " and ".join(
    through("matching_merge", column, "people_person") for column in ("survivor_id", "merged_id")
)
_MOVED = f"{through('matching_movedrow', 'merge_id', 'matching_merge')} and {unattended()}"

WALLS = [
    Wall("matching_search", in_scope("area")),
    Open("matching_trainedmodel", "chances of agreement, learned from many people, about nobody", "select, insert"),
    Wall("matching_pair", _BOTH),
    Wall("matching_merge", _BOTH_MERGED),
    # It tells of sealed rows as well, so it is the house's own: whoever merges does not learn what has followed.
    Wall("matching_movedrow", _MOVED, grants="select, insert"),
]

HOUSE_VERBS = frozenset({"duplicate.find"})


@condition("duplicate.decide", "duplicate.confirm")
def sees_both(by: Any, pair: Any) -> bool:
    """Both persons live in the own area."""
    start, end = by.span
    return bool(start <= pair.one.village_id < end and start <= pair.other.village_id < end)


@condition("duplicate.undo")
def saw_both(by: Any, merge: Any) -> bool:
    """Both records lie in the own area."""
    start, end = by.span
    return bool(start <= merge.survivor.village_id < end and start <= merge.merged.village_id < end)
