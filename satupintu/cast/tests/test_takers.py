"""The demo's lists that leave as files."""

from satupintu.cast import takers
from satupintu.cast.officers import ARA
from satupintu.foundation.access import house
from satupintu.registry.exports.models import Export
from satupintu.registry.people.models import Person


def test_lists_stand_in_every_state_and_are_asked_for_once(cast: object, settings: object) -> None:
    settings.EXPORT_ALONE = 2  # type: ignore[attr-defined]
    assert takers.take(lambda line: None) == "0 unduhan", "of nobody there is no list"
    with house("uji", quietly=True):
        for village in (ARA, ARA, ARA - 1):
            Person.objects.create(village_id=village, name=f"Orang {village}")
    assert not takers.have_taken()
    assert takers.take(lambda line: None) == "3 unduhan" and takers.have_taken()
    with house("uji", quietly=True):
        assert sorted(Export.objects.values_list("state", flat=True)) == ["ready", "refused", "waiting"]
