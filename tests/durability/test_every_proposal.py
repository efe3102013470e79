"""D5: the database fails at the first call, the second, the third … of each act: the state is before it or after it.

Proposals from the village to the register, their meetings and decrees, and what is set for them.
"""

from collections.abc import Callable

import pytest

from tests.durability.forms import Form, of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("form", of("proposal"), ids=str)
def test_an_act_on_a_proposal_is_whole_or_not_at_all(form: Form, whole: Callable[[Form], None]) -> None:
    whole(form)
