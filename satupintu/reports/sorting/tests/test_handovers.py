"""Handing over: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.registry.people.models import Consent, Person
from satupintu.reports.sorting import actions, rules
from satupintu.reports.sorting.actions import Names, Request
from satupintu.reports.sorting.models import FollowUp, HandedPerson, HandOver, ListCopy
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.tests.conftest import ARA, BIALO, BIRA
from satupintu.reports.sorting.words import HandOverState, LegalBasis, Population, TableKind

BULUKUMBA = 7302000000
DIKBUD, DINKES, NGO = "D7302DIKBUD", "D7302DINKES", "C7302LKS"
MANY = [TableKind.NUMBER, TableKind.SCHOOLING]


def request(days: int = 14) -> Request:
    return Request("Mengajak anak kembali ke sekolah", timezone.localdate() + timedelta(days=days), "Mohon dilihat.")


def office(code: str) -> Office:
    return Office.objects.get(code=code)


@pytest.fixture
def children(born: Any) -> list[Person]:
    """Twelve at school in Bonto Bahari, two who left it, seven at school in Gantarang; one of each allowed sharing."""
    school, left = ("bdt", "2015", "1"), ("bdt", "2015", "2")
    made = [born(ARA, date(2014, 1, 1 + n), name=f"Anak {n}", schooling=school) for n in range(12)]
    made += [born(BIRA, date(2013, 1, 1 + n), name=f"Putus {n}", schooling=left) for n in range(2)]
    made += [born(BIALO, date(2015, 1, 1 + n), name=f"Gantarang {n}", schooling=school) for n in range(7)]
    with house("uji", quietly=True) as by:
        for one in (made[0], made[12]):
            Consent.objects.create(
                person=one, village_id=one.village_id, purpose="sharing", form="signed", given_on=date(2026, 1, 1)
            )
        actions.count(by=by, kabupaten=BULUKUMBA)
    return made


def send_tables(
    by: Appointment, *, to: str = DIKBUD, population: Population = Population.CHILDREN, **more: Any
) -> HandOver:
    made: HandOver = actions.send_tables(
        by=by, to=office(to), population=population, tables=more.pop("tables", MANY), request=request(), **more
    )
    return made


def send_names(by: Appointment, *, to: str = DIKBUD, basis: LegalBasis = LegalBasis.DUTY, **more: Any) -> HandOver:
    names = Names(
        selection=Selection(Population.CHILDREN, timezone.localdate()),
        area=Area.objects.get(pk=BULUKUMBA),
        table=TableKind.SCHOOLING,
        basis=basis,
        basis_text="UU 20/2003 pasal 34",
        column=more.pop("column", None),
        with_nik=more.pop("with_nik", False),
    )
    made: HandOver = actions.send_names(names, by=by, to=office(to), request=request(), **more)
    return made


@pytest.fixture
def tables(children: Any, cast: Any, under: Any) -> HandOver:
    """Tables on their way to Dinas Pendidikan."""
    with under(cast.bulukumba_manajer):
        return send_tables(cast.bulukumba_manajer)


@pytest.fixture
def names(children: Any, cast: Any, under: Any) -> HandOver:
    """A list on its way to Dinas Pendidikan."""
    with under(cast.bulukumba_manajer):
        return send_names(cast.bulukumba_manajer)


@pytest.fixture
def proposed(children: Any, cast: Any, under: Any, monkeypatch: Any) -> HandOver:
    """A list that is longer than one person may hand over."""
    monkeypatch.setattr(rules, "ONE_PERSON", 5)
    with under(cast.bulukumba_manajer):
        return send_names(cast.bulukumba_manajer)


def test_tables_are_frozen_and_hide_small_counts(tables: HandOver, born: Any, cast: Any, under: Any) -> None:
    born(ARA, date(2016, 1, 1), schooling=("bdt", "2015", "1"))
    with under(cast.bulukumba_dikbud):
        seen = HandOver.objects.get(pk=tables.pk)
        assert seen.tables == ["number", "schooling"] and seen.number.startswith("S7302-D")
        schooling = seen.picture["tables"]["schooling"]
        assert [head[0] for head in schooling["heads"][2:]] == ["Masih sekolah, Tidak bersekolah lagi"]
        assert schooling["rows"] == [[0, 0, 7, 7], [0, 0, 14, 14], [0, 0, 21, 21]], "two who left are told to nobody"


def test_both_ends_and_the_area_s_heads_see_it_and_nobody_else(
    tables: HandOver, names: HandOver, cast: Any, under: Any
) -> None:
    for who in (cast.bulukumba_manajer, cast.bulukumba_kadis, cast.bulukumba_dikbud):
        with under(who):
            assert HandOver.objects.count() == 2 and HandedPerson.objects.count() == 21, who
    strangers = (
        "bulukumba_dinkes gowa_manajer ara_koordinator bontobahari_tksk sulsel_disdik sulsel_pemantau nasional_admin"
    )
    for name in strangers.split():
        with under(getattr(cast, name)):
            assert not HandOver.objects.exists() and not HandedPerson.objects.exists(), name


ANSWERS: dict[str, Callable[[HandOver, Appointment], Any]] = {
    "acknowledged": lambda one, by: actions.acknowledge(one, by=by),
    "withdrawn": lambda one, by: actions.withdraw(one, by=by, text="Salah kantor"),
}


def test_the_receiver_acknowledges_reports_and_the_sender_hears(tables: HandOver, cast: Any, under: Any) -> None:
    clerk = cast.bulukumba_dikbud
    with under(clerk):
        with pytest.raises(WrongState, match="Menunggu diterima"):
            actions.report(tables, by=clerk, text="x", done_on=timezone.localdate(), is_last=True)
        first, second = (actions.acknowledge(tables, by=clerk, key="sekali") for _time in range(2))
        assert first == second and first.received_by_id == clerk.pk
        with pytest.raises(WrongState, match="Sedang ditindaklanjuti"):
            actions.acknowledge(tables, by=clerk)
        said = {"done_on": timezone.localdate(), "reached": 7}
        actions.report(tables, by=clerk, text="Tiga sekolah dikunjungi.", is_last=False, **said)
        actions.report(tables, by=clerk, text="Selesai.", is_last=True, **said)
        with pytest.raises(WrongState, match="Sudah dilaporkan"):
            actions.report(tables, by=clerk, text="Lagi", is_last=True, **said)
        tables.refresh_from_db()
        assert tables.state == HandOverState.REPORTED and FollowUp.objects.count() == 2
        names = list(Event.objects.about(tables).values_list("name", flat=True))
    assert names == ["handover.reported", "handover.reported", "handover.acknowledged", "handover.sent"]
    assert who_heard("handover.reported") == {"bulukumba.manajer", "bulukumba.kadis"}
    assert who_heard("handover.sent") == {"bulukumba.dikbud"}


def who_heard(name: str) -> set[str]:
    """Who was told of events of that name, by username."""
    with house("uji", quietly=True):
        to = list(Notice.objects.filter(name=name).values_list("appointment_id", flat=True))
        return set(Appointment.objects.filter(pk__in=to).values_list("account__username", flat=True))


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_other_end_and_a_stranger_are_refused(answer: str, tables: HandOver, cast: Any, under: Any) -> None:
    other = cast.bulukumba_dikbud if answer == "withdrawn" else cast.bulukumba_manajer
    for by in (other, cast.bulukumba_dinkes, cast.gowa_manajer, cast.panakkukang_koordinator, cast.ara_koordinator):
        with under(by), pytest.raises(Refused):
            ANSWERS[answer](tables, by)
    with under(cast.bulukumba_manajer):
        tables.refresh_from_db()
        assert tables.state == HandOverState.SENT


def test_a_stranger_reports_approves_and_copies_nothing(names: HandOver, cast: Any, under: Any) -> None:
    said = {"text": "x", "done_on": timezone.localdate(), "is_last": True}
    for by in (cast.bulukumba_dinkes, cast.gowa_manajer, cast.gowa_dukcapil):
        with under(by):
            with pytest.raises(Refused):
                actions.report(names, by=by, **said)
            with pytest.raises(Refused):
                actions.take_copy(names, by=by, why="x")
            with pytest.raises(Refused):
                actions.approve(names, by=by)
            with pytest.raises(Refused):
                actions.refuse(names, by=by, text="x")


def test_who_may_send_sends_only_where_it_can_be_acknowledged(children: Any, cast: Any, under: Any) -> None:
    for by in (cast.bontobahari_tksk, cast.ara_koordinator, cast.bulukumba_belakang, cast.bulukumba_dikbud):
        with under(by), pytest.raises(Refused):
            send_tables(by)
    by = cast.bulukumba_manajer
    with under(by):
        for code in ("S7302", "D7306DUKCAPIL", "P7302032006", "S7306"):
            with pytest.raises(Refused, match="tidak dapat menerima"):
                send_tables(by, to=code)
        assert send_tables(by, to="D73DISDIK").to_office.code == "D73DISDIK"
        with pytest.raises(Refused):
            send_names(by, to=NGO)
    with under(cast.gowa_manajer), pytest.raises(WrongState, match="belum pernah dihitung"):
        send_tables(cast.gowa_manajer, to="D7306DUKCAPIL")


def test_an_office_gets_no_two_pictures_that_can_be_subtracted(tables: HandOver, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        again = send_tables(by, tables=[TableKind.SEX])
        assert again.picture == tables.picture, "the same night is the same picture"
        with pytest.raises(WrongState, match="Selisih kedua tabel"):
            send_tables(by, population=Population.EVERYBODY)
        send_tables(by, population=Population.ELDERLY)
        send_tables(by, population=Population.EVERYBODY, to=DINKES)
        HandOver.objects.update(as_of=timezone.localdate() - timedelta(days=29))
        with pytest.raises(WrongState, match="Selisih kedua tabel"):
            send_tables(by)
        HandOver.objects.update(as_of=timezone.localdate() - timedelta(days=31))
        send_tables(by)


def test_a_list_on_consent_names_only_who_allowed_it(children: Any, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        made = send_names(by, basis=LegalBasis.CONSENT)
        assert sorted(made.names.values_list("name", flat=True)) == ["Anak 0", "Putus 0"]
        assert send_names(by, basis=LegalBasis.CONSENT, column=2).people == 1
        with pytest.raises(WrongState, match="Tidak ada nama"):
            send_names(by, basis=LegalBasis.CONSENT, column=0)


def test_a_nik_goes_only_when_it_was_asked_for(children: list[Person], cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with house("uji", quietly=True):
        Person.objects.filter(pk=children[0].pk).update(nik="7302031234560001")
    with under(by):
        assert set(send_names(by).names.values_list("nik", flat=True)) == {""}
        assert "7302031234560001" in send_names(by, with_nik=True).names.values_list("nik", flat=True)


def test_a_long_list_waits_for_a_second_person(proposed: HandOver, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_dikbud):
        assert not HandOver.objects.exists() and not HandedPerson.objects.exists()
    with under(cast.bulukumba_manajer), pytest.raises(Refused):
        actions.approve(proposed, by=cast.bulukumba_manajer)
    head = cast.bulukumba_kadis
    with under(head):
        assert actions.approve(proposed, by=head, key="sekali") == actions.approve(proposed, by=head, key="sekali")
        with pytest.raises(WrongState):
            actions.refuse(proposed, by=head, text="Terlambat")
        assert [one.name for one in Event.objects.about(proposed)] == ["handover.approved", "handover.proposed"]
    with under(cast.bulukumba_dikbud):
        assert HandedPerson.objects.count() == 21
    assert who_heard("handover.proposed") == {"bulukumba.kadis"}


def test_a_list_that_is_refused_reaches_nobody(proposed: HandOver, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_kadis):
        actions.refuse(proposed, by=cast.bulukumba_kadis, text="Terlalu banyak")
        proposed.refresh_from_db()
        assert proposed.state == HandOverState.REFUSED
    with under(cast.bulukumba_dikbud):
        assert not HandOver.objects.exists()
    assert who_heard("handover.refused") == {"bulukumba.manajer"}


def test_the_table_itself_wants_a_second_person_and_a_basis(names: HandOver, cast: Any, under: Any) -> None:
    for wrong in ({"people": 1001}, {"basis": ""}, {"basis_text": ""}, {"decided_by": names.sender}, {"purpose": ""}):
        with under(cast.bulukumba_manajer), pytest.raises(DatabaseError), transaction.atomic():
            HandOver.objects.filter(pk=names.pk).update(**wrong)


def test_nobody_writes_into_the_hand_over_of_others(names: HandOver, cast: Any, under: Any) -> None:
    same = {field.attname: getattr(names, field.attname) for field in HandOver._meta.concrete_fields}
    by = cast.bulukumba_dikbud
    with under(by), pytest.raises(DatabaseError), transaction.atomic():
        HandOver.objects.create(**same | {"id": None, "number": "D-palsu", "sender_id": by.pk})
    with under(by), pytest.raises(DatabaseError), transaction.atomic():
        HandedPerson.objects.create(handover=names, place=99, person_id=1, name="x", village_name="y")
    with under(cast.bulukumba_manajer), pytest.raises(DatabaseError), transaction.atomic():
        FollowUp.objects.create(
            handover=names,
            text="x",
            done_on=timezone.localdate(),
            is_last=True,
            by=cast.bulukumba_manajer,
            by_label="x",
        )
    with under(by), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from sorting_handedperson")


def test_a_copy_bears_a_mark_that_leads_back(names: HandOver, cast: Any, desk: Any, under: Any) -> None:
    clerk, path = desk(cast.bulukumba_dikbud), f"/sortir/penyerahan/{names.number}/"
    assert clerk.get(f"{path}daftar/").status_code == 404, "not before it was acknowledged"
    assert "Nama terbuka sesudah" in clerk.get(path).content.decode()
    assert clerk.post(f"{path}penerimaan/", {"key": "terima"}).status_code == 302
    assert "Putus 0" in clerk.get(f"{path}daftar/").content.decode()
    taken = clerk.post(f"{path}unduhan/", {"why": "Mencocokkan dengan Dapodik"}, follow=True)
    book = openpyxl.load_workbook(io.BytesIO(b"".join(taken.streaming_content)))
    head, *rows = book.active.iter_rows(values_only=True)
    marks = {row[head.index("Kode salinan")] for row in rows}
    assert len(rows) == 21 and len(marks) == 1
    again = clerk.post(f"{path}unduhan/", {"why": "Mencocokkan lagi"}, follow=True)
    other = openpyxl.load_workbook(io.BytesIO(b"".join(again.streaming_content)))
    assert {row[head.index("Kode salinan")] for row in list(other.active.iter_rows(values_only=True))[1:]} != marks
    (mark,) = marks
    page = desk(cast.bulukumba_manajer).post("/unduhan/pelacakan/", {"mark": mark.lower()}).content.decode()
    assert "Muh. Arsyad" in page and "Mencocokkan dengan Dapodik" in page
    assert desk(cast.gowa_manajer).post("/unduhan/pelacakan/", {"mark": mark}).status_code == 422
    with under(cast.bulukumba_manajer):
        assert ListCopy.objects.count() == 2
        first = ListCopy.objects.order_by("pk")[0].pk
    assert desk(cast.bulukumba_manajer).get(f"{path}unduhan/{first}/").status_code == 403
    with under(cast.bulukumba_manajer):
        read = Event.objects.filter(name="handover.names_listed").order_by("pk")
        assert [event.facts["shown"] for event in read] == ["identity,address", "file", "file"]
        assert read[1].facts["why"] == "Mencocokkan dengan Dapodik" and len(read[1].shown_ids) == 21


def test_what_was_taken_back_is_open_to_nobody(names: HandOver, cast: Any, desk: Any, under: Any) -> None:
    clerk, path = desk(cast.bulukumba_dikbud), f"/sortir/penyerahan/{names.number}/"
    clerk.post(f"{path}penerimaan/", {"key": "terima"})
    assert desk(cast.bulukumba_manajer).post(f"{path}penarikan/", {"text": "Salah kantor"}).status_code == 302
    for page in ("daftar/", "unduhan/"):
        assert clerk.get(path + page).status_code == 404
    with under(cast.bulukumba_dikbud), pytest.raises(WrongState):
        actions.take_copy(names, by=cast.bulukumba_dikbud, why="x")


def test_what_is_late_is_seen_by_its_sender(tables: HandOver, cast: Any, desk: Any) -> None:
    manager, clerk = desk(cast.bulukumba_manajer), desk(cast.bulukumba_dikbud)
    assert tables.number in clerk.get("/").content.decode()
    assert tables.number in manager.get("/?daftar=tunggu").content.decode()
    assert tables.number not in manager.get("/?daftar=terlambat").content.decode()
    with house("uji", quietly=True):
        HandOver.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert tables.number in manager.get("/?daftar=terlambat").content.decode()
    assert tables.number in manager.get("/sortir/penyerahan/?late=on").content.decode()
    assert "terlambat" in manager.get(f"/sortir/penyerahan/{tables.number}/").content.decode()


def test_the_page_hands_over_what_the_table_shows(children: Any, cast: Any, desk: Any) -> None:
    manager = desk(cast.bulukumba_manajer)
    assert "Serahkan ke OPD" in manager.get("/sortir/?tabel=schooling").content.decode()
    assert "Serahkan ke OPD" not in desk(cast.ara_koordinator).get("/sortir/").content.decode()
    sent = manager.post(
        "/sortir/penyerahan/tabel/",
        {"to": office(DIKBUD).pk, "tables": ["schooling"], "purpose": "Rencana", "due_on": "01-01-2000", "message": ""},
    )
    assert sent.status_code == 422, "a day that is over"
    later = f"{timezone.localdate() + timedelta(days=9):%d-%m-%Y}"
    words = {"to": office(DIKBUD).pk, "purpose": "Rencana", "due_on": later, "message": ""}
    sent = manager.post("/sortir/penyerahan/tabel/", {**words, "asked": "populasi=children", "tables": ["schooling"]})
    assert sent.status_code == 302
    page = manager.get(sent["Location"]).content.decode()
    assert "Partisipasi sekolah" in page and "Sekarang giliran Dinas Pendidikan" in page
    assert manager.get(f"{sent['Location']}tabel/")["Content-Type"].endswith("sheet")
    names = {**words, "basis": "duty", "basis_text": "UU 20/2003"}
    sent = manager.post("/sortir/penyerahan/nama/", {**names, "asked": "tabel=schooling&kolom=2"})
    assert sent.status_code == 302
    assert "Buka daftar nama" in manager.get(sent["Location"]).content.decode()
    none = {**names, "asked": "tabel=schooling&kolom=0"}
    assert manager.post("/sortir/penyerahan/nama/", none).status_code == 422
