"""T3, T8: a pass opens exactly its letter: no other row of any table, whatever is claimed; and a proof opens its pass."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.walls import declared
from satupintu.lib.printed_codes import fingerprint
from satupintu.lib.walls import Wall
from satupintu.work.referrals import codes
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
TABLES = sorted(item.table for item in declared() if isinstance(item, Wall) and "select" in item.grants)
LETTER = {
    "referrals_referral": "id",
    "referrals_reply": "referral_id",
    "referrals_pass": "referral_id",
}
"""Tables of a letter, by the column that names it."""
BY_SUBJECT = {"documents_attachment", "events_event"}
"""Tables that name what their rows belong to."""


def seen(scope: Scope) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that exists in a scope: of a letter's tables whose it is, of the others that it is there."""
    found = {}
    with entered(scope), connection.cursor() as cursor:
        for table in TABLES:
            what = LETTER.get(table) or ("subject_type, subject_id" if table in BY_SUBJECT else "1")
            cursor.execute(f"select distinct {what} from {table}")
            if rows := cursor.fetchall():
                found[table] = rows
    return found


def test_a_guest_sees_the_letter_with_all_that_belongs_to_it_and_nothing_else(world: World) -> None:
    for record in world.records:
        letter = record.keys["letter_pk"]
        assert seen(Scope(guest=("referral", letter))) == {
            **{key: [(letter,)] for key in LETTER},
            **{key: [("referral", letter)] for key in BY_SUBJECT},
            "documents_content": [(1,)],
        }


claims = st.one_of(
    st.none(),
    st.tuples(
        st.sampled_from(["referral", "complaint", "person", "letter", "", "referral:", "%"]),
        st.one_of(st.integers(-1, 10**6), st.integers(0, 17)),
    ),
)


@pytest.mark.slow
def test_whatever_a_guest_claims_opens_at_most_that_one_letter(world: World) -> None:
    letters = {record.keys["letter_pk"] for record in world.records}

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(claims, st.sampled_from(["", "0" * 64, "x", *(fingerprint(str(number)) for number in range(3))]))
    def check(claim: tuple[str, int] | None, proof: str) -> None:
        if claim is not None and claim[1] < len(world.records):
            claim = (claim[0], sorted(letters)[claim[1]])
        found = seen(Scope(guest=claim, proof=proof))
        opened = {number for (number,) in found.get("referrals_referral", [])}
        assert opened == ({claim[1]} & letters if claim and claim[0] == "referral" else set())
        assert set(found) <= {*LETTER, *BY_SUBJECT, "documents_content"}
        assert opened or not set(found) - BY_SUBJECT - {"documents_content"}, found

    check()


def test_a_proof_opens_its_pass_and_not_the_letter(world: World) -> None:
    first, second = world.at("own"), world.at("elsewhere")
    with entered(Scope(guest=("referral", first.keys["letter_pk"]))), connection.cursor() as cursor:
        cursor.execute("select id, digest from referrals_pass")
        ((number, digest),) = cursor.fetchall()
    assert digest == fingerprint(codes.code_of(number))
    assert seen(Scope(proof=digest)) == {"referrals_pass": [(first.keys["letter_pk"],)]}
    assert seen(Scope(proof=digest[:-1])) == {} == seen(Scope(proof=""))
    assert second.keys["letter_pk"] != first.keys["letter_pk"]


@pytest.mark.parametrize(
    "change",
    [
        "update referrals_referral set need = 'x' where id = {other}",
        "update referrals_pass set browser = 'x' where referral_id = {other}",
        "update complaints_complaint set about = 'x'",
        "update referrals_referral set village = village + 1 where id = {other}",
    ],
)
def test_a_guest_changes_nothing_beyond_the_letter(change: str, world: World) -> None:
    own, other = world.at("own").keys["letter_pk"], world.at("elsewhere").keys["letter_pk"]
    with entered(Scope(guest=("referral", own))), connection.cursor() as cursor:
        cursor.execute(change.format(other=other))
        assert cursor.rowcount == 0


@pytest.mark.parametrize(("letter", "by"), [("elsewhere", "null"), ("own", "author")])
def test_a_guest_writes_no_reply_to_another_letter_and_none_in_an_officer_s_name(
    letter: str, by: str, world: World
) -> None:
    own, author = world.at("own").keys["letter_pk"], str(world.at("own").author)
    row = f"{world.at(letter).keys['letter_pk']}, 'accepted', '', '', {by.replace('author', author)}, 'x'"
    add = f"insert into referrals_reply (referral_id, kind, reason, text, by_id, by_label) values ({row})"
    with entered(Scope(guest=("referral", own))), connection.cursor() as cursor:
        refused = pytest.raises(DatabaseError)
        with refused, transaction.atomic():
            cursor.execute(add)
