"""Sorting in a real browser: the seven tables of Bulukumba, handed to Dinas Pendidikan, acknowledged and reported on."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.journeys.officer import Officer
from tests.journeys.site import Site

pytestmark = pytest.mark.browser
TABLES = (
    "Jenis kelamin",
    "Status kawin",
    "Kepemilikan identitas",
    "Penyakit kronis",
    "Jenis disabilitas",
    "Partisipasi sekolah",
)
CHILDREN = """
import django
django.setup()
from datetime import date
from satupintu.foundation.access import house
from satupintu.registry.people.models import Person
from satupintu.reports.sorting import actions
with house("uji") as by:
    if not Person.objects.filter(name="Sortiran 0").exists():
        for number in range(24):
            school = ["bdt", "2015", "2" if number < 6 else "1"]
            Person.objects.create(name=f"Sortiran {number}", village_id=7302032006 - number % 2, sex="female",
                birth_date=date(2014, 1, 1 + number), traits={"schooling": school, "marital_status": ["bdt", "2015", "1"]})
    actions.count(by=by, kabupaten=7302000000)
"""
DONE = "Tiga kepala sekolah sudah didatangi."


def handed(manager: Officer) -> str:
    """Open the seven tables and hand the last one over; answers the address of the hand-over."""
    manager.goes_to("/sortir/")
    for table in TABLES:
        manager.follows(table)
        manager.page.get_by_role("heading", level=2, name=manager.said(table)).first.wait_for()
        manager.finds_nothing_to_complain_of()
    manager.reads({"id": "Masih sekolah", "en": "Attending"}[manager.language])
    manager.follows("Serahkan ke OPD")
    manager.chooses("Kepada kantor", "Dinas Pendidikan Bulukumba")
    manager.writes("Untuk apa", "Mengajak anak kembali ke sekolah")
    manager.finds_nothing_to_complain_of()
    manager.presses("Serahkan")
    manager.reads("Menunggu diterima", "Mengajak anak kembali ke sekolah")
    manager.finds_nothing_to_complain_of()
    return manager.page.url.removeprefix(manager.url)


def test_the_tables_of_bulukumba_are_handed_to_an_office_that_acknowledges_and_reports(
    site: Site, anybody: partial[Officer], width: int
) -> None:
    site.run(CHILDREN)
    officer: Callable[..., Officer] = anybody
    manager, clerk = officer("bulukumba.manajer", width=width), officer("bulukumba.dikbud", width=width)
    address = handed(manager)
    number = address.rstrip("/").rpartition("/")[2]
    clerk.goes_to("/")
    clerk.reads(number)
    assert clerk.goes_to(address) == 200
    clerk.reads("Partisipasi sekolah", "Mengajak anak kembali ke sekolah")
    clerk.does_not_read("Sortiran")
    clerk.finds_nothing_to_complain_of()
    clerk.follows("Terima data ini")
    clerk.presses("Terima data ini")
    clerk.follows("Laporkan tindak lanjut")
    clerk.writes("Apa yang dilakukan?", DONE)
    clerk.writes("Berapa orang terjangkau?", "6")
    clerk.finds_nothing_to_complain_of()
    clerk.presses("Kirim laporan")
    clerk.reads("Sudah dilaporkan", DONE)
    manager.goes_to(address)
    manager.reads("Sudah dilaporkan", DONE)
    assert officer("gowa.manajer").goes_to(address) == 404
