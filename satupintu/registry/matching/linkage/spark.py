"""The same search on Spark, for registers that one machine does not hold. A switch, not a need: see the room's page."""

import os
from pathlib import Path
from typing import Any

WORDS = {
    "jaro_winkler_similarity(": "jaro_winkler(",
    "list_has_any(": "arrays_overlap(",
    "list_intersect(": "array_intersect(",
    "len(": "size(",
}
"""What DuckDB calls a function → what Spark calls it."""


def in_spark(condition: str) -> str:
    """A condition of DuckDB's SQL in Spark's words."""
    for ours, theirs in WORDS.items():
        condition = condition.replace(ours, theirs)
    return condition


def frame(database: Any, folder: Path) -> Any:
    """The prepared records of a DuckDB database, registered with Splink on Spark. The file between them lies in ``folder``,
    which workers of a cluster must see too.
    """
    from splink import SparkAPI

    file = folder / "records.parquet"
    if not file.exists():
        database.execute(f"copy records to '{file}' (format parquet)").fetchall()
    spark = _session()
    return SparkAPI(spark_session=spark, break_lineage_method="persist").register(spark.read.parquet(str(file)))


def _session() -> Any:
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    here = "127.0.0.1"
    master = os.environ.get("SPARK_MASTER", "local[2]")
    build = SparkSession.builder.master(master).appName("satupintu-matching")  # type: ignore[attr-defined]
    options = {
        "spark.jars": similarity_jar_location(),
        "spark.sql.shuffle.partitions": "8" if master.startswith("local") else "200",
        "spark.ui.enabled": "false",
        "spark.sql.ansi.enabled": "false",
    }
    if master.startswith("local"):
        options |= {"spark.driver.host": here, "spark.driver.bindAddress": here}
    for name, value in options.items():
        build = build.config(name, value)
    session = build.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
