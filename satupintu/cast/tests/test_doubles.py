"""Duplicates of the demo: each strength, each decision, and nothing that a search would not say itself."""

from typing import Any

import pytest
from django.db import connection

from satupintu.cast import doubles
from satupintu.foundation.access import house
from satupintu.registry.matching.linkage.engine import searching
from satupintu.registry.matching.linkage.model import Model, Settings
from satupintu.registry.matching.linkage.standard import standardised
from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.words import PairState, Strength


@pytest.fixture
def kabupaten(db: None) -> None:
    """As many people as the demo has: how much a likeness weighs depends on how many it could be."""
    crowd = (
        "insert into people_person (version, village, name, name_key, sex, birth_place, mother_name, dusun, rt, rw, address, "
        "occupation, traits, registered_at) "
        "select 1, 7302032005, 'Warga', 'warga', '', '', '', '', '', '', '', '', '{}', now() from generate_series(1, 72000)"
    )
    with house("uji", quietly=True), connection.cursor() as cursor:
        cursor.execute(crowd)


@pytest.mark.usefixtures("kabupaten")
def test_there_is_a_pair_of_each_strength_and_each_decision(cast: Any, under: Any) -> None:
    assert not doubles.are_known()
    assert doubles.write(lambda line: None) == "6 pasangan data ganda"
    assert doubles.are_known()
    with under(cast.bulukumba_manajer):
        pairs = Pair.objects.all()
        assert {pair.strength for pair in pairs} == {*Strength}
        assert {pair.word for pair in pairs} == {*PairState} - {PairState.LATER}
        assert Merge.objects.standing().count() == 1
        assert [pair.held for pair in pairs.filter(state="different")] == ["twins"]
    with under(cast.ara_koordinator):
        assert Pair.objects.to_decide().count() == 3


def test_a_real_search_says_of_them_what_the_demo_says() -> None:
    pytest.importorskip("splink")
    records = [
        {
            "id": f"{name}:{number}",
            "nik": who.nik,
            "kk": double.card,
            "name": who.name,
            "birth_date": who.birth_date,
            "sex": who.sex,
            "village": who.village,
        }
        for name, double in doubles.DOUBLES.items()
        for number, who in enumerate((double.one, double.other))
    ]
    with searching(Settings(least=-40.0)) as seeker:
        seeker.read(standardised(records))
        found = {(pair.one, pair.other): pair for pair in seeker.rows(seeker.pairs(Model.shipped()))}
    for name, double in doubles.DOUBLES.items():
        if double.levels:
            told = {code: level for code, level in found[f"{name}:0", f"{name}:1"].levels.items() if level}
            assert told == double.levels, name
