"""The pages about files, through HTTP."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from satupintu.registry.imports import jobs
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.people.models import Person

BAD = FAMILY[2].replace("Caya", "=HYPERLINK(1)").replace("01-02-2020", "kemarin")


def upload(client: Any, content: bytes, name: str = "warga.csv") -> Any:
    return client.post("/impor/baru/", {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def checked(cast: Any, desk: Any, under: Any) -> Batch:
    """A file of Ara that was checked: two good rows, a bad one."""
    upload(desk(cast.ara_koordinator), csv(*FAMILY[:2], BAD))
    with under(cast.ara_koordinator):
        pk = Batch.objects.get().pk
    jobs.check(pk)
    with under(cast.ara_koordinator):
        found: Batch = Batch.objects.get()
    return found


def test_a_file_goes_in_and_its_good_rows_come_out_as_people(cast: Any, desk: Any, under: Any, checked: Batch) -> None:
    client = desk(cast.ara_koordinator)
    page = client.get(f"/impor/{checked.pk}/").content.decode()
    for words in ("Kolom yang dikenali", "Hubungan dalam KK", "Simpan ke data warga", "bukan tanggal"):
        assert words in page
    assert client.post(f"/impor/{checked.pk}/penyimpanan/").status_code == 302
    assert "Sedang disimpan" in client.get(f"/impor/{checked.pk}/").content.decode()
    jobs.apply(checked.pk)
    assert "Selesai disimpan" in client.get(f"/impor/{checked.pk}/").content.decode()
    with under(cast.ara_depan):
        assert Person.objects.count() == 2


def test_refused_rows_are_given_back_with_a_message_and_no_live_formula(cast: Any, desk: Any, checked: Batch) -> None:
    answer = desk(cast.ara_koordinator).get(f"/impor/{checked.pk}/perbaikan/?unduh=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    head, row = list(sheet.iter_rows())
    assert head[-1].value == "Yang perlu diperbaiki"
    assert "bukan tanggal" in row[-1].value
    assert row[2].value == "=HYPERLINK(1)"
    assert all(cell.data_type != "f" for cell in row)
    text = b"".join(desk(cast.ara_koordinator).get(f"/impor/{checked.pk}/perbaikan/?unduh=csv").streaming_content)
    assert b"'=HYPERLINK(1)" in text


def test_columns_are_chosen_by_hand_and_only_once_each(cast: Any, desk: Any, under: Any, checked: Batch) -> None:
    client, url = desk(cast.ara_koordinator), f"/impor/{checked.pk}/kolom/"
    unused = {f"column_{place}": "unused" for place in range(9)}
    assert client.post(url, unused | {"column_2": "name", "column_3": "name"}).status_code == 422
    assert client.post(url, unused | {"column_3": "address"}).status_code == 422
    assert client.post(url, unused | {"column_2": "name", "column_3": "address"}).status_code == 302
    jobs.check(checked.pk)
    with under(cast.ara_koordinator):
        batch = Batch.objects.get()
        assert (batch.columns, batch.counts["new"]) == ({"2": "name", "3": "address"}, 3)


def test_what_is_no_table_is_refused_with_a_sentence(cast: Any, desk: Any) -> None:
    answer = upload(desk(cast.ara_koordinator), b"\x89PNG", "foto.png")
    assert answer.status_code == 422
    assert "Berkas ini bukan tabel." in answer.content.decode()


def test_cancelling_ends_it_and_saving_afterwards_says_why_not(cast: Any, desk: Any, checked: Batch) -> None:
    client = desk(cast.ara_koordinator)
    assert client.post(f"/impor/{checked.pk}/pembatalan/").status_code == 302
    answer = client.post(f"/impor/{checked.pk}/penyimpanan/")
    assert answer.status_code == 409
    assert "Berkas ini berstatus “Dibatalkan”." in answer.content.decode()


@pytest.mark.parametrize("path", ["", "kolom/", "perbaikan/"])
def test_a_stranger_sees_no_file_and_no_row(path: str, cast: Any, desk: Any, checked: Batch) -> None:
    client = desk(cast.bira_koordinator)
    assert client.get(f"/impor/{checked.pk}/{path}").status_code == 404
    assert "warga.csv" not in client.get("/impor/").content.decode()


@pytest.mark.parametrize("path", ["penyimpanan/", "pembatalan/"])
def test_a_stranger_changes_nothing(path: str, cast: Any, desk: Any, under: Any, checked: Batch) -> None:
    assert desk(cast.bira_koordinator).post(f"/impor/{checked.pk}/{path}").status_code == 404
    assert desk(cast.ara_depan).post(f"/impor/{checked.pk}/{path}").status_code == 403
    with under(cast.ara_koordinator):
        assert Batch.objects.get().state == "checked"
