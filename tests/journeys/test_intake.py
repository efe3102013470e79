"""Taking complaints down: one question at a time on a phone, what was told before, a question answered at once."""

from collections.abc import Callable

import pytest

from tests.journeys.officer import Officer
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


def test_on_a_phone_a_complaint_takes_four_touches(officer: Enter) -> None:
    clerk = officer("ara.depan", width=390)
    clerk.goes_to("/keluhan/baru/")
    clerk.reads("Pertanyaan 1 dari")
    clerk.finds_nothing_to_complain_of()
    clerk.page.get_by_text("Kesehatan", exact=True).click()
    clerk.reads("Pertanyaan 2 dari")
    clerk.page.keyboard.type("KIS tidak aktif waktu berobat")
    clerk.presses("Cukup, periksa dan simpan")
    clerk.reads("Periksa dulu, lalu simpan")
    clerk.presses("Simpan keluhan")
    clerk.reads("KIS tidak aktif waktu berobat", "Diterima")


def test_a_question_must_be_answered_before_the_next_one(officer: Enter) -> None:
    clerk = officer("ara.depan", width=390)
    clerk.goes_to("/keluhan/baru/")
    clerk.presses("Lanjut")
    clerk.reads("Pertanyaan 1 dari")


def test_what_was_told_before_is_shown_before_saving(officer: Enter) -> None:
    clerk = officer("ara.depan")
    number = take_down(clerk, "Daeng Rannu")
    clerk.goes_to("/keluhan/baru/")
    clerk.picks("Kependudukan")
    clerk.writes("Apa yang disampaikan warga?", "Akta anak masih belum ada.")
    clerk.writes("Tentang siapa?", "dg. rannu")
    clerk.presses("Simpan keluhan")
    clerk.reads("Mungkin sudah pernah dicatat", number)
    clerk.finds_nothing_to_complain_of()
    clerk.presses("Ini keluhan lain, tetap simpan")
    clerk.reads("Akta anak masih belum ada.", "Diterima")
    assert clerk.number != number


def test_a_question_is_answered_and_closed_at_once(officer: Enter) -> None:
    clerk = officer("ara.depan")
    clerk.goes_to("/keluhan/baru/")
    clerk.picks("Sosial")
    clerk.picks("Pertanyaan")
    clerk.writes("Apa yang disampaikan warga?", "Kapan bantuan pangan dibagikan?")
    clerk.presses("Simpan keluhan")
    clerk.writes("Jawaban untuk warga", "Hari Senin di kantor desa")
    clerk.presses("Jawab dan tutup")
    clerk.reads("Keluhan ini sudah selesai", "Hari Senin di kantor desa")


def test_a_child_at_risk_is_handed_over(officer: Enter) -> None:
    clerk, coordinator = officer("ara.depan"), officer("ara.koordinator")
    number = take_down(clerk, "Nurul Izzah")
    coordinator.goes_to(f"/keluhan/{number}/")
    coordinator.looks_further()
    coordinator.follows("Serahkan juga ke")
    coordinator.picks("Anak berisiko (PKSAI)")
    coordinator.presses("Serahkan")
    coordinator.reads("Diserahkan, menunggu diambil", "menyerahkan perkara ini ke Anak berisiko (PKSAI)")
