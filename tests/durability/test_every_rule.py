"""D5: the database fails at the first call, the second, the third … of each act: the state is before it or after it.

What is laid down: staff, offices, days off, limits, routes, services, areas.
"""

from collections.abc import Callable

import pytest

from tests.durability.forms import Form, of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("form", of("rule"), ids=str)
def test_what_is_laid_down_is_whole_or_not_at_all(form: Form, whole: Callable[[Form], None]) -> None:
    whole(form)
