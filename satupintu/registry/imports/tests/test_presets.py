"""Real layouts go in by mapping alone: BDT 2015, DTKS verval, Regsosek 2022, a village list, a list of recipients."""

from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.foundation.areas.crosswalk import Pair, adopt_crosswalk
from satupintu.foundation.areas.models import Edition
from satupintu.lib.sentences import again
from satupintu.registry.imports import staging
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.presets import presets
from satupintu.registry.imports.tests import workbooks
from satupintu.registry.people.models import Household, ListMembership, Person

PEOPLE = 12


@pytest.fixture
def crosswalk(db: None) -> None:
    """BPS codes of the two villages of Bonto Bahari that tests know."""
    pairs = [Pair("bps", "7302030004", 7302032006, "MFD 2018"), Pair("bps", "7302030001", 7302032005, "MFD 2018")]
    with house("uji", quietly=True) as by:
        adopt_crosswalk(Edition.objects.newest(), pairs, by=by)


def problems(batch: Batch) -> list[Any]:
    with staging.as_house(batch, "uji"):
        return [(row.number, row.errors, row.cautions) for row in batch.rows.to_look_at().order_by("number")]


@pytest.mark.parametrize(
    ("preset", "content"),
    [
        ("bdt-2015", workbooks.bdt(PEOPLE)),
        ("dtks-verval", workbooks.simple("dtks-verval", PEOPLE)),
        ("regsosek-2022", workbooks.regsosek(PEOPLE)),
        ("penduduk-desa", workbooks.population(PEOPLE)),
        ("penerima-program", workbooks.simple("penerima-program", PEOPLE)),
    ],
)
def test_a_workbook_goes_in_by_its_mapping_alone(
    preset: str, content: bytes, bring: Any, save: Any, crosswalk: None, cast: Any, under: Any
) -> None:
    batch = bring(content, layout=presets()[preset], name="berkas.xlsx")
    assert (batch.state, batch.why) == ("checked", "")
    assert (batch.counts["new"], batch.counts["refused"]) == (PEOPLE, 0), problems(batch)[:2]
    save(batch)
    with under(cast.ara_koordinator):
        assert Person.objects.filter(village=7302032006).count() == PEOPLE
        if presets()[preset].list:
            listed = ListMembership.objects.select_related("edition")
            assert {one.edition.list for one in listed} == {presets()[preset].list}
            assert listed.count() == PEOPLE


def test_bdt_keeps_each_code_with_its_list_and_house_values_with_the_edition(
    bring: Any, save: Any, crosswalk: None, cast: Any, under: Any
) -> None:
    save(bring(workbooks.bdt(3), layout=presets()["bdt-2015"], name="a.xlsx"))
    with under(cast.ara_koordinator):
        person = Person.objects.order_by("id").first()
        assert person is not None
        assert {stored[0] for stored in person.traits.values()} == {"bdt"}
        assert person.traits["identity_papers"][:2] == ["bdt", "2015"]
        listed = ListMembership.objects.get(person=person)
        assert (listed.desil, listed.raw["lantai"][:2], listed.raw["lemari_es"][2] in "34") == (
            1,
            ["bdt", "2015"],
            True,
        )
        assert Household.objects.count() == 1


def test_regsosek_joins_both_sheets(bring: Any, save: Any, crosswalk: None, cast: Any, under: Any) -> None:
    batch = save(bring(workbooks.regsosek(6), layout=presets()["regsosek-2022"], name="a.xlsx"))
    assert batch.counts["households"] == 2
    with under(cast.ara_koordinator):
        person = Person.objects.order_by("id").first()
        assert person is not None
        assert person.birth_date.isoformat() == "1987-11-21"
        assert person.traits["schooling"][:2] == ["regsosek", "2022"]
        assert ListMembership.objects.get(person=person).raw["lantai"][0] == "regsosek"


def test_a_member_without_a_family_on_the_other_sheet_is_told(bring: Any, crosswalk: None) -> None:
    layout = presets()["regsosek-2022"]
    assert layout.household is not None
    families = workbooks.table(layout.household, [0], ["ID Keluarga"])
    families[1][0] = "K00001"
    content = workbooks.xlsx({"Keluarga": families, "Anggota": workbooks.table(layout.member, range(6))})
    batch = bring(content, layout=layout, name="a.xlsx")
    assert (batch.counts["new"], batch.counts["refused"]) == (3, 3)
    wrong = [errors[0] for _number, errors, _cautions in problems(batch) if errors]
    assert [(code, facts) for code, _column, _pattern, facts in wrong] == [
        ("no_household", {"key": "K00002", "sheet": "Keluarga"})
    ] * 3


def test_an_unknown_bps_code_is_an_error_with_villages_of_like_name(bring: Any, crosswalk: None) -> None:
    rows = workbooks.table(presets()["dtks-verval"].member, range(2))
    code, name = rows[0].index("Kode Wilayah BPS"), rows[0].index("Desa/Kelurahan")
    rows[1][code], rows[1][name] = "7302030999", "Araa"
    rows[2][code], rows[2][name] = "73.02.03.2006", "Panakkukang"
    batch = bring(workbooks.xlsx({"Data": rows}), layout=presets()["dtks-verval"], name="a.xlsx")
    first, second = (again(errors[0][2:]) for _number, errors, _cautions in problems(batch))
    assert first.endswith("Mungkin: Ara (73.02.03.2006).")
    assert "Panakkukang (" not in second, "a village of another kabupaten is never offered"


def test_a_bps_file_read_as_kemendagri_is_refused_row_by_row(bring: Any) -> None:
    rows = workbooks.table(presets()["dtks-verval"].member, range(2))
    rows[0][rows[0].index("Kode Wilayah BPS")] = "Kode Desa"
    batch = bring(workbooks.xlsx({"Data": rows}), name="a.xlsx")
    assert batch.counts["refused"] == 2


def test_a_mapping_whose_sheet_or_column_is_not_there_says_so(bring: Any, crosswalk: None) -> None:
    batch = bring(workbooks.simple("dtks-verval", 2), layout=presets()["regsosek-2022"], name="a.xlsx")
    assert batch.why == "Lembar “Anggota” tidak ada. Lembar di berkas ini: Data."
    batch = bring(workbooks.simple("penerima-program", 2), layout=presets()["dtks-verval"], name="a.xlsx")
    assert batch.why.startswith("Kolom “ID BDT” tidak ada di berkas ini.")
