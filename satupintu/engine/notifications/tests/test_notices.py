"""Notices: one's own, once, in the reader's language, and no further than the matter reaches."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone, translation

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.engine.notifications import actions, sweeping
from satupintu.engine.notifications.models import MOST_COUNTED, Notice, unread
from satupintu.engine.notifications.notices import follow, notify
from satupintu.engine.notifications.tests.conftest import Clock, enter
from satupintu.foundation.offices.models import Office


@pytest.fixture
def told(news: Any, cast: Any) -> Notice:
    """The coordinator of Ara was told of something."""
    event = news()
    with enter():
        notify(event, [cast.ara_koordinator.pk], path="/kantor/P7302032006/")
        return Notice.objects.get()


def test_an_event_tells_an_officer_once(news: Any, cast: Any, under: Any) -> None:
    event = news()
    with enter():
        for _ in range(2):
            notify(event, [cast.ara_koordinator.pk, cast.ara_depan.pk], path="/")
    for officer in (cast.ara_koordinator, cast.ara_depan):
        with under(officer):
            assert unread(officer.pk) == Notice.objects.count() == 1


def test_a_notice_is_ones_own(told: Notice, cast: Any, under: Any) -> None:
    for other in (cast.ara_depan, cast.bira_koordinator, cast.bulukumba_manajer):
        with under(other):
            assert not Notice.objects.exists()
            assert unread(cast.ara_koordinator.pk) == 0
            with pytest.raises(Refused):
                actions.read(told, by=other)
    with under(cast.ara_koordinator):
        assert Notice.objects.get() == told
        assert told.sentence == "Ada kabar tentang P7302032006."


def test_nobody_but_the_house_tells_somebody_else(news: Any, cast: Any, under: Any) -> None:
    event = news()
    with under(cast.bulukumba_manajer), pytest.raises(DatabaseError), transaction.atomic():
        notify(event, [cast.ara_koordinator.pk], path="/")


def test_reading_is_written_down_once(told: Notice, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        assert actions.read(told, by=by, key="sekali") == actions.read(told, by=by, key="sekali") == 1
        assert actions.read(told, by=by) == 0, "it has been read"
        assert unread(by.pk) == 0
        assert Event.objects.filter(name="notice.read", appointment_id=by.pk).count() == 1


def test_all_up_to_the_newest_seen_are_read_and_no_later_one(news: Any, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    for _ in range(4):
        event = news()
        with enter():
            notify(event, [by.pk], path="/")
    with under(by):
        third = Notice.objects.to(by.pk)[1]
        assert actions.read(third, by=by, and_older=True) == 3
        assert unread(by.pk) == 1


def test_the_bell_counts_no_further_than_it_shows(news: Any, cast: Any, under: Any) -> None:
    event, by = news(), cast.ara_koordinator
    with enter():
        Notice.objects.bulk_create(
            Notice(event_id=-n, name="uji.kabar", path="/", village=event.village, appointment_id=by.pk)
            for n in range(MOST_COUNTED + 20)
        )
    with under(by):
        assert unread(by.pk) == MOST_COUNTED


def test_a_matter_that_becomes_secret_takes_its_notices_along(told: Notice, cast: Any, under: Any) -> None:
    class Sealed:
        """The office of the notice, as if it had become secret."""

        def __init__(self, office: Office) -> None:
            self._meta, self.pk = office._meta, office.pk
            self.reach = office.reach.__class__(office.reach.village, (), 2)

    with enter():
        follow(Sealed(Office.objects.get(code="P7302032006")))
    with under(cast.ara_koordinator):
        assert not Notice.objects.exists()
        assert unread(cast.ara_koordinator.pk) == 0


def test_a_notice_speaks_the_readers_language(told: Notice, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), translation.override("en"):
        assert told.sentence == "Ada kabar tentang P7302032006.", "a sentence of no room has no English"


def test_old_notices_are_thrown_away(told: Notice, clock: Clock, cast: Any) -> None:
    with enter():
        assert sweeping.forget(clock.now) == 0
        Notice.objects.update(read_at=timezone.now())
        clock.forward(days=sweeping.READ_FOR.days + 1)
        assert sweeping.forget(clock.now) == 1
