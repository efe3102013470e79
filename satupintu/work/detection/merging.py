"""What becomes of outreaches when two records prove to be one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from satupintu.registry.people.claims import Claim, Step
from satupintu.work.detection.models import Outreach

_CLASH = (
    "t.closed_on is null and exists (select from detection_outreach other "
    "where other.person_id = %(survivor)s and other.code = t.code and other.closed_on is null)"
)


@dataclass(frozen=True, slots=True)
class FindsOnce(Claim):
    """They are the survivor's; of two that one sign found, the survivor's stands and the other is done.

    What is open is seen from the survivor's village from then on, where somebody else may have to go.
    """

    def steps(self) -> Sequence[Step]:
        """First what would stand twice, then whose they are."""
        ends = {"state": "'closed'", "result": "'merged'", "closed_on": "greatest(%(today)s::date, t.found_on)"}
        moved = "t.closed_on is null and not %(same_village)s"
        fresh = {
            name: f"case when {moved} then {new} else t.{name} end"
            for name, new in {"state": "'found'", "assignee_id": "null", "sharing_id": "null"}.items()
        }
        mine = {self.column: "%(survivor)s", "village": "%(village)s"}
        return [
            Step(self.model, f"{self.its} and {_CLASH}", ends, versioned=True),
            Step(self.model, self.its, mine | fresh, versioned=True),
        ]


CLAIMS: tuple[Claim, ...] = (FindsOnce(Outreach, "person"),)
READINGS = {"outreach.opened": 1}
"""Readings whose rows are persons, after the number of the outreach."""
