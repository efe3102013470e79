"""Mappings that somebody publishes: versions stay as they are, sharing reaches as far as it says."""

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.imports.actions import publish
from satupintu.registry.imports.models import Mapping, MappingVersion
from satupintu.registry.imports.tests.conftest import by_letter, csv
from satupintu.registry.imports.words import Sharing

LAYOUT = by_letter(A="name", B="sex")
OTHER = by_letter(A="name", C="sex")


@pytest.fixture
def published(cast: Any, under: Any) -> Mapping:
    """A mapping that the manager of the kabupaten keeps for themselves."""
    with under(cast.bulukumba_manajer):
        mapping: Mapping = publish(None, by=cast.bulukumba_manajer, layout=LAYOUT, name="Daftar  X").mapping
    return mapping


def test_a_mapping_is_published_and_leaves_an_event(published: Mapping, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        version = published.newest
        assert version is not None
        assert (published.name, version.number, version.layout.rules) == ("Daftar X", 1, LAYOUT.rules)
        event = Event.objects.about(published).get()
        assert event.sentence == "Menerbitkan pemetaan “Daftar X” versi 1."


def test_what_changes_becomes_a_new_version_and_the_old_one_stays(published: Mapping, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        assert publish(published, by=by, layout=LAYOUT).number == 1
        assert publish(published, by=by, layout=OTHER).number == 2
        assert [v.layout.rules for v in published.versions.order_by("number")] == [LAYOUT.rules, OTHER.rules]
        assert published.newest.number == 2  # type: ignore[union-attr]


def test_a_published_version_is_changed_by_nobody(published: Mapping, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer), connection.cursor() as cursor:
        for statement in ("update imports_mappingversion set number = 9", "delete from imports_mappingversion"):
            with pytest.raises(ProgrammingError), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.parametrize(
    ("sharing", "seen"),
    [(Sharing.OWN, set()), (Sharing.BELOW, {"ara", "bira"}), (Sharing.EVERYONE, {"ara", "bira", "gowa"})],
)
def test_a_mapping_is_seen_as_far_as_it_is_shared(
    sharing: Sharing, seen: set[str], published: Mapping, cast: Any, under: Any
) -> None:
    with under(cast.bulukumba_manajer):
        publish(published, by=cast.bulukumba_manajer, layout=LAYOUT, sharing=sharing)
    officers = {"ara": cast.ara_koordinator, "bira": cast.bira_koordinator, "gowa": cast.gowa_manajer}
    found = set()
    for place, officer in officers.items():
        with under(officer):
            if Mapping.objects.exists():
                assert MappingVersion.objects.exists()
                found.add(place)
    assert found == seen


def test_a_mapping_of_another_village_is_neither_seen_nor_changed(cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        mapping = publish(None, by=cast.ara_koordinator, layout=LAYOUT, name="Ara").mapping
    with under(cast.bira_koordinator):
        assert not Mapping.objects.exists()
        with pytest.raises(Refused):
            publish(mapping, by=cast.bira_koordinator, layout=OTHER)


def test_a_shared_mapping_is_used_below_but_changed_only_by_its_keeper(
    published: Mapping, cast: Any, under: Any, bring: Any
) -> None:
    with under(cast.bulukumba_manajer):
        publish(published, by=cast.bulukumba_manajer, layout=LAYOUT, sharing=Sharing.BELOW)
    with under(cast.ara_koordinator), pytest.raises(Refused):
        publish(Mapping.objects.get(), by=cast.ara_koordinator, layout=OTHER)
    with under(cast.ara_koordinator):
        version = Mapping.objects.get().newest
    batch = bring(csv("Caya,P", headings="X,Y"), mapping=version)
    assert (batch.counts["new"], batch.mapping_id) == (1, version.pk)


def test_a_name_is_needed_and_stands_once_in_an_area(published: Mapping, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        for name in ("", "Daftar X"):
            with pytest.raises(WrongState):
                publish(None, by=cast.bulukumba_manajer, layout=by_letter(A="name", B="nik").called(""), name=name)


def test_who_lacks_the_verb_publishes_nothing(cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        publish(None, by=cast.ara_depan, layout=LAYOUT, name="X")


def test_publishing_twice_with_one_key_is_once(cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        for _time in (1, 2):
            publish(None, by=cast.ara_koordinator, layout=LAYOUT, name="Dua", key="terbit")
        assert MappingVersion.objects.count() == 1
