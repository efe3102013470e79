"""An action: shut until somebody stands at the gate, whole or not at all, once for a key."""

import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction

from satupintu.engine.actions import ACTIONS, Conflict, Refused, action, trust, used
from satupintu.engine.actions.gate import _Shut
from satupintu.engine.actions.models import Done
from satupintu.foundation.offices.models import Office


@action("test.rename")
def rename(office: Office, *, by: Any, name: str, fail: bool = False) -> Office:
    """Used by these tests only."""
    office.name = name
    office.save()
    if fail:
        raise RuntimeError("in the middle")
    return office


del ACTIONS["test.rename"]  # A verb of these tests is no verb of the house, also where its tests are only collected.


@pytest.fixture(autouse=True)
def open_gate() -> Any:
    """Whoever acts here may."""

    class Open:
        def admit(self, verb: str, by: Any, subject: object) -> None:
            return None

    before = trust(Open())
    yield
    trust(before)


def test_without_a_gatekeeper_everything_is_refused(cast: Any) -> None:
    trust(_Shut())
    with pytest.raises(Refused):
        rename(cast.ara_koordinator.office, by=cast.ara_koordinator, name="Lain")


def test_a_failure_in_the_middle_leaves_everything_as_it_was(cast: Any) -> None:
    office = cast.ara_koordinator.office
    with pytest.raises(RuntimeError):
        rename(office, by=cast.ara_koordinator, name="Lain", fail=True, key="gagal")
    assert Office.objects.get(pk=office.pk).name == "Puskesos Desa Ara"
    assert not Done.objects.filter(key="gagal").exists(), "a failed act does not use its key up"


def test_an_older_version_is_a_conflict(cast: Any) -> None:
    office = cast.ara_koordinator.office
    rename(office, by=cast.ara_koordinator, name="Satu", seen=1)
    with pytest.raises(Conflict) as clash:
        rename(office, by=cast.ara_koordinator, name="Dua", seen=1)
    assert clash.value.current.name == "Satu"


def test_a_key_answers_what_the_first_call_answered(cast: Any) -> None:
    office = cast.ara_koordinator.office
    first = rename(office, by=cast.ara_koordinator, name="Satu", key="k")
    second = rename(office, by=cast.ara_koordinator, name="Dua", key="k")
    assert second == first
    assert second.name == "Satu"
    assert second.version == 2


def test_a_form_is_sent_once_more_only_by_whom_and_for_what_it_was_sent(cast: Any) -> None:
    rename(cast.ara_koordinator.office, by=cast.ara_koordinator, name="Satu", key="k")
    assert used("k", "test.rename", cast.ara_koordinator)
    assert not used("k", "test.rename", cast.bira_koordinator)
    assert not used("k", "test.other", cast.ara_koordinator)
    assert not used("l", "test.rename", cast.ara_koordinator)


@pytest.mark.django_db(transaction=False)
def test_two_clicks_at_once_are_one_act(cast: Any, django_db_blocker: Any) -> None:
    """The second click waits for the first and gets its answer. The test's own transaction is left for this."""
    key = "dua-klik-bersamaan"
    outcomes: list[bool] = []

    def click() -> None:
        with django_db_blocker.unblock():
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(
                        "insert into actions_done (key, verb) values (%s, 'x') on conflict (key) do nothing", [key]
                    )
                    outcomes.append(bool(cursor.rowcount))
                    cursor.execute("select pg_sleep(0.3)")
                    transaction.set_rollback(False)
            finally:
                connections["default"].close()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [False, False, False, True]
