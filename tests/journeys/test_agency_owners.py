"""An agency of the kabupaten and PKSAI accept a complaint in a real browser, and see it through to its end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer
from tests.journeys.test_citizens import follow
from tests.journeys.test_journeys import take_down
from tests.journeys.test_notifications import serves

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
SUMMARY = "Perlu ditangani kantor lain."
ELSEWHERE = "Dari luar wilayah"


def gives(sender: Officer, number: str, office: str) -> str:
    """Offer a complaint to an office by its name; answers the number of the transfer."""
    sender.goes_to(f"/keluhan/{number}/")
    sender.follows("Limpahkan ke kantor lain")
    sender.writes("Dilimpahkan ke kantor", office)
    sender.page.locator("[id$=_usulan] .choice").filter(has_text=office).click()
    sender.picks("Kewenangan kantor lain")
    sender.writes("Uraian untuk kantor penerima", SUMMARY)
    sender.presses("Tawarkan pelimpahan")
    sender.page.locator('main a[href^="/pelimpahan/"]').first.click()
    return sender.number


def accepts(receiver: Officer, offer: str, number: str) -> None:
    """Read the offer, accept it, and open the complaint."""
    receiver.goes_to(f"/pelimpahan/{offer}/")
    receiver.reads(SUMMARY)
    receiver.finds_nothing_to_complain_of()
    receiver.follows("Terima, kami tangani")
    receiver.presses("Terima pelimpahan")
    receiver.page.locator(f'main a[href="/keluhan/{number}/"]').first.click()
    receiver.finds_nothing_to_complain_of()


def ends_it(owner: Officer, number: str, answer: str) -> None:
    """Serve, tell the citizen, close."""
    serves(owner, number, "Sudah dilayani")
    owner.writes("Jawaban yang disampaikan", answer)
    owner.presses("Catat jawaban ke warga")
    owner.picks("Terpenuhi")
    owner.presses("Tutup keluhan")
    owner.reads("Keluhan ini sudah selesai")
    owner.finds_nothing_to_complain_of()


def hears_of_nothing_lost(person: Officer, number: str) -> None:
    """Each notice about the complaint leads somewhere; where there is none, none is there."""
    person.goes_to("/pemberitahuan/")
    notices = person.page.locator(".task").filter(has_text=number)
    told = notices.count()
    for place in range(told):
        notices.nth(place).get_by_role("button").click()
        expect(person.page.locator("main")).to_contain_text(number)
        assert "/pemberitahuan/" not in person.page.url
        person.goes_to("/pemberitahuan/")
    assert person.goes_to(f"/keluhan/{number}/") in ({200} if told else {200, 403, 404})


def learns_nothing(stranger: Officer, number: str, about: str) -> None:
    """Neither by address, nor in a list, nor by the bell, nor by looking for it."""
    assert stranger.goes_to(f"/keluhan/{number}/") in {403, 404}
    stranger.does_not_read(about)
    for path in ("/", "/pemberitahuan/", "/keluhan/", "/keluhan/?elsewhere=on", "/rujukan/"):
        stranger.goes_to(path)
        stranger.does_not_read(about, number)


def code_of(clerk: Officer, number: str) -> str:
    """The code on the receipt."""
    clerk.goes_to(f"/keluhan/{number}/tanda-terima/")
    return clerk.page.locator("main").inner_text().split(clerk.said("Kode lacak"))[1].split()[0]


def test_an_agency_of_the_kabupaten_owns_it_to_the_end(officer: Enter) -> None:
    clerk, sender, owner = officer("ara.depan"), officer("ara.koordinator"), officer("bulukumba.kesehatan")
    strangers = officer("bulukumba.dukcapil"), officer("bira.koordinator")
    number = take_down(clerk, "Daeng Puskesmas", "Kesehatan")
    code = code_of(clerk, number)
    offer = gives(sender, number, "Dinas Kesehatan Bulukumba")
    assert owner.goes_to(f"/keluhan/{number}/") == 404, "not before it is accepted"
    accepts(owner, offer, number)
    owner.reads("Daeng Puskesmas", "dilimpahkan dari Puskesos Desa Ara")
    owner.goes_to("/keluhan/")
    owner.reads("Daeng Puskesmas")
    owner.does_not_read(ELSEWHERE)
    ends_it(owner, number, "Puskesmas sudah kami tegur, silakan berobat")
    citizen = officer("")
    follow(citizen, number, code)
    citizen.reads("Puskesmas sudah kami tegur, silakan berobat", "Dilimpahkan ke", "Dinas Kesehatan Bulukumba")
    for person in (sender, clerk, owner):
        hears_of_nothing_lost(person, number)
    for stranger in strangers:
        learns_nothing(stranger, number, "Daeng Puskesmas")


def test_what_an_agency_gives_on_leaves_no_notice_with_it(officer: Enter) -> None:
    clerk, sender, agency = officer("ara.depan"), officer("ara.koordinator"), officer("bulukumba.kesehatan")
    manager = officer("bulukumba.manajer")
    number = take_down(clerk, "Daeng Terusan", "Kesehatan")
    accepts(agency, gives(sender, number, "Dinas Kesehatan Bulukumba"), number)
    manager.goes_to(f"/keluhan/{number}/")
    onward = gives(agency, number, "Sekretariat SLRT Bulukumba")
    accepts(manager, onward, number)
    assert agency.goes_to(f"/keluhan/{number}/") == 404
    hears_of_nothing_lost(agency, number)
    agency.goes_to("/pemberitahuan/")
    agency.does_not_read(number)
    agency.goes_to("/keluhan/")
    agency.does_not_read("Daeng Terusan")


@pytest.mark.parametrize("language", ["id", "en"])
def test_pksai_finds_what_lies_outside_its_area_in_a_list_of_its_own(officer: Enter, language: str) -> None:
    about = {"id": "Anak Dg. Titipan", "en": "Anak Dg. Titipan Dua"}[language]
    sender = officer("panakkukang.koordinator")
    owner = officer("bulukumba.peksos", width=390, language=language)
    stranger = officer("bulukumba.kesehatan")
    number = take_down(sender, about, "Sosial")
    code = code_of(sender, number)
    offer = gives(sender, number, "PKSAI Bulukumba")
    accepts(owner, offer, number)
    owner.reads(about)
    owner.goes_to("/keluhan/")
    owner.does_not_read(about)
    owner.follows(ELSEWHERE)
    owner.reads(about)
    owner.finds_nothing_to_complain_of()
    tab = owner.page.get_by_role("link", name=owner.said(ELSEWHERE))
    expect(tab).to_have_attribute("aria-current", "page")
    owner.page.get_by_role("link", name=number).click()
    assert owner.number == number
    ends_it(owner, number, "Anak sudah kami dampingi")
    follow(citizen := officer("", width=390), number, code)
    citizen.reads("Anak sudah kami dampingi", "Dilimpahkan ke", "PKSAI Bulukumba")
    for person in (sender, owner):
        hears_of_nothing_lost(person, number)
    learns_nothing(stranger, number, about)
