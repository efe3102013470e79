"""What becomes of proposals when two records prove to be one person: they are about the survivor, in the village that made
them. The version that one was written against was the other record's, so it is forgotten: then applying compares, value by
value, what was there with what stands there now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext_noop as noop

from satupintu.registry.changes import rules
from satupintu.registry.changes.models import ChangeRequest, Session
from satupintu.registry.people.claims import Claim, Held, Moves, Step, Unfinished

_OPEN = ", ".join(f"'{status.value}'" for status in sorted(rules.OPEN))
_NAMED = (
    "(t.details @> jsonb_build_object('people', jsonb_build_array(%(merged)s::bigint)) or t.details @> "
    "jsonb_build_object('members', jsonb_build_array(jsonb_build_object('pk', %(merged)s::bigint))))"
)
_PEOPLE = (
    "select jsonb_agg(distinct case when one = to_jsonb(%(merged)s::bigint) then to_jsonb(%(survivor)s::bigint) else one end) "
    "from jsonb_array_elements(t.details -> 'people') one"
)
_MEMBERS = (
    "select jsonb_agg(case when one -> 'pk' = to_jsonb(%(merged)s::bigint) "
    "then one || jsonb_build_object('pk', %(survivor)s::bigint) else one end order by place) "
    "from jsonb_array_elements(t.details -> 'members') with ordinality told (one, place)"
)


@dataclass(frozen=True, slots=True)
class MovesWithAllNamed(Moves):
    """The same, and whoever an open proposal names besides: who died, who moves along, who leaves for a card of their own."""

    def steps(self) -> Sequence[Step]:
        """Whom it is about, and everybody in its details."""
        details = (
            f"t.details || jsonb_strip_nulls(jsonb_build_object('people', ({_PEOPLE}))) "
            f"|| jsonb_strip_nulls(jsonb_build_object('members', ({_MEMBERS})))"
        )
        return [
            *super(MovesWithAllNamed, self).steps(),
            Step(ChangeRequest, f"t.status in ({_OPEN}) and {_NAMED}", {"details": details}),
        ]


CLAIMS: tuple[Claim, ...] = (MovesWithAllNamed(ChangeRequest, "person", also={"person_version": "null"}),)
HELD = (
    Held(
        ChangeRequest,
        lambda people: reduce(
            or_, (Q(details__people__contains=[one]) | Q(details__members__contains=[{"pk": one}]) for one in people)
        ),
    ),
)
"""Proposals about a household or several people, which name them among others."""
UNLINKED = {Session: "a village meeting: who led it, in what office"}
"""What holds people's data and leads to no one person: why."""
READINGS = {"change.prepared": 0}
"""Readings whose rows are persons."""
UNFINISHED = (Unfinished(ChangeRequest, Q(status__in=rules.OPEN), noop("Masih ada usulan perubahan yang berjalan.")),)
"""What must be ended before anything is erased."""
