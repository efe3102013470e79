"""A proposal's life: each act works, is refused to strangers and in a wrong state, leaves an event, twice is once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events.models import Event
from satupintu.registry.changes import actions, frozen, rules
from satupintu.registry.changes.actions import Decree
from satupintu.registry.changes.models import ChangeRequest, Move, Verification
from satupintu.registry.changes.tests.conftest import ARA, ROUND, paper, ratified, visit
from satupintu.registry.changes.words import Basis, Found, Group, MoveKind, ReturnReason, Status
from satupintu.registry.people.actions import change
from satupintu.registry.people.models import Person

Bring = Callable[..., ChangeRequest]


def act_vouch(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    said = {"signed_by": "Sila", "position": "Kepala Desa", "signed_on": date(2026, 11, 9), "paper": paper("sptjm.pdf")}
    return actions.vouch(one, by=by, **said, **rest)


def act_verify(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    return actions.verify(one, by=by, visit=visit(), **rest)


def act_give_back(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    return actions.give_back(one, by=by, reason=ReturnReason.INCOMPLETE, **rest)


def act_withdraw(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    return actions.withdraw(one, by=by, text="Keliru", **rest)


def act_check(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    return actions.check(one, by=by, **rest)


def act_apply(one: ChangeRequest, by: Any, **rest: Any) -> Any:
    return actions.apply(one, by=by, **rest)


ACTS: dict[str, tuple[str, str, Callable[..., Any], str]] = {
    "withdraw": ("proposed", "ara_fasilitator", act_withdraw, "change.withdrawn"),
    "vouch": ("proposed", "ara_koordinator", act_vouch, "change.vouched"),
    "verify": ("agreed", "bontobahari_supervisor", act_verify, "change.verified"),
    "check": ("verified", "bulukumba_belakang", act_check, "change.checked"),
    "give_back": ("verified", "bulukumba_manajer", act_give_back, "change.returned"),
    "apply": ("ratified", "bulukumba_belakang", act_apply, "change.applied"),
}
"""Where a proposal must stand, who does it, how, and what event it leaves."""
acts = pytest.mark.parametrize("name", ACTS)
STRANGERS = ("bira_koordinator", "panakkukang_koordinator", "gowa_manajer", "bulukumba_dukcapil", "ara_depan")


@acts
def test_it_works_and_leaves_one_event(name: str, brought: Bring, cast: Any, under: Any) -> None:
    state, who, act, event = ACTS[name]
    one, by = brought(state), getattr(cast, who)
    with under(by):
        act(one, by)
        assert Event.objects.about(one).filter(name=event).count() == 1
        one.refresh_from_db()
        moves = [MoveKind(kind) for kind in one.moves.order_by("pk").values_list("kind", flat=True)]
        assert one.status_word is rules.status(moves), "the state is what the moves say"


@acts
def test_a_stranger_is_refused(name: str, brought: Bring, cast: Any, under: Any) -> None:
    state, _who, act, _event = ACTS[name]
    one = brought(state)
    for stranger in STRANGERS:
        by = getattr(cast, stranger)
        with under(by), pytest.raises(Refused):
            act(one, by)
    with under(cast.ara_koordinator):
        assert ChangeRequest.objects.get(pk=one.pk).status == state


@acts
def test_elsewhere_it_is_refused(name: str, brought: Bring, cast: Any, under: Any) -> None:
    state, who, act, _event = ACTS[name]
    one = brought("applied" if state != "applied" else "proposed")
    by = getattr(cast, who)
    with under(by), pytest.raises(WrongState, match="sudah berstatus"):
        act(one, by)


@acts
def test_sent_twice_is_done_once(name: str, brought: Bring, cast: Any, under: Any) -> None:
    state, who, act, event = ACTS[name]
    one, by = brought(state), getattr(cast, who)
    with under(by):
        assert act(one, by, key="sekali") == act(one, by, key="sekali")
        assert Event.objects.about(one).filter(name=event).count() == 1


def test_nobody_decides_about_what_they_proposed(brought: Bring, cast: Any, under: Any) -> None:
    for state, who in {
        "agreed": "bontobahari_supervisor",
        "checked": "bulukumba_manajer",
        "ratified": "bulukumba_manajer",
    }.items():
        by = getattr(cast, who)
        one = brought(state, title=state, after={"name": state})
        with under(by):
            ChangeRequest.objects.filter(pk=one.pk).update(proposer_account_id=by.account_id)
            one.refresh_from_db()
            with pytest.raises(Refused):
                if state == "agreed":
                    actions.verify(one, by=by, visit=visit())
                elif state == "checked":
                    ratified(cast, under, one, number="SK/9")
                else:
                    actions.apply(one, by=by)
            ChangeRequest.objects.filter(pk=one.pk).update(status="withdrawn", ratification=None)


def test_whoever_verified_does_not_check(brought: Bring, cast: Any, under: Any) -> None:
    one, by = brought("verified"), cast.bulukumba_manajer
    with under(by):
        last = one.moves.get(kind=MoveKind.VERIFIED)
        one.moves.create(
            kind=MoveKind.VERIFIED,
            by=by,
            account_id=by.account_id,
            by_label=by.label,
            village_id=ARA,
            clearance=last.clearance,
        )
        with pytest.raises(Refused):
            actions.check(one, by=by)


def test_a_proposal_freezes_both_sides_and_is_made_once(proposed: Any, correction: Any, cast: Any, under: Any) -> None:
    one, by = proposed(), cast.ara_fasilitator
    assert (one.before, one.after) == ({"name": "Daeng Manai"}, {"name": "Daeng Manai bin Sila"})
    assert one.number.startswith("P7302032006-U") and one.status_word is Status.PROPOSED
    with under(by):
        with pytest.raises(WrongState, match=one.number):
            actions.propose(correction(), by=by, village=ARA)
        with pytest.raises(WrongState, match="Belum ada data"):
            actions.propose(correction(after={}, before={}), by=by, village=ARA)
        with pytest.raises(Refused):
            actions.propose(correction(), by=by, village=7302032005)
        other = correction(basis=Basis.STATEMENT, kind="death", details={"people": [1]})
        first, second = (actions.propose(other, by=by, village=ARA, key="a", evidence=[paper()]) for _turn in range(2))
        assert first == second and Attachment.objects.of(first).count() == 1
        assert [e.name for e in Event.objects.about(first)] == ["attachment.added", "change.proposed"]
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.propose(correction(), by=cast.ara_depan, village=ARA)


def test_what_a_visit_does_not_confirm_goes_back_with_what_was_found(brought: Bring, cast: Any, under: Any) -> None:
    one, by = brought("agreed"), cast.bontobahari_supervisor
    with under(by):
        made = actions.verify(one, by=by, visit=visit(confirmed=False), photos=[paper("foto.pdf")])
        one.refresh_from_db()
        assert one.status_word is Status.RETURNED
        assert one.moves.latest_return().reason == ReturnReason.MISMATCH
        assert Attachment.objects.of(made).count() == 1
        assert Verification.objects.filter(confirmed=True).count() == 0


@pytest.mark.parametrize(("changed", "state"), [(False, Status.AGREED), (True, Status.PROPOSED)])
def test_a_returned_proposal_is_repaired_and_sent_again(
    changed: bool, state: Status, brought: Bring, correction: Any, cast: Any, under: Any
) -> None:
    one, by = brought("verified"), cast.ara_fasilitator
    with under(cast.bulukumba_belakang):
        actions.give_back(one, by=cast.bulukumba_belakang, reason=ReturnReason.INCOMPLETE, text="KTP-nya mana?")
    what = correction(after={"name": "Lain Lagi"}) if changed else correction()
    with under(cast.bira_koordinator), pytest.raises(Refused):
        actions.resend(one, by=cast.bira_koordinator, what=what)
    with under(by):
        again = [actions.resend(one, by=by, what=what, key="sekali", evidence=[paper()]) for _turn in range(2)]
        assert again[0] == again[1] and again[0].status_word is state
        assert Event.objects.about(one).filter(name="change.resent").count() == 1
        with pytest.raises(WrongState):
            actions.resend(again[0], by=by, what=what)


def test_a_meeting_counts_when_it_is_closed_with_its_papers(proposed: Any, meeting: Any, cast: Any, under: Any) -> None:
    one, by = proposed(), cast.ara_koordinator
    session = meeting(one, closed=False)
    with under(by):
        one.refresh_from_db()
        assert one.status_word is Status.PROPOSED
        with pytest.raises(WrongState, match="unggah berita acara, unggah daftar hadir, isi jumlah yang hadir"):
            actions.close_session(session, by=by)
        assert actions.attend(session, by=by, came={Group.RT: (5, 3, 2), Group.BABINSA: (1, 1, 0)}) == 6
        actions.enclose(session, by=by, minutes=paper("ba.pdf"))
        with pytest.raises(WrongState, match="unggah daftar hadir"):
            actions.close_session(session, by=by)
        actions.enclose(session, by=by, attendance_list=paper("hadir.pdf"))
        for turn in range(2):
            actions.close_session(session, by=by, key=f"tutup{turn and 0}")
        one.refresh_from_db()
        assert one.status_word is Status.AGREED and one.able is False
        session.refresh_from_db()
        for late in (
            lambda: actions.attend(session, by=by, came={}),
            lambda: actions.enclose(session, by=by, minutes=paper()),
            lambda: actions.decide(session, by=by, request=one, found=Found.FOUND, able=False),
            lambda: actions.close_session(session, by=by),
        ):
            with pytest.raises(WrongState, match="sudah ditutup"):
                late()
        names = set(Event.objects.about(session).values_list("name", flat=True))
        assert {"musdes.opened", "musdes.attended", "musdes.decided", "musdes.enclosed", "musdes.closed"} <= names


@pytest.mark.parametrize("verb", ["open", "attend", "decide", "enclose", "close"])
def test_a_meeting_is_kept_by_its_own_village(verb: str, proposed: Any, meeting: Any, cast: Any, under: Any) -> None:
    one = proposed()
    session = meeting(one, closed=False)
    for by in (cast.bira_koordinator, cast.ara_fasilitator, cast.bontobahari_tksk, cast.bulukumba_manajer):
        with under(by), pytest.raises(Refused):
            if verb == "open":
                said = {"held_on": session.held_on, "place": "x", "leader": "x", "leader_position": "x"}
                actions.open_session(by=by, village=ARA, **said)
            elif verb == "attend":
                actions.attend(session, by=by, came={})
            elif verb == "decide":
                actions.decide(session, by=by, request=one, found=Found.FOUND, able=True)
            elif verb == "enclose":
                actions.enclose(session, by=by, minutes=paper())
            else:
                actions.close_session(session, by=by)


def test_a_new_household_that_is_able_is_dropped(proposed: Any, meeting: Any, cast: Any, under: Any) -> None:
    one = proposed()
    meeting(one, found=Found.NEW, able=True)
    with under(cast.ara_koordinator):
        one.refresh_from_db()
        assert one.status_word is Status.DROPPED and one.able is True
        (decision,) = one.decisions.all()
        assert decision.outcome == rules.NOT_FOUND


def test_a_decree_ratifies_some_and_returns_others(brought: Bring, cast: Any, under: Any, family: Any) -> None:
    _home, _head, child = family
    first = brought("checked")
    second = brought("checked", person=child, title="Nurbaya", before={"name": "Nurbaya"})
    by = cast.bulukumba_manajer
    decree = Decree("SK/7", visit().on, "Bupati", "Bupati")
    rows = {"decree": decree, "requests": [first, second], "round_": ROUND, "key": "sekali"}
    back = {second.pk: (ReturnReason.IDENTITY, "NIK tidak padan")}
    with under(cast.bulukumba_belakang), pytest.raises(Refused):
        actions.ratify(by=cast.bulukumba_belakang, **rows)
    with under(by):
        made = actions.ratify(by=by, **rows, returned=back)
        assert actions.ratify(by=by, **rows, returned=back) == made
        assert [one.status for one in ChangeRequest.objects.order_by("pk")] == ["ratified", "returned"]
        assert list(made.requests.all()) == [first]
        assert Event.objects.about(made).get().facts == {"rows": 1, "returned": 1}
        with pytest.raises(WrongState, match="sudah dipakai"):
            actions.ratify(by=by, **(rows | {"key": "lain"}))
        with pytest.raises(WrongState, match="sudah berstatus"):
            actions.ratify(by=by, **(rows | {"key": "lain2", "decree": Decree("SK/8", visit().on, "B", "B")}))


def test_applying_never_writes_over_a_newer_change(brought: Bring, cast: Any, under: Any, family: Any) -> None:
    one, by = brought("ratified"), cast.bulukumba_belakang
    with under(cast.ara_koordinator):
        person = Person.objects.get(pk=one.person_id)
        newer = frozen.particulars(frozen.of_person(person) | {"name": "Manai Saja"}, ARA)
        change(person, by=cast.ara_koordinator, who=newer)
    with under(by):
        with pytest.raises(Conflict) as told:
            actions.apply(one, by=by)
        (clash,) = told.value.current  # type: ignore[misc]
        assert (clash.before, clash.now, clash.after) == ("Daeng Manai", "Manai Saja", "Daeng Manai bin Sila")
        assert Person.objects.get(pk=one.person_id).name == "Manai Saja"
        assert ChangeRequest.objects.get(pk=one.pk).status_word is Status.RATIFIED
        actions.give_back(one, by=by, reason=ReturnReason.NEWER)
        assert ChangeRequest.objects.get(pk=one.pk).ratification is None


def test_another_field_that_changed_stands_and_is_not_undone(brought: Bring, cast: Any, under: Any) -> None:
    one, by = brought("ratified"), cast.bulukumba_belakang
    with under(cast.ara_koordinator):
        person = Person.objects.get(pk=one.person_id)
        change(
            person,
            by=cast.ara_koordinator,
            who=frozen.particulars(frozen.of_person(person) | {"occupation": "Nelayan"}, ARA),
        )
    with under(by):
        actions.apply(one, by=by)
        person = Person.objects.get(pk=one.person_id)
        assert (person.name, person.occupation) == ("Daeng Manai bin Sila", "Nelayan")


def test_the_next_village_sees_nothing_of_it(brought: Bring, cast: Any, under: Any) -> None:
    one = brought("verified")
    for name in (
        "bira_koordinator",
        "panakkukang_koordinator",
        "gowa_manajer",
        "bulukumba_dukcapil",
        "nasional_auditor",
    ):
        with under(getattr(cast, name)):
            assert (
                not ChangeRequest.objects.exists() and not Move.objects.exists() and not Verification.objects.exists()
            )
    for name in ("ara_depan", "bontobahari_tksk", "bulukumba_kadis"):
        with under(getattr(cast, name)):
            assert ChangeRequest.objects.filter(pk=one.pk).exists()
