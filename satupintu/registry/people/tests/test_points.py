"""Where a household lives on the map: noted, changed, cleared, and left alone by those who were not asked for it."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from satupintu.registry.people.actions import Home, Seat, change_household, register_household
from satupintu.registry.people.asof import formers
from satupintu.registry.people.models import Household, Person
from satupintu.registry.people.tests.conftest import ARA
from satupintu.registry.people.words import Relationship

POINT = (Decimal("-5.546120"), Decimal("120.453210"))


@pytest.fixture
def home(cast: Any, under: Any, person: Person) -> Household:
    by = cast.ara_koordinator
    with under(by):
        where = Home(ARA, rt="003", rw="001", point=POINT)
        made: Household = register_household(by=by, home=where, members=[Seat(person, Relationship.HEAD)])
    return made


def test_the_page_shows_the_point_and_rt_rw(cast: Any, home: Household, desk: Any) -> None:
    page = desk(cast.ara_depan).get(f"/keluarga/{home.pk}/").content.decode()
    assert "-5.546120, 120.453210" in page
    assert "RT 003/RW 001" in page


def test_it_is_changed_in_the_form_and_the_former_point_is_kept(
    cast: Any, under: Any, home: Household, desk: Any
) -> None:
    browser = desk(cast.ara_koordinator)
    address = f"/keluarga/{home.pk}/perubahan/"
    assert 'value="-5.546120, 120.453210"' in browser.get(address).content.decode()
    sent = {"rt": "4", "rw": "1", "coordinates": "-5.5, 120.4", "seen": "1", f"member_{home.head_id}": "head"}
    assert browser.post(address, sent).status_code == 302
    with under(cast.ara_koordinator):
        home.refresh_from_db()
        assert (home.point, home.rt) == ("-5.500000, 120.400000", "004")
        assert {(one.field, one.said) for one in formers(home)} >= {("lintang", "-5.546120"), ("RT", "003")}


def test_who_was_not_asked_leaves_it_and_an_empty_field_clears_it(cast: Any, under: Any, home: Household) -> None:
    by = cast.ara_koordinator
    seats = [Seat(home.head, Relationship.HEAD)]
    with under(by):
        change_household(home, by=by, home=Home(ARA, rt="005"), members=seats)
        home.refresh_from_db()
        assert home.point == "-5.546120, 120.453210"
        change_household(home, by=by, home=Home(ARA, rt="005", point=()), members=seats)
        home.refresh_from_db()
        assert home.point == ""


def test_half_a_point_is_none(cast: Any, under: Any, home: Household) -> None:
    with under(cast.ara_koordinator), pytest.raises(IntegrityError), transaction.atomic():
        Household.objects.filter(pk=home.pk).update(longitude=None)
