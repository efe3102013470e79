"""D6: officers decide at the same moment. Nobody is merged twice, nothing is lost, and everything can be taken back."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from satupintu.engine.actions import WrongState
from satupintu.foundation.access import house
from satupintu.registry.matching.actions import decide, report, undo
from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.tests.conftest import ARA, KK, prints
from satupintu.registry.matching.words import Decision, PairState
from satupintu.registry.people.actions import change, register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars
from tests.crowd import Crowd

ROUNDS = 12
NAMES = "Rahmatullah Baso Caya Nurul Andi Besse Hasan Tahir".split()

pytestmark = pytest.mark.slow


@pytest.fixture
def neighbours(at_once: Crowd, under: Any) -> list[Person]:
    """Eight people of one village and one family card."""
    by = at_once.cast.ara_koordinator
    with under(by):
        return [register(by=by, who=Particulars(village=ARA, name=name), kk_number=KK) for name in NAMES]


def told(at_once: Crowd, under: Any, one: Person, other: Person) -> Pair:
    """A pair, told by the coordinator of the village."""
    with under(at_once.cast.ara_koordinator):
        return report(by=at_once.cast.ara_koordinator, one=one, other=other)


def deciding(under: Any, by: Any, pair: Pair, survivor: int) -> Callable[[], Any]:
    """An officer who says that the two are one person."""

    def act() -> Any:
        with under(by):
            return decide(pair, by=by, decision=Decision.SAME, survivor=survivor)

    return act


def undoing(under: Any, by: Any, merge: Merge) -> Callable[[], Any]:
    """An officer who takes a merge back."""

    def act() -> Any:
        with under(by):
            return undo(merge, by=by)

    return act


def standing() -> list[Merge]:
    """Merges that are not undone, the newest first."""
    with house("uji", quietly=True):
        return list(Merge.objects.standing().order_by("-pk"))


def is_sound() -> None:
    """Every record that stands for nobody has one merge, and leads to a record that stands for somebody."""
    with house("uji", quietly=True):
        leads = dict(Person.everyone.exclude(merged_into=None).values_list("pk", "merged_into_id"))
        assert not set(leads) & set(leads.values()), "a record leads to one that stands for nobody"
    merged = [merge.merged_id for merge in standing()]
    assert sorted(merged) == sorted(leads)


def test_two_officers_who_merge_one_pair_at_once_merge_it_once(
    at_once: Crowd, under: Any, neighbours: list[Person]
) -> None:
    before = prints()
    one, other = neighbours[:2]
    pair = told(at_once, under, one, other)
    first, second = at_once.cast.ara_koordinator, at_once.cast.bulukumba_manajer
    for _round in range(ROUNDS):
        # Each would keep another record.
        answers = at_once(deciding(under, first, pair, one.pk), deciding(under, second, pair, other.pk))
        assert [type(answer) for answer in at_once.refused(answers)] == [WrongState]
        is_sound()
        (merge,) = standing()
        undone = at_once(undoing(under, first, merge), undoing(under, second, merge))
        assert len(at_once.refused(undone)) == 1
    assert prints() == before


def test_a_chain_merged_from_both_ends_at_once_leads_to_one_who_stands(
    at_once: Crowd, under: Any, neighbours: list[Person]
) -> None:
    before = prints()
    a, b, c = neighbours[:3]
    left, right = told(at_once, under, a, b), told(at_once, under, b, c)
    first, second = at_once.cast.ara_koordinator, at_once.cast.bulukumba_manajer
    for survivors in [(b, c), (a, c), (b, b), (a, b)] * (ROUNDS // 4):
        answers = at_once(
            deciding(under, first, left, survivors[0].pk), deciding(under, second, right, survivors[1].pk)
        )
        is_sound()
        # Whoever comes second and finds B gone is told so; otherwise both stand.
        assert len(standing()) == 2 - len(at_once.refused(answers)) > 0
        for merge in standing():
            undoing(under, first, merge)()
    assert prints() == before


def test_merging_undoing_and_changing_at_random_loses_nothing(
    at_once: Crowd, under: Any, neighbours: list[Person]
) -> None:
    before, dice = prints(frozenset({"version", "occupation"})), Random(6)
    officers = [at_once.cast.ara_koordinator, at_once.cast.bulukumba_manajer]
    done: list[tuple[int, str]] = []

    def random_act(number: int) -> Callable[[], Any]:
        by, there = officers[number % 2], standing()
        one, other = dice.sample(neighbours, 2)
        if there and dice.random() < 0.4:
            return undoing(under, by, dice.choice(there))
        if dice.random() < 0.4:
            job = f"Nelayan {number}"

            def act() -> Any:
                with under(by):
                    changed = change(one, by=by, who=Particulars(village=ARA, name=one.name, occupation=job))
                done.append((one.pk, job))
                return changed

            return act
        return deciding(under, by, told(at_once, under, one, other), one.pk)

    for number in range(4 * ROUNDS):
        at_once(*(random_act(4 * number + place) for place in range(4)))
        is_sound()
    for merge in standing():
        undoing(under, officers[0], merge)()
    assert prints(frozenset({"version", "occupation"})) == before
    assert len(done) > ROUNDS
    with house("uji", quietly=True):
        assert not Pair.objects.filter(state=PairState.SAME).exists()
