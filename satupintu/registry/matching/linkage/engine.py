"""The search itself: Splink on DuckDB, or on Spark by configuration. Records in, trained model and scored pairs out."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from satupintu.registry.matching.linkage.model import (
    BLOCKS,
    CERTAIN,
    CERTAIN_SHARE,
    COMPARISONS,
    ENOUGH_TO_LEARN,
    RANDOM_A_RECORD,
    TRAINING,
    Comparison,
    Level,
    Model,
    Settings,
)
from satupintu.registry.matching.linkage.pairs import Pair
from satupintu.registry.matching.linkage.spark import frame, in_spark
from satupintu.registry.matching.linkage.standard import FORMS

SQL = Path(__file__).parent / "sql"
AT_ONCE = 50_000
"""Records that are handed to DuckDB in one piece."""
Told = Callable[[str], None]
"""Is told of each stage of a search as it begins: "reading", "training", "comparing", "grouping"."""


class NotInstalled(RuntimeError):
    """The parts that a registry-wide search needs are not on this machine."""


def is_installed(backend: str = "duckdb") -> bool:
    """Whether this machine can search with that backend. Raises ValueError for one that nobody knows."""
    if backend not in {"duckdb", "spark"}:
        raise ValueError(f"MATCHING_BACKEND is duckdb or spark, not {backend!r}")
    needed = ("splink", "duckdb", "pyarrow") + (("pyspark",) if backend == "spark" else ())
    return all(find_spec(name) is not None for name in needed)


class Search:
    """Records that were read once, and what is found among them. Use it as ``with searching(settings) as search``."""

    def __init__(self, database: Any, settings: Settings, folder: Path) -> None:
        self.database, self.settings, self.folder = database, settings, folder
        self.count = 0
        self._linker: Any = None

    def read(self, rows: Iterable[Sequence[Any]]) -> int:
        """Take standardised rows in and find the telling parts of each name; answers how many rows there are."""
        import pyarrow as pa

        self.database.execute(f"create table raw ({', '.join(f'{name} {kind}' for name, kind in FORMS.items())})")
        types = {"varchar": pa.string(), "varchar[]": pa.list_(pa.string()), "integer": pa.int32()}
        schema = pa.schema([(name, types[kind]) for name, kind in FORMS.items()])
        rows = iter(rows)
        while some := list(islice(rows, AT_ONCE)):
            piece = pa.table(
                [pa.array(column, kind) for column, kind in zip(zip(*some, strict=True), schema.types, strict=True)],
                schema=schema,
            )
            self.database.register("piece", piece)
            self.database.execute("insert into raw select * from piece")
            self.database.unregister("piece")
            self.count += len(some)
        for step in sorted(SQL.glob("*.sql")):
            self.database.execute(step.read_text())
        return self.count

    @cached_property
    def has(self) -> frozenset[str]:
        """The columns in which at least one record in a hundred says something."""
        columns = list(FORMS)
        asked = f"select {', '.join(f'count({one})' for one in columns)} from records"  # noqa: S608 - our own columns
        counted = self.database.execute(asked).fetchall()[0]
        return frozenset(one for one, many in zip(columns, counted, strict=True) if many and many * 100 >= self.count)

    def train(self) -> Model:
        """Learn the numbers from the records themselves, without being told any truth."""
        linker = self._prepared(None)
        training = linker.training
        certain = [rule for rule in CERTAIN if _named(rule) <= self._there]
        if certain:
            training.estimate_probability_two_random_records_match(certain, recall=CERTAIN_SHARE)
        drawn = min(self.settings.random_pairs, RANDOM_A_RECORD * self.count)
        # Splink asks in pieces and stops early; for few pairs the asking costs more than the answer.
        pieces = 1 if drawn < self.settings.random_pairs else 10
        training.estimate_u_using_random_sampling(max_pairs=drawn, seed=self.settings.seed, num_chunks=pieces)
        from splink import block_on

        for block in TRAINING:
            if set(block) <= self._there:
                training.estimate_parameters_using_expectation_maximisation(
                    block_on(*block), max_pairs=self.settings.max_pairs
                )
        return _learned(linker, self.count)

    def pairs(self, model: Model) -> Any:
        """Score every pair worth comparing; answers Splink's table of those at or above ``settings.least``."""
        self._linker = self._prepared(model)
        return self._linker.inference.predict(threshold_match_weight=self.settings.least)

    def rows(self, scored: Any) -> Iterator[Pair]:
        """The scored pairs, best first."""
        compared = self._compared
        chosen = ", ".join(["unique_id_l", "unique_id_r", "match_weight", *(f"gamma_{one.code}" for one in compared)])
        ask = f"select {chosen} from {{this}} order by match_weight desc, unique_id_l, unique_id_r"  # noqa: S608 - as above
        table = scored.query_sql(ask)
        for one, other, weight, *gammas in zip(*table.as_pyarrow_table().to_pydict().values(), strict=True):
            levels = {by.code: level for by, gamma in zip(compared, gammas, strict=True) if (level := by.level(gamma))}
            yield Pair.of(one, other, weight, levels, self.settings.sure)

    @property
    def _there(self) -> set[str]:
        made = {
            "rare": "sounds",
            "second": "sounds",
            "mother_rare": "mother_sounds",
            "address_rare": "address_words",
        }
        return {*self.has, *(form for form, source in made.items() if source in self.has)}

    @property
    def _compared(self) -> list[Comparison]:
        return [comparison for comparison in COMPARISONS if self.has & set(comparison.columns)]

    def _prepared(self, model: Model | None) -> Any:
        from splink import Linker, SettingsCreator, block_on

        prior: dict[str, Any] = {"probability_two_random_records_match": model.prior_among(self.count)} if model else {}
        settings = SettingsCreator(
            link_type="dedupe_only",
            comparisons=[self._comparison(one, model) for one in self._compared],
            blocking_rules_to_generate_predictions=[block_on(*block) for block in BLOCKS if set(block) <= self._there],
            retain_matching_columns=model is not None,
            retain_intermediate_calculation_columns=model is not None,
            **prior,
        )
        return Linker(self._frame(), settings, log_level=logging.ERROR)

    def _comparison(self, comparison: Comparison, model: Model | None) -> Any:
        import splink.comparison_level_library as levels
        import splink.comparison_library as library

        learned: Mapping[str, Sequence[float]] = model.weights.get(comparison.code, {}) if model else {}
        unknown = levels.CustomLevel(comparison.is_null, "unknown", base_dialect_str=self.settings.backend)
        made: list[Any] = [unknown.configure(is_null_level=True)]
        for level in comparison.levels:
            one = self._level(level)
            if level.code in learned:
                m, u = learned[level.code]
                one = one.configure(m_probability=m, u_probability=u)
            made.append(one)
        return library.CustomComparison(made, output_column_name=comparison.code)

    def _level(self, level: Level) -> Any:
        import splink.comparison_level_library as levels

        if level.sql == "else":
            return levels.ElseLevel().configure(label_for_charts=level.code)
        backend = self.settings.backend
        text = in_spark(level.sql) if backend == "spark" else level.sql
        made = levels.CustomLevel(text, level.code, base_dialect_str=backend)
        # Of a few records nobody can tell which names are rare.
        rare = level.rarity if self.count >= ENOUGH_TO_LEARN else ""
        return made.configure(tf_adjustment_column=rare) if rare else made

    def _frame(self) -> Any:
        if self.settings.backend == "spark":
            return frame(self.database, self.folder)
        from splink import DuckDBAPI

        return DuckDBAPI(self.database).register("records")


@contextmanager
def searching(settings: Settings) -> Iterator[Search]:
    """A search with a database of its own, gone afterwards. Raises NotInstalled."""
    if not is_installed(settings.backend):
        raise NotInstalled(settings.backend)
    import duckdb

    logging.getLogger("splink").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="matching-") as folder:
        database = duckdb.connect()
        try:
            database.execute(f"set memory_limit = '{settings.memory}MB'; set threads = {settings.threads}")
            database.execute(f"set temp_directory = '{folder}'; set enable_progress_bar = false")
            yield Search(database, settings, Path(folder))
        finally:
            database.close()


def _learned(linker: Any, count: int) -> Model:
    """The numbers of a trained linker; a level that no pair showed keeps a very small chance."""
    settings = linker.misc.save_model_to_json(None)
    weights: dict[str, dict[str, list[float]]] = {}
    for comparison in settings["comparisons"]:
        weights[comparison["output_column_name"]] = {
            level["label_for_charts"]: [level.get("m_probability") or 1e-6, level.get("u_probability") or 1e-6]
            for level in comparison["comparison_levels"]
            if not level.get("is_null_level")
        }
    return Model(settings["probability_two_random_records_match"], weights, trained_on=count)


def _named(rule: str) -> set[str]:
    """The columns that a rule asks for."""
    return {word.removeprefix("l.") for word in rule.split() if word.startswith("l.")}
