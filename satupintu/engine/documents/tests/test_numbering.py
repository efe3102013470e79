"""Numbers of papers: one after the other, none twice, none lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.db import connections, transaction

from satupintu.engine.documents.numbering import next_number, next_value

THREADS = 8
EACH = 25


@pytest.fixture
def for_good(as_owner: psycopg.Connection[Any], django_db_blocker: Any) -> Iterator[None]:
    """Transactions that really commit, on the sequences of the office ``UJI``."""
    with django_db_blocker.unblock():
        yield
    as_owner.execute("delete from documents_counter where scope like 'UJI%'")


def _take(spoil: Callable[[int], bool]) -> list[str]:
    taken = []
    try:
        for turn in range(EACH):
            with transaction.atomic():
                number = next_number("K", "UJI", 2026)
                if spoil(turn):
                    transaction.set_rollback(True)
                else:
                    taken.append(number)
    finally:
        connections["default"].close()
    return taken


def test_the_first_numbers_of_an_office_read_as_people_expect(db: None) -> None:
    assert next_number("K", "P7302032005", 2026) == "P7302032005-K26-0001"
    assert next_number("K", "P7302032005", 2026) == "P7302032005-K26-0002"


def test_each_office_kind_and_year_counts_for_itself(db: None) -> None:
    next_number("K", "P7302032005", 2026)
    assert next_number("R", "P7302032005", 2026) == "P7302032005-R26-0001"
    assert next_number("K", "P7302032006", 2026) == "P7302032006-K26-0001"
    assert next_number("K", "P7302032005", 2027) == "P7302032005-K27-0001"


def test_after_ten_thousand_the_number_grows(db: None, as_owner: psycopg.Connection[Any]) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("insert into documents_counter values ('S7302-K26', 9999)")
    assert next_number("K", "S7302", 2026) == "S7302-K26-10000"


def test_eight_at_once_get_every_number_exactly_once(for_good: None) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        taken = [number for batch in pool.map(_take, [lambda turn: False] * THREADS) for number in batch]
    assert sorted(taken) == [f"UJI-K26-{n:04d}" for n in range(1, THREADS * EACH + 1)]


def test_what_fails_gives_its_number_back(for_good: None) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        taken = [number for batch in pool.map(_take, [lambda turn: turn % 3 == 0] * THREADS) for number in batch]
    assert sorted(taken) == [f"UJI-K26-{n:04d}" for n in range(1, len(taken) + 1)]


def test_no_number_is_taken_outside_a_transaction(for_good: None) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        next_number("K", "UJI", 2026)


MANY = 10_000


def _many(worker: int) -> list[int]:
    """A share of ten thousand letters; every seventh transaction fails and is tried again."""
    taken: list[int] = []
    try:
        while len(taken) < MANY // THREADS:
            with transaction.atomic():
                value = next_value("SK", "UJI", 2026)
                if (value + worker) % 7 == 0 and (worker, len(taken)) not in _tried:
                    _tried.add((worker, len(taken)))
                    transaction.set_rollback(True)
                else:
                    taken.append(value)
    finally:
        connections["default"].close()
    return taken


_tried: set[tuple[int, int]] = set()


@pytest.mark.slow
def test_ten_thousand_letters_of_eight_workers_have_no_gap_and_no_number_twice(for_good: None) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        taken = [value for share in pool.map(_many, range(THREADS)) for value in share]
    assert len(_tried) > MANY // 20, "there were failures among them"
    assert sorted(taken) == list(range(1, MANY + 1))
