"""Early detection: found in the night, shared out, visited, a complaint; and the numbers of it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer
from tests.journeys.test_supervision import fits

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
NIGHT = """
import django; django.setup()
from datetime import date
from django.utils import timezone
from satupintu.foundation.access import house
from satupintu.registry.people.models import Person
from satupintu.work.detection import actions
today = timezone.localdate()
with house("perjalanan uji", quietly=True) as by:
    Person.objects.create(
        village_id=7302032006, name={name!r}, birth_date=date(today.year - 12, 1, 1),
        traits={{"schooling": ["bdt", "2015", "2"]}},
    )
    actions.find(by=by, kabupaten=7302000000, today=today)
"""
"""A child who is out of school, and the night after which the list knows it."""
REASON, FACILITATOR = "tidak bersekolah lagi", "St. Nurhayati Dg. Ke'nang"


def shares_out(coordinator: Officer, name: str) -> None:
    """The coordinator decides who goes; the others wait."""
    coordinator.goes_to("/jangkauan/?daftar=belum")
    coordinator.reads(name)
    fits(coordinator)
    coordinator.follows("Bagikan")
    fits(coordinator)
    coordinator.page.get_by_label(name).select_option(label=FACILITATOR)
    coordinator.presses("Bagikan")
    coordinator.reads("Menunggu dikunjungi")


def visits(facilitator: Officer, name: str) -> None:
    """The facilitator finds it at home, goes there, and writes down that help is needed."""
    facilitator.goes_to("/pemberitahuan/")
    facilitator.reads("di daftar jangkauan menunggu kunjungan Anda")
    facilitator.goes_to("/")
    fits(facilitator)
    facilitator.page.get_by_role("link", name=name).first.click()
    facilitator.reads("Sesudah berkunjung")
    fits(facilitator)
    facilitator.page.locator("input[name=result][value=in_need]").check()
    facilitator.writes("Apa yang ditemukan?", "Tak punya seragam.")
    facilitator.presses("Simpan hasil")
    facilitator.reads("Hasil tercatat.", "Tak punya seragam.")


def test_who_is_found_is_visited_and_gets_a_complaint(anybody: Enter, width: int, site: Any) -> None:
    coordinator, facilitator = anybody("ara.koordinator", width=width), anybody("ara.fasilitator", width=width)
    manager, stranger = anybody("bulukumba.manajer", width=width), anybody("bira.koordinator")
    name = f"Daeng Baji {coordinator.language.title()}"
    site.run(NIGHT.format(name=name))
    shares_out(coordinator, name)
    visits(facilitator, name)
    fits(facilitator)
    facilitator.presses("Buka keluhan")
    facilitator.reads("Keluhan tercatat.", "Tak punya seragam.")
    number = facilitator.number
    coordinator.goes_to("/jangkauan/?daftar=selesai")
    coordinator.reads("Dikunjungi, perlu bantuan")
    coordinator.page.get_by_role("link", name=name).first.click()
    coordinator.reads(number, "Tak punya seragam.")
    manager.goes_to("/jangkauan/angka/?menurut=desa&tanda=out_of_school")
    line = manager.page.locator(".rows tbody tr").filter(has_text="Ara").first
    expect(line).to_be_visible()
    fits(manager)
    line.get_by_role("link").first.click()
    manager.reads(name)
    stranger.goes_to("/jangkauan/?daftar=selesai")
    stranger.does_not_read(name)


def test_the_kabupaten_looks_for_something_of_its_own(anybody: Enter, width: int) -> None:
    manager, village = anybody("bulukumba.manajer", width=width), anybody("ara.koordinator")
    name = f"Lansia tanpa NIK {manager.language}"
    manager.goes_to("/jangkauan/tanda/")
    fits(manager)
    manager.follows("Tanda baru")
    manager.writes("Nama tanda", name)
    manager.writes("Dari umur", "60")
    manager.picks("Belum punya NIK")
    manager.picks("Sosial")
    fits(manager)
    manager.presses("Tetapkan")
    manager.reads("Tanda ditetapkan; dicari mulai malam ini.", name)
    village.goes_to("/jangkauan/tanda/")
    village.reads(name)


LONG_AGO = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from satupintu.foundation.access import house
from satupintu.registry.people.models import Household, HouseholdMember, Person
from satupintu.work.detection import actions
with house("perjalanan uji", quietly=True) as by:
    for name in {names!r}:
        one = Person.objects.create(village_id=7302032006, name=name, birth_year=1970)
        home = Household.objects.create(village_id=7302032006, head=one)
        HouseholdMember.objects.create(household=home, person=one, relationship="head", village_id=7302032006)
        Person.objects.filter(pk=one.pk).update(registered_at=timezone.now() - timedelta(days=500))
    actions.find(by=by, kabupaten=7302000000, today=timezone.localdate())
"""
"""Two families whom nobody has asked for long, and the night after which the list knows them."""


def test_families_not_confirmed_for_long_are_shared_out_and_confirmed(anybody: Enter, width: int, site: Any) -> None:
    coordinator, facilitator = anybody("ara.koordinator", width=width), anybody("ara.fasilitator", width=390)
    same, other = (f"Daeng {word} {coordinator.language.title()}" for word in ("Tetap", "Ganti"))
    site.run(LONG_AGO.format(names=[same, other]))
    coordinator.goes_to("/jangkauan/?tanda=unconfirmed&daftar=belum")
    coordinator.reads("Pemutakhiran data", same, other)
    fits(coordinator)
    coordinator.follows("Bagikan")
    for name in (same, other):
        coordinator.page.get_by_label(name).select_option(label=FACILITATOR)
    fits(coordinator)
    coordinator.presses("Bagikan")
    coordinator.reads("Menunggu dikunjungi")
    facilitator.goes_to("/jangkauan/?tanda=unconfirmed")
    facilitator.reads(same, other)
    fits(facilitator)
    facilitator.page.get_by_role("link", name=same).first.click()
    facilitator.page.locator("input[name=result][value=same]").check()
    facilitator.page.locator("input[name=said_by][value=head]").check()
    fits(facilitator)
    facilitator.presses("Simpan hasil")
    facilitator.reads("Hasil tercatat.", "Data masih sama")
    facilitator.goes_to("/jangkauan/?tanda=unconfirmed")
    facilitator.does_not_read(same)
    facilitator.page.get_by_role("link", name=other).first.click()
    facilitator.page.locator("input[name=result][value=wrong_data]").check()
    facilitator.presses("Simpan hasil")
    facilitator.follows("Usulkan perubahan data")
    facilitator.follows("Perbaikan data")
    expect(facilitator.page.locator("#id_name")).to_have_value(other)
    fits(facilitator)
    coordinator.goes_to("/jangkauan/?tanda=unconfirmed")
    coordinator.page.locator("main a[href*='/angka/']").first.click()
    coordinator.reads("Data masih sama")
    fits(coordinator)
    stranger = anybody("bira.koordinator")
    stranger.goes_to("/jangkauan/?tanda=unconfirmed&daftar=selesai")
    stranger.does_not_read(same)
