"""Numbers for papers: one sequence for each office, kind and year."""

from django.db import connection, transaction

_TAKE = (
    "insert into documents_counter (scope, value) values (%s, 1) "
    "on conflict (scope) do update set value = documents_counter.value + 1 returning value"
)


def next_number(kind: str, code: str, year: int) -> str:
    """The next number of a kind of paper in an office and a year: ``P7302032005-K26-0042``.

    ``kind`` is a letter or two, ``code`` the office's. The number is taken inside the caller's transaction: it is
    given back when that fails, so a sequence has no gaps, and a second caller waits until the first has ended.
    Raises TransactionManagementError outside a transaction, because a number could then be lost.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken inside the transaction that uses it")
    sequence = f"{code}-{kind}{year % 100:02d}"
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [sequence])
        (value,) = cursor.fetchone()
    return f"{sequence}-{value:04d}"
