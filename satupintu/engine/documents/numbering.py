"""Numbers for papers: one sequence for each office, kind and year."""

from django.db import connection, transaction

_TAKE = (
    "insert into documents_counter (scope, value) values (%s, 1) "
    "on conflict (scope) do update set value = documents_counter.value + 1 returning value"
)


def next_value(kind: str, code: str, year: int) -> int:
    """The next value of the sequence of a kind of paper in an office and a year, beginning with 1.

    ``kind`` is a few letters, ``code`` the office's. The value is taken inside the caller's transaction: it is given
    back when that fails, so a sequence has no gaps, and a second caller waits until the first has ended.
    Raises TransactionManagementError outside a transaction, because a number could then be lost.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken inside the transaction that uses it")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [sequence_of(kind, code, year)])
        (value,) = cursor.fetchone()
    return int(value)


def sequence_of(kind: str, code: str, year: int) -> str:
    """The name of the sequence: ``P7302032005-K26``."""
    return f"{code}-{kind}{year % 100:02d}"


def next_number(kind: str, code: str, year: int) -> str:
    """The next number of a kind of paper in an office and a year: ``P7302032005-K26-0042``; see ``next_value``."""
    return f"{sequence_of(kind, code, year)}-{next_value(kind, code, year):04d}"
