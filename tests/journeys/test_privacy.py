"""Rights over one's own data in a real browser: a mother takes her child's copy home; an erasure is held up, then done."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.journeys.officer import Officer
from tests.journeys.site import Site

pytestmark = pytest.mark.browser
CHILD = """
import django
django.setup()
from satupintu.foundation.access import house
from satupintu.registry.people.models import NameToken, Person
with house("uji", quietly=True):
    made = Person.objects.create(name="Privasi Aisyah", village_id=7302032006, sex="female", birth_year=2017)
    NameToken.objects.renew([made])
"""


def asked(desk: Officer, what: str) -> str:
    """Write a request of the mother down, beginning at the child's page; answers its address."""
    desk.looks_for("Privasi Aisyah")
    desk.follows("Privasi Aisyah")
    desk.follows("Catat permintaan data")
    desk.picks(what)
    desk.chooses("Siapa yang meminta?", {"id": "Orang tua atau wali", "en": "Parent or guardian"}[desk.language])
    desk.writes("Nama peminta", "Sitti Caya")
    desk.chooses(
        "Bukti yang Anda lihat",
        {"id": "KTP-el dan Kartu Keluarga", "en": "Identity card and family card"}[desk.language],
    )
    desk.finds_nothing_to_complain_of()
    desk.presses("Catat permintaan")
    desk.reads("Sitti Caya", "Menunggu jawaban")
    return desk.page.url.removeprefix(desk.url)


def test_a_mother_gets_a_copy_and_an_erasure_waits_for_the_law(
    site: Site, anybody: partial[Officer], width: int
) -> None:
    site.run(CHILD)
    officer: Callable[..., Officer] = anybody
    desk, manager = officer("ara.koordinator", width=width), officer("bulukumba.manajer", width=width)
    address = asked(desk, "Salinan data")
    manager.goes_to("/permintaan-data/")
    manager.reads("Privasi Aisyah")
    manager.finds_nothing_to_complain_of()
    manager.goes_to(address)
    manager.finds_nothing_to_complain_of()
    manager.follows("Buat salinan")
    manager.presses("Buat salinan data")
    manager.reads("Dipenuhi")
    with manager.page.expect_download() as paper:
        manager.page.get_by_role("link", name="PDF").first.click()
    assert paper.value.suggested_filename.endswith(".pdf")
    erased(manager, asked(desk, "Penghapusan data"))
    assert officer("gowa.manajer").goes_to(address) == 404


def erased(manager: Officer, address: str) -> None:
    """A hold stands in the way and is named; when it is released, the data are gone."""
    manager.goes_to(address)
    manager.follows("Buka orangnya")
    manager.follows("Pasang penahanan hukum")
    manager.writes("Untuk perkara atau pemeriksaan apa?", "Perkara 12/2026")
    manager.presses("Pasang penahanan hukum")
    manager.goes_to(f"{address}penghapusan/")
    manager.page.get_by_role("checkbox").check()
    manager.presses("Hapus untuk selamanya")
    manager.reads("Perkara 12/2026")
    manager.follows("Buka orangnya")
    manager.follows("Cabut penahanan hukum")
    manager.presses("Cabut penahanan hukum")
    manager.goes_to(f"{address}penghapusan/")
    manager.finds_nothing_to_complain_of()
    manager.page.get_by_role("checkbox").check()
    manager.presses("Hapus untuk selamanya")
    manager.reads("Data pribadi sudah dihapus.")
    manager.does_not_read("Privasi Aisyah", "Sitti Caya")
