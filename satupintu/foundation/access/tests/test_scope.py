"""Entering a scope inside a transaction: what fails there undoes as much as was said."""

from contextlib import suppress

import pytest
from django.db import connection, transaction

from satupintu.foundation.access import entered
from satupintu.foundation.access.scope import NOTHING, Scope, current

pytestmark = pytest.mark.django_db
WIDE = Scope(spans=((0, 10),))


@pytest.mark.parametrize("savepoint", [True, False])
def test_a_failure_inside_undoes_the_whole_only_without_a_savepoint(savepoint: bool) -> None:
    with transaction.atomic():
        with suppress(ZeroDivisionError), entered(WIDE, savepoint=savepoint):
            raise ZeroDivisionError
        undone, connection.needs_rollback = connection.needs_rollback, False
    assert undone is not savepoint


@pytest.mark.parametrize("savepoint", [True, False])
def test_afterwards_exists_what_existed_before(savepoint: bool) -> None:
    with entered(NOTHING):
        with entered(WIDE, savepoint=savepoint), connection.cursor() as cursor:
            cursor.execute("select current_setting('app.scope')")
            assert cursor.fetchone() == ("{[0,10)}",) and current() is WIDE
        with connection.cursor() as cursor:
            cursor.execute("select current_setting('app.scope')")
            assert cursor.fetchone() == ("",) and current() is NOTHING
