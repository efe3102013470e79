"""The pages about files, through HTTP."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from satupintu.registry.exports.tests.taking import bytes_of, taken
from satupintu.registry.imports import jobs
from satupintu.registry.imports.layout import to_yaml
from satupintu.registry.imports.models import Batch, MappingVersion
from satupintu.registry.imports.tests import workbooks
from satupintu.registry.imports.tests.conftest import FAMILY, by_letter, csv
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
    for words in ("Kolom yang dikenali", "Contoh isi", "Hubungan dalam KK", "Simpan ke data warga", "bukan tanggal"):
        assert words in page
    assert client.post(f"/impor/{checked.pk}/penyimpanan/").status_code == 302
    assert "Sedang disimpan" in client.get(f"/impor/{checked.pk}/").content.decode()
    jobs.apply(checked.pk)
    page = client.get(f"/impor/{checked.pk}/").content.decode()
    assert "Selesai disimpan" in page and "Contoh isi" not in page
    with under(cast.ara_depan):
        assert Person.objects.count() == 2


def test_refused_rows_are_given_back_with_a_message_and_no_live_formula(cast: Any, desk: Any, checked: Batch) -> None:
    answer = taken(desk(cast.ara_koordinator), f"/impor/{checked.pk}/perbaikan/?unduh=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(bytes_of(answer))).active
    head, row = list(sheet.iter_rows())
    assert [cell.value for cell in head[-3:]] == ["Yang perlu diperbaiki", "Kode salinan", "Hanya untuk"]
    assert "bukan tanggal" in row[-3].value
    assert row[2].value == "=HYPERLINK(1)"
    assert all(cell.data_type != "f" for cell in row)
    text = bytes_of(taken(desk(cast.ara_koordinator), f"/impor/{checked.pk}/perbaikan/?unduh=csv"))
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


def test_the_page_shows_the_file_and_what_becomes_of_it_before_anything_is_read_again(
    cast: Any, desk: Any, under: Any, checked: Batch
) -> None:
    client, url = desk(cast.ara_koordinator), f"/impor/{checked.pk}/kolom/"
    page = client.get(url).content.decode()
    for words in ("Muh. Rahmatullah", "7302031211870001", "Arti isi kolom berkode", "Kepala Keluarga", "bukan tanggal"):
        assert words in page
    unused = {f"column_{place}": "unused" for place in range(9)}
    looked = client.post(url, unused | {"column_2": "name", "column_3": "sex", "do": "look"})
    assert looked.status_code == 200
    assert "belum dikenal: pilih artinya" in looked.content.decode(), "Istri is no sex"
    live = client.post(url, unused | {"column_2": "name", "column_4": "sex"}, headers={"HX-Request": "true"})
    assert live.status_code == 200
    assert "Laki-laki" in live.content.decode()
    with under(cast.ara_koordinator):
        assert Batch.objects.get().state == "checked"


def test_a_word_of_the_file_is_given_a_meaning_and_the_mapping_is_kept_in_versions(
    cast: Any, desk: Any, under: Any
) -> None:
    client = desk(cast.ara_koordinator)
    upload(client, b"Sebutan;Kel\nCaya;cewe\nBaso;cowo\n")
    with under(cast.ara_koordinator):
        pk = Batch.objects.get().pk
    jobs.check(pk)
    url = f"/impor/{pk}/kolom/"
    assert "Judul kolom tidak ditemukan" in client.get(f"/impor/{pk}/").content.decode()
    asked = {"column_0": "name", "column_1": "sex", "heading_row": "1"}
    assert "cewe" in client.post(url, asked | {"do": "look"}).content.decode()
    said = asked | {"value_1:cewe": "2", "value_1:cowo": "1", "do": "keep", "mapping_name": "Daftar dusun"}
    assert client.post(url, said).status_code == 302
    jobs.check(pk)
    with under(cast.ara_koordinator):
        batch = Batch.objects.get()
        assert (batch.counts["new"], batch.counts["refused"]) == (2, 0)
        assert set(batch.rows.values_list("sex", flat=True)) == {"female", "male"}
        assert (batch.mapping.number, batch.mapping.mapping.name) == (1, "Daftar dusun")
    assert client.post(url, said | {"value_1:cowo": "", "key": ""}).status_code == 302
    with under(cast.ara_koordinator):
        assert [version.number for version in MappingVersion.objects.order_by("number")] == [1, 2]
    assert "Daftar dusun" in client.get("/impor/pemetaan/").content.decode()
    assert "Daftar dusun" in client.get("/impor/baru/").content.decode()
    assert b"field: sex" in client.get(f"/impor/{pk}/pemetaan/").content


def test_a_file_is_brought_with_a_preset_or_with_a_mapping_of_one_s_own(cast: Any, desk: Any, under: Any) -> None:
    client = desk(cast.ara_koordinator)
    book = SimpleUploadedFile("p.xlsx", workbooks.population(3))
    assert client.post("/impor/baru/", {"file": book, "mapping": "preset:penduduk-desa"}).status_code == 302
    own = SimpleUploadedFile("a.yaml", to_yaml(by_letter(A="name")).encode())
    sent = {"file": SimpleUploadedFile("a.csv", b"X\nCaya\n"), "mapping_file": own}
    assert client.post("/impor/baru/", sent).status_code == 302
    with under(cast.ara_koordinator):
        assert [b.layout["name"] for b in Batch.objects.order_by("id")] == ["Daftar penduduk desa", "uji"]
    bad = {"file": SimpleUploadedFile("a.csv", b"X\n"), "mapping_file": SimpleUploadedFile("b.yaml", b"name: x")}
    answer = client.post("/impor/baru/", bad)
    assert answer.status_code == 422
    assert "satupintu.mapping/1" in answer.content.decode()


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


@pytest.mark.parametrize("path", ["", "kolom/", "perbaikan/", "pemetaan/"])
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


def test_two_sheets_are_joined_by_a_column_of_each_and_kept_as_a_mapping(cast: Any, desk: Any, under: Any) -> None:
    homes = [["Nomor", "Tempat", "Agama"], ["1", "Jalan Poros", "islm"], ["2", "Dekat masjid", "islm"]]
    people = [["Rumah", "Sebutan", "Kel"], ["1", "Caya", "P"], ["1", "Baso", "L"], ["2", "Tenri", "P"]]
    client = desk(cast.ara_koordinator)
    upload(client, workbooks.xlsx({"Rumah": homes, "Warga": people}), "rumah.xlsx")
    with under(cast.ara_koordinator):
        pk = Batch.objects.get().pk
    jobs.check(pk)
    url = f"/impor/{pk}/kolom/"
    one = {"sheet": "Warga", "column_0": "unused", "column_1": "name", "column_2": "sex", "heading_row": "1"}
    two = one | {"household_sheet": "Rumah", "household_column_1": "address", "household_column_2": "religion"}
    linked = two | {"member_link": "A", "household_link": "A"}
    looked = client.post(url, two | {"do": "look"}).content.decode()
    assert "Kolom penghubung di lembar warga" in looked and "Dekat masjid" in looked
    for wrong, sentence in (
        (two, "Pilih kolom yang nomornya sama di kedua lembar."),
        (linked | {"sheet": "Rumah"}, "Lembar keluarga harus lain dari lembar warganya."),
        (linked | {"household_column_1": "sex"}, "dipilih untuk dua kolom"),
    ):
        refused = client.post(url, wrong)
        assert refused.status_code == 422 and sentence in refused.content.decode()
    assert "household_value_2:islm" in client.post(url, linked | {"do": "look"}).content.decode()
    said = linked | {"household_value_2:islm": "1", "do": "keep", "mapping_name": "Dua lembar"}
    assert client.post(url, said).status_code == 302
    jobs.check(pk)
    again = client.get(url).content.decode()
    assert '<option value="A" selected>' in again and "Dekat masjid" in again
    with under(cast.ara_koordinator):
        batch = Batch.objects.get()
        assert (batch.counts["new"], batch.counts["refused"]) == (3, 0)
        assert sorted(batch.rows.values_list("address", flat=True)) == ["Dekat masjid", "Jalan Poros", "Jalan Poros"]
        layout = MappingVersion.objects.get().layout
        assert layout.household is not None and layout.household.sheet == "Rumah"
        assert "household_key" in to_yaml(layout)
