"""The demo's requests about personal data."""

from satupintu.cast import askers
from satupintu.cast.askers import BIRA
from satupintu.foundation.access import house
from satupintu.registry.people.models import Person, Restriction
from satupintu.registry.privacy.models import DataRequest


def test_requests_stand_in_every_state_and_are_made_once(cast: object) -> None:
    with house("uji", quietly=True):
        for year in (1970, 1971, 1972, 2018):
            Person.objects.create(village_id=BIRA, name=f"Orang {year}", birth_year=year)
    assert not askers.have_asked()
    assert askers.ask(lambda line: None) == "4 permintaan" and askers.have_asked()
    with house("uji", quietly=True):
        states = sorted(DataRequest.objects.values_list("state", flat=True))
        assert states == ["answered", "open", "open", "refused"] and Restriction.objects.standing().count() == 1
