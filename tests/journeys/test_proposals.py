"""A village proposes, its meeting agrees, the kecamatan verifies, the kabupaten checks, ratifies, applies and exports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from satupintu.engine.documents.tests.files import pdf
from satupintu.lib.sheets import open_sheet
from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


def a_paper(folder: Path, name: str) -> str:
    """A small PDF on the officer's disk."""
    place = folder / name
    place.write_bytes(pdf(b"% isi"))
    return str(place)


def registers(clerk: Officer, name: str) -> int:
    """Register a person; answers the number."""
    clerk.goes_to("/orang/baru/")
    clerk.writes("Nama lengkap", name)
    clerk.writes("Tahun lahir saja", "1980")
    clerk.page.locator("main form button.btn-primary").click()
    return int(clerk.page.url.rstrip("/").rpartition("/")[2])


def proposes(village: Officer, person: int, folder: Path) -> str:
    """Propose that the person died; answers the address of the proposal."""
    village.goes_to(f"/orang/{person}/")
    village.follows("Usulkan perubahan")
    village.finds_nothing_to_complain_of()
    village.follows("Meninggal")
    village.writes("Tanggal kejadian", "1 Nov 2026")
    village.chooses("Menurut", "Keterangan keluarga")
    village.writes("Mengapa diusulkan?", "Meninggal di rumah; keluarga sudah melapor ke RT.")
    village.page.get_by_label(village.said("Berkas bukti")).first.set_input_files(a_paper(folder, "surat.pdf"))
    village.finds_nothing_to_complain_of()
    village.presses("Kirim usulan")
    village.reads("Menunggu musyawarah desa/kelurahan.", "surat.pdf")
    village.finds_nothing_to_complain_of()
    return village.page.url.removeprefix(village.url)


def meets(village: Officer, name: str, folder: Path) -> None:
    """Hold the meeting, decide, prove it, close it."""
    village.goes_to("/musdes/baru/")
    village.writes("Tempat", "Aula Kantor Desa Ara")
    village.writes("Pemimpin musyawarah", "H. Sila Dg. Matutu")
    village.writes("Jabatan", "Ketua BPD")
    village.presses("Simpan dan isi keputusan")
    village.finds_nothing_to_complain_of()
    village.follows(name)
    village.picks("Ditemukan")
    village.picks("Tidak mampu")
    village.finds_nothing_to_complain_of()
    village.presses("Catat keputusan")
    village.follows("Catat kehadiran")
    village.page.locator("#id_rt_men").fill("4")
    village.page.locator("#id_rt_women").fill("2")
    village.presses("Simpan kehadiran")
    village.follows("Unggah berkas musdes")
    village.page.get_by_label(village.said("Berita acara bertanda tangan")).set_input_files(a_paper(folder, "ba.pdf"))
    village.page.get_by_label(village.said("Daftar hadir bertanda tangan")).set_input_files(
        a_paper(folder, "hadir.pdf")
    )
    village.presses("Unggah berkas")
    village.follows("Tutup musdes")
    village.presses("Tutup musdes, keputusan berlaku")
    village.reads("Ditutup", "6 orang hadir.", "ba.pdf")
    village.finds_nothing_to_complain_of()


@pytest.mark.parametrize("width", [390, 1366])
def test_from_the_village_to_the_register_and_out(officer: Enter, width: int, tmp_path: Path) -> None:
    name = {390: "Baso Sangkala", 1366: "Muh. Rahim Dg. Situju"}[width]
    clerk, village = officer("ara.depan"), officer("ara.fasilitator", width=width)
    coordinator, kecamatan = officer("ara.koordinator", width=width), officer("bontobahari.supervisor", width=width)
    checker, manager, stranger = (
        officer("bulukumba.belakang"),
        officer("bulukumba.manajer", width=width),
        officer("bira.koordinator"),
    )
    person = registers(clerk, name)
    path = proposes(village, person, tmp_path)
    assert stranger.goes_to(path) == 404
    meets(coordinator, name, tmp_path)
    kecamatan.goes_to("/")
    kecamatan.follows(name)
    kecamatan.follows("Catat verifikasi")
    kecamatan.picks("Selesai didata")
    kecamatan.picks("Ya, sesuai")
    kecamatan.writes("Apa yang dilihat?", "Makamnya ditunjukkan keluarga.")
    kecamatan.finds_nothing_to_complain_of()
    kecamatan.presses("Simpan hasil verifikasi")
    kecamatan.reads("usulan sesuai keadaan", "Menunggu pemeriksaan kabupaten.")
    checker.goes_to(path)
    checker.follows("Lengkap dan benar")
    checker.presses("Nyatakan lengkap dan benar")
    checker.reads("Menunggu pengesahan kabupaten.")
    manager.goes_to("/pengesahan/")
    manager.follows("Sahkan usulan")
    manager.writes("Nomor SK", f"470/{width}/2026")
    manager.writes("Ditandatangani oleh", "Bupati Bulukumba")
    manager.finds_nothing_to_complain_of()
    manager.presses("Simpan pengesahan")
    manager.reads(f"SK 470/{width}/2026", name)
    manager.presses("Terapkan semua")
    manager.reads("1 usulan diterapkan.")
    manager.finds_nothing_to_complain_of()
    place = tmp_path / "usulan.xlsx"
    manager.takes_away("Unduh XLSX: Usulan lengkap", place)
    with open_sheet(place) as sheet:
        heads, line = (row.cells for row in sheet)
    assert line[heads.index("Nama lengkap")] == name and line[heads.index("Nomor SK")] == f"470/{width}/2026"
    village.goes_to(f"/orang/{person}/")
    village.reads("meninggal", "Diterapkan")


def test_whoever_is_known_is_shown_before_they_are_proposed_as_new(anybody: Enter, width: int) -> None:
    name = f"Daeng Massikki {'Satu' if width > 400 else 'Dua'}"
    person = registers(anybody("ara.belakang", width=width), name)
    village = anybody("ara.fasilitator", width=width)
    village.goes_to("/usulan/baru/isian/?jenis=new_household")
    village.page.locator("#id_name_0").fill(name)
    village.writes("Mengapa diusulkan?", "Baru pindah rumah sendiri.")
    village.presses("Kirim usulan")
    village.reads("Orang yang mirip sudah tercatat di wilayah Anda.", name)
    assert village.page.locator(f"main a[href='/orang/{person}/']").count() == 1
    village.finds_nothing_to_complain_of()
    village.page.get_by_label(village.said("Sudah saya periksa, ini orang lain")).check()
    village.presses("Kirim usulan")
    village.reads("Menunggu musyawarah desa/kelurahan.")


def test_a_kind_of_ppks_is_proposed_from_the_page_of_a_person(anybody: Enter, width: int) -> None:
    name = f"Daeng Situru {'Satu' if width > 400 else 'Dua'}"
    person = registers(anybody("ara.belakang", width=width), name)
    village, kecamatan = anybody("ara.fasilitator", width=width), anybody("bontobahari.supervisor", width=width)
    village.goes_to(f"/orang/{person}/")
    village.follows("Usulkan perubahan")
    assert village.page.locator("a[href*=ppks_ended]").count() == 0, "nothing holds that could end"
    village.follows("PPKS baru")
    village.finds_nothing_to_complain_of()
    village.page.get_by_label(village.said("Jenis PPKS")).select_option("24")
    village.writes("Sejak tanggal", "1 Nov 2026")
    village.picks("Keterangan RT/tetangga")
    village.writes("Bukti PPKS", "Surat Ketua RT 001")
    village.page.locator("input[name=basis][value=sptjm]").check()
    village.writes("Mengapa diusulkan?", "Perahunya rusak; hidup dari bantuan tetangga.")
    village.presses("Kirim usulan")
    village.reads("(Permensos 8/2012)", "Surat Ketua RT 001", "Keterangan RT/tetangga", "Unggah SPTJM")
    village.finds_nothing_to_complain_of()
    assert kecamatan.goes_to(village.page.url.removeprefix(village.url)) == 200
    kecamatan.reads("PPKS baru", name)
    assert anybody("bira.koordinator", width=width).goes_to(village.page.url.removeprefix(village.url)) == 404
