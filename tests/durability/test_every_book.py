"""D5: the database fails at the first call, the second, the third … of each act: the state is before it or after it.

What is written down about people, days and visits, and what is read and sent again.
"""

from collections.abc import Callable

import pytest

from tests.durability.forms import Form, of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("form", of("book"), ids=str)
def test_an_entry_is_whole_or_not_at_all(form: Form, whole: Callable[[Form], None]) -> None:
    whole(form)
