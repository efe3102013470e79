"""D5: the database fails at the first call, the second, the third … of each act: the state is before it or after it.

What is done with letters: to other institutions, between offices, and on the house's own paper.
"""

from collections.abc import Callable

import pytest

from tests.durability.forms import Form, of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("form", of("letter"), ids=str)
def test_an_act_on_a_letter_is_whole_or_not_at_all(form: Form, whole: Callable[[Form], None]) -> None:
    whole(form)
