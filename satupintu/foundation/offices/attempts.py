"""How often a password or a code may be tried: counted in the database, so that every web process counts the same.

A budget is a name with a limit. Whoever tries from a device that this account has used before draws on the budget of
that device alone; everybody else shares the budgets of the account and of the address. So an attacker elsewhere can
use up the account's budget without keeping the person out (SECURITY W5). Names that belong to no account are counted
like the others, or the limit itself would tell which exist.
"""

from dataclasses import dataclass

from django.db import connection, transaction

from satupintu.foundation.offices.devices import fingerprint
from satupintu.foundation.offices.models import SignInAttempt

WINDOW = 15 * 60
"""Seconds after which an attempt is forgotten."""
PER_ACCOUNT = 10
PER_ADDRESS = 100
"""Generous, because a whole village may share one mobile address."""
PER_DEVICE = 10
PER_CODE = 10


@dataclass(frozen=True)
class Budget:
    """What is counted, and how many attempts in a window it allows."""

    name: str
    limit: int
    window: int = WINDOW
    """Seconds; never more than ``WINDOW``, after which counts are swept up."""


class TooMany(Exception):
    """A budget is used up; ``wait`` says for how many seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


def password_budgets(username: str, address: str, device: str | None) -> list[Budget]:
    """The budgets of a password tried for a name, from an address, perhaps on a device known for that account."""
    name = fingerprint(username)
    if device is not None:
        return [Budget(f"device:{device}:{name}", PER_DEVICE)]
    return [Budget(f"account:{name}", PER_ACCOUNT), Budget(f"address:{address}", PER_ADDRESS)]


def code_budgets(account_id: int) -> list[Budget]:
    """The budget of a second factor: six digits, so few tries. Only who knows the password gets this far."""
    return [Budget(f"code:{account_id}", PER_CODE)]


def invitation_budgets(address: str) -> list[Budget]:
    """The budget of printed codes: they cannot be guessed, so this only spares the server."""
    return [Budget(f"invitation:{address}", PER_ADDRESS)]


def spend(budgets: list[Budget]) -> list[int]:
    """Count one attempt against every budget, or none; answers the attempts for ``refund``.

    Two at once wait for each other, so the limit is exact. Raises TooMany.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for budget in sorted(budgets, key=lambda budget: budget.name):
            cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [budget.name])
            cursor.execute(_FORGET, [budget.name, budget.window])
            cursor.execute(_LEFT, [budget.window, budget.name, budget.limit])
            used, wait = cursor.fetchone()
            if used >= budget.limit:
                raise TooMany(max(1, int(wait)))
        return [_count(cursor, budget) for budget in budgets]


def add(budget: Budget) -> int:
    """Count one attempt whatever the limit is; answers how many there are in the window now."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_FORGET, [budget.name, budget.window])
        _count(cursor, budget)
        cursor.execute("select count(*) from offices_signinattempt where budget = %s", [budget.name])
        return int(cursor.fetchone()[0])


def refund(attempts: list[int]) -> None:
    """Forget attempts that succeeded: somebody who signs in often is no attacker."""
    SignInAttempt.objects.filter(pk__in=attempts).delete()


_FORGET = "delete from offices_signinattempt where budget = %s and at <= clock_timestamp() - make_interval(secs => %s)"
_LEFT = (
    "select count(*), extract(epoch from min(at) - clock_timestamp()) + %s from "
    "(select at from offices_signinattempt where budget = %s order by at desc limit %s) latest"
)
_COUNT = "insert into offices_signinattempt (budget, at) values (%s, clock_timestamp()) returning id"


def _count(cursor: object, budget: Budget) -> int:
    cursor.execute(_COUNT, [budget.name])  # type: ignore[attr-defined]
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
