"""An offer: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Envelope, Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.transfers import actions
from satupintu.work.transfers.desk import find
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.receivers import may_take, named, nearest_first, takers
from satupintu.work.transfers.tests.conftest import ARA, BIRA, DUKCAPIL, GOWA
from satupintu.work.transfers.words import Refusal, Status

Act = Callable[..., Transfer]
ACTS: dict[str, Act] = {
    "accepted": lambda one, by, **rest: actions.accept(one, by=by, text="Baik", **rest),
    "refused": lambda one, by, **rest: actions.refuse(one, by=by, reason=Refusal.NOT_OURS, **rest),
    "withdrawn": lambda one, by, **rest: actions.withdraw(one, by=by, text="Salah kantor", **rest),
}
acts = pytest.mark.parametrize("end", ACTS)


def own_end(end: str, cast: Any) -> Any:
    """Who does it: the receiver answers, the sender takes back."""
    return cast.ara_koordinator if end == "withdrawn" else cast.bira_koordinator


@acts
def test_it_works_and_leaves_one_event(end: str, transfer: Transfer, cast: Any, under: Any) -> None:
    by = own_end(end, cast)
    with under(by):
        ACTS[end](transfer, by)
        transfer.refresh_from_db()
        assert (transfer.status, transfer.answered_by_id, transfer.answered_label) == (end, by.pk, by.label)
        names = [event.name for event in Event.objects.about(transfer)]
        assert names == [f"transfer.{end}", "transfer.offered"]


@acts
def test_the_other_end_and_a_stranger_are_refused(end: str, transfer: Transfer, cast: Any, under: Any) -> None:
    other = cast.bira_koordinator if end == "withdrawn" else cast.ara_koordinator
    for by in (other, cast.panakkukang_koordinator, cast.bontobahari_tksk, cast.bulukumba_manajer):
        with under(by), pytest.raises(Refused):
            ACTS[end](transfer, by)
    with under(cast.ara_koordinator):
        transfer.refresh_from_db()
        assert transfer.is_open


@acts
@pytest.mark.parametrize("before", ACTS)
def test_what_has_ended_ends_no_more(before: str, end: str, transfer: Transfer, cast: Any, under: Any) -> None:
    with under(own_end(before, cast)):
        ACTS[before](transfer, own_end(before, cast))
    with under(own_end(end, cast)), pytest.raises(WrongState, match="sudah berstatus"):
        ACTS[end](transfer, own_end(end, cast))


@acts
def test_sent_twice_is_done_once(end: str, transfer: Transfer, cast: Any, under: Any) -> None:
    by = own_end(end, cast)
    with under(by):
        first, second = (ACTS[end](transfer, by, key="sekali") for _time in range(2))
        assert first == second
        assert Event.objects.about(transfer).count() == 2


def test_a_matter_is_offered_to_one_office_at_a_time(transfer: Transfer, cast: Any, under: Any, offered: Any) -> None:
    by, gowa = cast.ara_koordinator, Office.objects.get(code=GOWA)
    with under(by):
        with pytest.raises(WrongState, match="sudah ditawarkan"):
            actions.offer(offered(), to=gowa, by=by)
        with pytest.raises(DatabaseError), transaction.atomic():
            same = {field.attname: getattr(transfer, field.attname) for field in Transfer._meta.concrete_fields}
            Transfer.objects.create(**{**same, "id": None, "number": "L-lain"})
        actions.withdraw(transfer, by=by, text="Salah kantor")
        assert actions.offer(offered(), to=gowa, by=by).number.startswith(f"{ARA}-L")


def test_nobody_offers_to_oneself_nor_where_nobody_decides(cast: Any, under: Any, offered: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        with pytest.raises(Refused, match="kantor sendiri"):
            actions.offer(offered(), to=by.office, by=by)
        with pytest.raises(WrongState, match="belum ada petugas"):
            actions.offer(offered(), to=Office.objects.get(code=DUKCAPIL), by=by)
        with pytest.raises(WrongState, match="belum ada petugas"):
            actions.offer(offered(clearance=2), to=Office.objects.get(code=BIRA), by=by)
        assert not Transfer.objects.exists()
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.offer(offered(), to=Office.objects.get(code=BIRA), by=cast.ara_depan)


def test_whoever_works_on_other_fields_can_take_nothing_of_this_one(cast: Any, db: None) -> None:
    bira = Office.objects.get(code=BIRA)
    assert may_take(bira, field="health", clearance=1)
    Appointment.objects.filter(pk=cast.bira_koordinator.pk).update(fields=["social"])
    assert not may_take(bira, field="health", clearance=0)
    assert may_take(bira, field="social", clearance=0)


def test_both_ends_and_the_area_see_it_and_nobody_else(transfer: Transfer, cast: Any, under: Any) -> None:
    seeing = "ara_koordinator ara_depan bira_koordinator bontobahari_tksk bulukumba_manajer"
    blind = "panakkukang_koordinator gowa_manajer bulukumba_dukcapil sulsel_penanganan nasional_auditor"
    for name in seeing.split():
        with under(getattr(cast, name)):
            assert Transfer.objects.filter(pk=transfer.pk).exists(), name
    for name in blind.split():
        with under(getattr(cast, name)):
            assert not Transfer.objects.exists(), name


def test_a_sensitive_one_exists_for_the_cleared_of_both_ends_alone(cast: Any, under: Any, offered: Any) -> None:
    with under(cast.ara_koordinator):
        made = actions.offer(offered(clearance=1), to=Office.objects.get(code=BIRA), by=cast.ara_koordinator)
    for name, sees in {"bira_koordinator": True, "bira_fasilitator": False, "ara_depan": False}.items():
        with under(getattr(cast, name)):
            assert Transfer.objects.filter(pk=made.pk).exists() is sees, name


def test_nobody_offers_in_the_name_of_another_office(transfer: Transfer, cast: Any, under: Any) -> None:
    same = {field.attname: getattr(transfer, field.attname) for field in Transfer._meta.concrete_fields}
    same |= {"id": None, "number": "L-palsu", "origin_id": 2}
    for by in (cast.ara_depan, cast.bira_koordinator, cast.bulukumba_manajer):
        with under(by), pytest.raises(DatabaseError), transaction.atomic():
            Transfer.objects.create(**same)
        with under(by), pytest.raises(DatabaseError), transaction.atomic():
            Transfer.objects.create(
                **same | {"sender_id": by.pk, "from_office_id": cast.panakkukang_koordinator.office_id}
            )


def test_the_nearest_offices_are_offered_first_and_any_can_be_named(cast: Any, db: None) -> None:
    able = takers(field="health", clearance=0)
    first = list(nearest_first(able, 7302032006)[:3])
    assert {one.code for one in first} == {ARA, BIRA, "K730203"}
    assert {one.code for one in named(able, "panakkukang")} == {GOWA}
    assert "S7306" in {one.code for one in named(able, "gowa")}
    assert {one.code for one in named(able, "p7306072008")} == {GOWA}
    assert not named(able, "rumah sakit") and not named(able, "dukcapil")


def who_heard(name: str) -> set[str]:
    """Who was told of events of that name, by username."""
    with house("uji", quietly=True):
        to = list(Notice.objects.filter(name=name).values_list("appointment_id", flat=True))
        return set(Appointment.objects.filter(pk__in=to).values_list("account__username", flat=True))


@acts
def test_the_other_end_hears_of_it(end: str, transfer: Transfer, cast: Any, under: Any) -> None:
    assert who_heard("transfer.offered") == {"bira.koordinator"}
    with under(own_end(end, cast)):
        ACTS[end](transfer, own_end(end, cast))
    expected = {"bira.koordinator"} if end == "withdrawn" else {"ara.koordinator"}
    assert who_heard(f"transfer.{end}") == expected


def test_an_office_with_a_mailbox_is_written_to_without_what_it_is_about(cast: Any, under: Any, offered: Any) -> None:
    Office.objects.filter(code=BIRA).update(email="bira@contoh.go.id")
    with under(cast.ara_koordinator):
        made = actions.offer(offered(), to=Office.objects.get(code=BIRA), by=cast.ara_koordinator)
    with house("uji", quietly=True):
        (envelope,) = Envelope.objects.all()
        assert (envelope.address, envelope.subject) == ("bira@contoh.go.id", f"Pelimpahan {made.number}")
        assert "kontrol" not in envelope.text


def test_a_house_that_hears_may_stop_it(transfer: Transfer, cast: Any, under: Any) -> None:
    """Whose matter it was cannot give it away any more: the offer stays open, and nothing was told."""
    with house("uji", quietly=True):
        Transfer.objects.update(origin_type="complaint")
    by = cast.bira_koordinator
    with under(by), pytest.raises(WrongState, match="tidak dapat dilimpahkan lagi"):
        actions.accept(transfer, by=by)
    with under(by):
        transfer.refresh_from_db()
        assert transfer.status == Status.OFFERED
        assert [event.name for event in Event.objects.about(transfer)] == ["transfer.offered"]
    assert who_heard("transfer.accepted") == set()


def test_the_pages_tell_each_end_what_it_may_do(transfer: Transfer, cast: Any, desk: Any) -> None:
    path = f"/pelimpahan/{transfer.number}/"
    receiver, sender = desk(cast.bira_koordinator), desk(cast.ara_koordinator)
    page = receiver.get(path).content.decode()
    assert "Terima, kami tangani" in page and "Tarik kembali" not in page
    assert "kontrol rutin" in page and "terbuka sesudah kantor Anda menerima" in page
    page = sender.get(path).content.decode()
    assert "Tarik kembali" in page and "Sekarang giliran Puskesos Desa Bira" in page
    assert transfer.number in receiver.get("/").content.decode(), "it stands on the worklist of who may answer"
    assert transfer.number not in sender.get("/").content.decode()
    for client, where in ((receiver, "masuk"), (sender, "keluar")):
        assert transfer.number in client.get(f"/pelimpahan/?arah={where}").content.decode()
    assert transfer.number not in sender.get("/pelimpahan/").content.decode()
    assert desk(cast.panakkukang_koordinator).get(path).status_code == 404
    assert desk(cast.bulukumba_dukcapil).get(path).status_code == 403
    found = receiver.post("/cari/", {"q": transfer.number})
    assert found["Location"] == path


def test_another_reason_has_to_be_explained(transfer: Transfer, cast: Any, desk: Any) -> None:
    path, receiver = f"/pelimpahan/{transfer.number}/penolakan/", desk(cast.bira_koordinator)
    assert receiver.post(path, {"reason": "other"}).status_code == 422
    assert receiver.post(path, {"reason": "other", "text": "Sudah ditangani dinas."}).status_code == 302
    assert receiver.post(path, {"reason": "not_ours"}).status_code == 409
    assert "Sudah ditangani dinas." in receiver.get(f"/pelimpahan/{transfer.number}/").content.decode()


def test_an_offer_that_does_not_exist_is_not_found(cast: Any, rf: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Http404):
        find(rf.get("/"), "L-tidak-ada")
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from transfers_transfer")
        assert cursor.fetchone() == (0,)


def test_offices_are_offered_while_one_types(cast: Any, desk: Any) -> None:
    asked = {"desa": 7302032006, "bidang": "health", "sifat": 0, "kecuali": 0, "nama": "to", "to": "panakkukang"}
    page = desk(cast.ara_koordinator).get("/pelimpahan/kantor/", asked).content.decode()
    assert GOWA in page and "Gowa" in page and BIRA not in page
    page = desk(cast.ara_koordinator).get("/pelimpahan/kantor/", {"nama": '"><b', "desa": "x"}).content.decode()
    assert "<b" not in page
    assert desk(cast.ara_depan).get("/pelimpahan/kantor/", asked).status_code == 403
