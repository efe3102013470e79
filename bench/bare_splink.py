"""Splink by its own tutorial on the same records: its ready-made comparisons, no standardised names, no rule against twins.

python -m bench.bare_splink RECORDS TRUTH          prints {"f1": …}
"""

import json
import logging
import sys
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from satupintu.registry.matching.linkage.columns import read_truth
from satupintu.registry.matching.linkage.evaluation import score

BLOCKS = (("nik",), ("name",), ("birth_date", "village"), ("birth_date", "sex", "mother"), ("kk", "birth_year"))
SURE = 6.0
"""The weight from which a pair counts: ours."""


def main(records: Path, truth: Path) -> None:
    """Train on the records, find the pairs, compare with the truth."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.connect()
    database.execute("set threads = 2; set memory_limit = '2500MB'; set enable_progress_bar = false")
    columns = "id as unique_id, * exclude (id)"
    database.execute(
        f"create table people as select {columns} from read_csv('{records}', all_varchar = true, nullstr = '')"
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ExactMatch("nik").configure(term_frequency_adjustments=True),
            cl.NameComparison("name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.ExactMatch("sex"),
            cl.JaroWinklerAtThresholds("mother", [0.92, 0.8]),
            cl.ExactMatch("village"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*block) for block in BLOCKS],
    )
    linker = Linker(DuckDBAPI(database).register("people"), settings, log_level=logging.ERROR)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nik"), block_on("name", "birth_date")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=7)
    for block in (("nik",), ("birth_date", "village")):
        training.estimate_parameters_using_expectation_maximisation(block_on(*block), max_pairs=5e6)
    scored = linker.inference.predict(threshold_match_weight=SURE)
    table = scored.query_sql("select unique_id_l, unique_id_r from {this}").as_pyarrow_table().to_pydict()
    found = {(min(pair), max(pair)) for pair in zip(*table.values(), strict=True)}
    ids = [one for (one,) in database.execute("select unique_id from people").fetchall()]
    sys.stdout.write(json.dumps(score(found, read_truth(truth, ids)).told()) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
