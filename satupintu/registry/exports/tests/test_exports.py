"""Rows about people leave as a file: for a purpose, by two persons where they are many, marked, written down."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import house
from satupintu.foundation.access.roles import DUTIES, may
from satupintu.registry.exports import actions, worklist
from satupintu.registry.exports.access import is_second
from satupintu.registry.exports.models import Export
from satupintu.registry.exports.notifications import seconds
from satupintu.registry.exports.tests.taking import SAID, asked, bytes_of, taken
from satupintu.registry.exports.words import ExportState, Purpose
from satupintu.registry.privacy import breach

LIST = "/mutu-data/daftar/?periksa=civil_never&wilayah=7302032006"
AS_FILE = f"{LIST}&unduh=xlsx"
WHAT = actions.Asked("Belum pernah dipadankan", "/mutu-data/daftar/", "periksa=civil_never", "xlsx", 1001)


def cells(answer: Any) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(bytes_of(answer))).active.iter_rows(values_only=True))


@pytest.fixture
def waiting(cast: Any, under: Any) -> Export:
    """A file of 1,001 rows that the manager asked for."""
    by = cast.bulukumba_manajer
    with under(by):
        return actions.ask(WHAT, by=by, purpose=Purpose.REPORT, text=SAID["text"])


def test_the_purpose_is_asked_first_and_written_down(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(3)
    by = cast.bulukumba_manajer
    manager = desk(by)
    page = manager.get(AS_FILE)
    assert page["Content-Type"].startswith("text/html") and "Untuk apa berkas ini?" in page.content.decode()
    assert manager.post(AS_FILE, {"purpose": "report", "text": "x"}).status_code == 422
    assert manager.post(AS_FILE, {"purpose": "", "text": SAID["text"]}).status_code == 422
    found = asked(manager, AS_FILE)
    assert (found.rows, found.state, found.purpose) == (3, ExportState.READY, Purpose.REPORT)
    assert found.list_address == LIST and "Siapkan" not in manager.get(found.address).content.decode()
    assert cells(manager.get(found.file_address))[0][-2:] == ("Kode salinan", "Hanya untuk")
    with house("uji", quietly=True):
        told = Event.objects.get(name="export.asked")
        assert (told.facts["rows"], told.facts["purpose"], told.facts["copy"]) == (3, "report", found.mark)
        assert told.facts["list"] == LIST and told.trace == found.number and told.appointment_id == by.pk
        read = Event.objects.get(name="quality.listed")
        assert read.facts["shown"] == "file" and len(read.shown_ids) == 3
        assert found.number in read.facts["why"] and SAID["text"] in read.facts["why"]


def test_the_same_form_sent_twice_asks_once(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(1)
    manager = desk(cast.bulukumba_manajer)
    first, second = (asked(manager, AS_FILE, key="00000000-0000-4000-8000-000000000007") for _time in range(2))
    assert first.pk == second.pk
    with house("uji", quietly=True):
        assert Export.objects.count() == Event.objects.filter(name="export.asked").count() == 1


def test_a_thousand_rows_go_at_once_and_one_more_waits(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(1000)
    manager, head = desk(cast.bulukumba_manajer), desk(cast.bulukumba_kadis)
    assert len(cells(taken(manager, AS_FILE))) == 1001
    crowd(1)
    assert "Perlu persetujuan orang kedua" in manager.get(AS_FILE).content.decode()
    found = asked(manager, AS_FILE)
    assert (found.rows, found.state) == (1001, ExportState.WAITING)
    early = manager.get(found.file_address)
    assert early.status_code == 302 and early["Location"] == found.address
    assert manager.post(f"{found.address}persetujuan/").status_code == 403, "never the asker"
    assert desk(cast.gowa_manajer).get(found.address).status_code == 404, "a stranger learns nothing"
    assert desk(cast.gowa_manajer).post(f"{found.address}persetujuan/").status_code == 404
    assert head.post(f"{found.address}persetujuan/", {"text": ""}).status_code == 302
    assert len(cells(manager.get(found.file_address))) == 1002
    assert head.get(found.file_address).status_code == 404, "only whoever asked fetches it"


def test_many_do_not_leave_as_several_few(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    half = replace(WHAT, rows=600)
    with under(by):
        said = {"by": by, "purpose": Purpose.REPORT, "text": SAID["text"]}
        for form in ("xlsx", "csv"):
            taken_twice = actions.ask(replace(half, form=form), **said)
            assert taken_twice.state == ExportState.READY, "the same list again is no more"
        other = actions.ask(replace(half, query="periksa=nik_blank"), **said)
        assert (other.rows, other.state) == (600, ExportState.WAITING)
        Export.objects.update(asked_at=timezone.now() - timedelta(hours=25))
        assert actions.ask(replace(half, query="periksa=nik_wrong"), **said).state == ExportState.READY
    with under(cast.bulukumba_kadis):
        head = cast.bulukumba_kadis
        assert actions.ask(half, **(said | {"by": head})).state == ExportState.READY, "another's are another's"


def test_a_refusal_has_a_reason_and_ends_it(waiting: Export, cast: Any, desk: Any) -> None:
    head = desk(cast.bulukumba_kadis)
    assert head.post(f"{waiting.address}penolakan/", {"text": ""}).status_code == 422
    assert head.post(f"{waiting.address}penolakan/", {"text": "Cukup tabel jumlahnya."}).status_code == 302
    page = desk(cast.bulukumba_manajer).get(waiting.address).content.decode()
    assert "Tidak disetujui" in page and "Cukup tabel jumlahnya." in page and "Unduh berkas" not in page
    assert head.post(f"{waiting.address}persetujuan/", {"text": ""}).status_code == 409


def test_it_is_fetched_within_its_days(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(1)
    manager = desk(cast.bulukumba_manajer)
    found = asked(manager, AS_FILE)
    assert found.until is not None and timedelta(days=6) < found.until - timezone.now() <= timedelta(days=7)
    assert cells(manager.get(found.file_address))
    assert cells(manager.get(found.file_address)), "a line that broke may be tried again"
    with house("uji", quietly=True):
        Export.objects.filter(pk=found.pk).update(until=timezone.now())
    assert manager.get(found.file_address)["Location"] == found.address
    assert "Waktu mengunduh sudah lewat" in manager.get(found.address).content.decode()


def test_another_list_or_filter_is_not_what_was_asked_for(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(2)
    manager = desk(cast.bulukumba_manajer)
    found = asked(manager, AS_FILE)
    for other in ("wilayah=7302032005", "wilayah=7302000000", "periksa=nik_missing"):
        assert manager.get(f"{found.file_address}&{other}").status_code == 404, other
    assert manager.get(found.file_address.replace("xlsx", "csv")).status_code == 404
    assert manager.get(f"/keluhan/?unduh=xlsx&salinan={found.number}").status_code == 404
    assert manager.get(f"{AS_FILE}&salinan=U-TIDAK-ADA").status_code == 404


def test_a_list_that_outgrew_what_was_asked_for_is_asked_for_again(
    crowd: Any, cast: Any, desk: Any, settings: Any
) -> None:
    settings.EXPORT_ALONE = 4
    crowd(4)
    manager = desk(cast.bulukumba_manajer)
    found = asked(manager, AS_FILE)
    crowd(1)
    assert manager.get(found.file_address)["Location"] == found.address
    assert "sudah bertambah dari 4 menjadi 5" in manager.get(found.address).content.decode()
    with house("uji", quietly=True):
        assert not Event.objects.filter(name="quality.listed").exists()


def test_what_is_fetched_is_what_the_asker_sees_then(crowd: Any, cast: Any, desk: Any, under: Any) -> None:
    """People of Bira are not in a file of Ara, and a right that has ended makes no file."""
    crowd(2)
    crowd(3, 7302032005)
    manager = desk(cast.bulukumba_manajer)
    found = asked(manager, AS_FILE)
    with house("uji", quietly=True):
        type(cast.bulukumba_manajer).objects.filter(pk=cast.bulukumba_manajer.pk).update(role="district_front")
    assert manager.get(found.file_address)["Content-Type"].startswith("text/html")
    with house("uji", quietly=True):
        type(cast.bulukumba_manajer).objects.filter(pk=cast.bulukumba_manajer.pk).update(role="manager")
    assert len(cells(manager.get(found.file_address))) == 3


def test_the_mark_is_known_again_from_any_row_that_keeps_it(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(5)
    manager, head = desk(cast.bulukumba_manajer), desk(cast.bulukumba_kadis)
    found = asked(manager, AS_FILE)
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(manager.get(found.file_address))))
    head_row, *rows = book.active.iter_rows(values_only=True)
    place = head_row.index("Kode salinan")
    kept = [(row[place],) for row in reversed(rows)][:1]  # one column of one row, from the end
    page = head.post("/unduhan/pelacakan/", {"mark": kept[0][0].lower().replace("-", " ")}).content.decode()
    assert found.asked_label.split(" · ")[0] in page and SAID["text"] in page and found.number in page
    edge = book.active.oddHeader.left.text
    assert found.number in edge and cast.bulukumba_manajer.office.name in edge
    assert kept[0][0] in book.active.oddFooter.left.text and kept[0][0] in book.properties.description
    assert found.number in page and head.post("/unduhan/pelacakan/", {"mark": found.number}).status_code == 200
    stranger = desk(cast.gowa_manajer).post("/unduhan/pelacakan/", {"mark": kept[0][0]})
    unknown = desk(cast.gowa_manajer).post("/unduhan/pelacakan/", {"mark": "AAAA-BBBB-CCCC-DDDD"})
    assert stranger.status_code == unknown.status_code == 422
    assert desk(cast.ara_koordinator).get("/unduhan/pelacakan/").status_code == 403


def test_two_copies_bear_two_marks(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(1)
    manager = desk(cast.bulukumba_manajer)
    first, second = (cells(taken(manager, AS_FILE))[1][-2] for _time in range(2))
    assert first != second


def test_the_breach_kit_counts_what_was_taken(crowd: Any, cast: Any, desk: Any) -> None:
    crowd(3)
    by = cast.bulukumba_manajer
    taken(desk(by), AS_FILE)
    now = timezone.now()
    with house("uji", quietly=True):
        kit = breach.seen_by(by.account_id, now - timedelta(hours=1), now + timedelta(hours=1))
    assert len(kit.subjects) == 3
    assert [(name, rows) for _at, name, _why, rows in kit.files] == [("quality.listed", 3)]


def test_who_may_let_it_go_is_told_and_the_asker_of_the_answer(waiting: Export, cast: Any, desk: Any) -> None:
    with house("uji", quietly=True):
        told = set(seconds(waiting, Event(village=waiting.area)))
        assert cast.bulukumba_kadis.pk in told
        assert not {cast.bulukumba_manajer.pk, cast.gowa_manajer.pk, cast.ara_koordinator.pk} & told
    head = desk(cast.bulukumba_kadis)
    assert waiting.number in head.get("/").content.decode()
    assert waiting.number in head.get("/pemberitahuan/").content.decode()
    assert head.post(f"{waiting.address}persetujuan/", {"text": "Silakan."}).status_code == 302
    assert "disetujui" in desk(cast.bulukumba_manajer).get("/pemberitahuan/").content.decode()
    assert waiting.number not in head.get("/").content.decode()


def test_the_worklist_is_the_second_person_s_only(waiting: Export, cast: Any, under: Any) -> None:
    for name, many in (("bulukumba_kadis", 1), ("bulukumba_manajer", 0), ("gowa_manajer", 0), ("ara_koordinator", 0)):
        with under(getattr(cast, name)):
            assert worklist.waiting(getattr(cast, name)).count() == many, name


def test_a_decision_is_refused_to_strangers_and_to_the_asker(waiting: Export, cast: Any, under: Any) -> None:
    for name in ("bulukumba_manajer", "gowa_manajer", "ara_koordinator"):
        by = getattr(cast, name)
        with under(by):
            for act in (actions.approve, actions.refuse):
                with pytest.raises(Refused):
                    act(waiting, by=by, text="Tidak.")
        assert not is_second(by, waiting), "whatever the wall says besides"


def test_a_decision_is_made_once(waiting: Export, cast: Any, under: Any) -> None:
    by = cast.bulukumba_kadis
    with under(by):
        for _time in range(2):
            actions.approve(waiting, by=by, text="Silakan.", key="sekali")
        with pytest.raises(WrongState):
            actions.refuse(waiting, by=by, text="Tidak jadi.")
        assert Event.objects.filter(name="export.approved", subject_id=waiting.pk).count() == 1


def test_nothing_is_nothing_to_take_and_who_has_no_such_right_asks_in_vain(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(WrongState):
        actions.ask(actions.Asked("Kosong", "/x/", "", "xlsx", 0), by=by, purpose=Purpose.OTHER, text="Percobaan saja.")
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.ask(WHAT, by=cast.ara_depan, purpose=Purpose.OTHER, text="Percobaan saja.")


def test_the_table_itself_wants_two_persons_for_many_rows(waiting: Export, cast: Any) -> None:
    ready = {"state": ExportState.READY, "until": timezone.now()}
    with house("uji", quietly=True):
        for wrong in (ready, ready | {"decided_by": waiting.asked_by}, {"purpose": "iseng"}, {"text": ""}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Export.objects.filter(pk=waiting.pk).update(**wrong)


def test_a_stranger_of_the_next_village_sees_no_export_of_another(cast: Any, under: Any, desk: Any) -> None:
    """The coordinator of Ara asked; the one of Bira finds neither page nor row, a colleague of Ara no page."""
    by = cast.ara_koordinator
    with under(by):
        made = actions.ask(WHAT, by=by, purpose=Purpose.REPAIR, text="Memperbaiki berkas impor.")
    with under(cast.bira_koordinator):
        assert not Export.objects.exists()
    assert desk(cast.bira_koordinator).get(made.address).status_code == 404
    assert made.number not in desk(cast.bira_koordinator).get("/unduhan/").content.decode()
    assert desk(cast.ara_belakang).get(made.address).status_code == 404
    assert made.number in desk(by).get("/unduhan/").content.decode()
    assert made.number in desk(cast.bulukumba_kadis).get("/unduhan/").content.decode()


def test_nobody_asks_in_another_s_name(cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Export.objects.create(
            number="U1", mark="M1", area=7302032006, office_id=cast.ara_koordinator.office_id,
            asked_by=cast.ara_belakang, asked_label="x", title="x", path="/x/", form="csv", rows=1, alone=1000,
            purpose="report", text="x", state="waiting",
        )  # fmt: skip


def test_a_table_about_people_is_no_file_without_a_stamp() -> None:
    request = RequestFactory().get("/", {"unduh": "csv"})
    table = Table(request, ["a"], columns=[Column("x", "X", cell=str)], caption="Isi", may_export=True, personal=True)
    with pytest.raises(RuntimeError):
        table.export()
    assert " download" not in str(table)


EXPORTING = ("export.complaints", "export.quality", "change.export", "bulletin.take", "import.read", "breach.read")


@pytest.mark.parametrize("verb", [*EXPORTING, "resource.register"])
def test_whoever_may_take_a_list_away_may_ask_for_it(verb: str) -> None:
    assert all(may(role, "export.ask") for role in DUTIES if may(role, verb))


def test_no_village_takes_lists_of_the_register_away() -> None:
    village: Callable[[Any], bool] = lambda duties: duties.level == 4  # noqa: E731
    held = {verb for duties in DUTIES.values() if village(duties) for verb in duties.verbs}
    assert not held & {"export.complaints", "export.quality", "change.export", "export.approve", "handover.send_names"}
