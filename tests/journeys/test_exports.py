"""A long list in a real browser: asked for with its purpose, let go by a second person, fetched, and its copy traced."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from satupintu.lib.sheets import open_sheet
from tests.journeys.officer import Officer
from tests.journeys.site import Site

pytestmark = pytest.mark.browser
VILLAGE = 7302012004
LIST = f"/mutu-data/daftar/?periksa=civil_never&wilayah={VILLAGE}"
CROWD = f"""
import django
django.setup()
from satupintu.foundation.access import house
from satupintu.registry.people.models import Person
with house("uji", quietly=True):
    if not Person.objects.filter(village_id={VILLAGE}, name="Unduhan 0").exists():
        names = [f"Unduhan {{number}}" for number in range(1001)]
        Person.objects.bulk_create([Person(village_id={VILLAGE}, name=name, name_key=name.lower()) for name in names])
"""
SENTENCE = "Rapat koordinasi kabupaten hari Senin."


def asked(manager: Officer) -> str:
    """Ask for the list as a workbook; answers the address of what was written down."""
    manager.goes_to(LIST)
    manager.follows("Excel")
    manager.reads("Perlu persetujuan orang kedua", "Salinan ini menunjuk kepada Anda")
    manager.finds_nothing_to_complain_of()
    manager.picks("Laporan kepada pimpinan")
    manager.writes("Jelaskan dengan satu kalimat", SENTENCE)
    manager.presses("Minta persetujuan")
    manager.reads("Menunggu persetujuan orang kedua", SENTENCE)
    manager.finds_nothing_to_complain_of()
    return manager.page.url.removeprefix(manager.url)


def let_go(head: Officer, address: str) -> None:
    """The head of office finds it on the home page, looks and approves."""
    number = address.rstrip("/").rpartition("/")[2]
    head.goes_to("/")
    head.reads(number)
    head.goes_to(address)
    head.reads(SENTENCE, "Laporan kepada pimpinan")
    head.finds_nothing_to_complain_of()
    head.follows("Setujui unduhan")
    head.finds_nothing_to_complain_of()
    head.writes("Catatan", "Silakan, hanya untuk rapat itu.")
    head.presses("Setujui")
    head.reads("Dapat diunduh", "Silakan, hanya untuk rapat itu.")


def test_a_long_list_is_asked_for_let_go_fetched_and_its_copy_traced(
    site: Site, anybody: partial[Officer], width: int, tmp_path: Path
) -> None:
    site.run(CROWD)
    officer: Callable[..., Officer] = anybody
    manager, head = officer("bulukumba.manajer", width=width), officer("bulukumba.kadis", width=width)
    address = asked(manager)
    let_go(head, address)
    manager.goes_to(address)
    manager.finds_nothing_to_complain_of()
    with manager.page.expect_download() as file:
        manager.follows("Unduh berkas")
    file.value.save_as(tmp_path / "daftar.xlsx")
    with open_sheet(tmp_path / "daftar.xlsx") as sheet:
        rows = [row.cells for row in sheet]
    assert len(rows) == 1002 and address.rstrip("/").rpartition("/")[2].lower() in file.value.suggested_filename.lower()
    mark = str(rows[500][-2])
    head.goes_to("/unduhan/")
    head.finds_nothing_to_complain_of()
    head.follows("Lacak salinan")
    head.writes("Kode atau nomor pada salinan", mark)
    head.presses("Lacak")
    head.reads(mark, SENTENCE)
    head.finds_nothing_to_complain_of()
    assert officer("gowa.manajer").goes_to(address) == 404
