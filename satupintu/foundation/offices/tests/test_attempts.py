"""Budgets of attempts are exact however many processes count, and forget after a quarter of an hour."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from satupintu.foundation.offices import attempts
from satupintu.foundation.offices.models import SignInAttempt


def age_by(seconds: int) -> None:
    """Make every attempt older. The application may not change attempts, so it writes them anew."""
    rows = list(SignInAttempt.objects.values_list("budget", flat=True))
    SignInAttempt.objects.all().delete()
    with connection.cursor() as cursor:
        for budget in rows:
            cursor.execute(
                "insert into offices_signinattempt (budget, at) values (%s, clock_timestamp() - make_interval(secs => %s))",
                [budget, seconds],
            )


@pytest.mark.django_db
def test_attempts_are_forgotten_after_the_window() -> None:
    budgets = [attempts.Budget("uji", 3)]
    for _n in range(3):
        attempts.spend(budgets)
    with pytest.raises(attempts.TooMany) as full:
        attempts.spend(budgets)
    assert attempts.WINDOW - 5 <= full.value.wait <= attempts.WINDOW
    age_by(attempts.WINDOW - 10)
    with pytest.raises(attempts.TooMany) as nearly:
        attempts.spend(budgets)
    assert nearly.value.wait <= 10
    age_by(attempts.WINDOW + 1)
    attempts.spend(budgets)
    assert SignInAttempt.objects.count() == 1


@pytest.mark.django_db
def test_a_full_budget_leaves_the_others_untouched() -> None:
    full, other = attempts.Budget("penuh", 1), attempts.Budget("lain", 5)
    attempts.spend([full])
    with pytest.raises(attempts.TooMany):
        attempts.spend([other, full])
    assert not SignInAttempt.objects.filter(budget="lain").exists()


@pytest.mark.django_db
def test_names_are_not_kept_in_clear() -> None:
    attempts.spend(attempts.password_budgets("sandi-yang-salah-kolom", "10.0.0.1", None))
    assert not SignInAttempt.objects.filter(budget__contains="sandi").exists()


def _try(_n: int) -> bool:
    try:
        attempts.spend([attempts.Budget("serentak", 10)])
    except attempts.TooMany:
        return False
    finally:
        connection.close()
    return True


def test_fifty_at_once_are_ten(django_db_setup: None, django_db_blocker: Any) -> None:
    """On connections of their own, so that they really meet."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(10) as crowd:
        try:
            assert sum(crowd.map(_try, range(50))) == 10
        finally:
            SignInAttempt.objects.all().delete()
            connection.close()
