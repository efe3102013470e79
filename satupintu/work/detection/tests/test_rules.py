"""What is decided on plain values, and the sentences that are made of them."""

from datetime import date

import pytest

from satupintu.work.detection import rules, telling
from satupintu.work.detection.rules import Asks, Known
from satupintu.work.detection.words import Result

TODAY = date(2026, 11, 22)


def test_a_child_out_of_school_is_meant_in_the_codes_of_any_list_and_nobody_who_was_never_asked() -> None:
    asks = Asks(age_from=7, age_to=17, traits={"schooling": ["0", "2"]})
    for stored in (["bdt", "2015", "2"], ["dtks_verval", "2019", "0"], ["regsosek", "2022", "3"]):
        assert rules.holds(asks, Known(age=12, traits={"schooling": stored})), stored
    for stored in (["bdt", "2015", "1"], ["regsosek", "2022", "2"], ["register", "siak", "2"]):
        assert not rules.holds(asks, Known(age=12, traits={"schooling": stored})), stored
    assert not rules.holds(asks, Known(age=12))
    out = {"schooling": ["bdt", "2015", "2"]}
    assert [age for age in (6, 7, 17, 18, None) if rules.holds(asks, Known(age, traits=out))] == [7, 17]
    assert not rules.holds(asks, Known(age=12, traits=out, present=False))


def test_a_paper_is_lacking_only_where_somebody_asked() -> None:
    asks = Asks(age_to=17, papers=["birth_certificate"])
    assert rules.holds(asks, Known(age=3, traits={"identity_papers": ["regsosek", "2022", "2"]}))
    assert not rules.holds(asks, Known(age=3, traits={"identity_papers": ["bdt", "2015", "3"]}))
    assert not rules.holds(asks, Known(age=3))


def test_a_result_keeps_a_sign_silent_for_its_months_and_who_was_not_met_for_one() -> None:
    assert rules.silent_since(Result.HELPED, 6, TODAY) == date(2026, 5, 22)
    assert rules.silent_since(Result.NOT_FOUND, 6, TODAY) == date(2026, 10, 22)
    assert rules.silent_since(Result.CHANGED, 6, TODAY) is None
    assert rules.silent_since(Result.HELPED, 0, TODAY) is None
    assert rules.months_before(date(2026, 1, 31), 1) == date(2025, 12, 28)


def test_the_suggestion_is_even_and_leaves_out_who_does_not_work_there() -> None:
    reach = {1: (10, 20), 2: (10, 20), 3: (20, 30)}
    assert rules.suggested([12, 12, 12, 25, 40], {1: 2}, reach) == [2, 2, 1, 3, None]


def test_a_sign_that_means_everybody_of_an_age_is_none() -> None:
    assert not rules.asks_something(Asks(age_from=60, sex="female", traits={"schooling": []}))
    assert rules.asks_something(Asks(alone=True))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"age": 12, "dated": True, "schooling": ["bdt", "2015", "2"]}, "Umur 12 tahun, tidak bersekolah lagi."),
        (
            {"age": 3, "dated": False, "lacks": ["birth_certificate"]},
            "Umur sekitar 3 tahun, belum punya akta kelahiran.",
        ),
        ({"age": 71, "dated": True, "alone": True, "desil": 2}, "Umur 71 tahun, tinggal sendiri, desil 2."),
        (
            {"age": -1, "disability": ["bdt", "2015", "02"], "no_aid": True},
            "Disabilitas: tuna netra/buta, belum tercatat menerima program bantuan.",
        ),
        (
            {"age": 5, "dated": True, "lacks": ["ktp"], "no_nik": True},
            "Umur 5 tahun, belum punya KTP, belum punya NIK.",
        ),
    ],
)
def test_the_reason_is_a_plain_sentence(facts: dict[str, object], sentence: str) -> None:
    assert telling.reason(facts) == sentence


def test_what_a_sign_looks_for_is_said_in_one_line() -> None:
    asks = Asks(age_from=7, age_to=17, traits={"schooling": ["0", "2"]})
    assert (
        telling.looked_for(asks)
        == "7–17 tahun, partisipasi sekolah: tidak/belum pernah sekolah atau tidak bersekolah lagi"
    )
    others = Asks(traits={"disability": [f"{number:02}" for number in range(1, 13)]}, without_aid=True, desil_to=4)
    assert telling.looked_for(others).startswith("disabilitas: apa pun selain tidak cacat, desil 1 sampai 4")
