"""Mappings, codes and a waiting file of the demo."""

from typing import Any

from satupintu.cast import filings
from satupintu.foundation.areas.models import OtherCode
from satupintu.registry.imports.models import Batch, Mapping


def test_a_village_finds_mappings_to_use_and_a_file_to_look_at(cast: Any, under: Any) -> None:
    assert not filings.are_kept()
    told = filings.keep(lambda line: None)
    assert told.startswith("2 pemetaan, 2 kode BPS")
    assert filings.are_kept()
    with under(cast.ara_koordinator):
        assert {mapping.latest for mapping in Mapping.objects.by_name()} == {1, 2}
        batch = Batch.objects.get()
        assert (batch.state, batch.counts["new"], batch.counts["refused"]) == ("checked", 2, 3)
        codes = {row.number: [one[0] for one in row.errors] for row in batch.rows.refused()}
        assert codes == {4: ["number_spreadsheet"], 5: ["date"], 6: ["code"]}
    with under(cast.bira_koordinator):
        assert [mapping.name for mapping in Mapping.objects.by_name()] == ["Daftar penduduk desa, Bulukumba"]
    assert OtherCode.objects.count() == 2
