"""The little demo on stage."""

import pytest

from satupintu.cast.tests.little import BACK_OFFICE, FEW, STAFF, YEAR, silent


@pytest.fixture
def staffed(db: None) -> None:
    """Every office and officer of the test areas."""
    STAFF.play(FEW, silent)


@pytest.fixture
def year(staffed: None) -> None:
    """A small year, about nobody in the register, and what the back offices make of it."""
    YEAR.play(FEW, silent)
    BACK_OFFICE.play(FEW, silent)
