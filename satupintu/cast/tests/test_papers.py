"""The letters of the demo: some of each kind and in each state."""

from typing import Any

import pytest

from satupintu.cast import papers
from satupintu.cast.tests.little import FEW, HOUSEHOLDS, STAFF, YEAR
from satupintu.engine.documents.models import Letter, LetterPaper
from satupintu.foundation.access import house


@pytest.mark.slow
def test_the_demo_has_letters_of_each_kind_and_in_each_state(db: Any) -> None:
    for act in (STAFF, HOUSEHOLDS, YEAR):
        act.play(FEW, lambda line: None)
    assert not papers.are_written()
    papers.write(lambda line: None)
    assert papers.are_written()
    with house("uji", quietly=True):
        kinds = set(Letter.objects.values_list("kind", flat=True))
        states = set(Letter.objects.values_list("state", flat=True))
        issued = Letter.objects.exclude(number=None).count()
        assert LetterPaper.objects.count() == issued > 5
    assert kinds == {"certificate", "recommendation", "referral", "receipt", "missing_papers"}
    assert states >= {"drafted", "initialled", "returned", "issued", "revoked"}
