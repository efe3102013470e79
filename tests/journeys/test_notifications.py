"""News reach people: the citizen's telephone where that is safe, the officer's bell, and the page of what went out."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
NEVER = "Jangan hubungi; saya lihat sendiri dengan kode"
DELIVER = (
    "import django; django.setup()\n"
    "from satupintu.foundation.access.jobs import deliver\n"
    "deliver.func(0)\n"
)  # fmt: skip


def unread(person: Officer) -> int:
    """What the bell shows."""
    count = person.page.locator(".bell .nav-count")
    return int(count.inner_text()) if count.count() else 0


def sent(manager: Officer) -> int:
    """How many messages by SMS have been sent, as the page of the outbox says."""
    manager.goes_to("/pesan/")
    row = manager.page.get_by_role("row").filter(has=manager.page.get_by_role("rowheader", name="SMS"))
    return int(row.locator("td").nth(3).inner_text())


def serves(coordinator: Officer, number: str, result: str) -> None:
    """The coordinator settles it at once: there is news for the citizen."""
    coordinator.goes_to(f"/keluhan/{number}/layanan/")
    coordinator.writes("Apa yang dilakukan?", "Menyerahkan sembako dari kas desa")
    coordinator.writes("Hasilnya, kalau sudah selesai", result)
    coordinator.presses("Catat layanan langsung")
    coordinator.reads(result)


def test_the_citizen_is_written_to_only_where_it_is_safe(anybody: Enter, site: Any) -> None:
    clerk, coordinator, manager = anybody("ara.depan"), anybody("ara.koordinator"), anybody("bulukumba.manajer")
    before, phones = sent(manager), {"id": ("801", "802"), "en": ("803", "804")}[clerk.language]
    numbers = []
    for contact, end in zip(("Kirim pesan saja, jangan menelepon", NEVER), phones, strict=True):
        phone = {"Telepon pelapor": f"0812-3456-7{end}"}
        numbers.append(take_down(clerk, f"Sitti {end}", "Sosial", contact=contact, **phone))
        serves(coordinator, numbers[-1], f"Sembako untuk Sitti {end} sudah diantar")
    site.run(DELIVER)
    safe, unsafe = ([one for one in site.messages() if one["to"] == f"…{end}"] for end in phones)
    assert [one["text"] for one in safe] == [
        f"Keluhan Anda tercatat dengan nomor {numbers[0]}. Simpan tanda terimanya.",
        f"Ada kabar tentang keluhan {numbers[0]}. Silakan datang ke kantor tempat Anda melapor.",
    ]
    assert unsafe == [] and not any(numbers[1] in one["text"] for one in site.messages())
    assert sent(manager) == before + len(safe)
    manager.reads("Tidak ada pesan yang gagal dikirim.")
    manager.does_not_read("3456", *numbers, "Sitti")
    manager.finds_nothing_to_complain_of()
    assert coordinator.goes_to("/pesan/") == 403


def test_the_bell_rings_and_leads_to_the_matter(anybody: Enter, width: int) -> None:
    clerk, reader, stranger = anybody("ara.depan"), anybody("ara.belakang", width=width), anybody("bira.koordinator")
    before = unread(reader)
    about = f"Daeng Lonceng {reader.language}"
    number = take_down(clerk, about, "Sosial")
    reader.goes_to("/")
    assert unread(reader) == before + 1
    reader.page.locator(".bell").click()
    notice = reader.page.locator(".task").filter(has_text=number)
    expect(notice).to_contain_text(reader.said("belum dibaca"))
    expect(notice).not_to_contain_text(about)
    reader.finds_nothing_to_complain_of()
    notice.get_by_role("button").click()
    reader.reads(about)
    assert reader.number == number and unread(reader) == before
    reader.goes_to("/pemberitahuan/")
    expect(notice).not_to_contain_text(reader.said("belum dibaca"))
    stranger.goes_to("/pemberitahuan/")
    stranger.does_not_read(number)
