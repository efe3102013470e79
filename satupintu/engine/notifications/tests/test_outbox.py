"""The outbox: nothing twice, nothing lost, in order for each recipient, whatever the gateway does."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.notifications import actions, outbox, rules, sweeping
from satupintu.engine.notifications.channels import Receipt
from satupintu.engine.notifications.models import Envelope, Message
from satupintu.engine.notifications.tests.conftest import TEXT, Clock, enter
from satupintu.engine.notifications.tests.servers import Provider
from satupintu.engine.notifications.words import Medium, MessageState, Trouble
from tests.walls.canaries import found, number
from tests.walls.ears import listening

Write = Callable[..., Message]
Deliver = Callable[[], Any]


def state(message: Message) -> str:
    with enter():
        message.refresh_from_db()
    return message.state


def test_the_same_news_to_the_same_recipient_is_one_message(news: Any, provider: Provider, deliver: Deliver) -> None:
    event = news()
    with enter():
        first, second = (outbox.enqueue(event, Medium.SMS, "+628110000001", text=TEXT) for _ in range(2))
        other = outbox.enqueue(event, Medium.SMS, "+628110000002", text=TEXT, to="keluarga")
    assert first == second != other
    deliver()
    assert [one["to"] for one in provider.delivered] == ["+628110000001", "+628110000002"]


def test_a_message_stands_and_falls_with_the_act(news: Any, provider: Provider, deliver: Deliver) -> None:
    event = news()
    with pytest.raises(ValueError, match="gagal"), transaction.atomic(), enter():
        outbox.enqueue(event, Medium.SMS, "+628110000001", text=TEXT)
        raise ValueError("gagal")
    deliver()
    assert provider.asked == []


def test_it_says_what_the_house_says_and_where_to_look(
    write: Write, provider: Provider, deliver: Deliver, settings: Any
) -> None:
    settings.SITE_URL = "https://pintu.contoh.go.id"
    write()
    deliver()
    (sent,) = provider.delivered
    assert sent["text"] == "Ada kabar tentang P7302032006. Buka https://pintu.contoh.go.id."


def test_sending_leaves_one_event_and_throws_the_envelope_away(
    write: Write, provider: Provider, deliver: Deliver
) -> None:
    message = write()
    assert deliver() == {MessageState.SENT: 1}
    assert deliver() == {}
    with enter():
        message.refresh_from_db()
        assert (message.state, message.attempts, message.receipt) == ("sent", 1, "SM-1")
        assert not Envelope.objects.exists()
        (event,) = Event.objects.filter(name="message.sent")
        assert (event.role, event.facts) == ("house", {"medium": "sms"})


def test_where_no_way_out_is_configured_nothing_is_written(news: Any, settings: Any) -> None:
    settings.MESSAGE_SINK = ""
    with enter():
        assert outbox.enqueue(news(), Medium.WHATSAPP, "+628110000001", text=TEXT) is None
        assert not Message.objects.exists()


def test_a_failure_is_tried_again_after_1_2_4_up_to_60_minutes() -> None:
    minutes = [rules.pause(attempts).total_seconds() / 60 for attempts in (1, 2, 3, 6, 7, 8, 500)]
    assert minutes == [1, 2, 4, 32, 60, 60, 60]


def test_nothing_is_asked_before_its_time(write: Write, provider: Provider, deliver: Deliver, clock: Clock) -> None:
    message = write()
    provider.status = 503
    assert deliver() == {MessageState.FAILED: 1}
    clock.forward(seconds=59)
    assert deliver() == {}
    clock.forward(seconds=2)
    deliver()
    assert (state(message), message.attempts, message.last_error) == ("failed", 2, Trouble.BUSY)


def test_a_gateway_that_is_down_a_day_loses_nothing_and_keeps_the_order(
    write: Write, provider: Provider, deliver: Deliver, clock: Clock
) -> None:
    """D9. The clock strikes each minute; news go on coming; the gateway hangs up on everybody for 24 hours."""
    people = [f"+62811000000{n}" for n in range(4)]
    written: dict[str, list[str]] = {person: [] for person in people}
    provider.status = 503
    for minute in range(24 * 60):
        if minute % 90 == 0:
            for person in people:
                written[person].append(write(person).key)
        deliver()
        clock.forward(minutes=1)
    assert provider.delivered == []
    assert len(provider.asked) < 4 * 40, "it is not hammered"
    provider.status = 200
    for _minute in range(61):
        deliver()
        clock.forward(minutes=1)
    with enter():
        keys = {outbox._key(message): message.key for message in Message.objects.all()}
        assert not Message.objects.exclude(state=MessageState.SENT).exists()
    arrived = {person: [] for person in people}
    for asked in provider.asked[-sum(map(len, written.values())) :]:
        person = next(person for person in people if person in asked["body"])
        arrived[person].append(keys[asked["headers"]["Idempotency-Key"]])
    assert arrived == written
    assert set(provider.done.values()) == {1}


def test_a_gateway_that_is_down_is_left_alone_for_the_rest_of_the_run(
    write: Write, provider: Provider, deliver: Deliver
) -> None:
    for n in range(10):
        write(f"+6281100000{n:02}")
    provider.status = 500
    assert deliver() == {MessageState.FAILED: outbox.SHUT_AFTER}


def test_an_address_that_is_refused_keeps_nobody_else_waiting(
    write: Write, provider: Provider, deliver: Deliver
) -> None:
    for n in range(10):
        write(f"+6281100000{n:02}")
    provider.status = 422
    assert deliver() == {MessageState.FAILED: 10}


def test_what_cannot_be_sent_for_days_is_given_up_and_seen_and_can_be_sent_after_all(
    write: Write, provider: Provider, deliver: Deliver, clock: Clock, cast: Any, under: Any, settings: Any
) -> None:
    message, later = write(), write()
    provider.status = 503
    deliver()
    clock.forward(days=settings.MESSAGE_PATIENCE_DAYS)
    assert deliver() == {MessageState.GIVEN_UP: 2}, "the next in the line is as old"
    with under(cast.bulukumba_manajer):
        assert set(Message.objects.given_up()) == {message, later}
        by = cast.bulukumba_manajer
        actions.retry(message, by=by, key="sekali")
        actions.retry(message, by=by, key="sekali")
        with pytest.raises(WrongState):
            actions.retry(message, by=by)
        assert Event.objects.filter(name="message.retried", appointment_id=by.pk).count() == 1
    provider.status = 200
    clock.forward(seconds=1)
    assert deliver() == {MessageState.SENT: 1}
    assert (state(message), state(later)) == ("sent", "given_up")
    with enter():
        assert Event.objects.filter(name="message.given_up").count() == 2


def test_a_refused_address_is_given_up_after_a_day(
    write: Write, provider: Provider, deliver: Deliver, clock: Clock
) -> None:
    write()
    provider.status = 422
    deliver()
    clock.forward(hours=23)
    assert deliver() == {MessageState.FAILED: 1}
    clock.forward(hours=1)
    assert deliver() == {MessageState.GIVEN_UP: 1}


def test_nobody_of_another_village_lets_it_be_tried_again(write: Write, cast: Any, under: Any) -> None:
    message = write()
    with enter():
        Message.objects.update(state=MessageState.GIVEN_UP)
    for stranger in (cast.bira_koordinator, cast.ara_koordinator, cast.gowa_manajer):
        with under(stranger), pytest.raises(Refused):
            actions.retry(message, by=stranger)
    assert state(message) == "given_up"


def test_an_old_envelope_is_thrown_away_and_its_message_is_not_tried(
    write: Write, clock: Clock, cast: Any, under: Any
) -> None:
    message = write()
    with enter():
        old = clock.now - sweeping.ENVELOPE_FOR - timedelta(minutes=1)
        Message.objects.update(state=MessageState.GIVEN_UP, queued_at=old)
        sweeping.forget(clock.now)
        assert not Envelope.objects.exists()
    with under(cast.bulukumba_manajer), pytest.raises(WrongState):
        actions.retry(message, by=cast.bulukumba_manajer)


def test_a_worker_that_died_while_sending_is_replaced_when_its_time_is_up(
    write: Write, provider: Provider, deliver: Deliver, clock: Clock
) -> None:
    message = write()
    taken = outbox._take(enter, clock.now, [Medium.SMS])
    assert taken is not None and taken.message == message
    outbox._hand_over(taken.parcel)  # … and then it dies
    assert deliver() == {}
    clock.forward(seconds=outbox.LEASE.total_seconds() + 1)
    assert deliver() == {MessageState.SENT: 1}
    assert list(provider.done.values()) == [2], "asked twice under one key"
    assert len(provider.delivered) == 1


def test_a_worker_that_comes_back_late_undoes_nothing(
    write: Write, provider: Provider, deliver: Deliver, clock: Clock
) -> None:
    message = write()
    late = outbox._take(enter, clock.now, [Medium.SMS])
    clock.forward(seconds=outbox.LEASE.total_seconds() + 1)
    deliver()
    assert late is not None
    outbox._settle(enter, late, Trouble.UNKNOWN, clock.now)
    outbox._settle(enter, late, Receipt("SM-1"), clock.now)
    assert state(message) == "sent"
    with enter():
        assert Event.objects.filter(name="message.sent").count() == 1


def test_a_message_that_nobody_can_send_keeps_no_other_waiting_and_tells_the_log_no_address(
    write: Write, provider: Provider, deliver: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = number("pesan")
    broken, fine = write(canary), write()
    outbox.channel_of(Medium.SMS)
    monkeypatch.setattr(type(outbox.channel_of(Medium.SMS)), "number", _stumble)
    with listening() as log:
        assert deliver() == {MessageState.FAILED: 1, MessageState.SENT: 1}
    assert (state(broken), broken.last_error, state(fine)) == ("failed", Trouble.BROKEN, "sent")
    assert log.lines and not found(log.text())


def _stumble(self: Any, address: str) -> str:
    if not address.startswith("+"):
        raise ValueError(f"{address} is no number")
    return address


def test_who_sees_a_message_sees_no_address(write: Write, cast: Any, under: Any) -> None:
    message = write()
    for officer, sees in ((cast.bulukumba_manajer, True), (cast.ara_koordinator, True), (cast.bira_koordinator, False)):
        with under(officer):
            assert Message.objects.filter(pk=message.pk).exists() is sees
            assert not Envelope.objects.exists()
    with enter():
        assert Envelope.objects.get().address == "+628110000001"
