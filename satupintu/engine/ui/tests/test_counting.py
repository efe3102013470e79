"""Counting several lists at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions.models import Done
from satupintu.engine.ui.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def done() -> Any:
    """Seven used keys, three of them of another verb and a day old."""
    now = timezone.now()
    for number in range(7):
        old = number < 3
        Done.objects.create(key=str(number), verb="old" if old else "new", at=now - timedelta(days=old))
    return Done.objects


def test_each_list_is_counted_as_far_as_the_cap(done: Any) -> None:
    late = done.filter(at__lt=timezone.now() - timedelta(hours=1), verb__in=["old", "new"])
    assert counted([done.filter(verb="new"), done.none(), late, done.order_by("-at")], cap=5) == [4, 0, 3, 5]
    assert counted([done.none()], cap=5) == [0]
    assert counted([], cap=5) == []
