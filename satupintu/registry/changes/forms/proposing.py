"""Which form asks for which kind of proposal."""

from collections.abc import Iterable

from satupintu.registry.changes.forms.base import ProposalForm
from satupintu.registry.changes.forms.households import HouseholdForm, NotPoorForm, SplitForm
from satupintu.registry.changes.forms.needs import NeedAddedForm, NeedEndedForm, endable
from satupintu.registry.changes.forms.persons import CorrectionForm, DeathForm, MemberForm, MovingInForm, MovingOutForm
from satupintu.registry.changes.rules import NEEDS
from satupintu.registry.changes.words import Kind
from satupintu.registry.people.models import Household, Person

FORMS: dict[Kind, type[ProposalForm]] = {
    form.kind: form
    for form in (
        CorrectionForm,
        DeathForm,
        MovingOutForm,
        NeedAddedForm,
        NeedEndedForm,
        MemberForm,
        SplitForm,
        NotPoorForm,
        HouseholdForm,
        MovingInForm,
    )
}
"""Kind → its form, those about a person first."""
ABOUT_PERSON = (Kind.CORRECTION, Kind.DEATH, Kind.MOVING_OUT, *NEEDS)
ABOUT_HOUSEHOLD = (Kind.NEW_MEMBER, Kind.MOVING_IN, Kind.SPLIT_CARD, Kind.NOT_POOR, *NEEDS)
ABOUT_NOBODY = (Kind.NEW_HOUSEHOLD, Kind.MOVING_IN)
"""What can be proposed from the page of a person, of a household, and from none."""


def kinds_for(person: Person | None, household: Household | None) -> Iterable[Kind]:
    """What can be proposed about whom; only a kind of PPKS that holds can end."""
    subject = person or household
    if subject is None:
        return ABOUT_NOBODY
    ways = ABOUT_PERSON if person is not None else ABOUT_HOUSEHOLD
    return ways if endable(subject) else tuple(kind for kind in ways if kind is not Kind.PPKS_ENDED)
