"""The bell, the page of notices, and the page of the outbox through HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Message, Notice
from satupintu.engine.notifications.outbox import enqueue
from satupintu.engine.notifications.texts import Text
from satupintu.engine.notifications.words import Medium, MessageState, Trouble
from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature

Desk = Callable[[Any], Client]


@pytest.fixture
def complaint(cast: Any, under: Any) -> Complaint:
    """A complaint that the front office of Ara took down; the back office, which checks it first, is told."""
    told = Intake(
        village_id=7302032006, channel=Channel.WALK_IN, kind=Kind.GRIEVANCE, nature=Nature.NEED,
        field=ServiceField.HEALTH, text="Atap bocor.", about="Daeng Caya",
    )  # fmt: skip
    with under(cast.ara_depan):
        return register(told, by=cast.ara_depan)


@pytest.fixture
def given_up(complaint: Complaint) -> Message:
    """A message about it that nobody tries any more."""
    with house("uji", quietly=True):
        event = Event.objects.about(complaint).latest("id")
        message = enqueue(event, Medium.SMS, "+6281234567890", text=Text(Sentence("Ada kabar tentang {trace}.")))
        assert message is not None
        Message.objects.update(state=MessageState.GIVEN_UP, attempts=30, last_error=Trouble.UNREACHABLE)
        message.refresh_from_db()
        return message


def test_the_bell_stands_on_every_page_with_what_is_unread(desk: Desk, cast: Any, complaint: Complaint) -> None:
    for path in ("/", "/keluhan/", "/kantor/", "/akun/"):
        assert "Pemberitahuan, 1 belum dibaca" in desk(cast.ara_belakang).get(path).content.decode(), path
    page = desk(cast.bira_koordinator).get("/").content.decode()
    assert "Pemberitahuan" in page and "belum dibaca" not in page


def test_who_is_never_told_has_no_bell(desk: Desk, cast: Any) -> None:
    viewer = desk(cast.sulsel_pemantau)
    assert "Pemberitahuan" not in viewer.get("/").content.decode()
    assert viewer.get("/pemberitahuan/").status_code == 403


def test_one_click_reads_a_notice_and_leads_to_the_matter(
    desk: Desk, cast: Any, complaint: Complaint, under: Any
) -> None:
    reader = desk(cast.ara_belakang)
    page = reader.get("/pemberitahuan/").content.decode()
    assert f"Keluhan {complaint.number} masuk" in page and "Daeng Caya" not in page
    with under(cast.ara_belakang):
        notice = Notice.objects.get()
    answer = reader.post(f"/pemberitahuan/{notice.pk}/pembacaan/", follow=True)
    assert answer.redirect_chain == [(f"/keluhan/{complaint.number}/", 302)]
    assert "belum dibaca" not in answer.content.decode()
    with under(cast.ara_belakang):
        assert Event.objects.filter(name="notice.read").count() == 1


def test_looking_at_the_page_reads_nothing(desk: Desk, cast: Any, complaint: Complaint) -> None:
    reader = desk(cast.ara_belakang)
    reader.get("/pemberitahuan/")
    assert "1 belum dibaca" in reader.get("/pemberitahuan/").content.decode()


def test_the_notice_of_somebody_else_does_not_exist(desk: Desk, cast: Any, complaint: Complaint, under: Any) -> None:
    with under(cast.ara_belakang):
        notice = Notice.objects.get()
    for other in (cast.ara_depan, cast.bira_koordinator, cast.bulukumba_manajer):
        theirs, none = (desk(other).post(f"/pemberitahuan/{pk}/pembacaan/") for pk in (notice.pk, 10**9))
        assert theirs.status_code == none.status_code == 404
    with under(cast.ara_belakang):
        assert Notice.objects.get().read_at is None


def test_everything_that_was_seen_is_read_at_once_and_nothing_later(
    desk: Desk, cast: Any, complaint: Complaint, under: Any
) -> None:
    reader = desk(cast.ara_belakang)
    with under(cast.ara_belakang):
        seen = Notice.objects.get()
    with house("uji", quietly=True):
        Notice.objects.create(event_id=0, name="x", path="/", village=7302032006, appointment_id=cast.ara_belakang.pk)
    for sent, left in (("", 2), ("zzz", 2), ("9" * 40, 2), (str(seen.pk), 1)):
        assert reader.post("/pemberitahuan/pembacaan/", {"sampai": sent}).status_code == 302
        with under(cast.ara_belakang):
            assert Notice.objects.unread().count() == left


def test_a_long_list_is_shown_fifty_at_a_time(desk: Desk, cast: Any) -> None:
    by, reader = cast.ara_belakang, desk(cast.ara_belakang)
    with house("uji", quietly=True):
        Notice.objects.bulk_create(
            Notice(event_id=-n, name=f"berita-{n:03}", path="/", village=1, appointment_id=by.pk) for n in range(120)
        )
    first = reader.get("/pemberitahuan/").content.decode()
    assert first.count("berita-") == 50 and "99+" in first
    last_of_first = first[first.index("?sebelum=") :].split('"')[0]
    second = reader.get(f"/pemberitahuan/{last_of_first}").content.decode()
    assert second.count("berita-") == 50 and "berita-069" in second and "berita-070" not in second
    assert reader.get("/pemberitahuan/?sebelum=x").status_code == 200


def test_the_manager_sees_what_was_not_sent_and_has_it_sent_again(
    desk: Desk, cast: Any, given_up: Message, under: Any
) -> None:
    manager = desk(cast.bulukumba_manajer)
    page = manager.get("/pesan/").content.decode()
    assert given_up.trace in page and "Gerbang tidak terjangkau" in page
    assert "6281234567890" not in page
    path = f"/pesan/{given_up.pk}/pengiriman-ulang/"
    assert "Kirim lagi" in manager.get(path).content.decode()
    assert manager.post(path, {}, follow=True).redirect_chain == [("/pesan/", 302)]
    with under(cast.bulukumba_manajer):
        kept = Message.objects.get()
        assert kept.state == MessageState.QUEUED and kept.next_at <= timezone.now()
    assert manager.post(path, {}).status_code == 409, "it is on its way"


def test_an_administrator_sees_that_it_failed_and_not_about_what(desk: Desk, cast: Any, given_up: Message) -> None:
    page = desk(cast.bulukumba_admin).get("/pesan/").content.decode()
    assert "Gerbang tidak terjangkau" in page
    assert given_up.trace not in page


def test_elsewhere_there_is_no_such_message(desk: Desk, cast: Any, given_up: Message) -> None:
    stranger = desk(cast.gowa_manajer)
    assert given_up.trace not in stranger.get("/pesan/").content.decode()
    assert stranger.post(f"/pesan/{given_up.pk}/pengiriman-ulang/").status_code == 404


def test_who_leads_no_kabupaten_has_no_outbox(desk: Desk, cast: Any, given_up: Message) -> None:
    for officer in (cast.ara_belakang, cast.bulukumba_dukcapil):
        assert desk(officer).get("/pesan/").status_code == 403


def test_the_outbox_says_where_each_medium_leads(desk: Desk, cast: Any, settings: Any) -> None:
    settings.MESSAGE_SINK, settings.MESSAGE_GATEWAYS = (
        "",
        {"sms": {"url": "https://gerbang.contoh.id/kirim", "token": "rahasia"}},
    )
    page = desk(cast.bulukumba_manajer).get("/pesan/").content.decode()
    assert "gerbang.contoh.id" in page and "rahasia" not in page
    assert page.count("belum diatur") == 2
