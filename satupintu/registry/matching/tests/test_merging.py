"""Merging two records and taking it back: every room's rows follow, nothing is lost, nobody is betrayed."""

from typing import Any

import pytest

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.matching.actions import confirm, decide, report, undo
from satupintu.registry.matching.models import Merge, MovedRow, Pair
from satupintu.registry.matching.tests.conftest import ARA, BIRA, prints
from satupintu.registry.matching.words import Decision, PairState
from satupintu.registry.people.actions import Absence, Home, Seat, change, register, register_household
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Departure,
    Household,
    HouseholdMember,
    NameToken,
    Person,
)
from satupintu.registry.people.search import find
from satupintu.registry.people.words import DepartureBasis, DepartureKind, Relationship


def merged(pair: Pair, by: Any, keep: int | None = None) -> Merge:
    decide(pair, by=by, decision=Decision.SAME, survivor=keep or pair.one_id)
    return Merge.objects.standing().latest("pk")


def test_a_record_of_the_same_village_is_merged_at_once(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    by = cast.ara_koordinator
    one, other = people
    with under(by):
        merged(pair, by)
        assert Person.objects.get() == one
        assert Person.everyone.get(pk=other.pk).merged_into_id == one.pk
        one.refresh_from_db()
        assert (one.occupation, one.mother_name, one.name) == ("Nelayan", "Hania", "Muh. Rahmatullah")
        assert CardMember.objects.filter(person=one).earliest("pk").until is None
        assert CardMember.objects.now().count() == 1
        assert Consent.objects.standing().get().person == one
        assert not NameToken.objects.filter(person=other).exists()


def test_nobody_finds_the_record_that_was_merged_away(
    cast: Any, under: Any, pair: Pair, desk: Any, people: Any
) -> None:
    by = cast.ara_koordinator
    one, other = people
    with under(by):
        merged(pair, by)
        assert [found.person for found in find("Rahmatullah Mattawang", by).people] in ([], [one])
        assert [found.person for found in find("7302031211870001", by).people] == [one]
        with pytest.raises(Refused):
            change(other, by=by, who=None)
    page = desk(by).get(f"/orang/{other.pk}/")
    assert (page.status_code, page["Location"]) == (302, f"/orang/{one.pk}/")
    assert desk(cast.bira_koordinator).get(f"/orang/{other.pk}/").status_code == 404


def test_merging_leaves_events_on_both_and_says_how_many_rows(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        merge = merged(pair, by)
        assert not MovedRow.objects.exists(), "what has followed is the house's own"
        with house("uji", quietly=True):
            rows = MovedRow.objects.filter(merge=merge).count()
        assert Event.objects.about(people[0])[0].facts == {"rows": rows}
        assert Event.objects.about(people[1])[0].name == "person.merged_away"
        assert Event.objects.about(pair)[0].sentence == "Memutuskan pasangan data ganda: Orang yang sama."


def test_undoing_gives_back_what_was_there(cast: Any, under: Any, pair: Pair) -> None:
    by = cast.ara_koordinator
    before = prints()
    with under(by):
        merge = merged(pair, by)
    assert prints() != before
    with under(by):
        undo(merge, by=by)
        assert Pair.objects.get(pk=pair.pk).word is PairState.OPEN
    assert prints() == before


def test_undoing_twice_is_refused_and_with_one_key_is_once(cast: Any, under: Any, pair: Pair) -> None:
    by = cast.ara_koordinator
    with under(by):
        merge = merged(pair, by)
        for _time in (1, 2):
            undo(merge, by=by, key="batal")
        with pytest.raises(WrongState):
            undo(merge, by=by)


def test_deciding_twice_with_one_key_merges_once(cast: Any, under: Any, pair: Pair) -> None:
    by = cast.ara_koordinator
    with under(by):
        for _time in (1, 2):
            decide(pair, by=by, decision=Decision.SAME, survivor=pair.one_id, key="sama")
        assert Merge.objects.count() == 1
        with pytest.raises(WrongState):
            decide(pair, by=by, decision=Decision.SAME, survivor=pair.one_id)


def test_a_decision_on_a_page_that_is_old_is_a_conflict(cast: Any, under: Any, pair: Pair) -> None:
    by = cast.ara_koordinator
    with under(by):
        decide(pair, by=by, decision=Decision.LATER, seen=1)
        with pytest.raises(Conflict):
            decide(pair, by=by, decision=Decision.DIFFERENT, seen=1)


def test_the_record_that_stands_must_be_chosen(cast: Any, under: Any, pair: Pair) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        decide(pair, by=cast.ara_koordinator, decision=Decision.SAME)


def test_the_stranger_of_the_next_village_sees_and_decides_nothing(
    cast: Any, under: Any, pair: Pair, people: Any
) -> None:
    by = cast.bira_koordinator
    with under(cast.ara_koordinator):
        merge = merged(pair, cast.ara_koordinator)
    with under(by):
        assert not Pair.objects.exists()
        assert not Merge.objects.exists()
        assert not MovedRow.objects.exists()
        for act in (
            lambda: decide(pair, by=by, decision=Decision.LATER),
            lambda: confirm(pair, by=by, agrees=True),
            lambda: undo(merge, by=by),
            lambda: report(by=by, one=people[0], other=people[1]),
        ):
            with pytest.raises(Refused):
                act()


def test_across_villages_a_second_officer_is_needed(cast: Any, under: Any, across: Pair, apart: Any) -> None:
    first, second = cast.bontobahari_supervisor, cast.bulukumba_manajer
    with under(first):
        decide(across, by=first, decision=Decision.SAME, survivor=apart[0].pk)
        assert Person.objects.count() == 2
        with pytest.raises(Refused):
            confirm(across, by=first, agrees=True)
    with under(second):
        confirm(across, by=second, agrees=True)
        assert Person.objects.filter(pk__in=[person.pk for person in apart]).get() == apart[0]
        assert set(CardMember.objects.filter(person=apart[0]).values_list("village_id", flat=True)) == {ARA}
        assert CardMember.objects.now().filter(person=apart[0]).count() == 1
    with under(cast.bira_koordinator):
        assert not CardMember.objects.exists()
        assert not Merge.objects.exists()


def test_a_second_officer_may_say_no_and_only_to_a_proposal(cast: Any, under: Any, across: Pair, apart: Any) -> None:
    first, second = cast.bontobahari_supervisor, cast.bulukumba_manajer
    with under(second), pytest.raises(WrongState):
        confirm(across, by=second, agrees=True)
    with under(first):
        decide(across, by=first, decision=Decision.SAME, survivor=apart[0].pk)
    with under(second):
        confirm(across, by=second, agrees=False)
        assert Pair.objects.get(pk=across.pk).word is PairState.OPEN
        assert not Merge.objects.exists()


def test_a_coordinator_decides_nothing_across_villages(cast: Any, under: Any, across: Pair) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        decide(across, by=cast.ara_koordinator, decision=Decision.DIFFERENT)


def test_different_is_remembered_and_may_be_opened_again(cast: Any, under: Any, pair: Pair) -> None:
    by = cast.ara_koordinator
    with under(by):
        decide(pair, by=by, decision=Decision.DIFFERENT)
        with pytest.raises(WrongState):
            decide(pair, by=by, decision=Decision.SAME, survivor=pair.one_id)
        assert decide(pair, by=by, decision=Decision.LATER).word is PairState.LATER


def test_of_two_homes_the_survivors_stands_and_headship_follows(
    cast: Any, under: Any, pair: Pair, people: Any, who: Any
) -> None:
    by = cast.ara_koordinator
    one, other = people
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(other, Relationship.HEAD)])
    before = prints()
    with under(by):
        merge = merged(pair, by)
        home.refresh_from_db()
        assert (home.head, HouseholdMember.objects.now().get().person) == (one, one)
        undo(merge, by=by)
        home.refresh_from_db()
        assert home.head == other
    assert prints() == before


def test_one_who_heads_another_home_leaves_it_without_a_head(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    by = cast.ara_koordinator
    one, other = people
    with under(by):
        register_household(by=by, home=Home(ARA), members=[Seat(one, Relationship.HEAD)])
        home = register_household(by=by, home=Home(ARA), members=[Seat(other, Relationship.HEAD)])
        merged(pair, by)
        assert Household.objects.get(pk=home.pk).head is None
        assert HouseholdMember.objects.now().filter(person=one).count() == 1


def test_a_death_that_was_told_of_the_other_record_kills_nobody(
    cast: Any, under: Any, pair: Pair, people: Any, who: Any
) -> None:
    by = cast.ara_koordinator
    with under(by):
        died = Absence(DepartureKind.DIED, DepartureBasis.NEIGHBOURS, None)
        change(people[1], by=by, who=who(name="Rahmatullah Dg. Mattawang", nik=""), absence=died)
        merged(pair, by)
        assert Person.objects.present().get() == people[0]
        assert Departure.objects.get().person == people[0]


def test_what_was_changed_since_stays_when_a_merge_is_undone(
    cast: Any, under: Any, pair: Pair, people: Any, who: Any
) -> None:
    by = cast.ara_koordinator
    with under(by):
        merge = merged(pair, by)
        change(people[0], by=by, who=who(occupation="Petani", mother_name="Hania"))
        undo(merge, by=by)
        one, other = Person.objects.order_by("pk")
        assert (one.occupation, one.mother_name) == ("Petani", "")
        assert (other.occupation, other.merged_into) == ("Nelayan", None)


def test_an_older_merge_is_undone_only_after_the_newer(
    cast: Any, under: Any, pair: Pair, people: Any, who: Any
) -> None:
    by = cast.ara_koordinator
    before = prints()
    with under(by):
        third = register(by=by, who=who(name="Rahmat", nik=""))
        second = report(by=by, one=people[0], other=third)
        first_merge = merged(pair, by)
        later = merged(second, by, keep=third.pk)
        assert Person.everyone.get(pk=people[1].pk).merged_into == third
        with pytest.raises(WrongState):
            undo(first_merge, by=by)
        undo(later, by=by)
        undo(first_merge, by=by)
        assert Person.objects.count() == 3
    assert before.keys() == prints().keys()


def test_complaints_and_the_daybook_follow_wherever_they_lie(
    cast: Any, under: Any, across: Pair, apart: Any, complaint_of: Any, desk: Any
) -> None:
    sealed = complaint_of(cast.bira_koordinator, BIRA, apart[1])
    before = prints()
    first, second = cast.bontobahari_supervisor, cast.bulukumba_manajer
    with under(first):
        decide(across, by=first, decision=Decision.SAME, survivor=apart[0].pk)
    with under(second):
        confirm(across, by=second, agrees=True)
    with house("uji", quietly=True):
        sealed.refresh_from_db()
        assert sealed.person_id == apart[0].pk
    assert desk(cast.bira_koordinator).get(f"/keluhan/{sealed.number}/").status_code == 200
    with under(second):
        undo(Merge.objects.get(), by=second)
    assert prints() == before
