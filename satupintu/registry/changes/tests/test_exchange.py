"""What leaves for the owner of the list and what comes back; calendars, layouts, codes; what a complaint opens."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.lib.sheets import open_sheet
from satupintu.registry.changes import actions, rounds
from satupintu.registry.changes.actions import Said
from satupintu.registry.changes.models import Answer, Calendar, ChangeRequest, Layout, RefusalReason
from satupintu.registry.changes.tests.conftest import ARA
from satupintu.registry.changes.words import Status
from satupintu.registry.exports.tests.taking import taken
from satupintu.registry.people.words import ExternalList

KABUPATEN = 7302000000


def sheet_of(answer: Any, tmp_path: Any) -> list[tuple[Any, ...]]:
    """The cells of a file that was answered."""
    place = tmp_path / "berkas.xlsx"
    place.write_bytes(b"".join(answer.streaming_content))
    with open_sheet(place) as sheet:
        return [row.cells for row in sheet]


def csv(*lines: str) -> Any:
    """An answer as a file."""
    return SimpleUploadedFile(
        "jawaban.csv", BytesIO("\n".join(("Nomor usulan;Hasil;Kode alasan", *lines)).encode()).read()
    )


def test_a_batch_leaves_in_the_columns_of_its_layout_and_holds_no_formula(
    brought: Any, cast: Any, under: Any, desk: Any, tmp_path: Any
) -> None:
    one, by = brought("ratified", title="=HYPERLINK(1)", after={"name": "=cmd|'/c calc'!A1"}), cast.bulukumba_belakang
    with under(by):
        layout = actions.save_layout(
            by=by, name="DTSEN", columns=[("nik", "NIK"), ("after", "Baru"), ("found", "RT"), ("able", "Mampu")]
        )
        assert actions.save_layout(by=by, name="DTSEN", columns=[("nik", "NIK")]).pk != layout.pk, "a newer version"
    path = f"/pengesahan/{one.ratification_id}/berkas/?susunan={layout.pk}"
    heads, line = sheet_of(taken(desk(by), path), tmp_path)
    assert heads == ("NIK", "Baru", "RT", "Mampu", "Kode salinan", "Hanya untuk")
    assert line[:4] == ("7302031211600001", "Nama: =cmd|'/c calc'!A1", "1", "2")
    assert desk(by).get(f"{path}&unduh=csv").status_code == 404
    assert desk(cast.gowa_manajer).get(path).status_code == 404
    for name in ("ara_koordinator", "bulukumba_depan", "bulukumba_kadis"):
        assert desk(getattr(cast, name)).get(path).status_code == 403
    with under(cast.bulukumba_manajer):
        assert Event.objects.filter(name="ratification.exported", facts__shown="file").count() == 1


def test_an_answer_marks_each_proposal_and_the_village_reads_why(
    brought: Any, cast: Any, under: Any, desk: Any
) -> None:
    one = brought("applied")
    office, path = desk(cast.bulukumba_belakang), f"/pengesahan/{one.ratification_id}/jawaban/"
    bad = csv(f"{one.number};ditolak;ZZ", "U-TIDAK-ADA;diterima;", f"{one.number};mungkin;")
    page = office.post(path, {"file": bad})
    told = page.content.decode()
    assert page.status_code == 422
    assert all(word in told for word in ("Kode alasan tidak dikenal", "tidak ada dalam SK ini", "Tulis “diterima”"))
    with under(cast.bulukumba_belakang):
        assert not Answer.objects.exists(), "a file with faults changes nothing"
    assert office.post(path, {"file": csv(f"{one.number};ditolak;a6")}).status_code == 302
    for who, where in ((cast.ara_koordinator, one.address), (cast.ara_depan, f"/orang/{one.person_id}/")):
        assert "Nama berbeda dengan Dukcapil" in desk(who).get(where).content.decode()
    assert "ditolak pusat" in office.get(f"/pengesahan/{one.ratification_id}/").content.decode()
    assert office.post(path, {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04rusak")}).status_code == 422


def test_answering_is_all_or_nothing_once_and_the_kabupaten_s(brought: Any, cast: Any, under: Any) -> None:
    one, by = brought("ratified"), cast.bulukumba_belakang
    with under(by):
        decree = one.ratification
        rows = [Said(one.number, accepted=True)]
        assert [actions.answer(decree, by=by, rows=rows, key="sekali") for _turn in range(2)] == [1, 1]
        assert Event.objects.about(one).filter(name="change.accepted").count() == 1
        with pytest.raises(WrongState, match="tidak dapat dipakai"):
            actions.answer(decree, by=by, rows=[*rows, Said("U-LAIN", accepted=True)])
        assert Answer.objects.count() == 1
    for stranger in (cast.ara_koordinator, cast.bira_koordinator, cast.bulukumba_depan):
        with under(stranger), pytest.raises(Refused):
            actions.answer(decree, by=stranger, rows=rows)
        with under(stranger), pytest.raises(Refused):
            actions.save_layout(by=stranger, name="x", columns=[("nik", "NIK")])
    with under(cast.bira_koordinator):
        assert not Answer.objects.exists()


def test_a_layout_without_known_columns_is_refused(cast: Any, under: Any) -> None:
    by = cast.bulukumba_belakang
    with under(by):
        for columns in ([], [("password", "x")]):
            with pytest.raises(WrongState, match="kolom"):
                actions.save_layout(by=by, name="x", columns=columns)
        made = [actions.save_layout(by=by, name="x", columns=[("nik", "N")], key="sekali") for _turn in range(2)]
        assert made[0] == made[1] and Event.objects.about(made[0]).count() == 1
        assert Layout.objects.filter(name="Usulan lengkap", area=None).exists()


def test_codes_of_reasons_are_kept_by_whoever_keeps_the_area(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        assert RefusalReason.objects.count() == 23
        first = actions.publish_reason(by=by, code="N1", label="Keluarga ASN", key="a")
        assert actions.publish_reason(by=by, code="N1", label="Keluarga ASN", key="a") == first
        actions.publish_reason(by=by, code="N1", label="Keluarga ASN/TNI/Polri")
        assert RefusalReason.objects.get(code="N1").label == "Keluarga ASN/TNI/Polri"
        assert Event.objects.about(first).count() == 2
    with under(cast.ara_koordinator), pytest.raises(Refused):
        actions.publish_reason(by=cast.ara_koordinator, code="N2", label="x")


def test_the_narrowest_and_newest_calendar_counts(cast: Any, under: Any) -> None:
    day = date(2026, 11, 12)
    assert rounds.of(ARA, day) == (2026, 11)
    assert (rounds.countdown(ARA, day).closes, rounds.countdown(ARA, day).days) == (date(2026, 11, 17), 5)
    by = cast.bulukumba_manajer
    said = {"external": ExternalList.DTSEN, "year": 2026, "drawn": 18, "source": "SE Dinsos"}
    with under(by):
        made = [actions.publish_calendar(by=by, cut_off=20, **said, key="x") for _turn in range(2)]
        assert made[0] == made[1] and made[0].area_id == KABUPATEN
        actions.publish_calendar(by=by, cut_off=10, **said)
        with pytest.raises(WrongState, match="1 sampai 28"):
            actions.publish_calendar(by=by, cut_off=31, **said)
        assert Event.objects.filter(name="round.published").count() == 2
    assert rounds.of(ARA, day) == (2026, 12), "late: the next round"
    told = rounds.countdown(ARA, day)
    assert (told.closes, told.drawn, told.days) == (date(2026, 12, 10), date(2026, 12, 18), 28)
    assert rounds.of(7306072008, day) == (2026, 11), "another kabupaten keeps the nation's"
    with under(cast.ara_koordinator), pytest.raises(Refused):
        actions.publish_calendar(by=cast.ara_koordinator, cut_off=5, **said)
    assert Calendar.objects.filter(area=None).count() == 2


def test_the_list_counts_the_days_down(cast: Any, desk: Any) -> None:
    assert "data ditarik" in desk(cast.ara_koordinator).get("/usulan/").content.decode()


@pytest.mark.parametrize(("clearance", "opens"), [(0, True), (1, True), (2, False)])
def test_a_complaint_that_asks_for_a_correction_opens_a_proposal(
    clearance: int, opens: bool, family: Any, cast: Any, under: Any, desk: Any
) -> None:
    from satupintu.engine.events import record

    class Complaint:
        pk, trace = 77, "P7302032006-K26-0001"

    from satupintu.engine.events.reach import Reach

    told = Complaint()
    told.reach = Reach(village=ARA, clearance=clearance)  # type: ignore[attr-defined]
    told._meta = type("Meta", (), {"model_name": "complaint"})  # type: ignore[attr-defined]
    with under(cast.ara_koordinator):
        record("complaint.handed_over", told, by=cast.ara_koordinator, to="data_correction", person=family[2].pk)
        record("complaint.handed_over", told, by=cast.ara_koordinator, to="child_at_risk", person=family[2].pk)
        assert ChangeRequest.objects.exists() is opens
        if not opens:
            return
        one = ChangeRequest.objects.get()
    assert (one.status_word, one.origin_number, one.person_id) == (Status.DRAFT, "P7302032006-K26-0001", family[2].pk)
    assert one.clearance == clearance
    shown = {
        "name": "Nurbaya binti Manai",
        "nik": family[2].nik,
        "sex": "female",
        "birth_year": "1995",
        "rt": "1",
        "rw": "2",
    }
    sent = shown | {"dusun": "Lembanna", "kk_number": "7302030101200001", "basis": "musdes", "reason": "Salah nama"}
    client = desk(cast.ara_koordinator)
    assert "Lengkapi usulan" in client.get(one.address).content.decode()
    assert "Nurbaya" in client.get(f"{one.address}perbaikan/").content.decode(), "it is filled"
    assert client.post(f"{one.address}perbaikan/", sent).status_code == 302
    with under(cast.ara_koordinator):
        one = ChangeRequest.objects.get()
        assert (one.status_word, one.after) == (Status.PROPOSED, {"name": "Nurbaya binti Manai"})


def test_only_the_house_opens_a_proposal_for_a_complaint(cast: Any, under: Any, correction: Any) -> None:
    by = cast.ara_koordinator
    with under(by), pytest.raises(Refused):
        actions.draft(by=by, what=correction(), village=ARA, office=by.office, origin=("x", 1, "x"), clearance=0)
