"""One number, several meanings: what the code families of Indonesian social data say with the same code."""

import pytest

from satupintu.lib.codelists import CATALOGUE, bdt, bdt_home, register, regsosek
from satupintu.lib.codes import CodeList


def says(codes: CodeList, code: str) -> str:
    found = codes.read(code)
    return found.label_id if found else ""


def test_disability_three_is_deaf_in_bdt_speech_in_the_verval_app_and_absent_in_regsosek() -> None:
    assert says(bdt.DISABILITY, "3") == "Tuna rungu"
    assert says(bdt.DISABILITY_VERVAL_2019, "3") == "Tuna wicara"
    assert not [key for key in CATALOGUE if key.startswith("regsosek/") and "disability" in key]
    assert len(bdt.DISABILITY) == 13
    assert len(bdt.DISABILITY_VERVAL_2019) == 12


@pytest.mark.parametrize("code", [entry.code for entry in bdt.DISABILITY_VERVAL_2019])
def test_a_verval_disability_becomes_the_bdt_code_of_the_same_meaning(code: str) -> None:
    bdt_code = bdt.DISABILITY_FROM_VERVAL_2019.translate(bdt.DISABILITY_VERVAL_2019[code])
    assert bdt_code is not None
    assert (
        bdt_code.label_id.lower().replace("cacat", "disabilitas") == bdt.DISABILITY_VERVAL_2019[code].label_id.lower()
    )


def test_identity_bit_two_is_a_student_card_in_bdt_and_a_child_card_in_regsosek() -> None:
    assert [one.label_id for one in bdt.IDENTITY.held(3)] == ["Akta kelahiran", "Kartu pelajar"]
    assert [one.label_id for one in regsosek.IDENTITY.held(3)] == ["Akta kelahiran", "KIA"]
    assert regsosek.IDENTITY_TO_BDT.translate(regsosek.IDENTITY["2"]) is None


def test_identity_bit_eight_is_a_driving_licence_in_bdt_only() -> None:
    assert [one.label_id for one in bdt.IDENTITY.held(12)] == ["KTP", "SIM"]
    with pytest.raises(ValueError, match="no sum"):
        regsosek.IDENTITY.held(8)
    assert bdt.IDENTITY.held(0) == []


def test_school_participation_is_counted_from_nought_in_bdt_and_from_one_in_regsosek() -> None:
    assert says(bdt.SCHOOL_PARTICIPATION, "1") == "Masih sekolah"
    assert says(regsosek.SCHOOL_PARTICIPATION, "1") == "Tidak/belum pernah sekolah"
    attending = regsosek.SCHOOL_PARTICIPATION_TO_BDT.translate(regsosek.SCHOOL_PARTICIPATION["2"])
    assert attending == bdt.SCHOOL_PARTICIPATION["1"]


def test_illness_is_one_higher_in_regsosek_and_another_list_in_the_village_register() -> None:
    assert (says(bdt.CHRONIC_ILLNESS, "1"), says(regsosek.CHRONIC_ILLNESS, "2")) == (
        "Hipertensi (tekanan darah tinggi)",
        "Hipertensi",
    )
    assert says(register.CHRONIC_ILLNESS, "1") == "Jantung"
    for code in range(1, 10):
        other = regsosek.CHRONIC_ILLNESS_TO_BDT.translate(regsosek.CHRONIC_ILLNESS[str(code)])
        assert other == bdt.CHRONIC_ILLNESS[str(code - 1)]


def test_education_one_is_primary_school_in_bdt_and_an_equivalency_course_in_regsosek() -> None:
    assert says(bdt.SCHOOL_LEVEL, "1") == "SD/SDLB"
    assert says(regsosek.SCHOOL_LEVEL, "1") == "Paket A"
    assert says(bdt.CERTIFICATE, "3") == "SMA/sederajat"
    assert says(regsosek.CERTIFICATE, "3") == "SD"
    assert regsosek.CERTIFICATE_TO_BDT.translate(regsosek.CERTIFICATE["3"]) == bdt.CERTIFICATE["1"]


def test_floor_eight_is_poor_wood_in_bdt_and_earth_in_regsosek() -> None:
    assert says(bdt_home.FLOOR, "8") == "Kayu/papan kualitas rendah"
    assert says(regsosek.FLOOR, "8") == "Tanah"
    assert regsosek.FLOOR_TO_BDT.translate(regsosek.FLOOR["8"]) == bdt_home.FLOOR["9"]
    assert regsosek.FLOOR_TO_BDT.translate(regsosek.FLOOR["5"]) is None


def test_relation_two_is_either_spouse_in_dtks_and_the_husband_in_the_village_register() -> None:
    assert says(bdt.RELATION_TO_FAMILY_HEAD, "2") == "Istri/suami"
    assert (says(register.RELATION, "2"), says(register.RELATION, "3")) == ("Suami", "Istri")
    assert says(bdt.RELATION_TO_FAMILY_HEAD, "3") == "Anak"


def test_the_marriage_paper_is_counted_from_nought_on_forms_and_from_one_in_the_table_of_pusdatin() -> None:
    assert says(bdt.MARRIAGE_PAPER, "1") == "Ya, dapat ditunjukkan"
    assert says(bdt.MARRIAGE_PAPER_PUSDATIN, "1") == "Tidak"
    translated = bdt.MARRIAGE_PAPER_FROM_PUSDATIN.translate(bdt.MARRIAGE_PAPER_PUSDATIN["2"])
    assert translated == bdt.MARRIAGE_PAPER["1"]


def test_yes_and_no_alternate_inside_one_form() -> None:
    assert (says(bdt_home.YES_NO, "1"), says(bdt_home.YES_NO_EVEN, "3")) == ("Ya", "Ya")
    assert says(bdt_home.YES_NO, "3") == says(bdt_home.YES_NO_EVEN, "1") == ""
