"""Codes for a receiver without an account: given, taken back, bound to one browser, ended by the last word."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import Guest, Scope, entered, house
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.referrals import actions, codes
from satupintu.work.referrals.models import Pass, Referral
from satupintu.work.referrals.words import PassState, Reason


@pytest.fixture
def given(letter: Referral, cast: Any, under: Any) -> Pass:
    """A code for the letter."""
    with under(cast.ara_koordinator):
        return actions.issue_pass(letter, by=cast.ara_koordinator)


def guest(letter: Referral) -> Guest:
    return Guest(("referral", letter.pk), letter.to_office_id, letter.to_office.name, "dr. Rina", "IGD")


def test_a_code_has_eighty_bits_and_the_table_keeps_its_fingerprint_only(given: Pass) -> None:
    code = codes.code_of(given.pk)
    assert re.fullmatch(r"(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}", code)
    assert given.digest == fingerprint(code.lower().replace("-", " "))
    assert code not in str(vars(given))
    assert len({codes.code_of(number) for number in range(200)}) == 200


def test_a_code_is_given_and_taken_back_with_an_event_each(
    letter: Referral, given: Pass, cast: Any, under: Any
) -> None:
    by = cast.ara_koordinator
    with under(by):
        assert codes.printed_code(letter) == codes.code_of(given.pk)
        actions.revoke_pass(letter, by=by)
        assert codes.printed_code(letter) == ""
        given.refresh_from_db()
        assert given.state == PassState.REVOKED
        names = set(Event.objects.about(letter).values_list("name", flat=True))
        assert names >= {"referral.pass_issued", "referral.pass_revoked"}
        with pytest.raises(WrongState):
            actions.revoke_pass(letter, by=by)


def test_a_new_code_ends_the_older_one(letter: Referral, given: Pass, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        newer = actions.issue_pass(letter, by=by)
        given.refresh_from_db()
        assert (given.live, newer.live) == (False, True)
        assert actions.issue_pass(letter, by=by, key="satu") == actions.issue_pass(letter, by=by, key="satu")
        assert letter.passes.count() == 3


@pytest.mark.parametrize("act", [actions.issue_pass, actions.revoke_pass])
def test_only_the_office_that_wrote_the_letter_gives_and_takes_codes(
    act: Any, letter: Referral, given: Pass, cast: Any, under: Any
) -> None:
    for stranger in (cast.bulukumba_dukcapil, cast.bira_koordinator, cast.bulukumba_manajer, cast.bontobahari_tksk):
        with under(stranger), pytest.raises(Refused):
            act(letter, by=stranger)


def test_the_last_word_ends_the_code(letter: Referral, given: Pass, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_dukcapil):
        actions.accept(letter, by=cast.bulukumba_dukcapil)
        given.refresh_from_db()
        assert given.live
        actions.serve(letter, by=cast.bulukumba_dukcapil, text="Sudah")
        given.refresh_from_db()
        assert given.state == PassState.USED
    with under(cast.ara_koordinator), pytest.raises(WrongState):
        actions.issue_pass(letter, by=cast.ara_koordinator)


def test_a_code_is_bound_to_the_first_browser_and_to_no_other(letter: Referral, given: Pass) -> None:
    with entered(Scope(guest=("referral", letter.pk))):
        actions.bind_pass(letter, by=guest(letter), number=given.pk, secret="satu")
        with pytest.raises(WrongState):
            actions.bind_pass(letter, by=guest(letter), number=given.pk, secret="dua")
        given.refresh_from_db()
        assert given.state == PassState.OPENED
        assert given.browser == codes.browser_fingerprint("satu")


def test_a_guest_does_what_a_receiver_does_to_the_own_letter_and_nothing_else(
    letter: Referral, given: Pass, cast: Any, under: Any
) -> None:
    with under(cast.ara_koordinator):
        words = {name: getattr(letter, name) for name in ("origin_type", "origin_id", "origin_number", "field", "need")}
        other = actions.send(
            actions.Letter(village_id=letter.village_id, due_at=letter.due_at, **words),
            to=letter.to_office,
            by=cast.ara_koordinator,
        )
    by = guest(letter)
    with entered(Scope(guest=("referral", letter.pk))):
        written = actions.accept(letter, by=by, text="Baik")
        assert (written.by_id, written.by_label) == (None, "dr. Rina · IGD · Dinas Dukcapil Bulukumba")
        with pytest.raises(Refused):
            actions.accept(other, by=by)
        for act in (actions.issue_pass, actions.revoke_pass, actions.remind):
            with pytest.raises(Refused):
                act(letter, by=by)
        with pytest.raises(Refused):
            actions.withdraw(letter, by=by, text="Bukan haknya")
        event = Event.objects.get(name="referral.accepted")
        assert (event.role, event.actor, event.appointment_id) == ("guest", by.label, None)
    with house("uji", quietly=True), pytest.raises(Refused):
        actions.reject(other, by=by, reason=Reason.NOT_OURS)


def test_a_guest_s_name_cannot_pass_for_an_office(letter: Referral) -> None:
    typed = Guest(("referral", 1), 1, "RSUD", "Irmawati · Petugas OPD", "Dukcapil" * 20)
    assert typed.label.count(" · ") == 2 and typed.label.endswith(" · RSUD") and len(typed.label) <= 200


def test_an_old_code_opens_nothing(letter: Referral, given: Pass) -> None:
    with house("uji", quietly=True):
        Pass.objects.filter(pk=given.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
        given.refresh_from_db()
        assert given.state == PassState.EXPIRED
    with entered(Scope(proof=given.digest)):
        assert codes.of_code(codes.code_of(given.pk)) is None
